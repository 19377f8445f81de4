import { RoleGrant } from '@vaktplan/contracts/permissions';
import type { Database } from '@vaktplan/db/database';
import { memberStatement, sessionStatement } from '@vaktplan/db/queries/actors';
import * as z from 'zod';
import type { UserActor } from '../context/ctx.ts';

export type Asked = {
  organizationId: string;
  userId: string;
  /** The sign-in session that must still stand; null for an issuer that keeps its own sessions. */
  sessionId: string | null;
};
export type LoadedActor = { standing: boolean; actor: UserActor | undefined };

const Member = z.object({ employee_id: z.string().nullable(), grants: z.array(RoleGrant) });

/**
 * Who calls, as the database has it now, in one round trip: a role taken away or a session ended bites at once.
 * `standing` is false when the session has ended; `actor` is undefined for somebody who is not a member.
 */
export async function loadActor(db: Database, asked: Asked): Promise<LoadedActor> {
  const { organizationId, userId, sessionId } = asked;
  const statements = [memberStatement(organizationId, userId)];
  if (sessionId !== null) statements.push(sessionStatement(sessionId, userId));
  const [members, sessions] = await db.read(organizationId, statements);
  const standing = sessionId === null || (sessions?.length ?? 0) > 0;
  const row = members?.[0];
  if (!row) return { standing, actor: undefined };
  const { employee_id, grants } = Member.parse(row);
  return { standing, actor: { kind: 'user', userId, employeeId: employee_id, grants } };
}

/** Does the sign-in session still stand? For calls outside any organisation. */
export async function sessionStands(db: Database, sessionId: string, userId: string): Promise<boolean> {
  const { rowCount } = await db.pool.query(sessionStatement(sessionId, userId));
  return rowCount === 1;
}
