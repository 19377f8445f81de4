import { setPin } from '@vaktplan/core/kiosk/set-pin';
import { kioskTokenHash, newKioskToken } from '@vaktplan/core/kiosk/kiosk-token';
import { revokeKiosk } from '@vaktplan/core/kiosk/revoke-kiosk';
import type { UserActor } from '@vaktplan/core/context/ctx';
import { createRedis } from '@vaktplan/platform/redis';
import { describe, expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { badTokens } from '../testing/bad-tokens.ts';
import type { TestApp } from '../testing/create-test-app.ts';
import { httpTest } from '../testing/http-test.ts';
import { makeKiosk } from '../testing/kiosk.ts';
import { createPinTries } from './pin-tries.ts';

type Tablet = Awaited<ReturnType<typeof makeKiosk>>;
const kioskTest = httpTest.extend<{ door: Tablet & { location: string; worker: string } }>({
  door: async ({ app, ctx, make }, use) => {
    const location = await make.location();
    const worker = await make.employee(await make.department(location), { name: 'Ada' });
    await setPin(ctx, worker, '2468', app.services.env.PIN_SECRET);
    const tablet = await makeKiosk(ctx, app.services.env, { locationId: location });
    await use({ ...tablet, location, worker });
  },
});

const kioskRoutes = (app: TestApp) =>
  app.nest
    .getHttpAdapter()
    .getInstance()
    .routeTable.filter(({ method, access }) => method !== 'HEAD' && access.kind === 'kiosk');
const post = (app: TestApp, url: string, door: Tablet, payload: object) =>
  app.inject({ method: 'POST', url: `/api/v1/kiosk/${url}`, headers: door.header, payload });

describe('the key of a tablet', () => {
  kioskTest('opens kiosk routes only, and no other key opens those', async ({ app, ctx, door }) => {
    const tokens = await badTokens(app, ctx.actor as UserActor, ctx.orgId);
    const person = await app.as(ctx.actor as UserActor, ctx.orgId);
    const wrong: string[] = [];
    const bad: Record<string, string> = {
      ...tokens,
      'of a person with every right': person.token,
      'of another kiosk': newKioskToken(ctx.orgId, uuidv7()),
      'with other random bits': newKioskToken(ctx.orgId, door.id),
      'of a kiosk of another organisation': newKioskToken(uuidv7(), door.id),
      'the stored hash': kioskTokenHash(door.token),
      'cut short': door.token.slice(0, -1),
      'with a letter more': `${door.token}A`,
      'in other letters': door.token.toUpperCase(),
      'with a quote': `${door.token.slice(0, -3)}'--`,
    };
    const routes = kioskRoutes(app);
    for (const { method, url } of routes) {
      for (const [what, token] of Object.entries(bad)) {
        const headers = { authorization: `Bearer ${token}` };
        const answer = await app.inject({ method: method as 'GET', url, headers });
        if (answer.statusCode !== 401) wrong.push(`${method} ${url} ${what}: ${answer.statusCode}`);
      }
    }
    const others = app.nest
      .getHttpAdapter()
      .getInstance()
      .routeTable.filter(({ access }) => ['can', 'signed-in', 'service'].includes(access.kind));
    for (const { method, url } of others) {
      const address = url.replaceAll(/:\w+/g, uuidv7());
      const answer = await app.inject({ method: method as 'GET', url: address, headers: door.header });
      if (answer.statusCode !== 401) wrong.push(`tablet at ${method} ${url}: ${answer.statusCode}`);
    }
    expect(wrong).toEqual([]);
    expect([routes.length, others.length, Object.keys(bad).length]).toEqual([
      expect.toSatisfy((count: number) => count >= 5),
      expect.toSatisfy((count: number) => count > 40),
      expect.toSatisfy((count: number) => count >= 15),
    ]);
  });

  kioskTest('is worth nothing from the moment it is revoked', async ({ app, ctx, door }) => {
    expect((await app.inject({ url: '/api/v1/kiosk', headers: door.header })).statusCode).toBe(200);
    await revokeKiosk(ctx, door.id);
    for (const { method, url } of kioskRoutes(app)) {
      const answer = await app.inject({ method: method as 'GET', url, headers: door.header });
      expect([url, answer.statusCode]).toEqual([url, 401]);
    }
  });

  kioskTest(
    'reaches nobody of another organisation, and nobody of another place',
    async ({ app, ctx, make, foreign, door }) => {
      const stranger = await foreign.make.employee(
        await foreign.make.department(await foreign.make.location()),
      );
      const far = await make.employee(await make.department(await make.location()));
      for (const who of [stranger, far]) {
        await setPin(who === far ? ctx : foreign.ctx, who, '2468', app.services.env.PIN_SECRET);
        const body = { employeeId: who, pin: '2468' };
        expect((await post(app, 'identify', door, body)).statusCode).toBe(404);
        const tap = await post(app, 'punches', door, { ...body, id: uuidv7(), kind: 'in' });
        expect(tap.statusCode).toBe(404);
      }
    },
  );
});

describe('wrong PINs', () => {
  kioskTest('a hundred at once: five are looked at; a new PIN begins anew', async ({ app, ctx, door }) => {
    const body = { employeeId: door.worker };
    const guess = (pin: string) => post(app, 'identify', door, { ...body, pin });
    const guesses = Array.from({ length: 100 }, (_, nr) => guess(String(1000 + nr)));
    const codes = (await Promise.all(guesses)).map((answer) => answer.json<{ code: string }>().code);
    expect(codes.filter((code) => code === 'pin_wrong')).toHaveLength(5);
    expect(codes.filter((code) => code === 'pin_locked')).toHaveLength(95);
    const right = await guess('2468');
    expect([right.statusCode, right.json().code]).toEqual([429, 'pin_locked']);
    const tap = { ...body, id: uuidv7(), kind: 'in', pin: '2468' };
    expect((await post(app, 'punches', door, tap)).statusCode).toBe(429);
    await setPin(ctx, door.worker, '97531', app.services.env.PIN_SECRET);
    expect((await guess('97531')).statusCode).toBe(200);
  });

  kioskTest('the right one clears the name', async ({ app, door }) => {
    const guess = (pin: string) => post(app, 'identify', door, { employeeId: door.worker, pin });
    for (let round = 0; round < 3; round++) {
      for (let nr = 0; nr < 4; nr++) expect((await guess('1111')).statusCode).toBe(422);
      expect((await guess('2468')).statusCode).toBe(200);
    }
  });

  kioskTest('without names ten lock the tablet, whoever they were meant for', async ({ app, ctx, door }) => {
    const { env } = app.services;
    const wish = { locationId: door.location, identification: 'pin' } as const;
    const tablet = await makeKiosk(ctx, env, wish);
    const guesses = Array.from({ length: 30 }, (_, nr) =>
      post(app, 'identify', tablet, { pin: String(3000 + nr) }),
    );
    const codes = (await Promise.all(guesses)).map((answer) => answer.json<{ code: string }>().code);
    expect(codes.filter((code) => code === 'pin_wrong')).toHaveLength(10);
    expect((await post(app, 'identify', door, { employeeId: door.worker, pin: '2468' })).statusCode).toBe(
      200,
    );
  });

  kioskTest('are counted while Redis is away', async () => {
    const redis = createRedis('redis://127.0.0.1:1', 'producer');
    redis.on('error', () => undefined);
    try {
      const countTry = createPinTries(redis);
      const who = { orgId: uuidv7(), deviceId: uuidv7(), person: uuidv7() };
      const tries = await Promise.allSettled(Array.from({ length: 50 }, () => countTry(who)));
      expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(5);
    } finally {
      redis.disconnect();
    }
  });
});

describe('over HTTP', () => {
  kioskTest(
    'a manager enrols, a tablet clocks in, twice the same tap is one',
    async ({ app, owner, door }) => {
      const made = await owner.inject({
        method: 'POST',
        url: '/api/v1/kiosks',
        payload: { locationId: door.location, name: 'Bar' },
      });
      expect(made.statusCode).toBe(201);
      const { code, kiosk } = made.json<{ code: string; kiosk: { id: string } }>();
      const enrolled = await app.inject({ method: 'POST', url: '/api/v1/kiosk/enroll', payload: { code } });
      expect(enrolled.statusCode).toBe(201);
      const again = await app.inject({ method: 'POST', url: '/api/v1/kiosk/enroll', payload: { code } });
      expect([again.statusCode, again.json().code]).toEqual([410, 'kiosk_code_invalid']);
      const { token } = enrolled.json<{ token: string }>();
      const bar = { id: kiosk.id, token, header: { authorization: `Bearer ${token}` } };
      const tap = { id: uuidv7(), kind: 'in', employeeId: door.worker, pin: '2468' };
      const first = await post(app, 'punches', bar, tap);
      const second = await post(app, 'punches', bar, tap);
      expect([first.statusCode, second.json()]).toEqual([201, first.json()]);
      const elsewhere = await post(app, 'punches', door, { ...tap, kind: 'out' });
      expect(elsewhere.json()).toMatchObject({ code: 'idempotency_key_reused' });
    },
  );

  kioskTest('answers and the list hold no PIN, no hash, no code', async ({ app, owner, door }) => {
    const url = `/api/v1/employees/${door.worker}/pin`;
    const answers = [
      await owner.inject({ method: 'PUT', url, payload: { pin: '86420' } }),
      await owner.inject({ url }),
      await owner.inject({ url: '/api/v1/kiosks' }),
      await app.inject({ url: '/api/v1/kiosk', headers: door.header }),
    ];
    for (const answer of answers) {
      expect(answer.statusCode).toBe(200);
      expect(answer.body).not.toMatch(/86420|hash|[0-9a-f]{64}|"code"/i);
    }
    for (const pin of ['123', '123456789', '12a4', '', 1234])
      expect((await owner.inject({ method: 'PUT', url, payload: { pin } })).statusCode).toBe(400);
  });
});
