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
import { useWords } from '@/ui/words';
import { dateIn } from '../schedule/upcoming';
import { BreakFields } from './break-fields';
import { correctionOf, endsNextDay, fieldsOf, type CorrectionFault } from './correction-form';

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
  const [isSaving, setSaving] = useState(false);
  const change = (part: Partial<typeof fields>) => {
    setFault(null);
    setFields({ ...fields, ...part });
  };

  const send = () => {
    const target = entry?.target ?? (placeId === undefined ? null : { locationId: placeId });
    const body = correctionOf(fields, target);
    if ('fault' in body) return setFault(body.fault);
    setSaving(true);
    void engine.proposeCorrection(held.owner, body).then(() => router.back());
  };
  const time = { placeholder: '08:30', inputMode: 'text', maxLength: 5 } as const;
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
        <Field
          label={t('date')}
          hint={t('dateHint', { example: '2026-11-22' })}
          value={fields.date}
          onChangeText={(date) => change({ date })}
          maxLength={10}
          testID="date"
        />
        <Field
          label={t('start')}
          value={fields.start}
          onChangeText={(start) => change({ start })}
          testID="start"
          {...time}
        />
        <Field
          label={t('end')}
          {...(endsNextDay(fields) && { hint: t('nextDay') })}
          value={fields.end}
          onChangeText={(end) => change({ end })}
          testID="end"
          {...time}
        />
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
