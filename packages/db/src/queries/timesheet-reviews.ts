import type { Tx } from '../database.ts';

export type NewReview = {
  timeEntryId: string;
  state: 'approved' | 'rejected' | 'reopened';
  entryVersion: number;
  reason: string | null;
  automatic: boolean;
  decidedBy: string | null;
};

/** Decisions about entries, each the latest of its entry. */
export async function putReviews(
  tx: Tx,
  orgId: string,
  at: string,
  reviews: readonly NewReview[],
): Promise<void> {
  if (reviews.length === 0) return;
  await tx.$client.query({
    name: 'time_entry_reviews_put',
    text: `insert into time_entry_reviews (organization_id, time_entry_id, state, entry_version, reason, automatic, decided_by, decided_at)
           select $1, r."timeEntryId", r.state, r."entryVersion", r.reason, r.automatic, r."decidedBy", $3
           from jsonb_to_recordset($2::jsonb) as r("timeEntryId" uuid, state text, "entryVersion" int, reason text,
             automatic boolean, "decidedBy" uuid)
           on conflict (organization_id, time_entry_id) do update set state = excluded.state,
             entry_version = excluded.entry_version, reason = excluded.reason, automatic = excluded.automatic,
             decided_by = excluded.decided_by, decided_at = excluded.decided_at`,
    values: [orgId, JSON.stringify(reviews), at],
  });
}
