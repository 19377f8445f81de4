import type { Tx } from '../database.ts';

/** `mine`: act now. `finished`: it was done. `busy`: another run has it. */
export type Claim = 'mine' | 'finished' | 'busy';

/**
 * Claims the right to act once under `key`. A claim that was never finished can be taken over when it is older than
 * `staleBefore`, or at once when `again` says that this is a later run of the job that made it.
 */
export async function claimJobRun(
  tx: Tx,
  orgId: string,
  asked: { key: string; at: string; staleBefore: string; again: boolean },
): Promise<Claim> {
  const { rows } = await tx.$client.query<{ mine: boolean; finished: boolean }>({
    name: 'job_run_claim',
    text: `with claimed as (
        insert into job_runs as run (organization_id, key, claimed_at) values ($1, $2, $3)
        on conflict (organization_id, key) do update set attempts = run.attempts + 1, claimed_at = excluded.claimed_at
          where run.finished_at is null and ($5 or run.claimed_at <= $4)
        returning key)
      select exists (select from claimed) as mine,
        exists (select from job_runs where organization_id = $1 and key = $2 and finished_at is not null) as finished`,
    values: [orgId, asked.key, asked.at, asked.staleBefore, asked.again],
  });
  const [row] = rows;
  return row?.mine ? 'mine' : row?.finished ? 'finished' : 'busy';
}

/** The claimed work is done: nobody can claim the key again. */
export async function finishJobRun(tx: Tx, orgId: string, key: string, at: string): Promise<void> {
  await tx.$client.query({
    name: 'job_run_finish',
    text: 'update job_runs set finished_at = $3 where organization_id = $1 and key = $2',
    values: [orgId, key, at],
  });
}

/** Deletes what nobody will ask for again; returns how many rows of each kind. */
export async function deleteOutdated(
  tx: Tx,
  orgId: string,
  before: { keys: string; runs: string; notifications: string },
): Promise<{ keys: number; runs: number; notifications: number }> {
  const keys = await tx.$client.query({
    name: 'idempotency_keys_outdated',
    text: 'delete from idempotency_keys where organization_id = $1 and created_at < $2',
    values: [orgId, before.keys],
  });
  const runs = await tx.$client.query({
    name: 'job_runs_outdated',
    text: 'delete from job_runs where organization_id = $1 and finished_at < $2',
    values: [orgId, before.runs],
  });
  const notifications = await tx.$client.query({
    name: 'notifications_outdated',
    text: 'delete from notifications where organization_id = $1 and read_at < $2',
    values: [orgId, before.notifications],
  });
  return {
    keys: keys.rowCount ?? 0,
    runs: runs.rowCount ?? 0,
    notifications: notifications.rowCount ?? 0,
  };
}
