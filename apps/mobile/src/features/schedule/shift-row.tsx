import type { SyncShift } from '@vaktplan/contracts/http/sync';
import { router } from 'expo-router';
import { Pressable, StyleSheet, View } from 'react-native';
import { Badge } from '@/ui/surface';
import { Text } from '@/ui/text';
import { useTheme } from '@/ui/theme';
import { useTimes } from '@/ui/times';
import { radius, space, target } from '@/ui/tokens';
import { useDates } from '@/ui/use-dates';
import { useWords } from '@/ui/words';

export type ShiftNews = 'added' | 'changed' | null;

/** One shift of the list; opens what there is to know of it. Times are those of the workplace. */
export function ShiftRow({ shift, news = null }: { shift: SyncShift; news?: ShiftNews }) {
  const { color } = useTheme();
  const t = useWords('schedule');
  const times = useTimes();
  const dates = useDates();
  const { id, localDate, startsAt, endsAt, zone, positionName, departmentName, locationName } = shift;
  const span = t('span', { start: times.time(startsAt, zone), end: times.time(endsAt, zone) });
  const where = [positionName, departmentName, locationName].filter(Boolean).join(' · ');
  return (
    <Pressable
      accessibilityRole="button"
      testID={`shift-${id}`}
      onPress={() => router.push({ pathname: '/shift/[id]', params: { id } })}
      style={({ pressed }) => [styles.row, pressed && { backgroundColor: color.surface2 }]}
    >
      <View style={[styles.stripe, { backgroundColor: shift.positionColor ?? color.primary }]} />
      <View style={styles.words}>
        <Text size="label" tone="muted">
          {dates.day(localDate)}
        </Text>
        <Text size="strong">{span}</Text>
        <Text size="small" tone="muted">
          {where}
        </Text>
      </View>
      {news && <Badge tone="info">{t(`news_${news}`)}</Badge>}
    </Pressable>
  );
}

const styles = StyleSheet.create({
  row: {
    minHeight: target,
    flexDirection: 'row',
    alignItems: 'center',
    gap: space.md,
    paddingVertical: space.sm,
    borderRadius: radius.sm,
  },
  stripe: { width: 4, alignSelf: 'stretch', borderRadius: radius.round },
  words: { flex: 1, gap: 2 },
});
