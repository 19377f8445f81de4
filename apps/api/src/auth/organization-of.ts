import type pg from 'pg';

/** The organisation a session is in: the wished one if the user is a member of it, else the first they joined. */
export async function organizationOf(
  authPool: pg.Pool,
  userId: string,
  wished?: string | null,
): Promise<string | undefined> {
  const { rows } = await authPool.query<{ organization_id: string }>({
    name: 'organization_of',
    text: `select organization_id from memberships where user_id = $1
           order by (organization_id = $2) is true desc, created_at, id limit 1`,
    values: [userId, wished ?? null],
  });
  return rows[0]?.organization_id;
}

/** Puts the session into another organisation of its user. False when the user is not a member there. */
export async function switchOrganization(
  authPool: pg.Pool,
  session: { id: string; userId: string },
  organizationId: string,
): Promise<boolean> {
  const { rowCount } = await authPool.query(
    `update sessions set active_organization_id = $3, updated_at = now()
     where id = $1 and user_id = $2
       and exists (select 1 from memberships m where m.user_id = $2 and m.organization_id = $3)`,
    [session.id, session.userId, organizationId],
  );
  return rowCount === 1;
}
