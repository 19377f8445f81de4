import { useEffect, useMemo, useState } from 'react';
import { changesSince } from '@/sync/schedule-changes';
import { engine, markLooked } from '@/sync/runtime';
import { useStored } from '@/sync/use-stored';
import { useSyncNow } from '@/sync/use-sync';
import { Segments } from '@/ui/segments';
import { Banner, Card, Empty, Screen } from '@/ui/surface';
import { Text } from '@/ui/text';
import { useTimes } from '@/ui/times';
import { useDates } from '@/ui/use-dates';
import { useNow } from '@/ui/use-now';
import { useWords } from '@/ui/words';
import { MonthView } from './month-view';
import { NewsCard } from './news-card';
import { ShiftRow, type ShiftNews } from './shift-row';
import { byMonth, dateIn } from './upcoming';

const MINUTE_MS = 60_000;

/** One's own shifts, as the phone keeps them, and what changed since one looked last. */
export function ScheduleScreen() {
  const held = useStored((snapshot) => snapshot);
  const { syncNow, isSyncing } = useSyncNow();
  const now = useNow(engine.now, MINUTE_MS);
  const t = useWords('schedule');
  const times = useTimes();
  const dates = useDates();
  const [view, setView] = useState<'list' | 'month'>('list');

  const shifts = useMemo(() => held?.shifts ?? [], [held]);
  const changes = useMemo(() => changesSince(held?.looked ?? null, shifts, now), [held?.looked, shifts, now]);
  const isFirstLook = held !== null && held.completeAt !== null && held.looked === null;
  useEffect(() => {
    if (isFirstLook) void markLooked();
  }, [isFirstLook]);

  if (!held) return <Screen>{null}</Screen>;
  const news = new Map<string, ShiftNews>(
    changes.flatMap((change) => (change.kind === 'removed' ? [] : [[change.shift.id, change.kind]])),
  );
  const ahead = shifts.filter(({ endsAt }) => Date.parse(endsAt) > now);
  const own = ahead.filter(({ open }) => !open);
  const open = ahead.filter((shift) => shift.open);
  const zone = held.profile?.organization.zone;
  return (
    <Screen onRefresh={syncNow} isRefreshing={isSyncing}>
      {held.unreadable > 0 && <Banner tone="warning">{t('unreadable')}</Banner>}
      <NewsCard changes={changes} onSeen={() => void markLooked()} />
      <Segments
        choices={[
          { key: 'list', title: t('list') },
          { key: 'month', title: t('month') },
        ]}
        chosen={view}
        onChoose={setView}
      />
      {view === 'month' ? (
        <MonthView
          shifts={shifts.filter((shift) => !shift.open)}
          today={dateIn(now, zone)}
          weekStart={held.profile?.organization.weekStart ?? 1}
        />
      ) : own.length === 0 ? (
        <Card>
          {held.completeAt === null ? (
            <Empty icon="cloud-download-outline" title={t('notYet')}>
              {t('notYetHint')}
            </Empty>
          ) : (
            <Empty icon="calendar-clear-outline" title={t('empty')}>
              {t('emptyHint')}
            </Empty>
          )}
        </Card>
      ) : (
        byMonth(own).map(([month, some]) => (
          <Card key={month}>
            <Text size="heading">{dates.month(month)}</Text>
            {some.map((shift) => (
              <ShiftRow key={shift.id} shift={shift} news={news.get(shift.id) ?? null} />
            ))}
          </Card>
        ))
      )}
      {open.length > 0 && (
        <Card testID="open-shifts">
          <Text size="heading">{t('open')}</Text>
          <Text size="small" tone="muted">
            {t('openHint')}
          </Text>
          {open.map((shift) => (
            <ShiftRow key={shift.id} shift={shift} />
          ))}
        </Card>
      )}
      {held.completeAt !== null && (
        <Text size="small" tone="muted">
          {t('updated', { time: times.moment(held.completeAt) })}
        </Text>
      )}
    </Screen>
  );
}
