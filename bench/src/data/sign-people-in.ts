import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { SignedIn } from '../sign-tokens.ts';
import type { Filled } from './fill-organization.ts';

const PEOPLE = `
  with asked as (select * from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as a(user_id, session_id, employee_id)),
  made as (
    insert into users (id, name, email, email_verified) select user_id, 'User', user_id || '@bench.test', true from asked
  ), opened as (
    insert into sessions (id, expires_at, token, user_id, active_organization_id)
    select session_id, now() + interval '1 day', session_id, user_id, $1 from asked
  ), joined as (
    insert into memberships (organization_id, id, user_id) select $1, uuidv7(), user_id from asked returning id
  ), granted as (
    insert into role_assignments (organization_id, id, membership_id, role, location_id)
    select $1, uuidv7(), id, $5, $6 from joined
  )
  update employees e set user_id = a.user_id from asked a where e.organization_id = $1 and e.id = a.employee_id`;

const signIn = async (
  client: pg.Client,
  { organizationId }: Filled,
  employeeIds: (string | null)[],
  role: 'manager' | 'employee',
  locationId: string | null,
): Promise<SignedIn[]> => {
  const people = employeeIds.map(() => ({ userId: uuidv7(), sessionId: uuidv7(), organizationId, role }));
  await client.query(PEOPLE, [
    organizationId,
    people.map(({ userId }) => userId),
    people.map(({ sessionId }) => sessionId),
    employeeIds,
    role,
    locationId,
  ]);
  return people;
};

/** Managers of the organisation's location, with a session each. */
export const signManagersIn = (client: pg.Client, filled: Filled, count: number): Promise<SignedIn[]> =>
  signIn(client, filled, Array(count).fill(null), 'manager', filled.locationId);

/** A session for every employee of the organisation. */
export async function signEmployeesIn(client: pg.Client, filled: Filled): Promise<SignedIn[]> {
  const { rows } = await client.query<{ id: string }>('select id from employees where organization_id = $1', [
    filled.organizationId,
  ]);
  return signIn(
    client,
    filled,
    rows.map(({ id }) => id),
    'employee',
    null,
  );
}
