import { RoleGrant } from '@vaktplan/contracts/permissions';
import type { Database } from '@vaktplan/db/database';
import { callersStatement, sessionStatement, type CallerRow } from '@vaktplan/db/queries/actors';
import { gather } from '@vaktplan/platform/gather';
import * as z from 'zod';
import type { UserActor } from '../context/ctx.ts';

export type Asked = {
  organizationId: string;
  userId: string;
  /** The sign-in session that must still stand; null for an issuer that keeps its own sessions. */
  sessionId: string | null;
};
export type LoadedActor = { standing: boolean; actor: UserActor | undefined };

const Grants = z.array(RoleGrant);
type Question = Asked & { db: Database };

const loaders = new WeakMap<Database, (question: Question) => Promise<LoadedActor>>();

/** Those who call at the same time in one organisation are looked up together. */
const createLoader = () =>
  gather({
    keyOf: (question: Question) => question.organizationId,
    run: async (questions) => {
      const [{ db, organizationId }] = questions as [Question];
      const [rows] = await db.read(organizationId, [callersStatement(organizationId, questions)]);
      return (rows as CallerRow[]).map((row, nr) => ({
        answer: toActor(row, questions[nr]?.userId as string),
      }));
    },
  });

function toActor({ standing, member, employeeId, grants }: CallerRow, userId: string): LoadedActor {
  if (!member) return { standing, actor: undefined };
  return { standing, actor: { kind: 'user', userId, employeeId, grants: Grants.parse(grants) } };
}

/**
 * Who calls, as the database has it now, in one round trip that begins after the call: a role taken away or a session
 * ended bites at once. `standing` is false when the session has ended; `actor` is undefined for somebody who is not a
 * member.
 */
export async function loadActor(db: Database, asked: Asked): Promise<LoadedActor> {
  let load = loaders.get(db);
  if (!load) loaders.set(db, (load = createLoader()));
  return load({ db, ...asked });
}

/** Does the sign-in session still stand? For calls outside any organisation. */
export async function sessionStands(db: Database, sessionId: string, userId: string): Promise<boolean> {
  const { rowCount } = await db.pool.query(sessionStatement(sessionId, userId));
  return rowCount === 1;
}
