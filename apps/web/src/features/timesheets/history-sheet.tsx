'use client';
import type { HistoryStep } from '@vaktplan/contracts/http/timesheet-corrections';
import type { TimesheetLine } from '@vaktplan/contracts/http/timesheets';
import { EmptyState, Loading, Sheet, SheetContent, Skeleton } from '@vaktplan/ui';
import { History } from 'lucide-react';
import type { ReactNode } from 'react';
import { PunchPhotos } from '@/features/files/punch-photos';
import { useFormat } from '@/features/shell/me';
import { QueryRegion } from '@/lib/query-region';
import { useResource } from '@/lib/use-resource';
import { historyResource } from './resources';
import { useReturnFocus } from './use-return-focus';

const DECISIONS: Record<string, string> = {
  approved: 'Approved',
  rejected: 'Sent back',
  reopened: 'Decision taken back',
  corrected: 'Times corrected',
  added: 'Added',
  proposed: 'Correction asked for',
  accepted: 'Correction accepted',
  declined: 'Correction declined',
  withdrawn: 'Correction withdrawn',
  closed: 'Closed for proposals',
  locked: 'Locked',
  unlocked: 'Unlocked',
  relocked: 'Locked again',
};

type Props = {
  title: string;
  description: string;
  resource: ReturnType<typeof historyResource>;
  /** Whose clock the steps are told in. */
  zone: string;
  /** Where focus goes at the end when that which opened it is gone. */
  focusId?: string;
  onClose: () => void;
  /** Shown above the steps. */
  children?: ReactNode;
};

/** Every step, newest first, with how it was before and after. */
export function HistorySheet(props: Props) {
  const { title, description, resource, zone, focusId, onClose, children } = props;
  const query = useResource(resource);
  const returnFocus = useReturnFocus(focusId);
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent title={title} description={description} onCloseAutoFocus={returnFocus}>
        {children}
        <QueryRegion
          query={query}
          loading={
            <Loading label="Loading the history" className="grid gap-4">
              <Skeleton className="h-14" />
              <Skeleton className="h-14" />
            </Loading>
          }
          isEmpty={(list) => list.data.length === 0}
          empty={
            <EmptyState
              icon={<History />}
              title="Nothing yet"
              description="Nobody has decided anything here."
            />
          }
        >
          {(list) => (
            <ol className="grid gap-4">
              {list.data.map((step) => (
                <Step key={step.id} step={step} zone={zone} />
              ))}
            </ol>
          )}
        </QueryRegion>
      </SheetContent>
    </Sheet>
  );
}

const textOf = (record: HistoryStep['before'], key: string): string | undefined => {
  const value = record?.[key];
  return typeof value === 'string' ? value : undefined;
};

function Step({ step, zone }: { step: HistoryStep; zone: string }) {
  const format = useFormat();
  const times = (record: HistoryStep['before']) => {
    const from = textOf(record, 'startedAt') ?? textOf(record, 'countedStart');
    const to = textOf(record, 'endedAt') ?? textOf(record, 'countedEnd');
    if (!from) return undefined;
    return to ? format.times(from, to, zone) : `${format.time(from, zone)} –`;
  };
  const before = times(step.before);
  const after = times(step.after);
  return (
    <li className="border-l-2 border-border pl-3">
      <p className="font-medium">
        {DECISIONS[step.decision] ?? step.decision}
        {step.step === 'automatic' && ' by itself'}
      </p>
      <p className="text-[13px] text-muted">
        {[step.actor, format.moment(step.at, zone)].filter(Boolean).join(', ')}
      </p>
      {after && (
        <p className="text-[13px] tabular-nums">
          {before && before !== after && (
            <>
              <del className="text-muted">{before}</del> <span aria-hidden="true">→</span>{' '}
            </>
          )}
          {after}
        </p>
      )}
      {step.reason && <p className="text-[13px] break-words">“{step.reason}”</p>}
    </li>
  );
}

/** The history of one entry. */
export function LineHistory({ line, onClose }: { line: TimesheetLine; onClose: () => void }) {
  const format = useFormat();
  return (
    <HistorySheet
      title={`History, ${line.employeeName}`}
      description={format.longDay(line.localDate)}
      resource={historyResource(line.id)}
      zone={line.zone}
      focusId={`line-${line.id}`}
      onClose={onClose}
    >
      <PunchPhotos timeEntryId={line.id} zone={line.zone} />
    </HistorySheet>
  );
}
