'use client';
import { getSubmitTimesheetsUrl } from '@vaktplan/api-client';
import { TimesheetView, type TimesheetLine } from '@vaktplan/contracts/http/timesheets';
import { Badge, Button, Card, toast } from '@vaktplan/ui';
import { CalendarPlus, ChevronLeft, ChevronRight, History } from 'lucide-react';
import { parseAsIsoDate, useQueryState } from 'nuqs';
import { useState } from 'react';
import { useRefetchOn } from '@/features/realtime/use-refetch-on';
import { useFormat } from '@/features/shell/me';
import { Page } from '@/features/shell/page';
import { useToday } from '@/features/shell/use-today';
import { write } from '@/lib/api';
import { addDays } from '@/lib/format';
import { asProblem } from '@/lib/problem';
import { QueryRegion } from '@/lib/query-region';
import { useResource } from '@/lib/use-resource';
import { useProblemWords } from '@/lib/problem-words';
import { useWords } from '@/lib/words';
import { AddDialog } from './add-dialog';
import { CorrectDialog } from './correct-dialog';
import { ExportMenu } from './export-menu';
import { LineHistory, SheetHistory } from './history-sheet';
import { LeftAsBefore } from './left-as-before';
import { OwnProposals } from './own-proposals';
import { ProposeDialog } from './propose-dialog';
import { Proposals } from './proposals';
import { sheetResource, TIMESHEET_KEYS, TIMESHEET_SIGNALS } from './resources';
import { SheetLines } from './sheet-lines';
import { TimesheetsLoading } from './timesheets-loading';
import { useDecide } from './use-decide';
import { isUndecided } from './words';

type Open =
  | { what: 'correct' | 'history' | 'propose'; line: TimesheetLine }
  | { what: 'add'; date: string }
  | { what: 'add-for' }
  | { what: 'sheet-history' };

/** One person's pay period: one's own with proposals, somebody else's with decisions. */
export function PersonSheet({ employeeId, own }: { employeeId: string; own: boolean }) {
  const t = useWords('timesheet');
  const hours = useWords('hours');
  const shell = useWords('shell');
  const today = useToday();
  const [asked, setAsked] = useQueryState('date', parseAsIsoDate);
  const date = asked?.toISOString().slice(0, 10) ?? today;
  const goTo = (next: string) => void setAsked(new Date(`${next}T00:00:00Z`));
  const query = useResource(sheetResource(employeeId, date), { keepPrevious: true });
  const [open, setOpen] = useState<Open>();
  const decide = useDecide();
  useRefetchOn(TIMESHEET_SIGNALS, TIMESHEET_KEYS);
  const sheet = query.data;
  const close = () => setOpen(undefined);
  // also of one's own, who may decide about them
  const adds = sheet !== undefined && sheet.abilities.addAt.length > 0;
  return (
    <Page
      title={own ? shell('timesheet') : (sheet?.employeeName ?? t('title'))}
      className="max-w-4xl"
      actions={
        sheet && (
          <>
            <ExportMenu
              filter={{ employeeId, startDate: sheet.payPeriod.startDate, endDate: sheet.payPeriod.endDate }}
            />
            <Button onClick={() => setOpen({ what: 'sheet-history' })}>
              <History />
              {t('history')}
            </Button>
            {adds ? (
              <Button onClick={() => setOpen({ what: 'add-for' })}>
                <CalendarPlus />
                {t('add')}
              </Button>
            ) : (
              own &&
              sheet.payPeriod.state === 'open' && (
                <Button onClick={() => setOpen({ what: 'add', date })}>
                  <CalendarPlus />
                  {hours('addMissing')}
                </Button>
              )
            )}
          </>
        )
      }
    >
      <Card aria-label={own ? shell('timesheet') : t('title')}>
        <QueryRegion query={query} loading={<TimesheetsLoading />}>
          {(shown) => (
            <>
              <Head sheet={shown} onGo={goTo} />
              {own ? (
                <OwnProposals corrections={shown.corrections} onDone={decide.refresh} />
              ) : (
                <Proposals
                  corrections={shown.corrections.filter((one) => one.state === 'proposed')}
                  onDone={decide.refresh}
                />
              )}
              <LeftAsBefore left={decide.left} onClose={decide.closeLeft} />
              <SheetLines sheet={shown} own={own} onOpen={setOpen} />
              <Foot sheet={shown} own={own} decide={decide} />
            </>
          )}
        </QueryRegion>
      </Card>
      {open?.what === 'correct' && (
        <CorrectDialog line={open.line} own={own} onClose={close} onDone={decide.refresh} />
      )}
      {open?.what === 'history' && <LineHistory line={open.line} onClose={close} />}
      {open?.what === 'sheet-history' && sheet && <SheetHistory sheet={sheet} onClose={close} />}
      {open?.what === 'propose' && (
        <ProposeDialog line={open.line} date={open.line.localDate} onClose={close} onDone={decide.refresh} />
      )}
      {open?.what === 'add-for' && sheet && (
        <AddDialog sheet={sheet} own={own} date={date} onClose={close} onDone={decide.refresh} />
      )}
      {open?.what === 'add' && (
        <ProposeDialog line={undefined} date={open.date} onClose={close} onDone={decide.refresh} />
      )}
    </Page>
  );
}

function Head({ sheet, onGo }: { sheet: TimesheetView; onGo: (date: string) => void }) {
  const format = useFormat();
  const t = useWords('timesheet');
  const hours = useWords('hours');
  const { startDate, endDate, state } = sheet.payPeriod;
  const { countedMinutes, breakMinutes, adjustmentMinutes, entries, approvedEntries } = sheet.totals;
  return (
    <div className="border-b border-border p-4">
      <div className="flex flex-wrap items-center gap-2">
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={t('previous')}
          onClick={() => onGo(addDays(startDate, -1))}
        >
          <ChevronLeft className="rtl:-scale-x-100" />
        </Button>
        <h2 className="font-medium" aria-live="polite">
          {format.range(startDate, endDate)}
        </h2>
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={t('next')}
          onClick={() => onGo(addDays(endDate, 1))}
        >
          <ChevronRight className="rtl:-scale-x-100" />
        </Button>
        {state !== 'open' && (
          <Badge tone="outline">{state === 'locked' ? hours('sheet_locked') : t('closed')}</Badge>
        )}
        {sheet.state === 'submitted' && <Badge tone="accent">{hours('sheet_submitted')}</Badge>}
        {sheet.state === 'approved' && <Badge tone="success">{hours('sheet_approved')}</Badge>}
      </div>
      <dl className="mt-3 grid grid-cols-2 gap-3 sm:grid-cols-4">
        <Figure name={t('figure_hours')} value={format.duration(countedMinutes)} />
        <Figure name={t('figure_breaks')} value={format.duration(breakMinutes)} />
        <Figure name={t('figure_approved')} value={t('someOf', { done: approvedEntries, all: entries })} />
        {adjustmentMinutes !== 0 && (
          <Figure
            name={t('figure_earlier')}
            value={`${adjustmentMinutes < 0 ? '−' : '+'}${format.duration(Math.abs(adjustmentMinutes))}`}
          />
        )}
      </dl>
    </div>
  );
}

const Figure = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt className="text-[13px] text-muted">{name}</dt>
    <dd className="text-lg font-semibold tabular-nums">{value}</dd>
  </div>
);

type FootProps = { sheet: TimesheetView; own: boolean; decide: ReturnType<typeof useDecide> };

function Foot({ sheet, own, decide }: FootProps) {
  const t = useWords('timesheet');
  const wordsOf = useProblemWords();
  const waiting = sheet.lines.filter(isUndecided);
  const submit = async () => {
    try {
      await write('POST', getSubmitTimesheetsUrl(sheet.id), {
        version: sheet.version,
        schema: TimesheetView,
      });
      toast.success(t('handedIn'));
    } catch (error) {
      toast.error(wordsOf(asProblem(error)));
    }
    await decide.refresh();
  };
  if (own ? !sheet.abilities.submit : waiting.length === 0) return null;
  return (
    <footer className="flex justify-end border-t border-border p-3">
      {own ? (
        <Button variant="primary" onClick={() => void submit()}>
          {t('handIn')}
        </Button>
      ) : (
        <Button variant="primary" loading={decide.busy} onClick={() => void decide.approve(waiting)}>
          {t('approveSome', { count: waiting.length })}
        </Button>
      )}
    </footer>
  );
}
