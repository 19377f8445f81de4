import { RoleGrant } from '@vaktplan/contracts/permissions';
import type { Database, Statement } from '@vaktplan/db/database';
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

const memberStatement = ({ organizationId, userId }: Asked): Statement => ({
  name: 'actor_member',
  text: `select e.id as employee_id,
           coalesce((select json_agg(json_build_object('role', a.role, 'locationId', a.location_id, 'departmentId', a.department_id))
             from role_assignments a where a.organization_id = m.organization_id and a.membership_id = m.id), '[]') as grants
         from memberships m
         left join employees e on e.organization_id = m.organization_id and e.user_id = m.user_id and e.status <> 'deactivated'
         where m.organization_id = $1 and m.user_id = $2`,
  values: [organizationId, userId],
});

const sessionStatement = (sessionId: string, userId: string): Statement => ({
  name: 'actor_session',
  text: 'select 1 from sessions where id = $1 and user_id = $2 and expires_at > now()',
  values: [sessionId, userId],
});

/**
 * Who calls, as the database has it now, in one round trip: a role taken away or a session ended bites at once.
 * `standing` is false when the session has ended; `actor` is undefined for somebody who is not a member.
 */
export async function loadActor(db: Database, asked: Asked): Promise<LoadedActor> {
  const statements = [memberStatement(asked)];
  if (asked.sessionId !== null) statements.push(sessionStatement(asked.sessionId, asked.userId));
  const [members, sessions] = await db.read(asked.organizationId, statements);
  const standing = asked.sessionId === null || (sessions?.length ?? 0) > 0;
  const row = members?.[0];
  if (!row) return { standing, actor: undefined };
  const { employee_id, grants } = Member.parse(row);
  return { standing, actor: { kind: 'user', userId: asked.userId, employeeId: employee_id, grants } };
}

/** Does the sign-in session still stand? For calls outside any organisation. */
export async function sessionStands(db: Database, sessionId: string, userId: string): Promise<boolean> {
  const { rowCount } = await db.pool.query(sessionStatement(sessionId, userId));
  return rowCount === 1;
}
