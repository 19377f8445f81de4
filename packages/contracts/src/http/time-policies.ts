import * as z from 'zod';
import { Id, LocalDate, Version, listOf } from '../primitives.ts';

/** What a punch is rounded to. `schedule`: the edge of the shift, if that is at most so far away. */
const Rounding = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('none') }),
  z.strictObject({ to: z.literal('nearest'), minutes: z.literal([5, 10, 15, 20]) }),
  z.strictObject({ to: z.literal('schedule'), withinMinutes: z.int().min(1).max(240) }),
]);
export type Rounding = z.infer<typeof Rounding>;

const ipv4 = z.cidrv4();
const ipv6 = z.cidrv6();
const Action = z.enum(['off', 'flag', 'block']);
export type PlaceAction = z.infer<typeof Action>;

/** How punches become hours at a place, and from where one may punch there. */
export const TimePolicySettings = z.strictObject({
  /** A clock-in belongs to the shift whose window [start - early, end + late) holds it. */
  match: z.strictObject({ earlyMinutes: z.int().min(0).max(720), lateMinutes: z.int().min(0).max(720) }),
  /** Before and after the shift's start and end; `unscheduled` where there is no shift. What was punched is kept. */
  rounding: z.strictObject({
    inEarly: Rounding,
    inLate: Rounding,
    outEarly: Rounding,
    outLate: Rounding,
    unscheduled: Rounding,
  }),
  breaks: z.strictObject({
    /** punched: as taken. at_least: what is missing to the rule is taken off. deducted: the rule alone counts. */
    mode: z.enum(['punched', 'at_least', 'deducted']),
    /** Are punched breaks paid? */
    paid: z.boolean(),
    /** Work longer than `afterMinutes` needs a break of `minutes`; the longest that applies. */
    rules: z
      .array(
        z.strictObject({
          afterMinutes: z.int().min(0).max(1440),
          minutes: z.int().min(1).max(240),
          paid: z.boolean(),
        }),
      )
      .max(8),
  }),
  /** Longer work ends there, or becomes several entries. A longer shift may be worked to its end. */
  maximum: z.strictObject({ minutes: z.int().min(60).max(2880), mode: z.enum(['end', 'split']) }),
  /** A clock-out that was forgotten is set so many minutes after the shift's end; null: at the maximum. */
  forgotten: z.strictObject({ closeAfterMinutes: z.int().min(0).max(720).nullable() }),
  /** To which business day work over midnight belongs. */
  overnight: z.enum(['day_starts', 'day_ends', 'most_worked', 'split']),
  /** Leaving is never blocked: what would be is flagged. */
  where: z.strictObject({
    web: z.boolean(),
    mobile: z.boolean(),
    kiosk: z.boolean(),
    networks: z.strictObject({ allowed: z.array(z.union([ipv4, ipv6])).max(50), action: Action }),
    /** Outside the location's circle, by more than the accuracy. */
    geofence: z.strictObject({ in: Action, out: z.enum(['off', 'flag']) }),
    /** No position, or one older than `maxAgeSeconds`, at a location with a circle. */
    position: z.strictObject({ missing: Action, maxAgeSeconds: z.int().min(10).max(3600) }),
    mocked: z.enum(['flag', 'block']),
    /** Does the app ask for a photo with clock-in and clock-out? Left out: no. None is ever demanded. */
    photo: z.boolean().optional(),
  }),
});
export type TimePolicySettings = z.infer<typeof TimePolicySettings>;

const none: Rounding = { to: 'none' };
/** What holds where nobody said anything. */
export const DEFAULT_TIME_POLICY: TimePolicySettings = {
  match: { earlyMinutes: 120, lateMinutes: 0 },
  rounding: { inEarly: none, inLate: none, outEarly: none, outLate: none, unscheduled: none },
  breaks: { mode: 'punched', paid: false, rules: [] },
  maximum: { minutes: 960, mode: 'end' },
  forgotten: { closeAfterMinutes: 120 },
  overnight: 'day_starts',
  where: {
    web: true,
    mobile: true,
    kiosk: true,
    networks: { allowed: [], action: 'off' },
    geofence: { in: 'flag', out: 'flag' },
    position: { missing: 'off', maxAgeSeconds: 120 },
    mocked: 'flag',
  },
};

/** From a day on, which may not lie before today: the past keeps the rules it had. */
export const CreateTimePolicySchema = z
  .strictObject({ locationId: Id.nullable(), from: LocalDate, settings: TimePolicySettings })
  .meta({ id: 'CreateTimePolicy' });
export type CreateTimePolicy = z.infer<typeof CreateTimePolicySchema>;

export const TimePolicyView = z
  .object({
    id: Id,
    /** Null: of the organisation, for locations without one of their own. */
    locationId: Id.nullable(),
    from: LocalDate,
    /** The first day on which it holds no more; null: it goes on. */
    until: LocalDate.nullable(),
    settings: TimePolicySettings,
    version: Version,
  })
  .meta({ id: 'TimePolicy' });
export type TimePolicyView = z.infer<typeof TimePolicyView>;

export const ListTimePoliciesQuerySchema = z
  .strictObject({ locationId: Id.optional() })
  .meta({ id: 'ListTimePoliciesQuery' });
export type ListTimePoliciesQuery = z.infer<typeof ListTimePoliciesQuerySchema>;
export const TimePolicyList = listOf(TimePolicyView).meta({ id: 'TimePolicyList' });
export type TimePolicyList = z.infer<typeof TimePolicyList>;
