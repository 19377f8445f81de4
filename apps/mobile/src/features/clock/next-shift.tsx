import type { SyncShift } from '@vaktplan/contracts/http/sync';
import { StyleSheet, View } from 'react-native';
import { Card, Empty } from '@/ui/surface';
import { Text } from '@/ui/text';
import { useTheme } from '@/ui/theme';
import { radius, space } from '@/ui/tokens';
import { useTimes } from '@/ui/times';
import { useWords } from '@/ui/words';

/** The shift that goes on, or the next one. */
export function NextShift({ shift, now }: { shift: SyncShift | null; now: number }) {
  const t = useWords('clock');
  const times = useTimes();
  const { color } = useTheme();
  if (!shift) {
    return (
      <Card>
        <Empty icon="calendar-clear-outline" title={t('noShift')}>
          {t('noShiftHint')}
        </Empty>
      </Card>
    );
  }
  const { zone, startsAt, endsAt, positionName, positionColor, locationName, departmentName } = shift;
  const isNow = Date.parse(startsAt) <= now;
  return (
    <Card testID="next-shift" style={styles.card}>
      <View style={[styles.stripe, { backgroundColor: positionColor ?? color.primary }]} />
      <View style={styles.words}>
        <Text size="label" tone="muted">
          {t(isNow ? 'currentShift' : 'nextShift')}
        </Text>
        <Text size="title">{times.day(startsAt, zone, now)}</Text>
        <Text size="heading" accessibilityRole="text">
          {t('span', { start: times.time(startsAt, zone), end: times.time(endsAt, zone) })}
        </Text>
        <Text tone="muted">{[positionName, departmentName, locationName].filter(Boolean).join(' · ')}</Text>
      </View>
    </Card>
  );
}

const styles = StyleSheet.create({
  card: { flexDirection: 'row', gap: space.md },
  stripe: { width: 4, borderRadius: radius.round },
  words: { flex: 1, gap: 2 },
});
