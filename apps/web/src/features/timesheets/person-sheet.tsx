'use client';
import { getSubmitTimesheetsUrl, getWithdrawCorrectionsUrl } from '@vaktplan/api-client';
import { CorrectionView, TimesheetView, type TimesheetLine } from '@vaktplan/contracts/http/timesheets';
import { Badge, Button, Card, EmptyState, toast } from '@vaktplan/ui';
import { CalendarPlus, ChevronLeft, ChevronRight, ClipboardList, History, Pencil } from 'lucide-react';
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
import { CorrectDialog } from './correct-dialog';
import { ExportMenu } from './export-menu';
import { HistorySheet } from './history-sheet';
import { ProposeDialog } from './propose-dialog';
import { Proposals } from './proposals';
import { sheetResource, TIMESHEET_KEYS, TIMESHEET_SIGNALS } from './resources';
import { TimesheetsLoading } from './timesheets-loading';
import { useDecide } from './use-decide';
import { Flags, isUndecided, StateBadge } from './words';

type Open = { what: 'correct' | 'history' | 'propose'; line: TimesheetLine } | { what: 'add'; date: string };

/** One person's pay period: one's own with proposals, somebody else's with decisions. */
export function PersonSheet({ employeeId, own }: { employeeId: string; own: boolean }) {
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
  return (
    <Page
      title={own ? 'My hours' : (sheet?.employeeName ?? 'Timesheet')}
      className="max-w-4xl"
      actions={
        sheet && (
          <>
            <ExportMenu
              filter={{ employeeId, startDate: sheet.payPeriod.startDate, endDate: sheet.payPeriod.endDate }}
            />
            {own && sheet.payPeriod.state === 'open' && (
              <Button onClick={() => setOpen({ what: 'add', date })}>
                <CalendarPlus />
                Add missing work
              </Button>
            )}
          </>
        )
      }
    >
      <Card aria-label={own ? 'My hours' : 'Timesheet'}>
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
              <Lines sheet={shown} own={own} onOpen={setOpen} />
              <Foot sheet={shown} own={own} decide={decide} />
            </>
          )}
        </QueryRegion>
      </Card>
      {open?.what === 'correct' && <CorrectDialog line={open.line} onClose={close} onDone={decide.refresh} />}
      {open?.what === 'history' && <HistorySheet line={open.line} onClose={close} />}
      {open?.what === 'propose' && (
        <ProposeDialog line={open.line} date={open.line.localDate} onClose={close} onDone={decide.refresh} />
      )}
      {open?.what === 'add' && (
        <ProposeDialog line={undefined} date={open.date} onClose={close} onDone={decide.refresh} />
      )}
    </Page>
  );
}

function Head({ sheet, onGo }: { sheet: TimesheetView; onGo: (date: string) => void }) {
  const format = useFormat();
  const { startDate, endDate, state } = sheet.payPeriod;
  const { countedMinutes, breakMinutes, adjustmentMinutes, entries, approvedEntries } = sheet.totals;
  return (
    <div className="border-b border-border p-4">
      <div className="flex flex-wrap items-center gap-2">
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label="Previous pay period"
          onClick={() => onGo(addDays(startDate, -1))}
        >
          <ChevronLeft />
        </Button>
        <h2 className="font-medium" aria-live="polite">
          {format.range(startDate, endDate)}
        </h2>
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label="Next pay period"
          onClick={() => onGo(addDays(endDate, 1))}
        >
          <ChevronRight />
        </Button>
        {state !== 'open' && (
          <Badge tone="outline">{state === 'locked' ? 'Locked' : 'Closed for proposals'}</Badge>
        )}
        {sheet.state === 'submitted' && <Badge tone="accent">Handed in</Badge>}
        {sheet.state === 'approved' && <Badge tone="success">Approved</Badge>}
      </div>
      <dl className="mt-3 grid grid-cols-2 gap-3 sm:grid-cols-4">
        <Figure name="Hours" value={format.duration(countedMinutes)} />
        <Figure name="Unpaid breaks" value={format.duration(breakMinutes)} />
        <Figure name="Approved" value={`${approvedEntries} of ${entries}`} />
        {adjustmentMinutes !== 0 && (
          <Figure
            name="From earlier periods"
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

type LinesProps = { sheet: TimesheetView; own: boolean; onOpen: (open: Open) => void };

function Lines({ sheet, own, onOpen }: LinesProps) {
  const format = useFormat();
  if (sheet.lines.length === 0) {
    return (
      <EmptyState
        icon={<ClipboardList />}
        title="No hours in this pay period"
        description={own ? 'What you clock appears here by itself.' : 'Nothing was clocked.'}
      />
    );
  }
  return (
    <ol className="divide-y divide-border">
      {sheet.lines.map((line) => {
        const day = format.shortDay(line.localDate);
        return (
          <li key={line.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
            <div className="min-w-44 flex-1">
              <p className="flex flex-wrap items-center gap-x-3">
                <span className="font-medium">{day}</span>
                <span className="tabular-nums">
                  {line.countedEnd
                    ? format.times(line.countedStart, line.countedEnd, line.zone)
                    : `${format.time(line.countedStart, line.zone)} –`}
                </span>
                <span className="text-muted tabular-nums">{format.duration(line.countedMinutes)}</span>
              </p>
              <p className="text-[13px] text-muted tabular-nums">
                {line.locationName}
                {line.shift && `, planned ${format.times(line.shift.startsAt, line.shift.endsAt, line.zone)}`}
                {line.breakMinutes > 0 && `, break ${format.duration(line.breakMinutes)}`}
              </p>
              <span className="mt-1 flex flex-wrap gap-1">
                <StateBadge line={line} />
                <Flags flags={line.flags} />
              </span>
              {line.decision?.reason && (
                <p className="mt-1 text-[13px] break-words">“{line.decision.reason}”</p>
              )}
            </div>
            <div className="flex gap-1">
              {own && line.abilities.propose && (
                <Button
                  size="sm"
                  aria-label={`Propose a correction, ${day}`}
                  onClick={() => onOpen({ what: 'propose', line })}
                >
                  <Pencil />
                  Correct
                </Button>
              )}
              {!own && line.abilities.correct && (
                <Button
                  size="sm"
                  aria-label={`Correct times, ${day}`}
                  onClick={() => onOpen({ what: 'correct', line })}
                >
                  <Pencil />
                  Correct
                </Button>
              )}
              <Button
                size="icon-sm"
                variant="ghost"
                aria-label={`History, ${day}`}
                onClick={() => onOpen({ what: 'history', line })}
              >
                <History />
              </Button>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

type FootProps = { sheet: TimesheetView; own: boolean; decide: ReturnType<typeof useDecide> };

function Foot({ sheet, own, decide }: FootProps) {
  const waiting = sheet.lines.filter(isUndecided);
  const submit = async () => {
    try {
      await write('POST', getSubmitTimesheetsUrl(sheet.id), {
        version: sheet.version,
        schema: TimesheetView,
      });
      toast.success('Handed in');
    } catch (error) {
      toast.error(asProblem(error).detail);
    }
    await decide.refresh();
  };
  if (own ? !sheet.abilities.submit : waiting.length === 0) return null;
  return (
    <footer className="flex justify-end border-t border-border p-3">
      {own ? (
        <Button variant="primary" onClick={() => void submit()}>
          Hand in: these are my hours
        </Button>
      ) : (
        <Button variant="primary" loading={decide.busy} onClick={() => void decide.approve(waiting)}>
          Approve {waiting.length}
        </Button>
      )}
    </footer>
  );
}

/** One's own proposals: what waits can be withdrawn, what was answered says how. */
function OwnProposals({
  corrections,
  onDone,
}: {
  corrections: readonly CorrectionView[];
  onDone: () => Promise<unknown>;
}) {
  const format = useFormat();
  const shown = corrections.filter((one) => one.state === 'proposed' || one.state === 'declined');
  if (shown.length === 0) return null;
  const withdraw = async (correction: CorrectionView) => {
    try {
      await write('POST', getWithdrawCorrectionsUrl(correction.id), {
        version: correction.version,
        schema: CorrectionView,
      });
      toast.success('Withdrawn');
    } catch (error) {
      toast.error(asProblem(error).detail);
    }
    await onDone();
  };
  return (
    <section aria-labelledby="own-proposals" className="border-b border-border px-4 py-3">
      <h2 id="own-proposals" className="text-sm font-semibold">
        Corrections you asked for
      </h2>
      <ul className="mt-2 grid gap-2">
        {shown.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            <span className="flex-1 tabular-nums">
              {format.shortDay(one.localDate)},{' '}
              {format.times(one.requested.startedAt, one.requested.endedAt, one.zone)}
              {one.reason && <span className="block text-[13px] text-muted">“{one.reason}”</span>}
            </span>
            <Badge tone={one.state === 'proposed' ? 'accent' : 'danger'}>
              {one.state === 'proposed' ? 'Waiting' : 'Declined'}
            </Badge>
            {one.abilities.withdraw && (
              <Button size="sm" variant="ghost" onClick={() => void withdraw(one)}>
                Withdraw
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
