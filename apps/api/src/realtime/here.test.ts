import type { Here, Peer } from '@vaktplan/contracts/presence';
import { locationOfWeek } from '@vaktplan/contracts/socket';
import type { UserActor } from '@vaktplan/core/context/ctx';
import { describe, expect, vi } from 'vitest';
import { pairTest } from '../testing/app-pair.ts';
import type { TestApp } from '../testing/create-test-app.ts';
import { connect, ticketOf, type Ear } from '../testing/ears.ts';
import { RealtimeModule } from './realtime.module.ts';

type Office = { locationId: string; anna: UserActor; bo: UserActor; clerk: UserActor; elsewhere: UserActor };
const officeTest = pairTest.extend<{ office: Office }>({
  office: async ({ make }, use) => {
    const locationId = await make.location();
    const departmentId = await make.department(locationId);
    const [anna, bo, clerk] = [
      await make.employee(departmentId, { name: 'Anna' }),
      await make.employee(departmentId, { name: 'Bo' }),
      await make.employee(departmentId),
    ];
    await use({
      locationId,
      anna: await make.user('manager', { locationId, employeeId: anna }),
      bo: await make.user('manager', { locationId, employeeId: bo }),
      clerk: await make.user('employee', { employeeId: clerk }),
      elsewhere: await make.user('manager', { locationId: await make.location() }),
    });
  },
});

const here = (locationId: string, more: Partial<Here> = {}): Here => ({
  locationId,
  weeks: ['2025-12-01'],
  cell: { employeeId: null, date: '2025-12-03' },
  dragging: [],
  ...more,
});
const enter = async (app: TestApp, actor: UserActor, orgId: string): Promise<Ear> => {
  const ear = await connect(app, await ticketOf(app, actor, orgId));
  expect(await ear.outcome).toBe('connected');
  return ear;
};
const weeksOf = async (app: TestApp, { socket }: Ear): Promise<string[]> => {
  const [found] = await app.nest.get(RealtimeModule).server.in(socket.id!).local.fetchSockets();
  return [...(found?.rooms ?? [])].filter((name) => locationOfWeek(name) !== undefined);
};
const told = (ear: Ear, name: string) =>
  ear.heard.filter((one) => (one as [string])[0] === name).map((one) => (one as [string, Peer])[1]);

describe('who is here', () => {
  officeTest(
    'is heard by who has the same week open, at the other instance too, by name',
    async ({ pair: [a, b], ctx, office }) => {
      const anna = await enter(a, office.anna, ctx.orgId);
      anna.socket.emit('presence:here', here(office.locationId));
      const bo = await enter(b, office.bo, ctx.orgId);
      bo.socket.emit('presence:here', here(office.locationId));
      // who comes later asks, so that those who were here say so again
      await vi.waitFor(() => expect(told(anna, 'presence:ask')).toHaveLength(1), 5000);
      const dragging = [crypto.randomUUID()];
      anna.socket.emit('presence:here', here(office.locationId, { dragging }));
      await vi.waitFor(
        () =>
          expect(told(bo, 'presence:peer').at(-1)).toEqual({
            ...here(office.locationId, { dragging }),
            id: anna.socket.id,
            userId: office.anna.userId,
            name: 'Anna',
          }),
        5000,
      );
      expect(told(anna, 'presence:peer').every((peer) => peer.name === 'Bo')).toBe(true);

      anna.socket.emit('presence:here', here(office.locationId, { weeks: ['2025-12-08'] }));
      await vi.waitFor(() => expect(told(bo, 'presence:gone')).toEqual([{ id: anna.socket.id }]), 5000);
      bo.socket.disconnect();
    },
  );

  officeTest(
    'of several weeks one in common is enough, and who still has one is not gone',
    async ({ pair: [a, b], ctx, office }) => {
      const month = ['2025-12-01', '2025-12-08', '2025-12-15', '2025-12-22', '2025-12-29'];
      const anna = await enter(a, office.anna, ctx.orgId);
      const bo = await enter(b, office.bo, ctx.orgId);
      anna.socket.emit('presence:here', here(office.locationId, { weeks: month }));
      await vi.waitFor(async () => expect(await weeksOf(a, anna)).toHaveLength(month.length), 5000);
      bo.socket.emit('presence:here', here(office.locationId, { weeks: ['2025-12-15'] }));
      await vi.waitFor(() => expect(told(anna, 'presence:peer')).toHaveLength(1), 5000);
      expect(told(anna, 'presence:ask')).toHaveLength(1);

      // some weeks in common: said once, not once for each
      anna.socket.emit('presence:here', here(office.locationId, { weeks: month.slice(0, 4) }));
      await vi.waitFor(() => expect(told(bo, 'presence:peer').at(-1)?.weeks).toHaveLength(4), 5000);
      expect(told(bo, 'presence:gone')).toEqual([]);
      expect(told(bo, 'presence:peer').filter((peer) => peer.weeks.length === 4)).toHaveLength(1);
      expect(await weeksOf(a, anna)).toHaveLength(4);

      anna.socket.emit('presence:here', here(office.locationId, { weeks: month.slice(0, 2) }));
      await vi.waitFor(() => expect(told(bo, 'presence:gone')).toEqual([{ id: anna.socket.id }]), 5000);
      anna.socket.emit('presence:leave');
      await vi.waitFor(async () => expect(await weeksOf(a, anna)).toEqual([]), 5000);
      bo.socket.emit(
        'presence:here',
        here(office.locationId, { weeks: [...month, '2026-01-05', '2026-01-12'] }),
      );
      await vi.waitFor(async () => expect(await weeksOf(b, bo)).toEqual([]), 5000);
    },
  );

  officeTest('a tab that closes is gone at once', async ({ pair: [a, b], ctx, office }) => {
    const anna = await enter(a, office.anna, ctx.orgId);
    const bo = await enter(b, office.bo, ctx.orgId);
    bo.socket.emit('presence:here', here(office.locationId));
    anna.socket.emit('presence:here', here(office.locationId));
    await vi.waitFor(() => expect(told(bo, 'presence:peer')).toHaveLength(1), 5000);
    const { id } = anna.socket;
    anna.socket.disconnect();
    await vi.waitFor(() => expect(told(bo, 'presence:gone')).toEqual([{ id }]), 5000);
  });

  officeTest(
    'is neither heard from nor by who may not plan there, nor across organisations',
    async ({ pair: [a, b], ctx, office, foreign }) => {
      const anna = await enter(a, office.anna, ctx.orgId);
      const others = {
        clerk: await enter(b, office.clerk, ctx.orgId),
        elsewhere: await enter(b, office.elsewhere, ctx.orgId),
        stranger: await enter(b, foreign.ctx.actor as UserActor, foreign.ctx.orgId),
      };
      anna.socket.emit('presence:here', here(office.locationId));
      for (const { socket } of Object.values(others)) socket.emit('presence:here', here(office.locationId));
      const bo = await enter(b, office.bo, ctx.orgId);
      bo.socket.emit('presence:here', here(office.locationId));
      await vi.waitFor(() => expect(told(anna, 'presence:peer')).toHaveLength(1), 5000);
      expect(told(anna, 'presence:peer')[0]).toMatchObject({ userId: office.bo.userId });
      for (const ear of Object.values(others)) expect(told(ear, 'presence:peer')).toEqual([]);
    },
  );

  officeTest(
    'many messages are told at most five times a second, the newest last; nonsense is nothing',
    async ({ pair: [a], ctx, office }) => {
      const anna = await enter(a, office.anna, ctx.orgId);
      const bo = await enter(a, office.bo, ctx.orgId);
      bo.socket.emit('presence:here', here(office.locationId));
      for (let day = 1; day <= 30; day++) {
        const date = `2025-12-${String(day).padStart(2, '0')}`;
        anna.socket.emit('presence:here', here(office.locationId, { cell: { employeeId: null, date } }));
      }
      await vi.waitFor(
        () => expect(told(bo, 'presence:peer').at(-1)?.cell).toMatchObject({ date: '2025-12-30' }),
        5000,
      );
      expect(told(bo, 'presence:peer').length).toBeLessThan(5);
      for (const nonsense of [null, 'x', {}, { ...here(office.locationId), name: 'The owner' }])
        anna.socket.emit('presence:here', nonsense);
      await vi.waitFor(() => expect(told(bo, 'presence:gone')).toHaveLength(1), 5000);
      expect(anna.socket.connected).toBe(true);
    },
  );

  officeTest(
    'who may no longer plan there is not heard any more, and hears nothing',
    async ({ pair: [a], ctx, make, office }) => {
      const anna = await enter(a, office.anna, ctx.orgId);
      const bo = await enter(a, office.bo, ctx.orgId);
      for (const { socket } of [anna, bo]) socket.emit('presence:here', here(office.locationId));
      await vi.waitFor(() => expect(told(bo, 'presence:peer').length).toBeGreaterThan(0), 5000);
      const elsewhere = await make.location();
      await ctx.db.transaction(ctx.orgId, (tx) =>
        tx.$client.query(
          `update role_assignments set location_id = $2 where membership_id =
             (select id from memberships where user_id = $1)`,
          [office.anna.userId, elsewhere],
        ),
      );
      // sockets are looked at again every 100 ms here; from then on her words are those of somebody who left
      await vi.waitFor(() => {
        anna.socket.emit('presence:here', here(office.locationId));
        expect(told(bo, 'presence:gone')).toContainEqual({ id: anna.socket.id });
      }, 5000);
      const heardUntilThen = told(anna, 'presence:peer').length;
      bo.socket.emit('presence:here', here(office.locationId, { dragging: [crypto.randomUUID()] }));
      const witness = await enter(a, office.bo, ctx.orgId);
      witness.socket.emit('presence:here', here(office.locationId));
      await vi.waitFor(() => expect(told(bo, 'presence:peer').at(-1)?.id).toBe(witness.socket.id), 5000);
      expect(told(anna, 'presence:peer')).toHaveLength(heardUntilThen);
    },
  );
});
