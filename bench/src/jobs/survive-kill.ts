import { v7 as uuidv7 } from 'uuid';
import type { Machine, Running } from '../open-machine.ts';
import { forgetPunches, peopleOf } from './everybody.ts';

const KILLS = 3;
const PEOPLE = 400;
type Tap = { id: string; token: string };

/** Kills the API in the middle of a burst, sends everything again to another, and counts. @throws when a punch is lost or doubled */
export async function surviveKill(machine: Machine): Promise<string> {
  for (let kill = 0; kill < KILLS; kill++) {
    const taps = peopleOf(machine)
      .slice(0, PEOPLE)
      .map(({ token }): Tap => ({ id: uuidv7(), token }));
    const first = await machine.startApi();
    const answered = await send(first, taps, (count) => {
      if (count === 20 + kill * 60) process.kill(first.pid, 'SIGKILL');
    });
    await first.stop();
    const stored = await storedIds(machine);
    const lost = [...answered].filter((id) => !stored.has(id));
    const second = await machine.startApi();
    const again = await send(second, taps, () => undefined);
    await second.stop();
    const after = await storedIds(machine);
    if (lost.length > 0 || again.size !== PEOPLE || after.size !== PEOPLE) {
      throw new Error(
        `killed: ${lost.length} lost, ${again.size} answered, ${after.size} stored of ${PEOPLE}`,
      );
    }
    await forgetPunches(machine);
  }
  return `killed ${KILLS} times in the middle: none lost, none doubled`;
}

/** The ids that were answered. */
async function send(
  api: Running,
  taps: readonly Tap[],
  onAnswer: (count: number) => void,
): Promise<Set<string>> {
  const answered = new Set<string>();
  await Promise.allSettled(
    taps.map(async ({ id, token }) => {
      const answer = await fetch(`http://127.0.0.1:${api.port}/api/v1/time-tracking/punches`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ id, kind: 'in' }),
      });
      if (answer.status !== 201) throw new Error(`${answer.status}`);
      await answer.arrayBuffer();
      answered.add(id);
      onAnswer(answered.size);
    }),
  );
  return answered;
}

/** Ids of punches, each with its one entry. */
async function storedIds({ owner, data }: Machine): Promise<Set<string>> {
  const { rows } = await owner.query<{ id: string }>(
    `select p.id from time_punches p join time_entries t on t.organization_id = p.organization_id and p.id = any(t.punch_ids)
     join events e on e.aggregate_id = t.id::text and e.event_type = 'timeEntry.started'
     where p.organization_id = $1 and p.source <> 'manager'`,
    [data.clock.organizationId],
  );
  if (new Set(rows.map(({ id }) => id)).size !== rows.length) throw new Error('a punch was recorded twice');
  return new Set(rows.map(({ id }) => id));
}
