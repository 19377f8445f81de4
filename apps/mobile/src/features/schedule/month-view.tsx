import type { SyncShift } from '@vaktplan/contracts/http/sync';
import { directionOf } from '@vaktplan/i18n/locales';
import { useState } from 'react';
import { Pressable, StyleSheet, View } from 'react-native';
import { Icon, type IconName } from '@/ui/icon';
import { Card } from '@/ui/surface';
import { Text } from '@/ui/text';
import { useTheme } from '@/ui/theme';
import { radius, space, target } from '@/ui/tokens';
import { useDates } from '@/ui/use-dates';
import { useLanguage, useWords } from '@/ui/words';
import { monthFrom, monthGrid } from './month-grid';
import { ShiftRow } from './shift-row';

type Props = { shifts: readonly SyncShift[]; today: string; weekStart: number };

/** A month of days; the shifts of the chosen one below. */
export function MonthView({ shifts, today, weekStart }: Props) {
  const { color } = useTheme();
  const t = useWords('schedule');
  const dates = useDates();
  const { locale } = useLanguage();
  const [month, setMonth] = useState(today.slice(0, 7));
  const [day, setDay] = useState(today);
  const of = (date: string) => shifts.filter(({ localDate }) => localDate === date);
  const [back, forth]: IconName[] =
    directionOf(locale) === 'rtl' ? ['chevron-forward', 'chevron-back'] : ['chevron-back', 'chevron-forward'];
  const arrow = (name: IconName | undefined, label: string, steps: number) => (
    <Pressable
      accessibilityRole="button"
      accessibilityLabel={label}
      onPress={() => setMonth(monthFrom(month, steps))}
      style={styles.arrow}
    >
      {name && <Icon name={name} size={22} color={color.primary} />}
    </Pressable>
  );
  return (
    <Card testID="month">
      <View style={styles.head}>
        {arrow(back, t('previous'), -1)}
        <Text size="heading" accessibilityLiveRegion="polite">
          {dates.month(month)}
        </Text>
        {arrow(forth, t('next'), 1)}
      </View>
      <View style={styles.week} aria-hidden>
        {dates.weekdays(weekStart).map((name, i) => (
          <Text key={i} size="small" tone="muted" style={styles.name}>
            {name}
          </Text>
        ))}
      </View>
      {monthGrid(month, weekStart).map((week, i) => (
        <View key={i} style={styles.week}>
          {week.map((date, weekday) => {
            if (date === null) return <View key={weekday} style={styles.day} />;
            const count = of(date).length;
            const isChosen = date === day;
            return (
              <Pressable
                key={date}
                accessibilityRole="button"
                accessibilityState={{ selected: isChosen }}
                accessibilityLabel={t('dayLabel', { date: dates.longDay(date), count })}
                testID={`day-${date}`}
                onPress={() => setDay(date)}
                style={[
                  styles.day,
                  count > 0 && { backgroundColor: color.accent },
                  date === today && { borderColor: color.borderStrong },
                  isChosen && { borderColor: color.primary },
                ]}
              >
                <Text size={count > 0 ? 'strong' : 'body'} tone={count > 0 ? 'accentForeground' : 'muted'}>
                  {dates.number(date)}
                </Text>
              </Pressable>
            );
          })}
        </View>
      ))}
      <Text size="heading">{dates.longDay(day)}</Text>
      {of(day).map((shift) => (
        <ShiftRow key={shift.id} shift={shift} />
      ))}
      {of(day).length === 0 && <Text tone="muted">{t('dayEmpty')}</Text>}
    </Card>
  );
}

const styles = StyleSheet.create({
  head: { flexDirection: 'row', alignItems: 'center', justifyContent: 'space-between' },
  arrow: { width: target, height: target, alignItems: 'center', justifyContent: 'center' },
  week: { flexDirection: 'row', gap: 2 },
  name: { flex: 1, textAlign: 'center' },
  day: {
    flex: 1,
    minHeight: target,
    alignItems: 'center',
    justifyContent: 'center',
    borderRadius: radius.sm,
    borderWidth: 2,
    borderColor: 'transparent',
    paddingVertical: space.xs,
  },
});
