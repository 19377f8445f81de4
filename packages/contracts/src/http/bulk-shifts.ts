import * as z from 'zod';
import { ErrorCode, FieldError } from '../problem.ts';
import { Id, Version } from '../primitives.ts';
import { CopyShiftSchema, CreateShiftSchema, ShiftView, UpdateShiftSchema } from './shifts.ts';

/** Most changes in one request; more are refused with `too_many_changes`. */
export const MAX_BULK = 500;

/** One change of a list. A shift is named once in a list; `version` is the one the caller saw. */
export const BulkChange = z
  .discriminatedUnion('op', [
    z.strictObject({ op: z.literal('create'), shift: CreateShiftSchema }),
    z.strictObject({ op: z.literal('update'), id: Id, version: Version, patch: UpdateShiftSchema }),
    z.strictObject({ op: z.literal('delete'), id: Id, version: Version }),
    z.strictObject({ op: z.literal('restore'), id: Id, version: Version }),
    z.strictObject({ op: z.literal('copy'), id: Id, copy: CopyShiftSchema }),
  ])
  .meta({ id: 'BulkChange' });
export type BulkChange = z.infer<typeof BulkChange>;

/** How many there may be is said by the verb, with a code of its own. */
export const BulkShiftsSchema = z
  .strictObject({ changes: z.array(BulkChange).min(1).meta({ maxItems: MAX_BULK }) })
  .meta({ id: 'BulkShifts' });
export type BulkShifts = z.infer<typeof BulkShiftsSchema>;

/** What became of one change: the shift as it is now, or the reason and (on version_conflict) the newer view. */
export const BulkResult = z
  .discriminatedUnion('ok', [
    z.object({ index: z.int(), ok: z.literal(true), shift: ShiftView }),
    z.object({
      index: z.int(),
      ok: z.literal(false),
      code: ErrorCode,
      detail: z.string(),
      errors: z.array(FieldError).optional(),
      current: ShiftView.optional(),
    }),
  ])
  .meta({ id: 'BulkResult' });
export type BulkResult = z.infer<typeof BulkResult>;

export const BulkShiftsResult = z
  .object({ data: z.array(BulkResult), meta: z.object({ done: z.int(), failed: z.int() }) })
  .meta({ id: 'BulkShiftsResult' });
export type BulkShiftsResult = z.infer<typeof BulkShiftsResult>;
