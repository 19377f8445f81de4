import type { Database } from '../database.ts';

/** The name a login goes by in the organisation; undefined for one that is no person of it. */
export async function findNameOfUser(
  db: Database,
  orgId: string,
  userId: string,
): Promise<string | undefined> {
  const [rows] = await db.read(orgId, [
    {
      name: 'name_of_user',
      text: 'select name from employees where organization_id = $1 and user_id = $2',
      values: [orgId, userId],
    },
  ]);
  return rows?.[0]?.name as string | undefined;
}
