import type { Statement } from '../database.ts';

/** The membership of a user with its roles and the employee it belongs to (a deactivated one does not count). */
export const memberStatement = (organizationId: string, userId: string): Statement => ({
  name: 'actor_member',
  text: `select e.id as employee_id,
           coalesce((select json_agg(json_build_object('role', a.role, 'locationId', a.location_id, 'departmentId', a.department_id))
             from role_assignments a where a.organization_id = m.organization_id and a.membership_id = m.id), '[]') as grants
         from memberships m
         left join employees e on e.organization_id = m.organization_id and e.user_id = m.user_id and e.status <> 'deactivated'
         where m.organization_id = $1 and m.user_id = $2`,
  values: [organizationId, userId],
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
