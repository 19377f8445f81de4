import * as z from 'zod';
import { DateRange, Id, MAX_RANGE_DAYS, withinMaxRange } from '../primitives.ts';

export const EXPORT_FORMATS = ['csv', 'xlsx', 'pdf'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const EXPORT_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

/** Ids parted by commas, as in the address of the schedule. */
const IdList = z
  .string()
  .max(4000)
  .regex(/^[\da-f-]{36}(,[\da-f-]{36})*$/i, 'Ids parted by commas');

/** The schedule as it is shown: the same range, view and filters as on the screen. */
export const ExportScheduleQuerySchema = z
  .strictObject({
    format: z.enum(EXPORT_FORMATS),
    locationId: Id,
    ...DateRange.shape,
    departments: IdList.optional(),
    positions: IdList.optional(),
    /** Part of a name or position, as in the filter above the grid. */
    search: z.string().max(100).optional(),
    /** Only shifts that a rule warns of or blocks; for those who plan there. */
    findings: z.enum(['true', 'false']).optional(),
    /** `working`: the plan with its drafts (managers' default). `published`: what employees see. */
    view: z.enum(['working', 'published']).optional(),
  })
  .refine(...withinMaxRange)
  .meta({
    id: 'ExportScheduleQuery',
    description: `Business days, both included, ${MAX_RANGE_DAYS} at most`,
  });
export type ExportScheduleQuery = z.infer<typeof ExportScheduleQuerySchema>;
