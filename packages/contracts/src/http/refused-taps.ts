import * as z from 'zod';
import { ErrorCode } from '../problem.ts';
import { Id, Instant, listOf, Version } from '../primitives.ts';
import { Reason } from './pay-periods.ts';
import { PunchKind } from './time-tracking.ts';

/** A tap that waited on a kiosk and was refused when it came: whoever tapped believes to be clocked in, or out. */
export const RefusedTapView = z
  .object({
    /** That of the punch. */
    id: Id,
    kioskName: z.string(),
    locationId: Id,
    locationName: z.string(),
    zone: z.string(),
    /** Null: only a PIN was typed, and it was nobody's. */
    employeeId: Id.nullable(),
    employeeName: z.string().nullable(),
    kind: PunchKind,
    occurredAt: Instant,
    problem: ErrorCode,
    detail: z.string(),
    state: z.enum(['open', 'counted', 'dismissed']),
    reason: z.string().nullable(),
    createdAt: Instant,
    version: Version,
    abilities: z.object({ settle: z.boolean() }),
  })
  .meta({ id: 'RefusedTap' });
export type RefusedTapView = z.infer<typeof RefusedTapView>;
export const RefusedTapList = listOf(RefusedTapView).meta({ id: 'RefusedTapList' });
export type RefusedTapList = z.infer<typeof RefusedTapList>;

/** Counted, the tap becomes a punch of this person at the time it was made; else it is dismissed, which takes a reason. */
export const SettleRefusedTapSchema = z
  .strictObject({ count: z.boolean(), employeeId: Id.optional(), reason: Reason.optional() })
  .refine((input) => input.count || input.reason !== undefined, {
    message: 'Say why it is dismissed',
    path: ['reason'],
  })
  .refine((input) => !input.count || input.employeeId !== undefined, {
    message: 'Say whose tap it was',
    path: ['employeeId'],
  })
  .meta({ id: 'SettleRefusedTap' });
export type SettleRefusedTap = z.infer<typeof SettleRefusedTapSchema>;
