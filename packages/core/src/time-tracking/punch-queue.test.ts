import { describe, expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import type { CreatePunch } from '@vaktplan/contracts/http/time-tracking';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { createDatabase } from '@vaktplan/db/database';
import { makeClocker, rowsOf } from '@vaktplan/testing/clock-rows';
import { dbTest } from '@vaktplan/testing/db-test';
import { recordPunch } from './record-punch.ts';

const punch = (kind: CreatePunch['kind'], rest: Partial<CreatePunch> = {}) => ({
  id: uuidv7(),
  kind,
  ...rest,
});
const codeOf = (result: PromiseSettledResult<unknown>) =>
  result.status === 'fulfilled' ? 'ok' : (result.reason as { code: string }).code;

/** A second instance of the API: another pool on the same database, other queues. */
const twoInstances = dbTest.extend<{ other: (ctx: Ctx) => Ctx }>({
  other: async ({ testDatabase }, use) => {
    const db = createDatabase({ url: testDatabase.url.app, max: 12 });
    await use((ctx) => ({ ...ctx, db }));
    await db.close();
  },
});

describe('punches that arrive together', () => {
  dbTest('a phone’s whole queue at once, in the order sent', async ({ ctx, make }) => {
    const { as } = await makeClocker(ctx, make);
    const day = ['in', 'break_start', 'break_end', 'out', 'in', 'break_start', 'out'] as const;
    const sent = day.map((kind, hour) =>
      punch(kind, { occurredAt: `2025-12-01T0${hour}:00:00Z`, offline: true }),
    );
    const answers = await Promise.all([...sent, ...sent].map((one) => recordPunch(as, one)));
    expect(answers.slice(7)).toEqual(answers.slice(0, 7));
    expect(answers.slice(0, 7).map(({ entry }) => [entry.version, entry.state, entry.workedMinutes])).toEqual(
      [
        [1, 'open', 480],
        [2, 'on_break', 60],
        [3, 'open', 420],
        [4, 'complete', 120],
        [1, 'open', 240],
        [2, 'on_break', 60],
        [3, 'complete', 60],
      ],
    );
    expect(await rowsOf(ctx, 'select id from time_punches')).toHaveLength(7);
    expect(await rowsOf(ctx, 'select version from time_entries order by started_at')).toEqual([
      { version: 4 },
      { version: 3 },
    ]);
    expect(await rowsOf(ctx, 'select id from time_entry_breaks where ended_at is not null')).toHaveLength(2);
    const events = await rowsOf(ctx, `select metadata->'version' as version from events order by position`);
    expect(events.map((event) => event.version)).toEqual([1, 2, 3, 4, 1, 2, 3]);
  });

  dbTest(
    'one that is refused leaves the others alone; tenants stay apart',
    async ({ ctx, make, foreign }) => {
      const here = await makeClocker(ctx, make);
      const colleague = await makeClocker(ctx, make, { departmentId: here.departmentId });
      const abroad = await makeClocker(foreign.ctx, foreign.make);
      const shared = punch('in');
      const results = await Promise.allSettled([
        recordPunch(here.as, punch('out')),
        recordPunch(here.as, shared),
        recordPunch(colleague.as, punch('in', { locationId: abroad.locationId })),
        recordPunch(colleague.as, punch('in', { occurredAt: '2025-12-02T08:00:00Z' })),
        recordPunch(colleague.as, shared),
        recordPunch(abroad.as, shared),
        recordPunch(colleague.as, punch('in')),
      ]);
      expect(results.map(codeOf)).toEqual([
        'not_clocked_in',
        'ok',
        'not_found',
        'punch_in_future',
        'idempotency_key_reused',
        'ok',
        'ok',
      ]);
      expect(await rowsOf(foreign.ctx, 'select employee_id from time_punches')).toEqual([
        { employee_id: abroad.employeeId },
      ]);
    },
  );

  twoInstances(
    'the same taps at two instances are one row and one answer each',
    async ({ ctx, make, other }) => {
      const { departmentId } = await makeClocker(ctx, make);
      const people = await Promise.all(
        Array.from({ length: 20 }, () => makeClocker(ctx, make, { departmentId })),
      );
      const taps = people.map(({ as }) => ({ as, input: punch('in') }));
      const answers = await Promise.all([
        ...taps.map(({ as, input }) => recordPunch(as, input)),
        ...taps.toReversed().map(({ as, input }) => recordPunch(other(as), input)),
      ]);
      expect(answers.slice(20).toReversed()).toEqual(answers.slice(0, 20));
      expect(await rowsOf(ctx, 'select id from time_punches')).toHaveLength(20);
      expect(await rowsOf(ctx, 'select event_id from events')).toHaveLength(20);
    },
  );

  twoInstances('a transaction that breaks takes nobody else along', async ({ ctx, make, other }) => {
    const { departmentId } = await makeClocker(ctx, make);
    const people = await Promise.all(
      Array.from({ length: 8 }, () => makeClocker(ctx, make, { departmentId })),
    );
    // two people, two instances, one id: one batch or the other meets the key that the first has taken
    const [left, right] = [people.slice(0, 4), people.slice(4)];
    for (let round = 0; round < 5; round++) {
      const id = uuidv7();
      const kind = round % 2 === 0 ? 'in' : 'out';
      const send = (group: typeof people, instance: (ctx: Ctx) => Ctx) =>
        group.map(({ as }, nr) => recordPunch(instance(as), nr === 2 ? { id, kind } : punch(kind)));
      const results = await Promise.allSettled([...send(left, (same) => same), ...send(right, other)]);
      const codes = results.map(codeOf);
      expect(codes.filter((code) => code === 'ok')).toHaveLength(7);
      expect([codes[2], codes[6]].toSorted()).toEqual(['idempotency_key_reused', 'ok']);
      const loser = (codes[2] === 'ok' ? right : left)[2];
      if (loser) await recordPunch(loser.as, punch(kind));
    }
  });
});
