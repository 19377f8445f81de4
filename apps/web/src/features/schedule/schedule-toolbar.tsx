'use client';
import type { RosterView } from '@vaktplan/contracts/http/shifts';
import { Button, buttonVariants, Input, Tooltip } from '@vaktplan/ui';
import type { GridHistory } from '@vaktplan/ui/schedule-grid';
import { ChevronLeft, ChevronRight, History, Plus, Redo2, Search, Send, Undo2 } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode, Ref } from 'react';
import { useFormat } from '@/features/shell/me';
import { useWords } from '@/lib/words';
import type { ChangeView, View } from './use-view';
import { ViewPicker } from './view-picker';
import { isoWeek, type Period } from './week';

type ToolbarProps = {
  period: Period;
  view: View;
  roster: RosterView;
  onView: ChangeView;
  filterRef: Ref<HTMLInputElement>;
  onGo: (delta: -1 | 0 | 1) => void;
  history: GridHistory;
  onUndo: () => void;
  onRedo: () => void;
  onAdd: (() => void) | undefined;
  onPublish: (() => void) | undefined;
  /** Copying and templates. */
  repeat: ReactNode;
  /** Files, paper and forecasts. */
  takeAway: ReactNode;
  /** What the rules have against the plan. */
  findings: ReactNode;
  /** Who else is here. */
  people: ReactNode;
  pendingChanges: number;
};

/** Period, view, filter, undo and publish, above the grid. */
export function ScheduleToolbar(props: ToolbarProps) {
  const format = useFormat();
  const t = useWords('plan');
  const { period, view, history } = props;
  return (
    <div className="flex flex-wrap items-center gap-x-1 gap-y-2 border-b border-border bg-surface px-3 py-2 md:px-4 min-[1400px]:flex-nowrap 2xl:gap-x-2">
      <div className="flex items-center max-md:hidden">
        <IconButton
          label={t(`previous_${period.range}`)}
          onClick={() => props.onGo(-1)}
          icon={<ChevronLeft className="rtl:-scale-x-100" />}
        />
        <IconButton
          label={t(`next_${period.range}`)}
          onClick={() => props.onGo(1)}
          icon={<ChevronRight className="rtl:-scale-x-100" />}
        />
        <Button className="ms-1" onClick={() => props.onGo(0)}>
          {t('today')}
        </Button>
      </div>
      <h1 className="me-auto min-w-0 flex-1 truncate max-md:-order-1 text-[15px] font-semibold max-md:basis-1/2 md:min-w-30 md:basis-auto md:px-1">
        {period.range === 'day'
          ? format.shortDay(period.startDate)
          : format.range(period.startDate, period.endDate)}{' '}
        {period.range !== 'month' && (
          <span className="font-normal text-muted min-[1400px]:max-2xl:sr-only">
            {t('week', { week: isoWeek(period.startDate) })}
          </span>
        )}
      </h1>
      {props.people}
      {props.findings}
      <ViewPicker view={view} roster={props.roster} onView={props.onView} />
      {/* where there is no room for all, what changes the plan is on a line of its own */}
      <span aria-hidden="true" className="hidden h-0 basis-full md:max-[1400px]:block" />
      <div className="relative shrink max-md:order-last max-md:w-full md:max-[1400px]:max-w-64 md:max-[1400px]:flex-1 min-[1400px]:w-40 min-[1400px]:min-w-24 min-[1400px]:shrink-[9] 2xl:w-48">
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute start-2.5 top-1/2 size-4 -translate-y-1/2 text-muted"
        />
        <Input
          ref={props.filterRef}
          type="search"
          aria-label={t('filterLabel')}
          placeholder={t('filter')}
          className="ps-8"
          value={view.q}
          onChange={(event) => props.onView({ q: event.target.value })}
        />
      </div>
      {(props.onAdd || props.onPublish) && (
        <div className="flex items-center max-md:hidden md:max-[1400px]:ms-auto">
          <IconButton
            label={t('undo')}
            disabled={!history.canUndo}
            onClick={props.onUndo}
            icon={<Undo2 className="rtl:-scale-x-100" />}
          />
          <IconButton
            label={t('redo')}
            disabled={!history.canRedo}
            onClick={props.onRedo}
            icon={<Redo2 className="rtl:-scale-x-100" />}
          />
        </div>
      )}
      {props.onPublish && (
        <Tooltip content={t('historyHint')}>
          <Link
            href={`/schedule/history?date=${period.startDate}`}
            // it is another page for each period, and few go there
            prefetch={false}
            aria-label={t('history')}
            className={buttonVariants({
              variant: 'ghost',
              size: 'icon',
            })}
          >
            <History />
          </Link>
        </Tooltip>
      )}
      {props.repeat}
      {props.takeAway}
      {props.onAdd && (
        <Tooltip content={t('addShift')}>
          <Button onClick={props.onAdd} className="max-2xl:px-2.5">
            <Plus /> <span className="max-2xl:sr-only">{t('addShift')}</span>
          </Button>
        </Tooltip>
      )}
      {props.onPublish && (
        <Button variant="primary" onClick={props.onPublish} className="max-md:-order-1">
          <Send className="rtl:-scale-x-100" /> {t('publish')}
          {props.pendingChanges > 0 && (
            <span className="rounded-full bg-primary-foreground px-1.5 text-primary text-xs tabular-nums">
              <span aria-hidden="true">{props.pendingChanges}</span>
              <span className="sr-only">{t('unpublished', { count: props.pendingChanges })}</span>
            </span>
          )}
        </Button>
      )}
    </div>
  );
}

function IconButton({
  label,
  icon,
  ...props
}: {
  label: string;
  icon: React.ReactNode;
  disabled?: boolean;
  onClick: () => void;
}) {
  return (
    <Tooltip content={label}>
      <Button variant="ghost" size="icon" aria-label={label} {...props}>
        {icon}
      </Button>
    </Tooltip>
  );
}
