import { sql } from 'drizzle-orm';
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant, rowId, tenantId } from './columns.ts';
import { employees } from './employees.ts';
import { tenantPolicy } from './roles.ts';
import { shifts } from './shifts.ts';

type BreakSnapshot = { minutes: number; paid: boolean; startsAt: string | null };

/** What employees saw, when: one immutable row a shift and publication (the app role may insert, never change). */
export const shiftPublications = pgTable(
  'shift_publications',
  {
    organizationId: tenantId(),
    id: rowId(),
    /** Groups what was published in one go. */
    publicationId: uuid('publication_id').notNull(),
    shiftId: uuid('shift_id').notNull(),
    kind: text({ enum: ['published', 'removed'] }).notNull(),
    version: integer().notNull(),
    scheduleId: uuid('schedule_id').notNull(),
    locationId: uuid('location_id').notNull(),
    departmentId: uuid('department_id').notNull(),
    positionId: uuid('position_id'),
    employeeId: uuid('employee_id'),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    zone: text().notNull(),
    localDate: date('local_date', { mode: 'string' }).notNull(),
    notes: text(),
    breaks: jsonb().$type<BreakSnapshot[]>().notNull(),
    publishedAt: instant('published_at').notNull(),
    publishedBy: uuid('published_by'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({
      columns: [t.organizationId, t.shiftId],
      foreignColumns: [shifts.organizationId, shifts.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.employeeId],
      foreignColumns: [employees.organizationId, employees.id],
    }),
    index('shift_publications_by_day').on(t.organizationId, t.localDate, t.employeeId),
    // what one person sees of their weeks, and what a tap of theirs is matched with
    index('shift_publications_by_employee')
      .on(t.organizationId, t.employeeId, t.localDate)
      .where(sql`kind = 'published'`),
    // who else is there while one works
    index('shift_publications_by_place').on(t.organizationId, t.locationId, t.localDate),
    index('shift_publications_by_shift').on(t.organizationId, t.shiftId, t.publishedAt),
    index('shift_publications_by_publication').on(t.organizationId, t.publicationId),
    check('shift_publications_kind', sql`kind in ('published', 'removed')`),
    check('shift_publications_interval', sql`ends_at > starts_at`),
    tenantPolicy('shift_publications'),
  ],
);
