import { router } from 'expo-router';
import { StyleSheet, View } from 'react-native';
import { workedMinutes, type EntryNow } from '@/sync/entries-now';
import { Button } from '@/ui/button';
import { Badge, type Tone } from '@/ui/surface';
import { Text } from '@/ui/text';
import { useTimes } from '@/ui/times';
import { space } from '@/ui/tokens';
import { useDates } from '@/ui/use-dates';
import { useWords } from '@/ui/words';

const tones = {
  open: 'success',
  complete: 'neutral',
  submitted: 'info',
  approved: 'success',
  rejected: 'danger',
  locked: 'neutral',
} as const satisfies Record<NonNullable<EntryNow['line']>['state'], Tone>;

type Props = { entry: EntryNow; date: string; zone: string | undefined; now: number };

/** One stretch of work: when, how much of it counts, what has become of it. */
export function EntryRow({ entry, date, zone, now }: Props) {
  const t = useWords('hours');
  const times = useTimes();
  const dates = useDates();
  const { id, line, startedAt, endedAt, pending, correction } = entry;
  const start = times.time(startedAt, zone);
  const mayCorrect = correction === 'none' && endedAt !== null && (line?.abilities.propose ?? true);
  const reason = line?.state === 'rejected' ? line.decision?.reason : null;
  return (
    <View style={styles.row} testID={`entry-${id}`}>
      <Text size="label" tone="muted">
        {dates.day(date)}
      </Text>
      <View style={styles.line}>
        <Text size="strong" style={styles.grow}>
          {endedAt === null ? start : t('period', { start, end: times.time(endedAt, zone) })}
        </Text>
        <Text size="strong">{times.duration(workedMinutes(entry, now))}</Text>
      </View>
      <View style={styles.line}>
        {pending && (
          <Badge tone="warning" icon="phone-portrait-outline" testID="entry-pending">
            {t('pending')}
          </Badge>
        )}
        {endedAt === null ? (
          <Badge tone="success">{t('running')}</Badge>
        ) : (
          line && !pending && <Badge tone={tones[line.state]}>{t(`line_${line.state}`)}</Badge>
        )}
        {correction !== 'none' && (
          <Badge tone="info" testID={`asked-${correction}`}>
            {t(`asked_${correction}`)}
          </Badge>
        )}
        {mayCorrect && (
          <View style={styles.end}>
            <Button
              look="plain"
              title={t('correct')}
              accessibilityLabel={`${t('correct')}, ${dates.longDay(date)}, ${start}`}
              testID="correct"
              onPress={() => router.push({ pathname: '/correct', params: { entry: id } })}
            />
          </View>
        )}
      </View>
      {reason && <Text tone="danger">{reason}</Text>}
    </View>
  );
}

const styles = StyleSheet.create({
  row: { gap: space.xs, paddingVertical: space.sm },
  line: { flexDirection: 'row', flexWrap: 'wrap', alignItems: 'center', gap: space.sm },
  grow: { flexGrow: 1, flexShrink: 1 },
  end: { marginStart: 'auto' },
});
