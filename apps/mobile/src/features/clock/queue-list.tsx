import { StyleSheet, View } from 'react-native';
import type { RowOf } from '@/sync/outbox-row';
import { happenedAt } from '@/sync/stamp';
import { Button } from '@/ui/button';
import { Badge, Card, type Tone } from '@/ui/surface';
import { Text } from '@/ui/text';
import { space } from '@/ui/tokens';
import { useProblemWords } from '@/ui/problem-words';
import { useTimes } from '@/ui/times';
import { useWords } from '@/ui/words';
import { ROW_ICONS } from './choices';

type Row = RowOf<'punch'>;
const tones = {
  saved: 'warning',
  sending: 'info',
  confirmed: 'success',
  refused: 'danger',
} as const satisfies Record<Row['state'], Tone>;
const SHOWN = 6;

type Props = {
  rows: readonly Row[];
  onAgain: (id: string) => void;
  onDismiss: (id: string) => void;
};

/** The newest taps of this phone, and how far each has come. */
export function QueueList({ rows, onAgain, onDismiss }: Props) {
  const t = useWords('queue');
  if (rows.length === 0) return null;
  return (
    <Card testID="queue">
      <Text size="heading">{t('title')}</Text>
      {rows
        .slice(-SHOWN)
        .toReversed()
        .map((row) => (
          <QueueRow key={row.id} row={row} onAgain={onAgain} onDismiss={onDismiss} />
        ))}
    </Card>
  );
}

function QueueRow({ row, onAgain, onDismiss }: Omit<Props, 'rows'> & { row: Row }) {
  const t = useWords('queue');
  const clock = useWords('clock');
  const problem = useProblemWords();
  const times = useTimes();
  const { kind, stamp } = row.body;
  return (
    <View style={styles.row} testID={`queue-${row.state}`}>
      <View style={styles.line}>
        <Text style={styles.what}>{clock(`done_${kind}`, { time: times.time(happenedAt(stamp)) })}</Text>
        <Badge tone={tones[row.state]} icon={ROW_ICONS[row.state]}>
          {t(row.state === 'saved' ? 'waiting' : row.state)}
        </Badge>
      </View>
      {row.state === 'refused' && (
        <>
          <Text size="small" tone="danger">
            {problem(row.code, row.reason)}
          </Text>
          <View style={styles.line}>
            <Button look="secondary" title={t('again')} onPress={() => onAgain(row.id)} />
            <Button look="plain" title={t('dismiss')} onPress={() => onDismiss(row.id)} />
          </View>
        </>
      )}
      {row.state === 'confirmed' && row.code && (
        <Text size="small" tone="muted">
          {t('kept')}
        </Text>
      )}
    </View>
  );
}

const styles = StyleSheet.create({
  row: { gap: space.xs, paddingVertical: space.xs },
  line: { flexDirection: 'row', flexWrap: 'wrap', alignItems: 'center', gap: space.sm },
  what: { flexGrow: 1, flexShrink: 1 },
});
