import * as z from 'zod';
import { Instant } from '../primitives.ts';
import { EXPORT_FORMATS } from './exports.ts';

/** All that is stored about the caller, kind by kind. */
export const OwnDataView = z
  .object({
    exportedAt: Instant,
    sections: z.array(
      z.object({
        name: z.string(),
        rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).nullable())),
      }),
    ),
    /** After how many days positions and photos are deleted. */
    retention: z.object({ positionDays: z.int(), photoDays: z.int() }),
  })
  .meta({ id: 'OwnData' });
export type OwnDataView = z.infer<typeof OwnDataView>;

export const ExportOwnDataQuerySchema = z
  .strictObject({ format: z.enum(EXPORT_FORMATS) })
  .meta({ id: 'ExportOwnDataQuery' });
export type ExportOwnDataQuery = z.infer<typeof ExportOwnDataQuerySchema>;
