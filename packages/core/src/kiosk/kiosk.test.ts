import { describe, expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { DEFAULT_TIME_POLICY } from '@vaktplan/contracts/http/time-policies';
import { createPool } from '@vaktplan/db/database';
import { makeShift, rowsOf } from '@vaktplan/testing/clock-rows';
import { dbTest } from '@vaktplan/testing/db-test';
import type { Ctx } from '../context/ctx.ts';
import { createKiosk } from './create-kiosk.ts';
import { enrollKiosk } from './enroll-kiosk.ts';
import { getKioskScreen } from './get-kiosk-screen.ts';
import { identify } from './identify.ts';
import type { PinDesk } from './identify-person.ts';
import { loadKiosk } from './load-kiosk.ts';
import { listKiosks } from './list-kiosks.ts';
import { recordKioskPunch } from './record-kiosk-punch.ts';
import { noteHeartbeat } from './note-heartbeat.ts';
import { renewKioskCode } from './renew-kiosk-code.ts';
import { renewKioskToken } from './renew-kiosk-token.ts';
import { revokeKiosk } from './revoke-kiosk.ts';
import { sealKeyOf, sealPin } from './seal-pin.ts';
import { removePin, setPin } from './set-pin.ts';
import { updateKiosk } from './update-kiosk.ts';

const SECRET = 'pin-secret-of-the-tests-0123456789abcdef';
const desk: PinDesk = { pinSecret: SECRET, countTry: async () => async () => undefined };
const punch = (employeeId: string, more: object = {}) => ({
  id: uuidv7(),
  kind: 'in' as const,
  employeeId,
  pin: '2468',
  ...more,
});

type Profile = Parameters<typeof createKiosk>[1];
const kioskTest = dbTest.extend<{
  place: { location: string; department: string; worker: string; colleague: string };
  enroll: (more?: Partial<Profile>) => Promise<{ id: string; token: string; tablet: Ctx }>;
  type: (code: string) => Promise<string>;
}>({
  place: async ({ make, ctx }, use) => {
    const location = await make.location();
    const department = await make.department(location);
    const worker = await make.employee(department, { name: 'Ada' });
    const colleague = await make.employee(department, { name: 'Bo' });
    await setPin(ctx, worker, '2468', SECRET);
    await use({ location, department, worker, colleague });
  },
  type: async ({ ctx, testDatabase }, use) => {
    const authPool = createPool({ url: testDatabase.url.auth, max: 2 });
    await use((code) => enrollKiosk({ ...ctx, authPool }, code, SECRET));
    await authPool.end();
  },
  enroll: async ({ ctx, place, type }, use) => {
    await use(async (more = {}) => {
      const wish = { locationId: place.location, name: `Door ${uuidv7()}`, ...more };
      const { kiosk, code } = await createKiosk(ctx, wish, SECRET);
      const token = await type(code);
      const loaded = await loadKiosk(ctx.db, token);
      if (!loaded) throw new Error('not enrolled');
      return { id: kiosk.id, token, tablet: { ...ctx, actor: loaded.actor } };
    });
  },
});
const refused = (code: string) => expect.objectContaining({ code });

describe('enrolment', () => {
  kioskTest(
    'a code works once, for fifteen minutes, and stops when another is made',
    async ({ ctx, place, type, clock }) => {
      const { kiosk, code } = await createKiosk(ctx, { locationId: place.location, name: 'Door' }, SECRET);
      expect(kiosk).toMatchObject({ state: 'waiting', identification: 'name_and_pin', unscheduled: true });
      await type(code.toLowerCase().replace('-', ' '));
      await expect(type(code)).rejects.toEqual(refused('kiosk_code_invalid'));
      const second = await renewKioskCode(ctx, kiosk.id, SECRET);
      const third = await renewKioskCode(ctx, kiosk.id, SECRET);
      await expect(type(second.code)).rejects.toEqual(refused('kiosk_code_invalid'));
      clock.advance({ minutes: 16 });
      await expect(type(third.code)).rejects.toEqual(refused('kiosk_code_invalid'));
      const { data } = await listKiosks(ctx, {});
      expect(data).toMatchObject([{ state: 'active', codeExpiresAt: null }]);
    },
  );

  kioskTest('two tablets with one code: one is enrolled', async ({ ctx, place, type }) => {
    const { code } = await createKiosk(ctx, { locationId: place.location, name: 'Door' }, SECRET);
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => type(code)));
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });

  kioskTest('a new tablet ends the old one; revoking ends both', async ({ ctx, enroll, type }) => {
    const { id, token } = await enroll();
    const { code } = await renewKioskCode(ctx, id, SECRET);
    expect(await loadKiosk(ctx.db, token)).toBeDefined();
    const newer = await type(code);
    expect(await loadKiosk(ctx.db, token)).toBeUndefined();
    expect(await loadKiosk(ctx.db, newer)).toBeDefined();
    await revokeKiosk(ctx, id);
    expect(await loadKiosk(ctx.db, newer)).toBeUndefined();
    await expect(revokeKiosk(ctx, id)).rejects.toEqual(refused('not_found'));
  });

  kioskTest(
    'a renewed token: the old one is good until the new one is used',
    async ({ ctx, enroll, clock }) => {
      const { token, tablet } = await enroll();
      const seen = await noteHeartbeat(tablet, { deviceTime: '2025-12-01T08:00:30Z' });
      expect(seen.renewToken).toBe(false);
      clock.advance({ hours: 24 * 8 });
      expect((await noteHeartbeat(tablet, { deviceTime: '2025-12-09T08:00:00Z' })).renewToken).toBe(true);
      const lost = await renewKioskToken(tablet, token);
      const newer = await renewKioskToken(tablet, token);
      expect(await loadKiosk(ctx.db, lost)).toBeUndefined();
      expect(await loadKiosk(ctx.db, token)).toBeDefined();
      expect(await loadKiosk(ctx.db, newer)).toBeDefined();
      expect(await loadKiosk(ctx.db, token)).toBeUndefined();
    },
  );

  kioskTest(
    'only managers of the place, and nothing of another organisation',
    async ({ ctx, make, place, foreign, enroll }) => {
      const { id } = await enroll();
      const elsewhere = make.as(ctx, await make.user('manager', { locationId: await make.location() }));
      const employee = make.as(ctx, await make.user('employee'));
      const wish = { locationId: place.location, name: 'Mine' };
      for (const who of [elsewhere, employee]) {
        await expect(createKiosk(who, wish, SECRET)).rejects.toEqual(refused('forbidden'));
        await expect(updateKiosk(who, id, 1, { name: 'x' })).rejects.toEqual(refused('forbidden'));
        await expect(revokeKiosk(who, id)).rejects.toEqual(refused('forbidden'));
        await expect(setPin(who, place.worker, '1111', SECRET)).rejects.toEqual(refused('forbidden'));
      }
      await expect(createKiosk(foreign.ctx, wish, SECRET)).rejects.toEqual(refused('not_found'));
      await expect(revokeKiosk(foreign.ctx, id)).rejects.toEqual(refused('not_found'));
      await expect(setPin(foreign.ctx, place.worker, '1111', SECRET)).rejects.toEqual(refused('not_found'));
      const stranger = await foreign.make.department(await foreign.make.location());
      await expect(updateKiosk(ctx, id, undefined, {})).rejects.toEqual(refused('version_missing'));
      await expect(updateKiosk(ctx, id, 1, {})).rejects.toEqual(refused('version_conflict'));
      await expect(updateKiosk(ctx, id, 2, { departmentIds: [stranger] })).rejects.toEqual(
        refused('not_found'),
      );
    },
  );
});

describe('who stands there', () => {
  kioskTest('a name and a PIN', async ({ enroll, place, foreign }) => {
    const { tablet } = await enroll();
    const { people } = await identify(tablet, { employeeId: place.worker, pin: '2468' }, desk);
    expect(people).toMatchObject([{ name: 'Ada', state: 'out', hasPin: true }]);
    const stranger = await foreign.make.employee(
      await foreign.make.department(await foreign.make.location()),
    );
    for (const [claim, code] of [
      [{ employeeId: place.worker, pin: '2469' }, 'pin_wrong'],
      [{ employeeId: place.worker }, 'validation_failed'],
      [{ pin: '2468' }, 'validation_failed'],
      [{ employeeId: place.colleague, pin: '2468' }, 'pin_missing'],
      [{ employeeId: stranger, pin: '2468' }, 'not_found'],
    ] as const) {
      await expect(identify(tablet, claim, desk), code).rejects.toEqual(refused(code));
    }
  });

  kioskTest('a PIN alone; two people with the same one choose their name', async ({ ctx, enroll, place }) => {
    const { tablet } = await enroll({ identification: 'pin' });
    expect((await getKioskScreen(tablet, SECRET)).people).toEqual([]);
    expect((await identify(tablet, { pin: '2468' }, desk)).people).toMatchObject([{ name: 'Ada' }]);
    await setPin(ctx, place.colleague, '2468', SECRET);
    expect((await identify(tablet, { pin: '2468' }, desk)).people).toHaveLength(2);
    const { employeeId: _, ...nameless } = punch(place.worker);
    await expect(recordKioskPunch(tablet, nameless, desk)).rejects.toEqual(refused('pin_ambiguous'));
    const done = await recordKioskPunch(tablet, punch(place.colleague), desk);
    expect(done.person).toMatchObject({ name: 'Bo', state: 'in' });
    await removePin(ctx, place.colleague);
    await expect(identify(tablet, { pin: '9999' }, desk)).rejects.toEqual(refused('pin_wrong'));
  });

  kioskTest(
    'people of other departments, of other places and those who left are not shown',
    async ({ ctx, make, enroll, place }) => {
      const kitchen = await make.department(place.location);
      await make.employee(kitchen, { name: 'Cook' });
      await make.employee(place.department, { name: 'Gone', status: 'deactivated' });
      await make.employee(await make.department(await make.location()), { name: 'Far' });
      const all = await enroll();
      const some = await enroll({ departmentIds: [place.department] });
      const names = async (tablet: Ctx) =>
        (await getKioskScreen(tablet, SECRET)).people.map((person) => person.name);
      expect(await names(all.tablet)).toEqual(['Ada', 'Bo', 'Cook']);
      expect(await names(some.tablet)).toEqual(['Ada', 'Bo']);
      await expect(getKioskScreen(ctx, SECRET)).rejects.toEqual(refused('forbidden'));
    },
  );
});

describe('a tap', () => {
  kioskTest(
    'counts once, however often it comes, also when the PIN has changed since',
    async ({ ctx, enroll, place }) => {
      const { id, tablet } = await enroll();
      const tap = punch(place.worker, { offline: true, occurredAt: '2025-12-01T07:55:00Z', pin: undefined });
      const sealedPin = sealPin(sealKeyOf(SECRET, id), id, tap.id, '2468');
      const sent = { ...tap, sealedPin };
      const both = await Promise.all([
        recordKioskPunch(tablet, sent, desk),
        recordKioskPunch(tablet, sent, desk),
      ]);
      expect(both[0]).toEqual(both[1]);
      await setPin(ctx, place.worker, '1357', SECRET);
      expect((await recordKioskPunch(tablet, sent, desk)).occurredAt).toBe('2025-12-01T07:55:00Z');
      const { rows } = await ctx.db.transaction(ctx.orgId, (tx) =>
        tx.$client.query('select employee_id, device_id, location_id, offline, user_id from time_punches'),
      );
      expect(rows).toEqual([
        {
          employee_id: place.worker,
          device_id: id,
          location_id: place.location,
          offline: true,
          user_id: null,
        },
      ]);
    },
  );

  kioskTest(
    'with a PIN sealed for another punch is refused, and it is written down',
    async ({ ctx, enroll, place }) => {
      const { id, tablet } = await enroll();
      const sealedPin = sealPin(sealKeyOf(SECRET, id), id, uuidv7(), '2468');
      const tap = punch(place.worker, { pin: undefined, sealedPin, offline: true });
      await expect(recordKioskPunch(tablet, tap, desk)).rejects.toEqual(refused('pin_wrong'));
      const { rows } = await ctx.db.transaction(ctx.orgId, (tx) =>
        tx.$client.query("select payload from events where event_type = 'kiosk.punchRefused'"),
      );
      expect(rows).toMatchObject([{ payload: { kioskId: id, punchId: tap.id, employeeId: place.worker } }]);
    },
  );

  kioskTest('the whole round, and what makes no sense is refused', async ({ enroll, place, clock }) => {
    const { tablet } = await enroll({ identification: 'name' });
    const states: string[] = [];
    for (const kind of ['in', 'break_start', 'break_end', 'out'] as const) {
      clock.advance({ minutes: 30 });
      const { person } = await recordKioskPunch(
        tablet,
        { id: uuidv7(), kind, employeeId: place.worker },
        desk,
      );
      states.push(person.state);
    }
    expect(states).toEqual(['in', 'on_break', 'in', 'out']);
  });

  kioskTest(
    'without a shift is refused where the kiosk says so; leaving never is',
    async ({ ctx, enroll, place }) => {
      const strict = await enroll({ unscheduled: false });
      const open = await enroll();
      await expect(recordKioskPunch(strict.tablet, punch(place.worker), desk)).rejects.toEqual(
        refused('kiosk_unscheduled'),
      );
      await recordKioskPunch(open.tablet, punch(place.worker), desk);
      const out = await recordKioskPunch(
        { ...strict.tablet, now: () => ctx.now().add({ hours: 2 }) },
        punch(place.worker, { kind: 'out' }),
        desk,
      );
      expect(out.person.state).toBe('out');
    },
  );

  kioskTest(
    'how early and late there is a shift is what the rules of the place say',
    async ({ ctx, enroll, place }) => {
      const strict = await enroll({ unscheduled: false });
      const match = { earlyMinutes: 180, lateMinutes: 30 };
      await rowsOf(
        ctx,
        `insert into time_policies (organization_id, id, valid, settings) values ($1, $2, '[2025-01-01,)', $3)`,
        [ctx.orgId, uuidv7(), JSON.stringify({ ...DEFAULT_TIME_POLICY, match })],
      );
      const now = ctx.now();
      const [startsAt, endsAt] = [now.add({ minutes: 170 }).toString(), now.add({ minutes: 400 }).toString()];
      await makeShift(ctx, { departmentId: place.department, employeeId: place.worker, startsAt, endsAt });
      const at = (minutes: number) => ({ ...strict.tablet, now: () => now.add({ minutes }) });
      await recordKioskPunch(strict.tablet, punch(place.worker), desk);
      await recordKioskPunch(at(5), punch(place.worker, { kind: 'out' }), desk);
      await recordKioskPunch(at(429), punch(place.worker), desk);
      await recordKioskPunch(at(430), punch(place.worker, { kind: 'out' }), desk);
      await expect(recordKioskPunch(at(431), punch(place.worker), desk)).rejects.toEqual(
        refused('kiosk_unscheduled'),
      );
    },
  );
});
