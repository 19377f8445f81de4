import type { UserActor } from '@vaktplan/core/context/ctx';
import { describe, expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import type { Signed } from '../testing/create-test-app.ts';
import { pairTest } from '../testing/app-pair.ts';

const url = '/api/v1/shifts';
type Shift = { id: string; version: number; notes: string | null; startsAt: string };
type Refusal = { code: string; current?: Shift };

const twoManagers = pairTest.extend<{ managers: readonly [Signed, Signed]; departmentId: string }>({
  departmentId: async ({ make }, use) => use(await make.department(await make.location())),
  managers: async ({ pair, ctx, make, departmentId }, use) => {
    const [first, second] = [await make.user('manager', { departmentId }), ctx.actor as UserActor];
    await use([await pair[0].as(first, ctx.orgId), await pair[1].as(second, ctx.orgId)]);
  },
});

const create = async (person: Signed, payload: object): Promise<Shift> => {
  const answer = await person.inject({ method: 'POST', url, payload });
  expect(answer.statusCode).toBe(201);
  return answer.json<Shift>();
};
const patch = (person: Signed, { id, version }: Shift, payload: object) =>
  person.inject({ method: 'PATCH', url: `${url}/${id}`, headers: { 'if-match': `"${version}"` }, payload });

// thousands of requests one after the other
describe('two managers at two instances', { timeout: 120_000 }, () => {
  twoManagers(
    '1,000 pairs move the same shift: exactly one wins, the other sees the newer view, nothing is lost',
    async ({ managers, departmentId, ctx }) => {
      const fight = async (begun: Shift): Promise<void> => {
        let shift = begun;
        for (let round = 0; round < 100; round++) {
          // each to a day of their own
          const days = [1 + (round % 14), 15 + (round % 14)].map(
            (day) => `2025-12-${String(day).padStart(2, '0')}`,
          );
          const answers = await Promise.all(
            managers.map((one, who) =>
              patch(one, shift, {
                startsAt: `${days[who]}T10:00`,
                endsAt: `${days[who]}T18:00`,
                notes: `${round} of ${who}`,
              }),
            ),
          );
          const winner = answers.findIndex(({ statusCode }) => statusCode === 200);
          expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 412]);
          const made = answers[winner]?.json<Shift>();
          const refused = answers[1 - winner]?.json<Refusal>();
          expect(made).toMatchObject({
            version: shift.version + 1,
            notes: `${round} of ${winner}`,
            localDate: days[winner],
          });
          expect(refused).toMatchObject({
            code: 'version_conflict',
            current: { version: made?.version, notes: made?.notes, localDate: days[winner] },
          });
          shift = made as Shift;
        }
      };
      const shifts: Shift[] = [];
      for (let nr = 0; nr < 10; nr++)
        shifts.push(
          await create(managers[0], {
            departmentId,
            startsAt: '2025-12-01T09:00',
            endsAt: '2025-12-01T17:00',
          }),
        );
      await Promise.all(shifts.map(fight));
      const [told] = await ctx.db.read(ctx.orgId, [
        {
          name: 'versions_told',
          text: `select count(distinct (aggregate_id, payload ->> 'version'))::int as moves from events
                 where aggregate_id = any($1) and event_type = 'shift.updated'`,
          values: [shifts.map(({ id }) => id)],
        },
      ]);
      expect(told).toEqual([{ moves: 1000 }]);
    },
  );

  twoManagers(
    '40 times two shifts of one person into the same hours: one gets them',
    async ({ managers, departmentId, ctx, make }) => {
      const employeeId = await make.employee(departmentId);
      const shiftOn = (day: string) =>
        create(managers[0], {
          departmentId,
          employeeId,
          startsAt: `2025-12-${day}T09:00`,
          endsAt: `2025-12-${day}T12:00`,
        });
      let shifts = [await shiftOn('01'), await shiftOn('02')] as const;
      for (let nr = 0; nr < 40; nr++) {
        const day = String(3 + (nr % 20)).padStart(2, '0');
        const times = { startsAt: `2025-12-${day}T13:00`, endsAt: `2025-12-${day}T17:00` };
        const answers = await Promise.all(
          managers.map((one, who) => patch(one, shifts[who as 0 | 1], times)),
        );
        expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
        const winner = answers[0]?.statusCode === 200 ? 0 : 1;
        expect(answers[1 - winner]?.json<Refusal>()).toMatchObject({ code: 'shift_overlap' });
        const made = answers[winner]?.json<Shift>() as Shift;
        shifts = winner === 0 ? [made, shifts[1]] : [shifts[0], made];
      }
      const { rowCount } = await ctx.db.transaction(ctx.orgId, (tx) =>
        tx.$client.query(
          `select 1 from shifts a join shifts b on a.organization_id = b.organization_id and a.employee_id = b.employee_id
           and a.id < b.id and a.deleted_at is null and b.deleted_at is null
           and a.starts_at < b.ends_at and b.starts_at < a.ends_at
         where a.organization_id = $1`,
          [ctx.orgId],
        ),
      );
      expect(rowCount).toBe(0);
    },
  );

  twoManagers(
    'a hundred submits of one key over both: one shift, one answer; the id again: refused',
    async ({ pair, ctx, managers, departmentId }) => {
      // the same person at both instances: a key is its sender's own
      const same = await Promise.all(pair.map((app) => app.as(ctx.actor as UserActor, ctx.orgId)));
      const payload = {
        id: uuidv7(),
        departmentId,
        startsAt: '2025-12-01T09:00',
        endsAt: '2025-12-01T17:00',
      };
      const headers = { 'idempotency-key': uuidv7() };
      const answers = await Promise.all(
        Array.from({ length: 100 }, (_, nr) =>
          (same[nr % 2] as Signed).inject({ method: 'POST', url, headers, payload }),
        ),
      );
      expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
      expect(answers[0]?.statusCode).toBe(201);
      const other = await managers[1].inject({
        method: 'POST',
        url,
        headers,
        payload: { ...payload, notes: 'x' },
      });
      expect(other.json()).toMatchObject({ status: 422, code: 'idempotency_key_reused' });
      // without the key the client's id is taken
      const again = await managers[0].inject({ method: 'POST', url, payload });
      expect(again.json()).toMatchObject({ status: 422, code: 'idempotency_key_reused' });
    },
  );
});
