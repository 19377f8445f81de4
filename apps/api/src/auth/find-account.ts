import type { Account } from '@vaktplan/core/auth/get-me';
import type pg from 'pg';

/** A person's name, address and organisations, as the role that may read sign-in tables. */
export async function findAccount(authPool: pg.Pool, userId: string): Promise<Account | undefined> {
  const { rows } = await authPool.query<Account>({
    name: 'find_account',
    text: `select u.id, u.name, u.email,
             coalesce((select json_agg(json_build_object('id', o.id, 'name', o.name) order by lower(o.name), o.id)
               from memberships m join organizations o on o.id = m.organization_id where m.user_id = u.id), '[]') as organizations
           from users u where u.id = $1`,
    values: [userId],
  });
  return rows[0];
}
