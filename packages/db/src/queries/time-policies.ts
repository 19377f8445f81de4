import type { Tx } from '../database.ts';

/** A policy from `from` on: it ends the one that holds then, and takes the place of those that would begin later. */
export async function startPolicy(
  tx: Tx,
  orgId: string,
  policy: {
    id: string;
    locationId: string | null;
    from: string;
    settings: unknown;
    createdBy: string | null;
  },
): Promise<void> {
  const { id, locationId, from, settings, createdBy } = policy;
  const scope = [orgId, locationId, from];
  await tx.$client.query({
    name: 'policies_clear',
    text: `delete from time_policies where organization_id = $1 and location_id is not distinct from $2::uuid and lower(valid) >= $3::date`,
    values: scope,
  });
  await tx.$client.query({
    name: 'policies_end',
    text: `update time_policies set valid = daterange(lower(valid), $3::date)
           where organization_id = $1 and location_id is not distinct from $2::uuid and valid @> $3::date`,
    values: scope,
  });
  await tx.$client.query({
    name: 'policies_start',
    text: `insert into time_policies (organization_id, id, location_id, valid, settings, created_by)
           values ($1, $4, $2, daterange($3::date, null), $5, $6)`,
    values: [...scope, id, JSON.stringify(settings), createdBy],
  });
}
