import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { appendEvents } from '@vaktplan/core/context/append-event';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { dbTest } from '@vaktplan/testing/db-test';
import { freePort } from '@vaktplan/testing/free-port';
import { startRedis } from '../../../../scripts/lib/redis.mjs';
import { createStand, undispatched, type Stand } from './relay.fixture.ts';

type Server = {
  url: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  kill(): Promise<void>;
  empty(): Promise<void>;
};

const startServer = async (): Promise<Server & { remove(): Promise<void> }> => {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'vaktplan-relay-'));
  const port = await freePort();
  const toolsDir = path.resolve(import.meta.dirname, '../../../../.data/tools');
  let running = await startRedis({ dataDir, port, toolsDir });
  return {
    url: `redis://127.0.0.1:${port}`,
    start: async () => void (running = await startRedis({ dataDir, port, toolsDir })),
    stop: () => running.stop(),
    kill: async () => {
      running.child.kill('SIGKILL');
      await running.stop();
    },
    empty: () => rm(path.join(dataDir, 'appendonlydir'), { recursive: true, force: true }),
    remove: async () => {
      await running.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

const redisTest = dbTest.extend<{ server: Server; stand: Stand }>({
  server: async ({}, use) => {
    const server = await startServer();
    await use(server);
    await server.remove();
  },
  stand: async ({ server, testDatabase }, use) => {
    const stand = await createStand(testDatabase, server.url);
    await use(stand);
    await stand.close();
  },
});

const appendInvitations = (ctx: Ctx, count: number): Promise<string[]> =>
  ctx.db.transaction(ctx.orgId, (tx) =>
    appendEvents(
      tx,
      ctx,
      'employee.invited',
      Array.from({ length: count }, () => ({
        aggregate: { type: 'employee', id: randomUUID(), version: 1 },
        payload: { employeeId: randomUUID(), invitationId: randomUUID() },
      })),
    ),
  );

const waitingMails = (stand: Stand): Promise<number> =>
  stand.queues['email-notifications'].getWaitingCount().catch(() => -1);

redisTest('what happens while Redis is away is told when it is back', async ({ ctx, server, stand }) => {
  stand.start();
  await appendInvitations(ctx, 10);
  await expect.poll(() => waitingMails(stand)).toBe(10);

  await server.stop();
  await appendInvitations(ctx, 1_200);
  await expect.poll(() => stand.metrics.text()).toMatch(/outbox_failures_total\{[^}]*\} [1-9]/);
  expect(await undispatched(stand)).toBe(1_200);
  await server.start();

  await expect.poll(() => waitingMails(stand), { timeout: 10_000 }).toBe(1_210);
  await expect.poll(() => undispatched(stand)).toBe(0);
});

redisTest('a killed Redis forgets its last moments: they are told again', async ({ ctx, server, stand }) => {
  stand.start();
  await appendInvitations(ctx, 50);
  await expect.poll(() => undispatched(stand)).toBe(0);
  await server.kill();
  await server.start();
  await expect.poll(() => waitingMails(stand), { timeout: 10_000 }).toBeGreaterThanOrEqual(50);
});

redisTest('an emptied Redis is told the last day again', async ({ ctx, server, stand }) => {
  const losses: string[] = [];
  stand.start({ onLoss: () => losses.push('lost') });
  await appendInvitations(ctx, 50);
  await expect.poll(() => undispatched(stand)).toBe(0);
  await server.stop();
  await server.empty();
  await server.start();
  await expect.poll(() => waitingMails(stand), { timeout: 10_000 }).toBeGreaterThanOrEqual(50);
  expect(losses).toEqual(['lost']);
});
