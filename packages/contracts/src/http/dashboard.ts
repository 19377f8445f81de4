import * as z from 'zod';
import { Id, LocalDate, Minutes } from '../primitives.ts';
import { AtWorkList } from './time-tracking.ts';
import { ShiftView } from './shifts.ts';

export const DashboardQuerySchema = z.strictObject({ locationId: Id }).meta({ id: 'DashboardQuery' });
export type DashboardQuery = z.infer<typeof DashboardQuerySchema>;

/** Today and this week at one location, in its zone. Costs are null when the actor may not see pay. */
export const DashboardView = z
  .object({
    date: LocalDate,
    zone: z.string(),
    currency: z.string(),
    atWork: AtWorkList.shape.data,
    today: z.array(
      z.object({
        shift: ShiftView,
        employeeName: z.string().nullable(),
        positionName: z.string().nullable(),
      }),
    ),
    /** Of this week, not over yet and without a person. */
    openShifts: z.int(),
    drafts: z.int(),
    week: z.object({
      startDate: LocalDate,
      endDate: LocalDate,
      scheduledMinutes: Minutes,
      workedMinutes: Minutes,
      costMinor: z.int().nullable(),
      days: z.array(
        z.object({
          date: LocalDate,
          scheduledMinutes: Minutes,
          workedMinutes: Minutes,
          costMinor: z.int().nullable(),
        }),
      ),
    }),
  })
  .meta({ id: 'Dashboard' });
export type DashboardView = z.infer<typeof DashboardView>;
