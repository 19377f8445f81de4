'use client';
import type { TimesheetLine } from '@vaktplan/contracts/http/timesheets';
import { Button, Card, EmptyState } from '@vaktplan/ui';
import { weekOf } from '@vaktplan/core/rules';
import { CheckCheck, ClipboardCheck, SearchX } from 'lucide-react';
import { useState } from 'react';
import { useRefetchOn } from '@/features/realtime/use-refetch-on';
import { useMe } from '@/features/shell/me';
import { Page } from '@/features/shell/page';
import { QueryRegion } from '@/lib/query-region';
import { useResource } from '@/lib/use-resource';
import { useWords } from '@/lib/words';
import { CorrectDialog } from './correct-dialog';
import { ExportMenu } from './export-menu';
import { LineHistory } from './history-sheet';
import { LeftAsBefore } from './left-as-before';
import { LatePunches } from './late-punches';
import type { LineAction } from './line-row';
import { LineTable } from './line-table';
import { PeriodBar } from './period-bar';
import { Proposals } from './proposals';
import { RefusedTaps } from './refused-taps';
import { ReasonDialog } from './reason-dialog';
import {
  adjustmentsResource,
  correctionsResource,
  linesResource,
  periodsResource,
  refusedTapsResource,
  TIMESHEET_KEYS,
  TIMESHEET_SIGNALS,
  type Days,
} from './resources';
import { TimesheetsLoading } from './timesheets-loading';
import { TimesheetToolbar } from './toolbar';
import { useDecide } from './use-decide';
import { useTimesheetView, type Shown } from './use-view';
import { isClean, isUndecided } from './words';

const MATCHES: Record<Shown, (line: TimesheetLine) => boolean> = {
  all: () => true,
  undecided: isUndecided,
  exceptions: (line) => line.exception && line.state !== 'approved' && line.state !== 'locked',
  approved: (line) => line.state === 'approved' || line.state === 'locked',
};

type Open = { what: 'correct' | 'history'; line: TimesheetLine } | { what: 'reject'; lines: TimesheetLine[] };

/** Hours to approve: the clean ones at once, then what there is to look at, one by one. */
export function Timesheets() {
  const t = useWords('timesheets');
  const title = useWords('shell')('timesheets');
  const { organization } = useMe();
  const view = useTimesheetView();
  const periods = useResource(periodsResource({ startDate: view.date, endDate: view.date }), {
    keepPrevious: true,
  });
  const period = periods.data?.data[0];
  const week = weekOf(view.date, organization.weekStart);
  const days: Days =
    view.span === 'period' && period ? { startDate: period.startDate, endDate: period.endDate } : week;
  const filter = {
    ...days,
    locationId: view.location ?? undefined,
    departmentId: view.department ?? undefined,
  };
  // never the lines of other days in between: what is approved at once is what belongs to these
  const query = useResource(linesResource(filter));
  const corrections = useResource(correctionsResource(days)).data?.data ?? [];
  const refused = useResource(refusedTapsResource).data?.data ?? [];
  const late = useResource(adjustmentsResource).data?.data ?? [];
  const decide = useDecide();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<Open>();
  useRefetchOn(TIMESHEET_SIGNALS, TIMESHEET_KEYS);

  const all = query.data?.data ?? [];
  const clean = all.filter(isClean);
  const exceptions = all.filter((line) => isUndecided(line) && line.exception).length;
  const chosen = all.filter((line) => selected.has(line.id));
  const clear = () => setSelected(new Set());
  const onAction = (action: LineAction, line: TimesheetLine) => {
    if (action === 'approve') void decide.approve([line]);
    else if (action === 'reopen') void decide.reopen([line]);
    else if (action === 'reject') setOpen({ what: 'reject', lines: [line] });
    else if (action === 'proposal')
      document.querySelector<HTMLElement>(`#proposal-${line.correctionId} button:last-of-type`)?.focus();
    else setOpen({ what: action, line });
  };
  const close = () => setOpen(undefined);

  return (
    <Page
      title={title}
      className="max-w-7xl"
      actions={
        <>
          <ExportMenu filter={filter} />
          <Button
            variant="primary"
            disabled={clean.length === 0}
            loading={decide.busy || query.isPending}
            onClick={() => void decide.approve(clean)}
          >
            <CheckCheck />
            {query.data ? t('approveClean', { count: clean.length }) : t('approve')}
          </Button>
        </>
      }
    >
      <Card aria-label={title}>
        <TimesheetToolbar view={view} days={days} />
        {period && <PeriodBar key={period.id} period={period} onDone={decide.refresh} />}
        <Proposals corrections={corrections} onDone={decide.refresh} />
        <RefusedTaps items={refused} onDone={decide.refresh} />
        <LatePunches items={late} onDone={decide.refresh} />
        <LeftAsBefore left={decide.left} onClose={decide.closeLeft} />
        <SelectionBar
          lines={chosen}
          exceptions={query.data && exceptions}
          busy={decide.busy}
          onApprove={(lines) => void decide.approve(lines).then(clear)}
          onReject={() => setOpen({ what: 'reject', lines: chosen })}
          onClear={clear}
        />
        <QueryRegion
          query={query}
          loading={<TimesheetsLoading />}
          isEmpty={(list) => !list.data.some(MATCHES[view.show])}
          empty={
            all.length === 0 ? (
              <EmptyState icon={<ClipboardCheck />} title={t('none')} description={t('noneHint')} />
            ) : (
              <EmptyState
                icon={<SearchX />}
                title={t('noneSuch')}
                description={t('noneSuchHint')}
                action={<Button onClick={() => void view.set({ show: 'all' })}>{t('showAll')}</Button>}
              />
            )
          }
        >
          {(list) => (
            <LineTable
              lines={list.data.filter(MATCHES[view.show])}
              selected={selected}
              onSelect={setSelected}
              onAction={onAction}
            />
          )}
        </QueryRegion>
      </Card>
      {open?.what === 'correct' && <CorrectDialog line={open.line} onClose={close} onDone={decide.refresh} />}
      {open?.what === 'history' && <LineHistory line={open.line} onClose={close} />}
      {open?.what === 'reject' && (
        <ReasonDialog
          title={t('sendBackTitle', { count: open.lines.length })}
          description={t('sendBackHint')}
          action={t('sendBack')}
          danger
          onClose={close}
          send={async (reason) => {
            await decide.reject(open.lines, reason);
            clear();
          }}
        />
      )}
    </Page>
  );
}

type SelectionProps = {
  lines: TimesheetLine[];
  /** Left out: not known, or not to be had. */
  exceptions: number | undefined;
  busy: boolean;
  onApprove: (lines: TimesheetLine[]) => void;
  onReject: () => void;
  onClear: () => void;
};

function SelectionBar({ lines, exceptions, busy, onApprove, onReject, onClear }: SelectionProps) {
  const t = useWords('timesheets');
  const approveSome = useWords('timesheet');
  const count = lines.length;
  const approvable = lines.filter((line) => line.abilities.approve);
  if (count === 0) {
    return (
      <p role="status" className="border-b border-border px-4 py-2 text-[13px] text-muted">
        {exceptions === undefined ? '\u00a0' : t('toLookAt', { count: exceptions })}
      </p>
    );
  }
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-2 border-b border-border bg-accent/50 px-4 py-2"
    >
      <span className="flex-1 text-sm font-medium">{t('selected', { count })}</span>
      <Button size="sm" variant="ghost" onClick={onClear}>
        {t('clear')}
      </Button>
      <Button size="sm" onClick={onReject}>
        {t('sendBack')}
      </Button>
      <Button
        size="sm"
        variant="primary"
        loading={busy}
        disabled={approvable.length === 0}
        onClick={() => onApprove(approvable)}
      >
        {approveSome('approveSome', { count: approvable.length })}
      </Button>
    </div>
  );
}
