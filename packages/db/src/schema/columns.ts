import { sql } from 'drizzle-orm';
import { customType, integer, uuid } from 'drizzle-orm/pg-core';
import { v7 as uuidv7 } from 'uuid';
import { toIso } from '../iso.ts';

/** timestamptz as ISO text in Z: parsing into Date and printing again was 41 % of a week's read. */
const isoInstant = customType<{ data: string; driverData: string }>({
  dataType: () => 'timestamp with time zone',
  fromDriver: toIso,
});
export const instant = (name?: string) => (name ? isoInstant(name) : isoInstant());

export const daterange = customType<{ data: string; driverData: string }>({ dataType: () => 'daterange' });

export const tenantId = () => uuid('organization_id').notNull();
export const rowId = () =>
  uuid()
    .notNull()
    .$defaultFn(() => uuidv7());
export const createdAt = () =>
  instant('created_at')
    .notNull()
    .default(sql`now()`);
export const version = () => integer().notNull().default(1);
