import { getCalendars } from 'expo-localization';
import { router, useLocalSearchParams } from 'expo-router';
import { useState } from 'react';
import { entriesNow } from '@/sync/entries-now';
import { engine } from '@/sync/runtime';
import type { Snapshot } from '@/sync/snapshot';
import { useStored } from '@/sync/use-stored';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Row } from '@/ui/row';
import { Banner, Card, Screen } from '@/ui/surface';
import { Text } from '@/ui/text';
import { WhenField } from '@/ui/when-field';
import { useWords } from '@/ui/words';
import { dateIn } from '../schedule/upcoming';
import { BreakFields } from './break-fields';
import { correctionOf, endsNextDay, endsOf, fieldsOf, type CorrectionFault } from './correction-form';
import { FoldQuestion } from './fold-question';

const phoneZone = getCalendars()[0]?.timeZone;

/** How it ought to be: of some hours, or of work that was never punched. */
export function CorrectScreen() {
  const { entry } = useLocalSearchParams<{ entry?: string }>();
  const held = useStored((snapshot) => snapshot);
  if (!held) return <Screen>{null}</Screen>;
  // what is typed stays when the snapshot is another
  return <CorrectForm key={entry ?? 'new'} held={held} entryId={entry} />;
}

function CorrectForm({ held, entryId }: { held: Snapshot; entryId: string | undefined }) {
  const t = useWords('hours');
  const [entry] = useState(
    () => entriesNow(held.entries, held.rows).find(({ id }) => id === entryId) ?? null,
  );
  const [placeId, setPlace] = useState(held.locations.length === 1 ? held.locations[0]?.id : undefined);
  const place = held.locations.find(({ id }) => id === (entry?.locationId ?? placeId));
  const zone = entry?.line?.zone ?? place?.zone ?? held.profile?.organization.zone;
  const [fields, setFields] = useState(() => fieldsOf(entry, zone, dateIn(engine.now(), zone)));
  const [fault, setFault] = useState<CorrectionFault | null>(null);
  const ends = endsOf(fields, zone);
  const [isSaving, setSaving] = useState(false);
  const change = (part: Partial<typeof fields>) => {
    setFault(null);
    setFields({ ...fields, ...part });
  };

  const send = () => {
    const target = entry?.target ?? (placeId === undefined ? null : { locationId: placeId });
    const body = correctionOf(fields, target, zone);
    if ('fault' in body) return setFault(body.fault);
    setSaving(true);
    void engine.proposeCorrection(held.owner, body).then(() => router.back());
  };
  return (
    <Screen>
      <Text>{t('lead')}</Text>
      {!entry && (
        <Card>
          <Text size="label">{t('where')}</Text>
          {held.locations.map(({ id, name }) => (
            <Row
              key={id}
              title={name}
              mark={id === placeId ? 'chosen' : 'none'}
              testID={`place-${id}`}
              onPress={() => setPlace(id)}
            />
          ))}
        </Card>
      )}
      <Card>
        {zone && zone !== phoneZone && (
          <Text size="small" tone="muted" testID="zone">
            {t('zoneOf', { place: place?.name ?? held.profile?.organization.name ?? '', zone })}
          </Text>
        )}
        <WhenField
          mode="date"
          label={t('date')}
          placeholder={t('choose')}
          value={fields.date}
          onChange={(date) => change({ date })}
          testID="date"
        />
        <WhenField
          mode="time"
          label={t('start')}
          placeholder={t('choose')}
          value={fields.start}
          onChange={(start) => change({ start, startFold: null })}
          testID="start"
        />
        <FoldQuestion
          end={ends?.[0]}
          fold={fields.startFold}
          onChoose={(startFold) => change({ startFold })}
        />
        <WhenField
          mode="time"
          label={t('end')}
          placeholder={t('choose')}
          hint={endsNextDay(fields, zone) ? t('nextDay') : undefined}
          value={fields.end}
          onChange={(end) => change({ end, endFold: null })}
          testID="end"
        />
        <FoldQuestion end={ends?.[1]} fold={fields.endFold} onChoose={(endFold) => change({ endFold })} />
        <BreakFields breaks={fields.breaks} onChange={(breaks) => change({ breaks })} />
        <Field
          label={t('comment')}
          value={fields.comment}
          onChangeText={(comment) => change({ comment })}
          multiline
          maxLength={500}
          testID="comment"
        />
      </Card>
      {fault && (
        <Banner tone="danger" icon="alert-circle-outline" testID="fault">
          {t(fault)}
        </Banner>
      )}
      <Button title={t('send')} isBusy={isSaving} testID="send-correction" onPress={send} />
    </Screen>
  );
}
