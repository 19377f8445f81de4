import type { Tx } from '../database.ts';

/** Somebody to tell: by mail when there is an address, in the app when there is a login. */
export type Recipient = { employeeId: string; name: string; email: string | null; userId: string | null };

/** Those of the employees who still work here. */
export async function listRecipients(
  tx: Tx,
  orgId: string,
  employeeIds: readonly string[],
): Promise<Recipient[]> {
  const { rows } = await tx.$client.query<Recipient>({
    name: 'recipients',
    text: `select id as "employeeId", name, email, user_id as "userId" from employees
           where organization_id = $1 and id = any($2::uuid[]) and status <> 'deactivated' order by id`,
    values: [orgId, employeeIds],
  });
  return rows;
}

/** A stored event, for the handlers that it started. */
export async function findEvent(
  tx: Tx,
  orgId: string,
  eventId: string,
): Promise<{ eventType: string; payload: Record<string, unknown> } | undefined> {
  const { rows } = await tx.$client.query<{ eventType: string; payload: Record<string, unknown> }>({
    name: 'event_find',
    text: 'select event_type as "eventType", payload from events where organization_id = $1 and event_id = $2',
    values: [orgId, eventId],
  });
  return rows[0];
}

/** A published shift of somebody with a login. */
export type UpcomingShift = {
  userId: string;
  startsAt: string;
  endsAt: string;
  zone: string;
  locationName: string;
};

/** What people have seen as planned on these business days, in order of person and time. */
export async function listUpcomingShifts(
  tx: Tx,
  orgId: string,
  range: { startDate: string; endDate: string },
): Promise<UpcomingShift[]> {
  const { rows } = await tx.$client.query<UpcomingShift>({
    name: 'upcoming_shifts',
    text: `select e.user_id as "userId", p.starts_at as "startsAt", p.ends_at as "endsAt", p.zone, l.name as "locationName"
           from shift_publications p
           join shifts s on s.organization_id = p.organization_id and s.id = p.shift_id and s.publication_id = p.id
           join employees e on e.organization_id = p.organization_id and e.id = p.employee_id
           join locations l on l.organization_id = p.organization_id and l.id = p.location_id
           where p.organization_id = $1 and p.local_date between $2 and $3
             and e.user_id is not null and e.status = 'active'
           order by e.user_id, p.starts_at`,
    values: [orgId, range.startDate, range.endDate],
  });
  return rows;
}
