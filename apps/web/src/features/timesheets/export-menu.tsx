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
import type { LineFilter } from './resources';

const FORMATS = [
  ['xlsx', 'Excel (XLSX)'],
  ['csv', 'CSV'],
  ['pdf', 'PDF to sign'],
] as const;

/** The days and places shown, as a file. */
export function ExportMenu({ filter }: { filter: LineFilter & { employeeId?: string } }) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button>
          <Download />
          Export
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        {FORMATS.map(([format, words]) => (
          <DropdownMenuItem key={format} asChild>
            <a href={getExportTimesheetsUrl({ ...filter, format })} download>
              {words}
            </a>
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
