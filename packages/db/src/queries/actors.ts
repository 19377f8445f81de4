import { uuidArray } from '../binary-array.ts';
import type { Statement } from '../database.ts';

export type CallerRow = { standing: boolean; member: boolean; employeeId: string | null; grants: unknown };

/**
 * For each caller, in the order asked (CallerRow): does the session stand (a null one always does), is the user a member,
 * with which roles, and which employee is it (a deactivated one does not count)?
 */
export const callersStatement = (
  organizationId: string,
  callers: readonly { userId: string; sessionId: string | null }[],
): Statement => ({
  name: 'actor_callers',
  text: `select m.id is not null as member, e.id as "employeeId",
           q.session_id is null or s.id is not null as standing,
           coalesce((select json_agg(json_build_object('role', a.role, 'locationId', a.location_id, 'departmentId', a.department_id))
             from role_assignments a where a.organization_id = $1 and a.membership_id = m.id), '[]') as grants
         from unnest($2::uuid[], $3::uuid[]) with ordinality as q(user_id, session_id, nr)
         left join lateral (select id from memberships where organization_id = $1 and user_id = q.user_id limit 1) m on true
         left join lateral (select id from employees
           where organization_id = $1 and user_id = q.user_id and status <> 'deactivated' limit 1) e on m.id is not null
         left join lateral (select id from sessions
           where id = q.session_id and user_id = q.user_id and expires_at > now() limit 1) s on true
         order by q.nr`,
  values: [
    organizationId,
    uuidArray(callers.map((one) => one.userId)),
    uuidArray(callers.map((one) => one.sessionId)),
  ],
});

/** One row while the sign-in session stands. Seen from any organisation. */
export const sessionStatement = (sessionId: string, userId: string): Statement => ({
  name: 'actor_session',
  text: 'select 1 from sessions where id = $1 and user_id = $2 and expires_at > now()',
  values: [sessionId, userId],
});

/** What the shell of web and mobile shows of the organisation. */
export const shellStatements = (organizationId: string): Statement[] => [
  {
    name: 'shell_organization',
    text: 'select id, name, zone, currency, locale, week_start as "weekStart" from organizations where id = $1',
    values: [organizationId],
  },
  {
    name: 'shell_locations',
    text: `select id, name, zone from locations where organization_id = $1 and archived_at is null
           order by lower(name) limit 500`,
    values: [organizationId],
  },
];

/** Every place of the organisation: a row per department, and one for a location that has none. */
export const placesStatement = (organizationId: string): Statement => ({
  name: 'actor_places',
  text: `select l.id as "locationId", d.id as "departmentId" from locations l
         left join departments d on d.organization_id = l.organization_id and d.location_id = l.id
         where l.organization_id = $1 and l.archived_at is null`,
  values: [organizationId],
});
