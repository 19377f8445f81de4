import type { InjectOptions } from 'fastify';
import { describe, expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { DEFAULT_TIME_POLICY } from '@vaktplan/contracts/http/time-policies';
import type { UserActor } from '@vaktplan/core/context/ctx';
import { makeClocker, rowsOf, type Clocker } from '@vaktplan/testing/clock-rows';
import { httpTest } from '../testing/http-test.ts';
import type { Signed } from '../testing/create-test-app.ts';

const punches = '/api/v1/time-tracking/punches';
const range = 'startDate=2025-12-01&endDate=2025-12-31';

/** Somebody with a clock, signed in. */
const clockTest = httpTest.extend<{ person: Clocker & { signed: Signed } }>({
  person: async ({ app, ctx, make }, use) => {
    const clocker = await makeClocker(ctx, make, { name: 'Anna' });
    await use({ ...clocker, signed: await app.as(clocker.as.actor as UserActor, ctx.orgId) });
  },
});

const punch = (who: Signed, payload: object) => who.inject({ method: 'POST', url: punches, payload });

describe('the clock over HTTP', () => {
  clockTest('in, seen by the manager, break, out, listed', async ({ person, owner }) => {
    const { signed, employeeId, locationId } = person;
    const started = await punch(signed, { id: uuidv7(), kind: 'in' });
    expect(started.statusCode).toBe(201);
    expect(started.json()).toMatchObject({ entry: { employeeId, state: 'open', version: 1 } });

    const atWork = await owner.inject({ url: `/api/v1/time-tracking/at-work?locationId=${locationId}` });
    expect(atWork.json()).toMatchObject({ data: [{ name: 'Anna', state: 'in' }], meta: { count: 1 } });
    await punch(signed, { id: uuidv7(), kind: 'break_start' });
    expect((await signed.inject({ url: '/api/v1/time-tracking/clock' })).json()).toMatchObject({
      state: 'on_break',
      entry: { id: started.json().entry.id },
    });
    const ended = await punch(signed, { id: uuidv7(), kind: 'out' });
    expect(ended.json()).toMatchObject({ entry: { state: 'complete', version: 3 } });
    for (const who of [signed, owner]) {
      const list = await who.inject({ url: `/api/v1/time-entries?${range}` });
      expect(list.json()).toMatchObject({ data: [{ id: started.json().entry.id }], meta: { count: 1 } });
    }
  });

  clockTest('100 sends of one punch in parallel: one row, 100 equal answers', async ({ person, ctx }) => {
    const payload = { id: uuidv7(), kind: 'in', occurredAt: '2025-12-01T07:58:00+00:00', offline: true };
    // with or without a key of the transport, the punch's own id decides
    const headers = { 'idempotency-key': uuidv7() };
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, nr) =>
        person.signed.inject({ method: 'POST', url: punches, payload, headers: nr % 2 ? headers : {} }),
      ),
    );
    expect(new Set(answers.map((answer) => `${answer.statusCode} ${answer.body}`)).size).toBe(1);
    expect(answers[0]?.statusCode).toBe(201);
    expect(await rowsOf(ctx, 'select id from time_punches')).toHaveLength(1);
    const other = await punch(person.signed, { ...payload, kind: 'out' });
    expect([other.statusCode, other.json().code]).toEqual([422, 'idempotency_key_reused']);
  });

  clockTest(
    'a colleague cannot be clocked in, and the clock is the server’s',
    async ({ person, ctx, make }) => {
      const friend = await makeClocker(ctx, make);
      const attempts: [object, number, string][] = [
        [{ employeeId: friend.employeeId }, 400, 'validation_failed'],
        [{ occurredAt: '2025-12-01T08:03:00Z' }, 422, 'punch_in_future'],
        [{ occurredAt: '2025-10-01T08:00:00Z' }, 422, 'punch_too_old'],
        [{ occurredAt: '2025-12-01T08:00' }, 400, 'validation_failed'],
        [{ occurredAt: 0 }, 400, 'validation_failed'],
        [{ kind: 'lunch' }, 400, 'validation_failed'],
        [{ kind: 'out' }, 409, 'not_clocked_in'],
        [{ id: 'mine' }, 400, 'validation_failed'],
        [
          { position: { latitude: 91, longitude: 0, accuracyMeters: 1, ageSeconds: 0 } },
          400,
          'validation_failed',
        ],
      ];
      for (const [change, status, code] of attempts) {
        const answer = await punch(person.signed, { id: uuidv7(), kind: 'in', ...change });
        expect([change, answer.statusCode, answer.json().code]).toEqual([change, status, code]);
      }
      expect(await rowsOf(ctx, 'select id from time_punches')).toEqual([]);
    },
  );

  clockTest('a device’s queue: each punch answered on its own', async ({ person, app }) => {
    const url = `${punches}/batch`;
    const offline = (kind: string, occurredAt: string, rest: object = {}) => ({
      id: uuidv7(),
      kind,
      occurredAt,
      offline: true,
      ...rest,
    });
    const queue = [
      offline('out', '2025-12-01T07:00:00Z'),
      offline('in', '2025-12-01T05:00:00Z'),
      offline('in', '2025-12-01T09:30:00Z'),
    ];
    const send = (payload: object, who: Pick<Signed, 'inject'> = person.signed) =>
      who.inject({ method: 'POST', url, payload });
    const answers = [await send({ punches: queue }), await send({ punches: queue.toReversed() })];
    for (const answer of answers) {
      expect(answer.statusCode).toBe(200);
      expect(answer.json().meta).toEqual({ recorded: 2, kept: 0, refused: 1 });
    }
    expect(answers[0]?.json().data.map((one: { code: string | null }) => one.code)).toEqual([
      null,
      null,
      'punch_in_future',
    ]);
    const list = await person.signed.inject({ url: `/api/v1/time-entries?${range}` });
    expect(list.json().data).toMatchObject([{ workedMinutes: 120, state: 'complete' }]);

    expect((await send({ punches: queue }, app)).statusCode).toBe(401);
    for (const wrong of [
      { punches: [] },
      { punches: Array.from({ length: 501 }, () => offline('in', '2025-12-01T05:00:00Z')) },
      { punches: [{ ...queue[0], employeeId: person.employeeId }] },
      { punches: [offline('void', '2025-12-01T05:00:00Z')] },
    ]) {
      expect((await send(wrong)).statusCode).toBe(400);
    }
  });

  clockTest('rules of the clock: read by managers, set by administrators', async ({ person, owner }) => {
    const url = '/api/v1/time-policies';
    const payload = { locationId: person.locationId, from: '2025-12-01', settings: DEFAULT_TIME_POLICY };
    const networks = { allowed: ['not a network'], action: 'block' };
    const wrong = { ...DEFAULT_TIME_POLICY, where: { ...DEFAULT_TIME_POLICY.where, networks } };
    expect((await owner.inject({ method: 'POST', url, payload })).statusCode).toBe(201);
    const attempts: [Signed, object, number][] = [
      [person.signed, payload, 403],
      [owner, { ...payload, settings: wrong }, 400],
      [owner, { ...payload, from: '2025-11-30' }, 422],
      [owner, { ...payload, locationId: uuidv7() }, 404],
    ];
    for (const [who, body, status] of attempts) {
      expect((await who.inject({ method: 'POST', url, payload: body })).statusCode).toBe(status);
    }
    const list = await owner.inject({ url: `${url}?locationId=${person.locationId}` });
    expect(list.json()).toMatchObject({ data: [{ from: '2025-12-01', until: null }], meta: { count: 1 } });
    expect((await person.signed.inject({ url })).statusCode).toBe(403);
  });

  clockTest('not signed in, not allowed, not there, not right', async ({ app, person, owner, foreign }) => {
    const strange = await makeClocker(foreign.ctx, foreign.make);
    const nobody: Signed = { ...person.signed, inject: app.inject };
    const attempts: [Signed, InjectOptions, number][] = [
      [nobody, { method: 'POST', url: punches, payload: { id: uuidv7(), kind: 'in' } }, 401],
      [nobody, { url: '/api/v1/time-tracking/clock' }, 401],
      [nobody, { url: '/api/v1/time-tracking/at-work' }, 401],
      [nobody, { url: `/api/v1/time-entries?${range}` }, 401],
      [owner, { url: '/api/v1/time-tracking/clock' }, 403],
      [person.signed, { url: '/api/v1/time-tracking/at-work' }, 403],
      [owner, { url: `/api/v1/time-tracking/at-work?locationId=${strange.locationId}` }, 404],
      [owner, { url: '/api/v1/time-tracking/at-work?locationId=x' }, 400],
      [owner, { url: `/api/v1/time-entries?${range}&employeeId=${strange.employeeId}` }, 404],
      [owner, { url: '/api/v1/time-entries?startDate=2025-01-01&endDate=2025-12-31' }, 400],
      [
        person.signed,
        {
          method: 'POST',
          url: punches,
          payload: { id: uuidv7(), kind: 'in', locationId: strange.locationId },
        },
        404,
      ],
    ];
    for (const [who, request, status] of attempts) {
      expect([request, (await who.inject(request)).statusCode]).toEqual([request, status]);
    }
  });
});
