import * as z from 'zod';
import { ErrorCode } from '../problem.ts';
import {
  Currency,
  DateRange,
  Id,
  LocalDate,
  MAX_RANGE_DAYS,
  Minutes,
  Version,
  withinMaxRange,
} from '../primitives.ts';

/** What a whole place takes in on a day can be much more than anybody earns in an hour. */
const Revenue = z.int().min(0).max(1_000_000_000_000);
/** Labour cost as a share of revenue, in hundredths of a percent: 2850 is 28.5 %. */
const BasisPoints = z.int().min(0).max(100_000);
const DayMinutes = z.int().min(0).max(10_000_000);

export const BudgetQuerySchema = z
  .strictObject({ locationId: Id, ...DateRange.shape })
  .refine(...withinMaxRange)
  .meta({ id: 'BudgetQuery', description: `Business days, both included, ${MAX_RANGE_DAYS} at most` });
export type BudgetQuery = z.infer<typeof BudgetQuerySchema>;

/** What is expected of a day; each figure may be missing. `currency` is the organisation's when it was entered. */
export const ForecastView = z
  .object({
    revenueMinor: Revenue.nullable(),
    minutes: DayMinutes.nullable(),
    targetBasisPoints: BasisPoints.nullable(),
    currency: Currency,
    version: Version,
  })
  .meta({ id: 'Forecast' });
export type ForecastView = z.infer<typeof ForecastView>;

/** What a day really took in. */
export const RevenueDayView = z
  .object({ revenueMinor: Revenue, currency: Currency, version: Version })
  .meta({ id: 'RevenueDay' });
export type RevenueDayView = z.infer<typeof RevenueDayView>;

const plan = {
  /** Paid minutes that are planned, open shifts included. */
  minutes: Minutes,
  /** Of the shifts whose cost is known. Amounts are minor units of the budget's currency. */
  costMinor: z.int().min(0),
  /** Shifts of somebody without a rate on that day: with some of these, `costMinor` is a lower bound. */
  unknownCosts: z.int().min(0),
};
const against = {
  /** What labour may cost: forecast revenue times the target, rounded half up per day. */
  budgetMinor: z.int().nullable(),
  forecastMinor: z.int().nullable(),
  forecastMinutes: z.int().nullable(),
  actualMinor: z.int().nullable(),
  /** Cost as a share of forecast and of actual revenue in basis points, over the days that have one. */
  shareOfForecast: z.int().nullable(),
  shareOfActual: z.int().nullable(),
  overCost: z.boolean(),
  overMinutes: z.boolean(),
};

export const BudgetDay = z.object({
  date: LocalDate,
  ...plan,
  ...against,
  forecast: ForecastView.nullable(),
  actual: RevenueDayView.nullable(),
});
export type BudgetDay = z.infer<typeof BudgetDay>;

/** The part of a plan that one department and position make up. */
export const BudgetSection = z.object({
  departmentId: Id,
  positionId: Id.nullable(),
  ...plan,
  days: z.array(z.object({ date: LocalDate, ...plan })),
});
export type BudgetSection = z.infer<typeof BudgetSection>;

/** The plan of a location as it stands, drafts included, against what was forecast and what came in. */
export const BudgetView = z
  .object({
    locationId: Id,
    currency: Currency,
    startDate: LocalDate,
    endDate: LocalDate,
    /** False when some departments are not the caller's to see: then shares of revenue are left out. */
    complete: z.boolean(),
    days: z.array(BudgetDay),
    sections: z.array(BudgetSection),
    period: z.object({ ...plan, ...against }),
    abilities: z.object({ update: z.boolean() }),
  })
  .meta({ id: 'Budget' });
export type BudgetView = z.infer<typeof BudgetView>;

/** What was entered, without the plan: for the schedule's footer and the table that it is typed into. */
export const BudgetDays = z
  .object({
    locationId: Id,
    currency: Currency,
    days: z.array(
      z.object({ date: LocalDate, forecast: ForecastView.nullable(), actual: RevenueDayView.nullable() }),
    ),
    abilities: z.object({ update: z.boolean() }),
  })
  .meta({ id: 'BudgetDays' });
export type BudgetDays = z.infer<typeof BudgetDays>;

const eachDayOnce = (days: readonly { date: string }[]): boolean =>
  new Set(days.map(({ date }) => date)).size === days.length;
const daysOf = <Day extends z.ZodType<{ date: string }>>(day: Day) =>
  z.array(day).min(1).max(MAX_RANGE_DAYS).refine(eachDayOnce, { message: 'Each day once' });

/** `version` is the one that was seen; left out or null: there was none yet. Figures left out stay as they are. */
export const SaveForecastsSchema = z
  .strictObject({
    locationId: Id,
    days: daysOf(
      z.strictObject({
        date: LocalDate,
        version: Version.nullish(),
        revenueMinor: Revenue.nullish(),
        minutes: DayMinutes.nullish(),
        targetBasisPoints: BasisPoints.nullish(),
      }),
    ),
  })
  .meta({ id: 'SaveForecasts' });
export type SaveForecasts = z.infer<typeof SaveForecastsSchema>;

export const SaveRevenueSchema = z
  .strictObject({
    locationId: Id,
    days: daysOf(z.strictObject({ date: LocalDate, version: Version.nullish(), revenueMinor: Revenue })),
  })
  .meta({ id: 'SaveRevenue' });
export type SaveRevenue = z.infer<typeof SaveRevenueSchema>;

const saved = <View extends z.ZodType>(view: View) =>
  z.object({
    data: z.array(
      z.object({
        date: LocalDate,
        result: z.enum(['saved', 'unchanged', 'failed']),
        code: ErrorCode.nullable(),
        message: z.string().nullable(),
        /** As it stands now, also when somebody else was quicker. */
        current: view.nullable(),
      }),
    ),
    meta: z.object({ saved: z.int(), failed: z.int() }),
  });

/** Each day by itself: one that somebody changed meanwhile fails with `version_conflict` and leaves the others alone. */
export const SavedForecasts = saved(ForecastView).meta({ id: 'SavedForecasts' });
export type SavedForecasts = z.infer<typeof SavedForecasts>;
export const SavedRevenue = saved(RevenueDayView).meta({ id: 'SavedRevenue' });
export type SavedRevenue = z.infer<typeof SavedRevenue>;
