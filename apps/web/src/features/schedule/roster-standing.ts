import type { RosterView } from '@vaktplan/contracts/http/shifts';

export type Standing = {
  /** The latest there were, be it of another period. */
  people: RosterView | undefined;
  /** There never were any, and not because they are on their way for the first time. */
  failed: boolean;
};
type Answer = { data: RosterView | undefined; isError: boolean; fetchStatus: 'fetching' | 'paused' | 'idle' };

/** What is known of a location's people after `answer`. Asking again after a failure is still a failure, until they are there. */
export function standingNext(before: Standing, { data, isError, fetchStatus }: Answer): Standing {
  const people = data ?? before.people;
  return { people, failed: !people && (before.failed || isError || fetchStatus === 'paused') };
}
