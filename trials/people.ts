import { v7 as uuidv7 } from 'uuid';
import { expect } from 'vitest';
import { ask, isGood, type Asked } from './client.ts';
import type { Service } from './services.ts';
import type { Stand } from './stand.ts';

/** A manager's request that must be granted. */
export async function asManager<T>(stand: Stand, api: Service, asked: Asked): Promise<T> {
  const answer = await ask(stand, api, stand.manager, asked);
  if (!isGood(answer)) throw new Error(`${asked.path} answered ${answer.status}: ${answer.body}`);
  return JSON.parse(answer.body) as T;
}

export type Person = { id: string; email: string };

export const peopleOf = async ({ rows }: Stand): Promise<Person[]> =>
  (await rows('select id, email from employees order by email')) as Person[];

/** One shift for each on `date`, published: one notification and one mail a person. */
export async function publishFor(
  stand: Stand,
  api: Service,
  date: string,
  people: readonly Person[],
): Promise<void> {
  const changes = people.map(({ id: employeeId }) => ({
    op: 'create',
    shift: {
      id: uuidv7(),
      departmentId: stand.departmentId,
      employeeId,
      startsAt: `${date}T09:00`,
      endsAt: `${date}T17:00`,
    },
  }));
  await asManager(stand, api, { method: 'POST', path: '/api/v1/shifts/bulk', body: { changes } });
  const body = { locationId: stand.locationId, startDate: date, endDate: date, notify: 'affected' };
  const asked = { method: 'POST', path: '/api/v1/schedules/publish', body };
  const { notified } = await asManager<{ notified: number }>(stand, api, asked);
  expect(notified).toBe(people.length);
}

/** What people have been told in the app, each with how often. */
export const notificationsOf = async ({ rows }: Stand): Promise<{ people: number; rows: number }> => {
  const [counted] = await rows(
    'select count(distinct user_id)::int as people, count(*)::int as rows from notifications',
  );
  return counted as { people: number; rows: number };
};
