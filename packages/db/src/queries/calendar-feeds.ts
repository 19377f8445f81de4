import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Statement, Tx } from '../database.ts';
import { isoSql } from '../iso.ts';
import { calendarFeeds } from '../schema.ts';

export type CalendarFeedRow = {
  id: string;
  kind: 'employee' | 'location';
  userId: string;
  employeeId: string | null;
  locationId: string | null;
  tokenHash: string;
  createdAt: string;
};

const columns = {
  id: calendarFeeds.id,
  kind: calendarFeeds.kind,
  userId: calendarFeeds.userId,
  employeeId: calendarFeeds.employeeId,
  locationId: calendarFeeds.locationId,
  tokenHash: calendarFeeds.tokenHash,
  createdAt: calendarFeeds.createdAt,
};
const standing = (orgId: string, userId: string) =>
  and(
    eq(calendarFeeds.organizationId, orgId),
    eq(calendarFeeds.userId, userId),
    isNull(calendarFeeds.revokedAt),
  );

/** A user's subscriptions that stand, the oldest first, 500 at most. */
export const listCalendarFeedRows = (tx: Tx, orgId: string, userId: string): Promise<CalendarFeedRow[]> =>
  tx
    .select(columns)
    .from(calendarFeeds)
    .where(standing(orgId, userId))
    .orderBy(asc(calendarFeeds.id))
    .limit(500);

/** One of a user's subscriptions that stands, held until the transaction ends. */
export async function lockCalendarFeed(
  tx: Tx,
  orgId: string,
  userId: string,
  id: string,
): Promise<CalendarFeedRow | undefined> {
  const [row] = await tx
    .select(columns)
    .from(calendarFeeds)
    .where(and(standing(orgId, userId), eq(calendarFeeds.id, id)))
    .for('update');
  return row;
}

/** Makes the subscription; undefined when the user has one of the same already. */
export async function insertCalendarFeed(
  tx: Tx,
  orgId: string,
  values: Omit<CalendarFeedRow, 'createdAt'> & { createdAt: string },
): Promise<CalendarFeedRow | undefined> {
  const [row] = await tx
    .insert(calendarFeeds)
    .values({ organizationId: orgId, ...values })
    .onConflictDoNothing()
    .returning(columns);
  return row;
}

export async function revokeCalendarFeed(tx: Tx, orgId: string, id: string, at: string): Promise<void> {
  await tx
    .update(calendarFeeds)
    .set({ revokedAt: at })
    .where(and(eq(calendarFeeds.organizationId, orgId), eq(calendarFeeds.id, id)));
}

export type ReadableFeedRow = CalendarFeedRow & {
  /** Whose shifts or which place, for the calendar's name. */
  name: string;
};

/** The subscription of a token (ReadableFeedRow) while it stands, its place is in use and its employee still works here. */
export const feedByTokenStatement = (orgId: string, tokenHash: string): Statement => ({
  name: 'calendar_feed_by_token',
  text: `select f.id, f.kind, f.user_id as "userId", f.employee_id as "employeeId", f.location_id as "locationId",
           f.token_hash as "tokenHash", f.created_at as "createdAt", coalesce(e.name, l.name) as name
         from calendar_feeds f
         left join employees e on e.organization_id = f.organization_id and e.id = f.employee_id
         left join locations l on l.organization_id = f.organization_id and l.id = f.location_id
         where f.organization_id = $1 and f.token_hash = $2 and f.revoked_at is null
           and (f.employee_id is null or (e.status <> 'deactivated' and e.user_id = f.user_id))
           and (f.location_id is null or l.archived_at is null)`,
  values: [orgId, tokenHash],
});

export type CalendarShiftRow = {
  shiftId: string;
  startsAt: string;
  endsAt: string;
  employeeName: string | null;
  positionName: string | null;
  departmentName: string;
  locationName: string;
  locationAddress: string | null;
  notes: string | null;
  breaks: { minutes: number; paid: boolean }[];
  /** Does this copy still stand, or was the shift taken away since? */
  stands: boolean;
  /** How often the shift was published or taken back so far. */
  publications: number;
  changedAt: string;
};

export type CalendarScope =
  | { employeeId: string }
  | { locationId: string; places: { locationIds: string[]; departmentIds: string[] } | undefined };

export const MAX_CALENDAR_SHIFTS = 5_000;

/** For each shift that was ever published to the reader in the days, the last copy that was (CalendarShiftRow). */
export const calendarShiftsStatement = (
  orgId: string,
  scope: CalendarScope,
  days: { startDate: string; endDate: string },
): Statement => {
  const ofEmployee = 'employeeId' in scope;
  return {
    name: ofEmployee ? 'calendar_of_employee' : 'calendar_of_location',
    text: `with seen as (
        select distinct on (p.shift_id) p.* from shift_publications p
        where p.organization_id = $1 and p.local_date between $2 and $3 and p.kind = 'published'
          ${ofEmployee ? 'and p.employee_id = $4' : 'and p.location_id = $4 and ($5::uuid[] is null or p.location_id = any($5) or p.department_id = any($6))'}
        order by p.shift_id, p.published_at desc, p.id desc)
      select s.shift_id as "shiftId", s.starts_at as "startsAt", s.ends_at as "endsAt", e.name as "employeeName",
        q.name as "positionName", d.name as "departmentName", l.name as "locationName", l.address as "locationAddress",
        s.notes, s.breaks, w.publication_id is not distinct from s.id as stands, a.publications,
        ${isoSql('a.changed_at')} as "changedAt"
      from seen s
      join shifts w on w.organization_id = s.organization_id and w.id = s.shift_id
      join locations l on l.organization_id = s.organization_id and l.id = s.location_id
      join departments d on d.organization_id = s.organization_id and d.id = s.department_id
      left join employees e on e.organization_id = s.organization_id and e.id = s.employee_id
      left join positions q on q.organization_id = s.organization_id and q.id = s.position_id
      cross join lateral (select count(*)::int as publications, max(c.published_at) as changed_at
        from shift_publications c where c.organization_id = s.organization_id and c.shift_id = s.shift_id) a
      order by s.starts_at, s.shift_id limit ${MAX_CALENDAR_SHIFTS}`,
    values: [
      orgId,
      days.startDate,
      days.endDate,
      ...(ofEmployee
        ? [scope.employeeId]
        : [scope.locationId, scope.places?.locationIds ?? null, scope.places?.departmentIds ?? null]),
    ],
  };
};
