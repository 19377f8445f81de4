import { useLocalSearchParams } from 'expo-router';
import { StyleSheet, View } from 'react-native';
import { engine } from '@/sync/runtime';
import { useStored } from '@/sync/use-stored';
import { Card, Empty, Screen } from '@/ui/surface';
import { Text } from '@/ui/text';
import { useTimes } from '@/ui/times';
import { space } from '@/ui/tokens';
import { useDates } from '@/ui/use-dates';
import { useWords } from '@/ui/words';
import { knowsColleagues, withMe } from './upcoming';

/** One shift, and who works with me then. */
export function ShiftScreen() {
  const { id } = useLocalSearchParams<{ id: string }>();
  const held = useStored((snapshot) => snapshot);
  const t = useWords('schedule');
  const times = useTimes();
  const dates = useDates();
  if (!held) return <Screen>{null}</Screen>;
  const shift = held.shifts.find((one) => one.id === id);
  if (!shift) {
    return (
      <Screen>
        <Empty icon="calendar-clear-outline" title={t('gone')} testID="shift-gone" />
      </Screen>
    );
  }
  const { zone, startsAt, endsAt, breakMinutes, notes } = shift;
  const span = (from: string, to: string) =>
    t('span', { start: times.time(from, zone), end: times.time(to, zone) });
  const isKnown = knowsColleagues(shift, engine.now());
  const colleagues = withMe(shift, held.colleagues);
  return (
    <Screen>
      <Card>
        <Text size="title">{dates.longDay(shift.localDate)}</Text>
        <Text size="heading" accessibilityRole="text">
          {span(startsAt, endsAt)}
        </Text>
        {breakMinutes > 0 && <Text>{t('breaks', { duration: times.duration(breakMinutes) })}</Text>}
        <Text tone="muted">
          {[shift.positionName, shift.departmentName, shift.locationName].filter(Boolean).join(' · ')}
        </Text>
        {notes && (
          <View style={styles.note}>
            <Text size="label" tone="muted">
              {t('note')}
            </Text>
            <Text>{notes}</Text>
          </View>
        )}
      </Card>
      <Card testID="with-me">
        <Text size="heading">{t('withMe')}</Text>
        {colleagues.map((one) => (
          <View key={one.shiftId} style={styles.colleague} testID={`colleague-${one.employeeId}`}>
            <Text size="strong">{one.name}</Text>
            <Text size="small" tone="muted">
              {[span(one.startsAt, one.endsAt), one.positionName].filter(Boolean).join(' · ')}
            </Text>
          </View>
        ))}
        {isKnown && colleagues.length === 0 && <Text>{t('nobody')}</Text>}
        <Text size="small" tone="muted">
          {t(isKnown ? 'notKnown' : 'notKnownYet')}
        </Text>
      </Card>
    </Screen>
  );
}

const styles = StyleSheet.create({
  note: { gap: 2, paddingTop: space.sm },
  colleague: { paddingVertical: space.xs },
});
