import type { AddressInfo } from 'node:net';
import { room } from '@vaktplan/contracts/socket';
import type { UserActor } from '@vaktplan/core/context/ctx';
import pg from 'pg';
import { io, type Socket } from 'socket.io-client';
import { afterEach, describe, expect, vi } from 'vitest';
import { RealtimeModule } from '../realtime/realtime.module.ts';
import { pairTest } from '../testing/app-pair.ts';
import type { Signed, TestApp } from '../testing/create-test-app.ts';

const opened: Socket[] = [];
afterEach(() => {
  for (const socket of opened.splice(0)) socket.disconnect();
});

const MEMBER = 'membership_id in (select id from memberships where user_id = $1)';
/** What can happen to somebody who is signed in, and what their next request is answered. */
const ENDS: [what: string, statements: string[], status: number, code: string][] = [
  ['signed out', ['delete from sessions where user_id = $1'], 401, 'unauthenticated'],
  [
    'expired',
    ["update sessions set expires_at = now() - interval '1 second' where user_id = $1"],
    401,
    'unauthenticated',
  ],
  ['without a role', [`delete from role_assignments where ${MEMBER}`], 403, 'forbidden'],
  [
    'no longer a member',
    [`delete from role_assignments where ${MEMBER}`, 'delete from memberships where user_id = $1'],
    403,
    'no_organization',
  ],
  [
    'deleted',
    [
      `delete from role_assignments where ${MEMBER}`,
      'delete from memberships where user_id = $1',
      'delete from users where id = $1',
    ],
    401,
    'unauthenticated',
  ],
];

/** As the database's owner, so that it does not matter who in the product may do it. */
async function inDatabase(ownerUrl: string, statements: readonly string[], userId: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    for (const statement of statements)
      expect((await client.query(statement, [userId])).rowCount).toBeGreaterThan(0);
  } finally {
    await client.end();
  }
}

async function connect(app: TestApp, person: Signed): Promise<{ socket: Socket; heard: unknown[] }> {
  const server = app.nest.getHttpServer();
  if (!server.listening) await app.nest.listen(0, '127.0.0.1');
  const ticket = await person.inject({ method: 'POST', url: '/api/v1/realtime/ticket' });
  const socket = io(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, {
    path: '/realtime',
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    auth: { ticket: ticket.json<{ ticket: string }>().ticket },
  });
  opened.push(socket);
  const heard: unknown[] = [];
  socket.onAny((name: string, signal: unknown) => heard.push([name, signal]));
  await new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(undefined));
    socket.once('connect_error', reject);
  });
  return { socket, heard };
}

describe('somebody who is signed in and then', () => {
  pairTest.for(ENDS)(
    'is %s: refused at the next request of either instance, the socket closed',
    async ([, statements, status, code], { pair, ctx, make, testDatabase }) => {
      const manager = await make.user('manager');
      const signed = await Promise.all(pair.map((app) => app.as(manager, ctx.orgId)));
      const { socket } = await connect(pair[0], signed[0] as Signed);
      for (const one of signed) expect((await one.inject({ url: '/api/v1/shifts' })).statusCode).toBe(400);

      const closed = new Promise((resolve) => socket.once('disconnect', resolve));
      await inDatabase(testDatabase.url.owner, statements, manager.userId);
      for (const one of signed) {
        const answer = await one.inject({ url: '/api/v1/shifts' });
        expect(answer.json()).toMatchObject({ status, code });
        const ticket = await one.inject({ method: 'POST', url: '/api/v1/realtime/ticket' });
        expect(ticket.statusCode).toBe(status);
      }
      expect(await closed).toBe('io server disconnect');
    },
  );

  pairTest(
    'becomes a plain employee: no more writes, and the place’s room is silent',
    async ({ pair, ctx, make, testDatabase }) => {
      const locationId = await make.location();
      const departmentId = await make.department(locationId);
      const employeeId = await make.employee(departmentId);
      const manager = await make.user('manager', { departmentId, employeeId });
      const signed = await Promise.all(pair.map((app) => app.as(manager, ctx.orgId)));
      const { socket, heard } = await connect(pair[1], signed[1] as Signed);
      const emit = (to: string, id: string) =>
        pair[0].nest.get(RealtimeModule).server.to(to).emit('notification:new', { id });
      emit(room.location(locationId), 'before');
      await vi.waitFor(() => expect(JSON.stringify(heard)).toContain('before'), 5000);

      const demoted = `update role_assignments set role = 'employee', location_id = null, department_id = null where ${MEMBER}`;
      await inDatabase(testDatabase.url.owner, [demoted], manager.userId);
      const payload = { departmentId, startsAt: '2025-12-01T09:00', endsAt: '2025-12-01T17:00' };
      for (const one of signed) {
        const answer = await one.inject({ method: 'POST', url: '/api/v1/shifts', payload });
        expect(answer.json()).toMatchObject({ status: 403, code: 'forbidden' });
      }
      const rooms = () =>
        pair[1].nest.get(RealtimeModule).server.in(room.location(locationId)).fetchSockets();
      await vi.waitFor(async () => expect(await rooms()).toEqual([]), 10_000);
      emit(room.location(locationId), 'after');
      emit(room.user((manager as UserActor).userId), 'own');
      await vi.waitFor(() => expect(JSON.stringify(heard)).toContain('own'), 5000);
      expect(JSON.stringify(heard)).not.toContain('after');
      expect(socket.connected).toBe(true);
    },
  );
});
