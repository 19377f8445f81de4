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
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, rowId, tenantId, version } from './columns.ts';
import { departments } from './departments.ts';
import { employees } from './employees.ts';
import { locations } from './locations.ts';
import { positions } from './positions.ts';
import { tenantPolicy } from './roles.ts';

/** A timed break of a template's item: minutes after the midnight of its day; null: anywhere in the shift. */
export type TemplateBreak = { minutes: number; paid: boolean; startMinutes: number | null };

/** A week (day 0 is Monday) or a rotation of so many days, counted from `anchor_date`. */
export const shiftTemplates = pgTable(
  'shift_templates',
  {
    organizationId: tenantId(),
    id: rowId(),
    locationId: uuid('location_id').notNull(),
    name: text().notNull(),
    kind: text({ enum: ['week', 'rotation'] }).notNull(),
    cycleDays: integer('cycle_days').notNull(),
    anchorDate: date('anchor_date', { mode: 'string' }).notNull(),
    /** What becomes of shifts that would fall on a day on which the location is closed. */
    onClosedDays: text('on_closed_days', { enum: ['skip', 'keep'] })
      .notNull()
      .default('skip'),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({
      columns: [t.organizationId, t.locationId],
      foreignColumns: [locations.organizationId, locations.id],
    }),
    uniqueIndex('shift_templates_name').on(t.organizationId, t.locationId, sql`lower(name)`),
    check('shift_templates_kind', sql`kind in ('week', 'rotation')`),
    check('shift_templates_cycle', sql`cycle_days between 1 and 364 and (kind <> 'week' or cycle_days = 7)`),
    check('shift_templates_closed', sql`on_closed_days in ('skip', 'keep')`),
    tenantPolicy('shift_templates'),
  ],
);

/** A shift of a template, by the clock on the wall: minutes after the midnight of its day, past 1440 on the next. */
export const shiftTemplateItems = pgTable(
  'shift_template_items',
  {
    organizationId: tenantId(),
    id: rowId(),
    templateId: uuid('template_id').notNull(),
    day: integer().notNull(),
    startMinutes: integer('start_minutes').notNull(),
    endMinutes: integer('end_minutes').notNull(),
    departmentId: uuid('department_id').notNull(),
    positionId: uuid('position_id'),
    /** Null: an open shift. */
    employeeId: uuid('employee_id'),
    notes: text(),
    breaks: jsonb()
      .$type<TemplateBreak[]>()
      .notNull()
      .default(sql`'[]'`),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({
      columns: [t.organizationId, t.templateId],
      foreignColumns: [shiftTemplates.organizationId, shiftTemplates.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.organizationId, t.departmentId],
      foreignColumns: [departments.organizationId, departments.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.positionId],
      foreignColumns: [positions.organizationId, positions.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.employeeId],
      foreignColumns: [employees.organizationId, employees.id],
    }),
    index('shift_template_items_by_template').on(t.organizationId, t.templateId),
    check('shift_template_items_day', sql`day between 0 and 363`),
    check(
      'shift_template_items_times',
      sql`start_minutes between 0 and 1439 and end_minutes > start_minutes and end_minutes - start_minutes <= 1440`,
    ),
    tenantPolicy('shift_template_items'),
  ],
);
