import { room } from '@vaktplan/contracts/socket';
import type { UserActor } from '@vaktplan/core/context/ctx';
import { describe, expect, vi } from 'vitest';
import { pairTest } from '../testing/app-pair.ts';
import type { TestApp } from '../testing/create-test-app.ts';
import { connect, listening, ticketOf, type Ear } from '../testing/ears.ts';
import { RealtimeModule } from './realtime.module.ts';

const emit = (app: TestApp, to: string, id: string): void =>
  void app.nest.get(RealtimeModule).server.to(to).emit('notification:new', { id });

describe('the handshake', () => {
  pairTest('takes a fresh ticket of ours and nothing else', async ({ pair: [a], ctx }) => {
    const actor = ctx.actor as UserActor;
    const good = await ticketOf(a, actor, ctx.orgId);
    expect(await (await connect(a, good)).outcome).toBe('connected');
    const person = await a.as(actor, ctx.orgId);
    for (const bad of [undefined, '', 'x', 42, {}, `${good}x`, person.token, 'x'.repeat(10_000)]) {
      expect(await (await connect(a, bad)).outcome).toBe('unauthenticated');
    }
  });

  pairTest('refuses pages of other sites', async ({ pair: [a], ctx }) => {
    const ticket = await ticketOf(a, ctx.actor as UserActor, ctx.orgId);
    expect(await (await connect(a, ticket, 'https://evil.test')).outcome).not.toBe('connected');
  });
});

describe('rooms', () => {
  pairTest(
    'what one instance says is heard at the other, by those it is for',
    async ({ pair: [a, b], ctx, make, foreign }) => {
      const location = await make.location();
      const department = await make.department(location);
      const employeeId = await make.employee(department);
      const manager = await make.user('manager', { departmentId: department });
      const employee = await make.user('employee', { employeeId });
      const ears = {
        owner: await connect(b, await ticketOf(b, ctx.actor as UserActor, ctx.orgId)),
        manager: await connect(b, await ticketOf(a, manager, ctx.orgId)),
        employee: await connect(a, await ticketOf(a, employee, ctx.orgId)),
        stranger: await connect(b, await ticketOf(b, foreign.ctx.actor as UserActor, foreign.ctx.orgId)),
      };
      for (const ear of Object.values(ears)) expect(await ear.outcome).toBe('connected');
      const [draft, own, all] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
      emit(a, room.location(location), draft);
      emit(a, room.employee(employeeId), own);
      emit(b, room.organization(ctx.orgId), all);
      emit(a, room.organization(foreign.ctx.orgId), 'end');
      emit(a, room.organization(ctx.orgId), 'end');

      const heardBy = async (ear: Ear): Promise<string[]> => {
        await vi.waitFor(() => expect(JSON.stringify(ear.heard)).toContain('"end"'), 5000);
        return [draft, own, all].filter((id) => JSON.stringify(ear.heard).includes(id));
      };
      // a stream keeps order per sender, so `all` of the other instance is waited for by itself
      await vi.waitFor(() => expect(JSON.stringify(ears.owner.heard)).toContain(all), 5000);
      expect(await heardBy(ears.owner)).toEqual([draft, all]);
      expect(await heardBy(ears.manager)).toEqual([draft, all]);
      expect(await heardBy(ears.employee)).toEqual([own, all]);
      expect(await heardBy(ears.stranger)).toEqual([]);
    },
  );

  pairTest('who comes is told to the organisation', async ({ pair: [a, b], ctx, make }) => {
    const owner = await connect(a, await ticketOf(a, ctx.actor as UserActor, ctx.orgId));
    expect(await owner.outcome).toBe('connected');
    const other = await make.user('employee');
    const second = await connect(b, await ticketOf(b, other, ctx.orgId));
    expect(await second.outcome).toBe('connected');
    const news = ['user:online', { userId: other.userId, online: true }];
    await vi.waitFor(() => expect(owner.heard).toContainEqual(news), 5000);
  });

  pairTest('a role that is taken away closes the socket', async ({ pair: [a], ctx, make }) => {
    const other = await make.user('manager');
    const ear = await connect(a, await ticketOf(a, other, ctx.orgId));
    expect(await ear.outcome).toBe('connected');
    const closed = new Promise((resolve) => ear.socket.once('disconnect', resolve));
    await ctx.db.transaction(ctx.orgId, (tx) =>
      tx.$client.query(
        'delete from role_assignments where membership_id in (select id from memberships where user_id = $1)',
        [other.userId],
      ),
    );
    expect(await closed).toBe('io server disconnect');
  });
});

describe('abuse', () => {
  pairTest(
    'a flood and a huge frame close the connection; joining is not for the client',
    async ({ pair: [a], ctx, foreign }) => {
      const actor = ctx.actor as UserActor;
      const flood = await connect(a, await ticketOf(a, actor, ctx.orgId));
      expect(await flood.outcome).toBe('connected');
      const flooded = new Promise((resolve) => flood.socket.once('disconnect', resolve));
      for (let nr = 0; nr < 500; nr++) flood.socket.emit('join', room.organization(foreign.ctx.orgId));
      expect(await flooded).toMatch(/transport/);

      const big = await connect(a, await ticketOf(a, actor, ctx.orgId));
      expect(await big.outcome).toBe('connected');
      const closed = new Promise((resolve) => big.socket.once('disconnect', resolve));
      big.socket.emit('x', 'x'.repeat(1_000_000));
      expect(await closed).toMatch(/transport/);
    },
  );
});

describe('coming back', () => {
  pairTest(
    'a dropped connection hears at the other instance what it missed',
    async ({ pair: [a, b], ctx }) => {
      const actor = ctx.actor as UserActor;
      const ear = await connect(a, await ticketOf(a, actor, ctx.orgId));
      expect(await ear.outcome).toBe('connected');
      const before = crypto.randomUUID();
      // the first signal gives the place in the stream from which the rest is asked
      emit(a, room.user(actor.userId), before);
      await vi.waitFor(() => expect(JSON.stringify(ear.heard)).toContain(before), 5000);

      const dropped = new Promise((resolve) => ear.socket.once('disconnect', resolve));
      ear.socket.io.engine.close();
      await dropped;
      const missed = crypto.randomUUID();
      emit(b, room.user(actor.userId), missed);

      // as a load balancer would
      Object.assign(ear.socket.io, { uri: await listening(b) });
      ear.socket.auth = { ticket: await ticketOf(b, actor, ctx.orgId) };
      const back = new Promise((resolve) => ear.socket.once('connect', () => resolve(ear.socket.recovered)));
      ear.socket.connect();
      expect(await back).toBe(true);
      await vi.waitFor(() => expect(JSON.stringify(ear.heard)).toContain(missed), 5000);
    },
  );

  pairTest(
    'a session cannot be taken over with the ticket of somebody else',
    async ({ pair: [a], ctx, make }) => {
      const actor = ctx.actor as UserActor;
      const ear = await connect(a, await ticketOf(a, actor, ctx.orgId));
      expect(await ear.outcome).toBe('connected');
      const before = crypto.randomUUID();
      emit(a, room.user(actor.userId), before);
      await vi.waitFor(() => expect(JSON.stringify(ear.heard)).toContain(before), 5000);
      const dropped = new Promise((resolve) => ear.socket.once('disconnect', resolve));
      ear.socket.io.engine.close();
      await dropped;
      ear.socket.auth = { ticket: await ticketOf(a, await make.user('employee'), ctx.orgId) };
      const refused = new Promise((resolve) =>
        ear.socket.once('connect_error', (error) => resolve(error.message)),
      );
      ear.socket.connect();
      expect(await refused).toBe('unauthenticated');
    },
  );
});
