import { setTimeout as delay } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import type { SignedIn } from '../bench/src/sign-tokens.ts';
import { ask, type Answer, type Asked } from './client.ts';
import type { Service } from './services.ts';
import type { Stand } from './stand.ts';

export type Sent = Answer & { path: string; id: string | undefined; startedAt: number };

const BUSY = 8;

const DAY_MS = 86_400_000;

/** What people do all day: look at the week, look at the clock, plan, clock in; `days`: clocked in over so many days past. */
const nextOf = (stand: Stand, nr: number, days: number): { who: SignedIn; asked: Asked; id?: string } => {
  const id = uuidv7();
  const who = stand.employees[nr % stand.employees.length] as SignedIn;
  switch (nr % 4) {
    case 0:
      return {
        who: stand.manager,
        asked: {
          path: `/api/v1/shifts?startDate=2030-01-07&endDate=2030-01-13&locationId=${stand.locationId}`,
        },
      };
    case 1:
      return { who, asked: { path: '/api/v1/time-tracking/clock' } };
    case 2: {
      const { departmentId } = stand;
      const day = `2030-05-${String(1 + (nr % 28)).padStart(2, '0')}`;
      const body = { id, departmentId, employeeId: null, startsAt: `${day}T09:00`, endsAt: `${day}T17:00` };
      return {
        who: stand.manager,
        id,
        asked: { method: 'POST', path: '/api/v1/shifts', key: uuidv7(), body },
      };
    }
    default: {
      // offline ones are facts: none is refused for what came before it
      const occurredAt = new Date(Date.now() - ((nr * 7919) % 1000) * (days / 1000) * DAY_MS).toISOString();
      const body = { id, kind: 'in', occurredAt, offline: true };
      return { who, id, asked: { method: 'POST', path: '/api/v1/time-tracking/punches', body } };
    }
  }
};

export type Load = { sent: Sent[]; stop: () => Promise<Sent[]> };

type Pace = {
  /** how often each of those at once sends at most; 0: without a pause */
  everyMs?: () => number;
  days?: number;
};

/** Keeps a few requests on their way until stopped. */
export function startLoad(
  stand: Stand,
  where: () => Pick<Service, 'url'>,
  atOnce = BUSY,
  { everyMs = () => 0, days = 0 }: Pace = {},
): Load {
  const sent: Sent[] = [];
  let stopping = false;
  let nr = 0;
  const runner = async (): Promise<void> => {
    while (!stopping) {
      const { who, asked, id } = nextOf(stand, nr++, days);
      const startedAt = performance.now();
      const answer = await ask(stand, where(), who, asked);
      sent.push({ ...answer, path: asked.path, id, startedAt });
      // one that is refused at once must not become a thousand
      if (answer.status === 0 || answer.status === 503) await delay(20);
      const rest = everyMs() - (performance.now() - startedAt);
      if (rest > 0) await delay(rest);
    }
  };
  const running = Promise.all(Array.from({ length: atOnce }, runner));
  return {
    sent,
    stop: async () => {
      stopping = true;
      await running;
      return sent;
    },
  };
}

/** Ids of shifts and punches that were acknowledged and are not there. */
export async function lostOf(
  { rows }: Stand,
  sent: readonly Pick<Sent, 'status' | 'id'>[],
): Promise<string[]> {
  const acknowledged = sent
    .filter(({ status, id }) => status === 201 && id !== undefined)
    .map(({ id }) => id);
  const found = await rows(
    `select id from unnest($1::uuid[]) id
     where not exists (select from shifts s where s.id = id.id) and not exists (select from time_punches p where p.id = id.id)`,
    [acknowledged],
  );
  return found.map(({ id }) => String(id));
}
