import { StyleSheet, View } from 'react-native';
import type { ScheduleChange } from '@/sync/schedule-changes';
import { Button } from '@/ui/button';
import { Badge, Card, type Tone } from '@/ui/surface';
import { Text } from '@/ui/text';
import { useTimes } from '@/ui/times';
import { space } from '@/ui/tokens';
import { useDates } from '@/ui/use-dates';
import { useWords } from '@/ui/words';

const tones = { added: 'success', changed: 'warning', removed: 'danger' } as const satisfies Record<
  ScheduleChange['kind'],
  Tone
>;
type Facts = Extract<ScheduleChange, { kind: 'removed' }>['before'];

/** What is another than when the person looked last, until they say that they have seen it. */
export function NewsCard({ changes, onSeen }: { changes: readonly ScheduleChange[]; onSeen: () => void }) {
  const t = useWords('schedule');
  const app = useWords('app');
  const times = useTimes();
  const dates = useDates();
  if (changes.length === 0) return null;
  const told = ({ localDate, startsAt, endsAt, zone, locationName }: Facts) => {
    const span = t('span', { start: times.time(startsAt, zone), end: times.time(endsAt, zone) });
    return [dates.day(localDate), span, locationName].join(app('comma'));
  };
  const work = ({ positionName, departmentName }: Facts) =>
    [positionName, departmentName].filter(Boolean).join(' · ');
  /** Each with what it was before, if that reads another way. */
  const lines = (now: Facts, before: Facts) =>
    [told, work]
      .map((of) => ({ is: of(now), was: of(before) }))
      .filter(({ is, was }, i) => i === 0 || is !== was);
  return (
    <Card testID="schedule-news">
      <Text size="heading">{t('news', { count: changes.length })}</Text>
      {changes.map((change) => (
        <View key={change.kind === 'removed' ? change.before.id : change.shift.id} style={styles.change}>
          <Badge tone={tones[change.kind]}>{t(`news_${change.kind}`)}</Badge>
          {change.kind !== 'changed' && (
            <Text>{told(change.kind === 'removed' ? change.before : change.shift)}</Text>
          )}
          {change.kind === 'changed' &&
            lines(change.shift, change.before).map(({ is, was }) => (
              <View key={is}>
                <Text>{is}</Text>
                {was !== is && (
                  <Text size="small" tone="muted">
                    {t('was', { before: was })}
                  </Text>
                )}
              </View>
            ))}
          {change.kind === 'changed' && change.fields.includes('notes') && (
            <Text>{`${t('note')}: ${change.shift.notes ?? '–'}`}</Text>
          )}
        </View>
      ))}
      <Button look="secondary" title={t('gotIt')} testID="schedule-seen" onPress={onSeen} />
    </Card>
  );
}

const styles = StyleSheet.create({ change: { gap: space.xs, paddingVertical: space.xs } });
