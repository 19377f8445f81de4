import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../database.ts';
import { skills } from '../schema.ts';

export type SkillRow = { id: string; name: string; version: number };

const columns = { id: skills.id, name: skills.name, version: skills.version };
const inUse = (orgId: string) => and(eq(skills.organizationId, orgId), isNull(skills.archivedAt));

/** The skills in use, by name, 2,000 at most. */
export async function listSkillRows(tx: Tx, orgId: string): Promise<SkillRow[]> {
  return tx
    .select(columns)
    .from(skills)
    .where(inUse(orgId))
    .orderBy(asc(sql`lower(${skills.name})`))
    .limit(2000);
}

/** A skill in use, locked until the transaction ends. */
export async function lockSkill(tx: Tx, orgId: string, id: string): Promise<SkillRow | undefined> {
  const [row] = await tx
    .select(columns)
    .from(skills)
    .where(and(inUse(orgId), eq(skills.id, id)))
    .for('update');
  return row;
}

export async function insertSkill(tx: Tx, orgId: string, values: { name: string }): Promise<SkillRow> {
  const [row] = await tx
    .insert(skills)
    .values({ organizationId: orgId, ...values })
    .returning(columns);
  return row as SkillRow;
}

/** Changes the row, which the caller holds locked, and counts its version up. */
export async function updateSkillRow(
  tx: Tx,
  orgId: string,
  id: string,
  change: { name?: string; archivedAt?: string },
): Promise<SkillRow> {
  const [row] = await tx
    .update(skills)
    .set({ ...change, version: sql`${skills.version} + 1` })
    .where(and(eq(skills.organizationId, orgId), eq(skills.id, id)))
    .returning(columns);
  return row as SkillRow;
}
