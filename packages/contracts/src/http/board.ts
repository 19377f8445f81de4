import * as z from 'zod';
import { Id, Instant } from '../primitives.ts';

export const BoardQuerySchema = z.strictObject({ locationId: Id.optional() }).meta({ id: 'BoardQuery' });
export type BoardQuery = z.infer<typeof BoardQuerySchema>;

/** in, on_break: clocked in. missing: the shift began over 5 minutes ago and nobody is there. expected: it begins within 2 hours. */
export const BoardState = z.enum(['in', 'on_break', 'missing', 'expected']);
export type BoardState = z.infer<typeof BoardState>;

export const BoardPerson = z
  .object({
    employeeId: Id,
    name: z.string(),
    state: BoardState,
    /** Since when: clocked in, on a break, or the start of the shift. */
    since: Instant,
    /** Came this many minutes after the start of the shift, when that is more than 5; else 0. */
    lateMinutes: z.int(),
    locationId: Id,
    locationName: z.string(),
    zone: z.string(),
    shift: z
      .object({
        id: Id,
        startsAt: Instant,
        endsAt: Instant,
        positionName: z.string().nullable(),
      })
      .nullable(),
    entryId: Id.nullable(),
    /** Only for those who may read the person's details. */
    phone: z.string().nullable(),
    /** May the viewer change the shift, to find a replacement? */
    abilities: z.object({ replace: z.boolean() }),
  })
  .meta({ id: 'BoardPerson' });
export type BoardPerson = z.infer<typeof BoardPerson>;

export const Board = z
  .object({
    data: z.array(BoardPerson),
    meta: z.object({
      at: Instant,
      counts: z.object({
        in: z.int(),
        onBreak: z.int(),
        /** Of those who are in or on a break. */
        late: z.int(),
        missing: z.int(),
        expected: z.int(),
      }),
    }),
  })
  .meta({ id: 'Board' });
export type Board = z.infer<typeof Board>;
