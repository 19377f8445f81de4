import { describe, expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import type { CreatePunch } from '@vaktplan/contracts/http/time-tracking';
import { PunchResult } from '@vaktplan/contracts/http/time-tracking';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { makeClocker, rowsOf } from '@vaktplan/testing/clock-rows';
import { dbTest } from '@vaktplan/testing/db-test';
import { recordPunch } from './record-punch.ts';

const tap = (ctx: Ctx, kind: CreatePunch['kind'], rest: Partial<CreatePunch> = {}) =>
  recordPunch(ctx, { id: uuidv7(), kind, ...rest });

describe('recordPunch', () => {
  dbTest('opens an entry, takes a break and closes it, with an event each', async ({ ctx, make, clock }) => {
    const { as, locationId, employeeId } = await makeClocker(ctx, make);
    const started = await tap(as, 'in', {
      position: { latitude: 55.67, longitude: 12.56, accuracyMeters: 8, ageSeconds: 2, mocked: false },
    });
    expect(PunchResult.parse(started).entry).toMatchObject({
      employeeId,
      locationId,
      startedAt: '2025-12-01T08:00:00Z',
      endedAt: null,
      localDate: '2025-12-01',
      zone: 'Europe/Copenhagen',
      state: 'open',
      version: 1,
      shiftId: null,
    });
    clock.advance({ hours: 3 });
    expect((await tap(as, 'break_start')).entry).toMatchObject({ state: 'on_break', workedMinutes: 180 });
    clock.advance({ minutes: 30 });
    expect((await tap(as, 'break_end')).entry).toMatchObject({ state: 'open', workedMinutes: 180 });
    clock.advance({ hours: 4 });
    const ended = await tap(as, 'out');
    expect(ended.entry).toMatchObject({
      id: started.entry.id,
      endedAt: '2025-12-01T15:30:00Z',
      workedMinutes: 420,
      state: 'complete',
      version: 4,
      breaks: [{ startedAt: '2025-12-01T11:00:00Z', endedAt: '2025-12-01T11:30:00Z', paid: false }],
    });
    const events = await rowsOf(ctx, 'select event_type, payload, metadata from events order by position');
    expect(events.map((event) => event.event_type)).toEqual([
      'timeEntry.started',
      'timeEntry.updated',
      'timeEntry.updated',
      'timeEntry.completed',
    ]);
    expect(events.at(-1)).toMatchObject({
      payload: { timeEntryId: ended.entry.id, employeeId, locationId, state: 'complete', version: 4 },
      metadata: { version: 4 },
    });
    const [punch] = await rowsOf(ctx, `select * from time_punches where kind = 'in'`);
    expect(punch).toMatchObject({ latitude: 55.67, longitude: 12.56, accuracy_meters: 8, mocked: false });
  });

  dbTest('100 sends of one punch at once are one row and one answer', async ({ ctx, make, clock }) => {
    const { as } = await makeClocker(ctx, make);
    const punch: CreatePunch = { id: uuidv7(), kind: 'in', occurredAt: '2025-12-01T07:59:58.120Z' };
    const answers = await Promise.all(Array.from({ length: 100 }, () => recordPunch(as, punch)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await rowsOf(ctx, 'select id from time_punches')).toHaveLength(1);
    expect(await rowsOf(ctx, 'select id from time_entries')).toHaveLength(1);
    expect(await rowsOf(ctx, 'select event_id from events')).toHaveLength(1);

    clock.advance({ hours: 8 });
    await tap(as, 'out');
    expect(JSON.stringify(await recordPunch(as, punch))).toBe(JSON.stringify(answers[0]));
  });

  dbTest('refuses the id of another punch, also of another person', async ({ ctx, make, clock }) => {
    const { as, departmentId } = await makeClocker(ctx, make);
    const other = await makeClocker(ctx, make, { departmentId });
    const punch = { id: uuidv7(), kind: 'in' as const, occurredAt: '2025-12-01T08:00:00Z' };
    await recordPunch(as, punch);
    clock.advance({ minutes: 5 });
    const reused = { code: 'idempotency_key_reused' };
    await expect(recordPunch(as, { ...punch, kind: 'out' })).rejects.toMatchObject(reused);
    await expect(recordPunch(as, { ...punch, occurredAt: '2025-12-01T08:01:00Z' })).rejects.toMatchObject(
      reused,
    );
    await expect(recordPunch(other.as, punch)).rejects.toMatchObject(reused);
  });

  dbTest('two people who race for one id: one row, the other is refused', async ({ ctx, make }) => {
    const { as, departmentId } = await makeClocker(ctx, make);
    const other = await makeClocker(ctx, make, { departmentId });
    const punch = { id: uuidv7(), kind: 'in' as const };
    const results = await Promise.allSettled([recordPunch(as, punch), recordPunch(other.as, punch)]);
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused.map((result) => result.reason.code)).toEqual(['idempotency_key_reused']);
    expect(await rowsOf(ctx, 'select id from time_entries')).toHaveLength(1);
  });

  dbTest('50 different clock-ins of one person at once: one wins', async ({ ctx, make }) => {
    const { as } = await makeClocker(ctx, make);
    const results = await Promise.allSettled(Array.from({ length: 50 }, () => tap(as, 'in')));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason.code).toBe('already_clocked_in');
    }
  });

  dbTest('refuses what does not follow from the state of the clock', async ({ ctx, make }) => {
    const { as } = await makeClocker(ctx, make);
    for (const kind of ['out', 'break_start', 'break_end'] as const) {
      await expect(tap(as, kind)).rejects.toMatchObject({ code: 'not_clocked_in' });
    }
    await tap(as, 'in');
    await expect(tap(as, 'in')).rejects.toMatchObject({ code: 'already_clocked_in' });
    await expect(tap(as, 'break_end')).rejects.toMatchObject({ code: 'not_on_break' });
    await tap(as, 'break_start');
    await expect(tap(as, 'break_start')).rejects.toMatchObject({ code: 'already_on_break' });
  });

  dbTest(
    'in, break and out in one instant: a millisecond each, never zero or negative',
    async ({ ctx, make }) => {
      const { as } = await makeClocker(ctx, make);
      await tap(as, 'in');
      await tap(as, 'break_start');
      const { entry } = await tap(as, 'out');
      expect(entry).toMatchObject({
        endedAt: '2025-12-01T08:00:00.001Z',
        workedMinutes: 0,
        breaks: [{ startedAt: '2025-12-01T08:00:00Z', endedAt: '2025-12-01T08:00:00.001Z' }],
      });
      expect((await tap(as, 'in')).entry.startedAt).toBe('2025-12-01T08:00:00.001Z');
    },
  );

  dbTest(
    'offline punches are facts: placed by their time, never refused for what lies around',
    async ({ ctx, make }) => {
      const { as } = await makeClocker(ctx, make);
      const offline = (kind: CreatePunch['kind'], occurredAt: string) =>
        tap(as, kind, { occurredAt, offline: true });
      const hours = async () =>
        (
          await rowsOf(ctx, 'select worked_minutes as minutes, flags from time_entries order by started_at')
        ).map(
          ({ minutes, flags }) =>
            `${minutes} ${(flags as string[]).filter((flag) => flag.startsWith('missing')).join()}`,
        );
      await offline('in', '2025-12-01T04:00:00Z');
      await offline('out', '2025-12-01T03:00:00Z');
      expect(await hours()).toEqual(['0 missing_in', 'null ']);
      expect((await offline('out', '2025-12-01T07:00:00Z')).entry.workedMinutes).toBe(180);
      // what was forgotten in between comes after all
      await offline('in', '2025-12-01T05:30:00Z');
      await offline('out', '2025-12-01T05:00:00Z');
      expect(await hours()).toEqual(['0 missing_in', '60 ', '90 ']);
    },
  );

  dbTest(
    'the future and the distant past are refused, a small difference of clocks is not',
    async ({ ctx, make }) => {
      const { as } = await makeClocker(ctx, make);
      const at = (occurredAt: string) => tap(as, 'in', { occurredAt });
      await expect(at('2025-12-01T08:02:00.001Z')).rejects.toMatchObject({ code: 'punch_in_future' });
      await expect(at('2025-10-31T07:59:59Z')).rejects.toMatchObject({ code: 'punch_too_old' });
      // before the year 1 and after 9999, as instants
      await expect(at('0000-01-01T00:00:00+23:59')).rejects.toMatchObject({ code: 'punch_too_old' });
      await expect(at('9999-12-31T23:59:59-23:59')).rejects.toMatchObject({ code: 'punch_in_future' });
      expect((await at('2025-12-01T09:02:00+01:00')).entry.startedAt).toBe('2025-12-01T08:02:00Z');
      // the phone is ahead of us, the clock-out has our time: not trapped, and not negative
      expect((await tap(as, 'out')).entry).toMatchObject({
        endedAt: '2025-12-01T08:02:00.001Z',
        workedMinutes: 0,
      });
    },
  );

  dbTest('a clock-out pairs with the open clock-in, whatever the day', async ({ ctx, make, clock }) => {
    const { as } = await makeClocker(ctx, make);
    clock.set('2025-12-01T21:00:00Z');
    await tap(as, 'in');
    clock.set('2025-12-02T05:00:00Z');
    expect((await tap(as, 'out')).entry).toMatchObject({ localDate: '2025-12-01', workedMinutes: 480 });
  });
});
