'use client';
import type { TimesheetLine, TimesheetView } from '@vaktplan/contracts/http/timesheets';
import { EmptyState, Loading, Sheet, SheetContent, Skeleton } from '@vaktplan/ui';
import { History } from 'lucide-react';
import type { ReactNode } from 'react';
import { PunchPhotos } from '@/features/files/punch-photos';
import { useFormat, useMe } from '@/features/shell/me';
import { QueryRegion } from '@/lib/query-region';
import { useResource } from '@/lib/use-resource';
import { useWords } from '@/lib/words';
import { HistoryStepItem } from './history-step';
import { historyResource, sheetHistoryResource } from './resources';
import { useReturnFocus } from './use-return-focus';

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
  const t = useWords('timesheet');
  const query = useResource(resource);
  const returnFocus = useReturnFocus(focusId);
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent title={title} description={description} onCloseAutoFocus={returnFocus}>
        {children}
        <QueryRegion
          query={query}
          loading={
            <Loading label={t('loadingHistory')} className="grid gap-4">
              <Skeleton className="h-14" />
              <Skeleton className="h-14" />
            </Loading>
          }
          isEmpty={(list) => list.data.length === 0}
          empty={<EmptyState icon={<History />} title={t('nothingYet')} description={t('nothingYetHint')} />}
        >
          {(list) => (
            <ol className="grid gap-4">
              {list.data.map((step) => (
                <HistoryStepItem key={step.id} step={step} zone={zone} />
              ))}
            </ol>
          )}
        </QueryRegion>
      </SheetContent>
    </Sheet>
  );
}

/** The history of one entry. */
export function LineHistory({ line, onClose }: { line: TimesheetLine; onClose: () => void }) {
  const format = useFormat();
  const t = useWords('timesheet');
  return (
    <HistorySheet
      title={t('historyOf', { name: line.employeeName })}
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

/** The history of a whole sheet: its entries, corrections, late punches and its period. */
export function SheetHistory({ sheet, onClose }: { sheet: TimesheetView; onClose: () => void }) {
  const format = useFormat();
  const t = useWords('timesheet');
  const { organization } = useMe();
  const { startDate, endDate } = sheet.payPeriod;
  return (
    <HistorySheet
      title={t('historyOf', { name: sheet.employeeName })}
      description={t('everyStep', { period: format.range(startDate, endDate) })}
      resource={sheetHistoryResource(sheet.id)}
      zone={sheet.lines[0]?.zone ?? organization.zone}
      onClose={onClose}
    />
  );
}
