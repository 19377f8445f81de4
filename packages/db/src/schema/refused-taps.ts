import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, rowId, tenantId, version } from './columns.ts';
import { employees } from './employees.ts';
import { locations } from './locations.ts';
import { tenantPolicy } from './roles.ts';

/** Taps that waited on a kiosk and were refused when they came: somebody believes to be clocked in. The id is the punch's. */
export const refusedTaps = pgTable(
  'refused_taps',
  {
    organizationId: tenantId(),
    id: rowId(),
    kioskId: uuid('kiosk_id').notNull(),
    locationId: uuid('location_id').notNull(),
    /** Null: a PIN alone was typed, and it was nobody's. */
    employeeId: uuid('employee_id'),
    kind: text({ enum: ['in', 'out', 'break_start', 'break_end'] }).notNull(),
    occurredAt: instant('occurred_at').notNull(),
    /** The code that it was refused with. */
    problem: text().notNull(),
    state: text({ enum: ['open', 'counted', 'dismissed'] })
      .notNull()
      .default('open'),
    reason: text(),
    decidedBy: uuid('decided_by'),
    decidedAt: instant('decided_at'),
    version: version(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({
      columns: [t.organizationId, t.locationId],
      foreignColumns: [locations.organizationId, locations.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.employeeId],
      foreignColumns: [employees.organizationId, employees.id],
    }),
    index('refused_taps_open')
      .on(t.organizationId, t.occurredAt)
      .where(sql`state = 'open'`),
    check('refused_taps_kind', sql`kind in ('in', 'out', 'break_start', 'break_end')`),
    check(
      'refused_taps_state',
      sql`state in ('open', 'counted', 'dismissed') and (state = 'open') = (decided_at is null)
        and (state <> 'counted' or employee_id is not null) and (state <> 'dismissed' or length(reason) > 0)`,
    ),
    tenantPolicy('refused_taps'),
  ],
);
