import { router } from 'expo-router';
import { useMemo } from 'react';
import { StyleSheet, View } from 'react-native';
import { entriesNow } from '@/sync/entries-now';
import { rowsOf } from '@/sync/outbox-row';
import { engine } from '@/sync/runtime';
import { useStored } from '@/sync/use-stored';
import { useSyncNow } from '@/sync/use-sync';
import { Button } from '@/ui/button';
import { Badge, Card, Empty, Screen } from '@/ui/surface';
import { Text } from '@/ui/text';
import { useTimes } from '@/ui/times';
import { space } from '@/ui/tokens';
import { useDates } from '@/ui/use-dates';
import { useNow } from '@/ui/use-now';
import { useWords } from '@/ui/words';
import { byPeriod, dateOf, type PeriodHours } from './by-period';
import { CorrectionsCard } from './corrections-card';
import { EntryRow } from './entry-row';

const MINUTE_MS = 60_000;

/** One's own hours by pay period, those on this phone with them, and the way to put them right. */
export function HoursScreen() {
  const held = useStored((snapshot) => snapshot);
  const { syncNow, isSyncing } = useSyncNow();
  const now = useNow(engine.now, MINUTE_MS);
  const t = useWords('hours');
  const schedule = useWords('schedule');
  const zone = held?.profile?.organization.zone;
  const periods = useMemo(
    () => (held ? byPeriod(held.timesheets, entriesNow(held.entries, held.rows), zone) : []),
    [held, zone],
  );
  if (!held) return <Screen>{null}</Screen>;
  const { owner } = held;
  const isFetched = held.completeAt !== null;
  return (
    <Screen onRefresh={syncNow} isRefreshing={isSyncing}>
      <CorrectionsCard
        corrections={held.corrections}
        rows={rowsOf(held.rows, 'correction')}
        onAgain={(id) => void engine.again(owner, id)}
        onDismiss={(id) => void engine.dismiss(owner, id)}
      />
      {periods.length === 0 && (
        <Card>
          <Empty icon="hourglass-outline" title={isFetched ? t('empty') : schedule('notYet')}>
            {isFetched ? t('emptyHint') : schedule('notYetHint')}
          </Empty>
        </Card>
      )}
      {periods.map((period) => (
        <Period key={period.sheet?.id ?? 'others'} period={period} zone={zone} now={now} />
      ))}
      <Button
        look="secondary"
        icon="add-outline"
        title={t('addMissing')}
        testID="add-missing"
        onPress={() => router.push({ pathname: '/correct', params: {} })}
      />
    </Screen>
  );
}

type PeriodProps = { period: PeriodHours; zone: string | undefined; now: number };

function Period({ period: { sheet, entries }, zone, now }: PeriodProps) {
  const t = useWords('hours');
  const times = useTimes();
  const dates = useDates();
  return (
    <Card>
      <View style={styles.head}>
        <Text size="heading" style={styles.grow}>
          {sheet
            ? t('period', { start: dates.day(sheet.startDate), end: dates.day(sheet.endDate) })
            : t('other')}
        </Text>
        {sheet && (
          <Badge tone={sheet.state === 'approved' ? 'success' : 'neutral'}>{t(`sheet_${sheet.state}`)}</Badge>
        )}
      </View>
      {sheet && (
        <Text tone="muted">
          {t('total', {
            duration: times.duration(sheet.totals.countedMinutes + sheet.totals.adjustmentMinutes),
          })}
        </Text>
      )}
      {entries.map((entry) => (
        <EntryRow
          key={entry.id}
          entry={entry}
          date={dateOf(entry, zone)}
          zone={entry.line?.zone ?? zone}
          now={now}
        />
      ))}
    </Card>
  );
}

const styles = StyleSheet.create({
  head: { flexDirection: 'row', flexWrap: 'wrap', alignItems: 'center', gap: space.sm },
  grow: { flexGrow: 1, flexShrink: 1 },
});
