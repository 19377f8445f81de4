import type { CorrectionView } from '@vaktplan/contracts/http/timesheet-corrections';
import { StyleSheet, View } from 'react-native';
import type { RowOf } from '@/sync/outbox-row';
import { Button } from '@/ui/button';
import { useProblemWords } from '@/ui/problem-words';
import { Badge, Card, type Tone } from '@/ui/surface';
import { Text } from '@/ui/text';
import { useTimes } from '@/ui/times';
import { space } from '@/ui/tokens';
import { useDates } from '@/ui/use-dates';
import { useWords } from '@/ui/words';

const tones = {
  proposed: 'info',
  accepted: 'success',
  declined: 'danger',
  withdrawn: 'neutral',
} as const satisfies Record<CorrectionView['state'], Tone>;
const SHOWN = 5;

type Props = {
  corrections: readonly CorrectionView[];
  /** Corrections that are on this phone only, or that the server refused. */
  rows: readonly RowOf<'correction'>[];
  onAgain: (id: string) => void;
  onDismiss: (id: string) => void;
};

/** What one asked for, and what became of it. */
export function CorrectionsCard({ corrections, rows, onAgain, onDismiss }: Props) {
  const t = useWords('hours');
  const problem = useProblemWords();
  const app = useWords('app');
  const times = useTimes();
  const dates = useDates();
  const here = rows.filter(({ state, seen }) => state === 'refused' || !seen);
  if (here.length === 0 && corrections.length === 0) return null;
  return (
    <Card testID="corrections">
      <Text size="heading">{t('corrections')}</Text>
      {here.map(({ id, body, state, code, reason }) => (
        <View key={id} style={styles.row} testID={`correction-${state}`}>
          <Text>{body.comment}</Text>
          <Badge tone={state === 'refused' ? 'danger' : 'warning'}>
            {t(state === 'refused' ? 'correction_refused' : 'correction_saved')}
          </Badge>
          {state === 'refused' && (
            <>
              <Text size="small" tone="danger">
                {problem(code, reason)}
              </Text>
              <View style={styles.line}>
                <Button look="secondary" title={t('again')} onPress={() => onAgain(id)} />
                <Button look="plain" title={t('dismiss')} onPress={() => onDismiss(id)} />
              </View>
            </>
          )}
        </View>
      ))}
      {corrections.slice(0, SHOWN).map(({ id, localDate, zone, requested, state, reason, comment }) => (
        <View key={id} style={styles.row} testID={`correction-${state}`}>
          <Text>
            {[
              dates.day(localDate),
              t('period', {
                start: times.time(requested.startedAt, zone),
                end: times.time(requested.endedAt, zone),
              }),
            ].join(app('comma'))}
          </Text>
          <Text size="small" tone="muted">
            {comment}
          </Text>
          <Badge tone={tones[state]}>{t(`correction_${state}`)}</Badge>
          {reason && <Text size="small">{reason}</Text>}
        </View>
      ))}
    </Card>
  );
}

const styles = StyleSheet.create({
  row: { gap: space.xs, paddingVertical: space.sm },
  line: { flexDirection: 'row', flexWrap: 'wrap', gap: space.sm },
});
