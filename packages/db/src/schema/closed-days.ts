import { boolean, date, foreignKey, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { rowId, tenantId } from './columns.ts';
import { locations } from './locations.ts';
import { tenantPolicy } from './roles.ts';

/** A date on which a location is closed, or open though that day of the week is not. It outweighs the weekday. */
export const closedDays = pgTable(
  'closed_days',
  {
    organizationId: tenantId(),
    id: rowId(),
    locationId: uuid('location_id').notNull(),
    localDate: date('local_date', { mode: 'string' }).notNull(),
    open: boolean().notNull().default(false),
    /** Why: a holiday, stocktaking. */
    name: text(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('closed_days_date').on(t.organizationId, t.locationId, t.localDate),
    foreignKey({
      columns: [t.organizationId, t.locationId],
      foreignColumns: [locations.organizationId, locations.id],
    }),
    tenantPolicy('closed_days'),
  ],
);
