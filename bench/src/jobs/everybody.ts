import { requestBytes } from '../send-requests.ts';
import type { Machine } from '../open-machine.ts';
import type { SignedIn } from '../sign-tokens.ts';

type Person = { person: SignedIn; token: string };

/** Those who clock in, with their tokens. */
export const peopleOf = (machine: Machine): Person[] =>
  machine.data.clock.employees.map((person) => ({ person, token: machine.tokens.bearer(person) }));

/** One request of each, for sendRequests; made before any is sent, as each phone makes its own. */
export function oneEach<T>(items: readonly T[], request: (item: T) => Buffer): () => Buffer | null {
  const waiting = items.map(request).values();
  return () => waiting.next().value ?? null;
}

/** A phone shows the clock before anybody can tap it, so the API has seen every token. */
export const lookAtClock = ({ token }: Person): Buffer =>
  requestBytes('GET', '/api/v1/time-tracking/clock', token);

/** Takes back what came since, so that the same people can come again in the next round. Not measured. */
export async function forgetPunches({ owner, data }: Machine): Promise<void> {
  const { organizationId } = data.clock;
  await owner.query(
    `delete from time_entries where organization_id = $1 and engine_version is not null and inputs_hash <> 'history'`,
    [organizationId],
  );
  await owner.query(`delete from time_punches where organization_id = $1 and source <> 'manager'`, [
    organizationId,
  ]);
  // no worker runs here: the next job's relay would first have to tell of all of it
  await owner.query(`delete from events where organization_id = $1 and event_type like 'timeEntry.%'`, [
    organizationId,
  ]);
}
