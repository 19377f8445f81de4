'use client';
import type { DashboardView } from '@vaktplan/contracts/http/dashboard';
import { Avatar, Badge, Button, Card, CardHeader, EmptyState } from '@vaktplan/ui';
import { CalendarPlus } from 'lucide-react';
import Link from 'next/link';
import { useFormat } from '@/features/shell/me';
import { useWords } from '@/lib/words';
import { ShortList } from './short-list';

/** Today's shifts in order of their start; open ones included. */
export function Today({ view }: { view: DashboardView }) {
  const t = useWords('dashboard');
  const shifts = [...view.today].sort((a, b) => a.shift.startsAt.localeCompare(b.shift.startsAt));
  return (
    <Card aria-labelledby="today">
      <CardHeader
        id="today"
        title={t('today')}
        actions={
          <Button asChild size="sm" variant="ghost">
            <Link href="/schedule">{t('schedule')}</Link>
          </Button>
        }
      />
      {shifts.length === 0 ? (
        <EmptyState
          icon={<CalendarPlus />}
          title={t('nothingToday')}
          description={t('nothingTodayHint')}
          className="pt-4 pb-10"
        />
      ) : (
        <ShortList items={shifts} keyOf={(one) => one.shift.id} shown={10}>
          {(one) => <Row {...one} />}
        </ShortList>
      )}
    </Card>
  );
}

function Row({ shift, employeeName, positionName }: DashboardView['today'][number]) {
  const t = useWords('dashboard');
  const format = useFormat();
  return (
    <div className="flex items-center gap-3 px-4 py-2.5">
      {employeeName && shift.employeeId ? (
        <Avatar id={shift.employeeId} name={employeeName} />
      ) : (
        <span
          aria-hidden="true"
          className="size-8 shrink-0 rounded-full border border-dashed border-border-strong"
        />
      )}
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{employeeName ?? t('open')}</p>
        <p className="truncate text-[13px] text-muted tabular-nums">
          {format.times(shift.startsAt, shift.endsAt, shift.zone)}
          {positionName && ` · ${positionName}`}
        </p>
      </div>
      {shift.state === 'draft' && <Badge tone="outline">{t('draft')}</Badge>}
      {shift.state === 'changed' && <Badge tone="warning">{t('changed')}</Badge>}
    </div>
  );
}
