import { describe, expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import {
  DEFAULT_TIME_POLICY,
  TimePolicyList,
  type TimePolicySettings,
} from '@vaktplan/contracts/http/time-policies';
import { makeClocker, rowsOf } from '@vaktplan/testing/clock-rows';
import { dbTest } from '@vaktplan/testing/db-test';
import { ENGINE_VERSION } from './compute/facts.rules.ts';
import { createTimePolicy } from './create-time-policy.ts';
import { listTimePolicies } from './list-time-policies.ts';
import { recordPunch } from './record-punch.ts';

const changed = (change: Partial<TimePolicySettings>): TimePolicySettings => ({
  ...DEFAULT_TIME_POLICY,
  ...change,
});
const nearest = (minutes: 5 | 15) => {
  const to = { to: 'nearest' as const, minutes };
  return changed({ rounding: { ...DEFAULT_TIME_POLICY.rounding, unscheduled: to } });
};

describe('time policies', () => {
  dbTest(
    'the location’s own before the organisation’s, by the day, and the past keeps its own',
    async ({ ctx, make, clock }) => {
      const { as, locationId } = await makeClocker(ctx, make);
      const tap = async (kind: 'in' | 'out', time: string) => {
        clock.set(time);
        return (await recordPunch(as, { id: uuidv7(), kind })).entry;
      };
      await createTimePolicy(ctx, { locationId: null, from: '2025-12-01', settings: nearest(5) });
      const second = await createTimePolicy(ctx, { locationId, from: '2025-12-02', settings: nearest(15) });
      await tap('in', '2025-12-01T08:07:00Z');
      const first = await tap('out', '2025-12-01T12:07:00Z');
      expect(first).toMatchObject({
        startedAt: '2025-12-01T08:07:00Z',
        countedStart: '2025-12-01T08:05:00Z',
      });
      await tap('in', '2025-12-02T08:08:00Z');
      expect(await tap('out', '2025-12-02T12:00:00Z')).toMatchObject({
        countedStart: '2025-12-02T08:15:00Z',
        workedMinutes: 225,
      });
      const rows = await rowsOf(
        ctx,
        'select policy_id, policy_version, engine_version from time_entries order by started_at',
      );
      expect(rows[1]).toEqual({ policy_id: second.id, policy_version: 1, engine_version: ENGINE_VERSION });

      // the day before yesterday is over
      const past = createTimePolicy(ctx, { locationId, from: '2025-12-01', settings: nearest(5) });
      await expect(past).rejects.toMatchObject({ code: 'policy_in_past' });
      await createTimePolicy(ctx, { locationId, from: '2025-12-10', settings: nearest(5) });
      const list = TimePolicyList.parse(await listTimePolicies(ctx, { locationId }));
      expect(list.data.map(({ from, until }) => [from, until])).toEqual([
        ['2025-12-01', null],
        ['2025-12-02', '2025-12-10'],
        ['2025-12-10', null],
      ]);
    },
  );

  dbTest(
    'managers read, administrators change, of their own organisation',
    async ({ ctx, make, foreign }) => {
      const { as, locationId } = await makeClocker(ctx, make);
      const rules = { from: '2025-12-05', settings: DEFAULT_TIME_POLICY };
      const manager = make.as(ctx, await make.user('manager', { locationId }));
      await expect(createTimePolicy(manager, { ...rules, locationId })).rejects.toMatchObject({
        code: 'forbidden',
      });
      await expect(listTimePolicies(as, {})).rejects.toMatchObject({ code: 'forbidden' });
      const abroad = await foreign.make.location();
      await expect(createTimePolicy(ctx, { ...rules, locationId: abroad })).rejects.toMatchObject({
        code: 'not_found',
      });
      await expect(listTimePolicies(ctx, { locationId: abroad })).rejects.toMatchObject({
        code: 'not_found',
      });
      await createTimePolicy(ctx, { ...rules, locationId });
      const elsewhere = await make.location();
      await createTimePolicy(ctx, { ...rules, locationId: elsewhere });
      expect((await listTimePolicies(manager, {})).data.map((policy) => policy.locationId)).toEqual([
        locationId,
      ]);
      await expect(listTimePolicies(manager, { locationId: elsewhere })).rejects.toMatchObject({
        code: 'forbidden',
      });
    },
  );
});

describe('where one may punch', () => {
  const here = { latitude: 55.6761, longitude: 12.5683 };
  const where = (change: Partial<TimePolicySettings['where']>) =>
    changed({ where: { ...DEFAULT_TIME_POLICY.where, ...change } });
  const position = (metersNorth: number, accuracyMeters = 10, rest: object = {}) => ({
    latitude: here.latitude + metersNorth / 111_195,
    longitude: here.longitude,
    accuracyMeters,
    ageSeconds: 2,
    ...rest,
  });

  dbTest(
    'inside, uncertain, outside; stale, made up or missing; leaving is never blocked',
    async ({ ctx, make }) => {
      const { as, locationId } = await makeClocker(ctx, make);
      await rowsOf(
        ctx,
        'update locations set latitude = $2, longitude = $3, geofence_radius_meters = 100 where id = $1',
        [locationId, here.latitude, here.longitude],
      );
      const strict = where({
        geofence: { in: 'block', out: 'flag' },
        position: { missing: 'block', maxAgeSeconds: 60 },
        mocked: 'block',
      });
      await createTimePolicy(ctx, { locationId, from: '2025-12-01', settings: strict });
      const tap = (kind: 'in' | 'out', rest: object) => recordPunch(as, { id: uuidv7(), kind, ...rest });
      const refusals: [object, string][] = [
        [{ position: position(500) }, 'outside_geofence'],
        [{}, 'position_needed'],
        [{ position: position(0, 10, { ageSeconds: 61 }) }, 'position_needed'],
        [{ position: position(0, 10, { mocked: true }) }, 'position_mocked'],
      ];
      for (const [rest, code] of refusals) await expect(tap('in', rest)).rejects.toMatchObject({ code });
      expect(await rowsOf(ctx, 'select id from time_punches')).toEqual([]);

      const flagsOf = async (kind: 'in' | 'out', rest: object) => (await tap(kind, rest)).entry.flags;
      expect(await flagsOf('in', { position: position(50) })).toEqual(['unscheduled']);
      expect(await flagsOf('out', { position: position(5000) })).toEqual(['outside_place', 'unscheduled']);
      expect(await flagsOf('in', { position: position(95, 20) })).toEqual(['place_uncertain', 'unscheduled']);
      expect(await flagsOf('out', {})).toEqual(['place_uncertain', 'place_unknown', 'unscheduled']);
      // what waited offline has happened: flagged, not prevented
      expect(await flagsOf('in', { position: position(500), offline: true })).toContain('outside_place');
      const places = await rowsOf(ctx, 'select place from time_punches order by received_at, id');
      expect(places.map(({ place }) => place)).toEqual([
        'inside',
        'outside',
        'uncertain',
        'unknown',
        'outside',
      ]);
    },
  );

  dbTest('networks and kinds of device', async ({ ctx, make }) => {
    const { as, locationId } = await makeClocker(ctx, make);
    const networks = { allowed: ['203.0.113.0/24', '2001:db8::/32'], action: 'block' as const };
    await createTimePolicy(ctx, {
      locationId,
      from: '2025-12-01',
      settings: where({ networks, mobile: false }),
    });
    const from = (address: string, rest: object = {}) =>
      recordPunch(as, { id: uuidv7(), kind: 'in', ...rest }, address);
    for (const address of ['198.51.100.7', '2001:db9::1', 'unknown']) {
      await expect(from(address)).rejects.toMatchObject({ code: 'network_not_allowed' });
    }
    await expect(from('203.0.113.9', { source: 'mobile' })).rejects.toMatchObject({
      code: 'source_not_allowed',
    });
    expect((await from('::ffff:203.0.113.9')).entry.flags).toEqual(['unscheduled']);
    const left = await recordPunch(as, { id: uuidv7(), kind: 'out' }, '198.51.100.7');
    expect(left.entry.flags).toEqual(['network_not_allowed', 'unscheduled']);
  });
});
