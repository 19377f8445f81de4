'use client';
import { getExportTimesheetsUrl } from '@vaktplan/api-client';
import {
  Button,
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from '@vaktplan/ui';
import { Download } from 'lucide-react';
import { useWords } from '@/lib/words';
import type { LineFilter } from './resources';

const FORMATS = [
  ['xlsx', 'Excel (XLSX)'],
  ['csv', 'CSV'],
  ['pdf', null],
] as const;

/** The days and places shown, as a file. */
export function ExportMenu({ filter }: { filter: LineFilter & { employeeId?: string } }) {
  const t = useWords('timesheet');
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button>
          <Download />
          {t('export')}
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        {FORMATS.map(([format, words]) => (
          <DropdownMenuItem key={format} asChild>
            <a href={getExportTimesheetsUrl({ ...filter, format })} download>
              {words ?? t('pdfToSign')}
            </a>
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
