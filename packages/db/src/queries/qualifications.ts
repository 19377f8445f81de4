import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../database.ts';

export type HeldSkillRow = { skillId: string; from: string | null; to: string | null };

/** What a person holds, `[from, to)`, by skill and beginning. */
export async function listHeldSkills(tx: Tx, orgId: string, employeeId: string): Promise<HeldSkillRow[]> {
  const { rows } = await tx.$client.query<HeldSkillRow>({
    name: 'held_skills',
    text: `select skill_id as "skillId", lower(valid) as "from", upper(valid) as "to" from employee_skills
           where organization_id = $1 and employee_id = $2 order by skill_id, valid`,
    values: [orgId, employeeId],
  });
  return rows;
}

/** Puts these in place of what the person held. The caller has locked the person. */
export async function replaceHeldSkills(
  tx: Tx,
  orgId: string,
  employeeId: string,
  held: readonly HeldSkillRow[],
): Promise<void> {
  await tx.$client.query({
    name: 'held_skills_clear',
    text: 'delete from employee_skills where organization_id = $1 and employee_id = $2',
    values: [orgId, employeeId],
  });
  await tx.$client.query({
    name: 'held_skills_insert',
    text: `insert into employee_skills (organization_id, id, employee_id, skill_id, valid)
           select $1, s.id, $2, s.skill_id, daterange(s.first, s.until)
           from unnest($3::uuid[], $4::uuid[], $5::date[], $6::date[]) as s(id, skill_id, first, until)`,
    values: [
      orgId,
      employeeId,
      held.map(() => uuidv7()),
      held.map((one) => one.skillId),
      held.map((one) => one.from),
      held.map((one) => one.to),
    ],
  });
}

/** The skills a position asks for, by id. */
export async function listRequiredSkills(tx: Tx, orgId: string, positionId: string): Promise<string[]> {
  const { rows } = await tx.$client.query<{ skillId: string }>({
    name: 'required_skills',
    text: `select skill_id as "skillId" from position_skills
           where organization_id = $1 and position_id = $2 order by skill_id`,
    values: [orgId, positionId],
  });
  return rows.map((row) => row.skillId);
}

/** Puts these in place of what the position asked for. The caller has locked the position. */
export async function replaceRequiredSkills(
  tx: Tx,
  orgId: string,
  positionId: string,
  skillIds: readonly string[],
): Promise<void> {
  await tx.$client.query({
    name: 'required_skills_clear',
    text: 'delete from position_skills where organization_id = $1 and position_id = $2',
    values: [orgId, positionId],
  });
  await tx.$client.query({
    name: 'required_skills_insert',
    text: `insert into position_skills (organization_id, position_id, skill_id)
           select distinct $1::uuid, $2::uuid, id from unnest($3::uuid[]) as id`,
    values: [orgId, positionId, skillIds],
  });
}

/** Those of the ids that are skills in use. */
export async function countSkillsInUse(tx: Tx, orgId: string, ids: readonly string[]): Promise<number> {
  const { rows } = await tx.$client.query<{ count: number }>({
    name: 'skills_in_use',
    text: 'select count(*)::int as count from skills where organization_id = $1 and id = any($2) and archived_at is null',
    values: [orgId, ids],
  });
  return rows[0]?.count ?? 0;
}
