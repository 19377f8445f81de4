import { loadActor } from '@vaktplan/core/auth/load-actor';
import type { Database } from '@vaktplan/db/database';
import { insertMembership, removeRoles } from '@vaktplan/db/queries/memberships';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { Services } from '../services.ts';
import type { Profile } from './clerk.ts';

type Stores = Pick<Services, 'authPool' | 'db'>;

/** Makes or updates the account of a person at Clerk. An older event than the last one changes nothing. */
export async function keepAccount({ authPool }: Stores, profile: Profile): Promise<void> {
  const { externalId, name, email, updatedAt } = profile;
  // an account that was here before, under the same verified address, becomes theirs
  await authPool.query(
    `update users set external_id = $1, updated_at = to_timestamp(0)
     where email = $2 and external_id is null and not exists (select 1 from users where external_id = $1)`,
    [externalId, email],
  );
  await authPool.query(
    `insert into users (id, name, email, email_verified, external_id, updated_at) values ($1, $2, $3, true, $4, $5)
     on conflict (external_id) do update set name = excluded.name, email = excluded.email, updated_at = excluded.updated_at
     where users.updated_at <= excluded.updated_at`,
    [uuidv7(), name, email, externalId, updatedAt],
  );
}

/** Takes every role of a person away who is gone at Clerk; what they did stays. */
export async function dropAccount(stores: Stores, externalId: string): Promise<void> {
  const { authPool, db } = stores;
  const userId = await findId(authPool, 'users', externalId);
  if (!userId) return;
  const { rows } = await authPool.query<{ organization_id: string }>(
    'select organization_id from memberships where user_id = $1',
    [userId],
  );
  for (const { organization_id: organizationId } of rows) {
    await db.transaction(organizationId, (tx) => removeRoles(tx, organizationId, userId));
  }
  await authPool.query('update users set external_id = null, updated_at = now() where id = $1', [userId]);
}

export type ExternalMember = { userId: string; organizationId: string };

/** A member at Clerk becomes one here, with a first role; roles given here since are not touched. */
export async function keepMember(stores: Stores, external: ExternalMember, clerkRole: string): Promise<void> {
  const member = await findMember(stores.authPool, external);
  if (!member) return;
  const { userId, organizationId } = member;
  const { actor } = await loadActor(stores.db, { userId, organizationId, sessionId: null });
  if (actor && actor.grants.length > 0) return;
  const role = clerkRole === 'org:admin' ? 'admin' : 'employee';
  await stores.db.transaction(organizationId, async (tx) => {
    await insertMembership(tx, organizationId, userId, { role });
  });
}

/** Takes the roles of a member away who left the organisation at Clerk. */
export async function dropMember({ authPool, db }: Stores, external: ExternalMember): Promise<void> {
  const member = await findMember(authPool, external);
  if (!member) return;
  await db.transaction(member.organizationId, (tx) => removeRoles(tx, member.organizationId, member.userId));
}

/** Ties an organisation made here to the one that the session is in at Clerk. */
export const linkOrganization = (db: Database, organizationId: string, externalId: string): Promise<void> =>
  db.transaction(organizationId, async (tx) => {
    const text = 'update organizations set external_id = $2 where id = $1 and external_id is null';
    await tx.$client.query(text, [organizationId, externalId]);
  });

async function findMember(authPool: pg.Pool, external: ExternalMember): Promise<ExternalMember | undefined> {
  const userId = await findId(authPool, 'users', external.userId);
  const organizationId = await findId(authPool, 'organizations', external.organizationId);
  return userId && organizationId ? { userId, organizationId } : undefined;
}

async function findId(
  authPool: pg.Pool,
  table: 'users' | 'organizations',
  externalId: string,
): Promise<string | undefined> {
  const { rows } = await authPool.query<{ id: string }>(`select id from ${table} where external_id = $1`, [
    externalId,
  ]);
  return rows[0]?.id;
}
