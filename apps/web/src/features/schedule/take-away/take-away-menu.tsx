'use client';
import type { ExportFormat } from '@vaktplan/contracts/http/exports';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
  toast,
} from '@vaktplan/ui';
import { CalendarPlus, FileSpreadsheet, FileText, Printer, Sheet, Wallet } from 'lucide-react';
import type { ReactNode } from 'react';
import { download } from '@/lib/download';
import { asProblem } from '@/lib/problem';
import { useProblemWords } from '@/lib/problem-words';
import { useWords } from '@/lib/words';
import type { View } from '../use-view';
import type { Period } from '../week';
import { exportUrl, printUrl } from './take-away-urls';

export type TakeAwayProps = {
  locationId: string;
  period: Period;
  view: View;
  /** Opens the forecasts; left out for those who may not see them. */
  onBudget: (() => void) | undefined;
  onCalendar: () => void;
};

const FILES: [format: ExportFormat, icon: ReactNode][] = [
  ['csv', <FileText key="csv" />],
  ['xlsx', <FileSpreadsheet key="xlsx" />],
  ['pdf', <Sheet key="pdf" />],
];

/** What one does with the schedule as it is shown: forecasts, files, paper. */
export default function TakeAwayMenu({ trigger, ...props }: TakeAwayProps & { trigger: ReactNode }) {
  const t = useWords('plan');
  const words = useProblemWords();
  const save = (format: ExportFormat) => {
    toast(t('making'), { id: 'take-away', duration: 30_000 });
    download(exportUrl(props, format)).then(
      () => toast.dismiss('take-away'),
      (error: unknown) => toast.error(words(asProblem(error)), { id: 'take-away' }),
    );
  };
  return (
    <DropdownMenu defaultOpen>
      <DropdownMenuTrigger asChild>{trigger}</DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        {props.onBudget && (
          <>
            <DropdownMenuItem onSelect={props.onBudget}>
              <Wallet /> {t('budget')}
            </DropdownMenuItem>
            <DropdownMenuSeparator />
          </>
        )}
        {FILES.map(([format, icon]) => (
          <DropdownMenuItem key={format} onSelect={() => save(format)}>
            {icon} {t(`file_${format}`)}
          </DropdownMenuItem>
        ))}
        <DropdownMenuItem asChild>
          <a href={printUrl(props)} target="_blank" rel="noopener">
            <Printer /> {t('print')}
          </a>
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={props.onCalendar}>
          <CalendarPlus /> {t('calendar')}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
