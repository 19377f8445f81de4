import type { Database, Statement, Tx } from '../database.ts';
import {
  colleaguesStatement,
  ownShiftsStatement,
  type ColleagueRow,
  type OwnShiftRow,
} from './own-shifts.ts';
import { settingsStatement, type SettingsRow } from './notification-settings.ts';
import type { NotificationRow } from './notifications.ts';
import { payPeriodsStatement, type PayPeriodRow } from './pay-periods.ts';
import { POLICIES, type PolicyRow } from './person-clocks.ts';
import { withBreaks } from './time-entries.ts';
import { adjustmentsStatement, type AdjustmentRow } from './timesheet-adjustments.ts';
import { correctionsStatement, type CorrectionRow } from './timesheet-corrections.ts';
import { linesOfStatement, type LineRow } from './timesheet-lines.ts';
import { sheetsOfStatement, type SheetRow } from './timesheets.ts';

/** What a cursor's reader has been told, by `kind:id`. */
export type HeldRow = { id: string; baseId: string | null; held: Record<string, string> };
export type OrganizationShellRow = {
  id: string;
  name: string;
  zone: string;
  currency: string;
  locale: string;
  weekStart: number;
};
export type OwnEmployeeRow = {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  number: string | null;
  departments: { id: string; name: string; locationId: string }[];
};
export type PlaceRow = {
  id: string;
  name: string;
  zone: string;
  address: string | null;
  latitude: number | null;
  longitude: number | null;
  radiusMeters: number | null;
};

/** Days of the copy that a phone keeps. */
export type PhoneDays = {
  own: readonly string[];
  open: readonly string[];
  colleagues: readonly string[];
  /** Of hours. */
  worked: { startDate: string; endDate: string };
};
export type PhoneAsked = {
  userId: string;
  employeeId: string | null;
  days: PhoneDays;
  notifications: number;
  /** A cursor that was given after `notBefore`. */
  cursor: { id: string; notBefore: string } | undefined;
};

export type PhoneRows = {
  held: HeldRow | undefined;
  organization: OrganizationShellRow | undefined;
  employee: OwnEmployeeRow | undefined;
  settings: SettingsRow | undefined;
  locations: PlaceRow[];
  policies: PolicyRow[];
  notifications: NotificationRow[];
  shifts: OwnShiftRow[];
  colleagues: ColleagueRow[];
  lines: LineRow[];
  corrections: CorrectionRow[];
  adjustments: AdjustmentRow[];
  periods: PayPeriodRow[];
  sheets: SheetRow[];
};

/** All of it in one round trip. */
export async function readPhone(db: Database, orgId: string, asked: PhoneAsked): Promise<PhoneRows> {
  const statements = { ...ofEverybody(orgId, asked), ...(asked.employeeId && ofEmployee(orgId, asked)) };
  const answers = await db.read(orgId, Object.values(statements));
  const rows = Object.fromEntries(Object.keys(statements).map((key, at) => [key, answers[at]]));
  const many = <T>(key: keyof PhoneRows): T[] => (rows[key] ?? []) as T[];
  return {
    held: many<HeldRow>('held')[0],
    organization: many<OrganizationShellRow>('organization')[0],
    employee: many<OwnEmployeeRow>('employee')[0],
    settings: many<SettingsRow>('settings')[0],
    locations: many('locations'),
    policies: many('policies'),
    notifications: many('notifications'),
    shifts: many('shifts'),
    colleagues: many('colleagues'),
    lines: many<LineRow>('lines').map(withBreaks),
    corrections: many('corrections'),
    adjustments: many('adjustments'),
    periods: many('periods'),
    sheets: many('sheets'),
  };
}

const ofEverybody = (orgId: string, { userId, cursor, notifications }: PhoneAsked) => ({
  ...(cursor && {
    held: {
      name: 'sync_cursor',
      text: `select id, base_id as "baseId", held from sync_cursors
             where organization_id = $1 and id = $2 and user_id = $3 and created_at >= $4`,
      values: [orgId, cursor.id, userId, cursor.notBefore],
    } satisfies Statement,
  }),
  organization: {
    name: 'shell_organization',
    text: 'select id, name, zone, currency, locale, week_start as "weekStart" from organizations where id = $1',
    values: [orgId],
  },
  settings: settingsStatement(orgId, [userId]),
  locations: {
    name: 'sync_locations',
    text: `select id, name, zone, address, latitude, longitude, geofence_radius_meters as "radiusMeters" from locations
           where organization_id = $1 and archived_at is null order by lower(name), id limit 500`,
    values: [orgId],
  },
  policies: { name: 'clock_policies', text: POLICIES, values: [orgId] },
  notifications: {
    name: 'sync_notifications',
    text: `select id, kind, title, body, said, link, created_at as "createdAt", read_at as "readAt" from notifications
           where organization_id = $1 and user_id = $2 order by created_at desc, id desc limit $3`,
    values: [orgId, userId, notifications],
  },
});

const ofEmployee = (orgId: string, { employeeId, days }: PhoneAsked) => {
  const own = employeeId as string;
  return {
    employee: {
      name: 'own_employee',
      text: `select e.id, e.name, e.email, e.phone, e.number, coalesce((select json_agg(json_build_object('id', d.id,
                 'name', d.name, 'locationId', d.location_id) order by lower(d.name), d.id)
               from employee_departments m join departments d on d.organization_id = m.organization_id and d.id = m.department_id
               where m.organization_id = e.organization_id and m.employee_id = e.id and d.archived_at is null), '[]') as departments
             from employees e where e.organization_id = $1 and e.id = $2`,
      values: [orgId, own],
    },
    shifts: ownShiftsStatement(orgId, own, days),
    colleagues: colleaguesStatement(orgId, own, days.colleagues),
    lines: linesOfStatement(orgId, [own], days.worked),
    corrections: correctionsStatement(orgId, { ...days.worked, state: null, employeeId: own }),
    adjustments: adjustmentsStatement(orgId, { state: null, employeeId: own, countedInId: null }),
    periods: payPeriodsStatement(orgId, days.worked),
    sheets: sheetsOfStatement(orgId, own),
  };
};

/** Most cursors that are kept for one person, on all their devices. */
const KEPT = 24;

/**
 * Keeps what a reader has been told. That they sent a cursor means that it arrived: the one before it goes, as do all but
 * the newest of the person's.
 */
export async function insertSyncCursor(
  tx: Tx,
  orgId: string,
  row: {
    id: string;
    userId: string;
    base: HeldRow | undefined;
    held: Record<string, string>;
    createdAt: string;
  },
): Promise<void> {
  await tx.$client.query({
    name: 'sync_cursor_insert',
    text: `insert into sync_cursors (organization_id, id, user_id, base_id, held, created_at) values ($1, $2, $3, $4, $5, $6)`,
    values: [orgId, row.id, row.userId, row.base?.id ?? null, JSON.stringify(row.held), row.createdAt],
  });
  await tx.$client.query({
    name: 'sync_cursor_trim',
    text: `delete from sync_cursors where organization_id = $1 and user_id = $2 and (id = $3 or id in (
             select id from sync_cursors where organization_id = $1 and user_id = $2 order by created_at desc, id desc offset ${KEPT}))`,
    values: [orgId, row.userId, row.base?.baseId ?? null],
  });
}

/** Returns how many were deleted. */
export async function deleteSyncCursors(tx: Tx, orgId: string, before: string): Promise<number> {
  const { rowCount } = await tx.$client.query({
    name: 'sync_cursors_outdated',
    text: 'delete from sync_cursors where organization_id = $1 and created_at < $2',
    values: [orgId, before],
  });
  return rowCount ?? 0;
}
