import { AppError } from '@vaktplan/contracts/errors';
import type { Tx } from '@vaktplan/db/database';
import { countSkillsInUse } from '@vaktplan/db/queries/qualifications';

/** Throws `not_found` unless all of the ids are skills in use here. */
export async function assertSkillsInUse(tx: Tx, orgId: string, ids: readonly string[]): Promise<void> {
  const asked = new Set(ids.map((id) => id.toLowerCase()));
  if (asked.size === 0) return;
  if ((await countSkillsInUse(tx, orgId, [...asked])) < asked.size)
    throw new AppError('not_found', { errors: [{ path: 'skills', message: 'No such skill' }] });
}
