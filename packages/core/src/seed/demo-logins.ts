import { hash } from '@node-rs/argon2';
import type { Database } from '@vaktplan/db/database';
import { v7 as uuidv7 } from 'uuid';

export type DemoLogin = { userId: string; name: string; email: string };
type AuthPool = Database['pool'];

export const DEMO_PASSWORD = 'vaktplan-demo';

/**
 * A sign-in with the demo password, as our own sign-in stores one; the account there is, when it is there already.
 * `authPool` is of the auth role. Only for local mode: whoever knows this file knows the password.
 */
export async function ensureDemoLogin(authPool: AuthPool, name: string, email: string): Promise<DemoLogin> {
  const { rows } = await authPool.query<{ id: string }>(
    `insert into users (id, name, email, email_verified) values ($1, $2, $3, true)
     on conflict (email) do update set name = excluded.name returning id`,
    [uuidv7(), name, email],
  );
  const userId = String(rows[0]?.id);
  const { rowCount } = await authPool.query(
    "select 1 from accounts where user_id = $1 and provider_id = 'credential'",
    [userId],
  );
  if (!rowCount) {
    await authPool.query(
      `insert into accounts (id, account_id, provider_id, user_id, password) values ($1, $2, 'credential', $3, $4)`,
      // OWASP's argon2id figures, as sign-in uses them
      [
        uuidv7(),
        userId,
        userId,
        await hash(DEMO_PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 }),
      ],
    );
  }
  return { userId, name, email };
}

/** Does the login belong to an organisation of that name? */
export async function isMemberOf(authPool: AuthPool, email: string, organization: string): Promise<boolean> {
  const { rowCount } = await authPool.query(
    `select 1 from users u join memberships m on m.user_id = u.id join organizations o on o.id = m.organization_id
     where u.email = $1 and o.name = $2`,
    [email, organization],
  );
  return (rowCount ?? 0) > 0;
}
