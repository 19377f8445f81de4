import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createFolderTransport, listMails, readMail, type StoredMail } from '@vaktplan/adapters/mail/folder';
import type { MailTransport } from '@vaktplan/adapters/mail/mail-message';
import { createPushFolder, listPushes, type StoredPush } from '@vaktplan/adapters/push/folder';
import type { PushTransport } from '@vaktplan/adapters/push/push-message';
import type { JobName, JobPayload } from '@vaktplan/contracts/jobs';
import { DEFAULT_RETENTION } from '@vaktplan/core/housekeeping/retention';
import { createLogger } from '@vaktplan/platform/logger';
import { createRedis } from '@vaktplan/platform/redis';
import { startConsumers } from './consumers.ts';
import { handlers } from './jobs/handlers.ts';
import type { Handlers, Run } from './jobs/handler.ts';
import { relayTest, testRedisUrl } from './relay/relay.fixture.ts';
import type { Tools } from './tools.ts';

export const testSecret = 'a-secret-of-the-tests-that-is-long-enough';

/** The mails that went out into a folder. */
export type Outbox = { send: MailTransport; all: () => Promise<StoredMail[]> };

/** The messages that phones would have got. */
export type Phones = { send: PushTransport; all: () => Promise<StoredPush[]> };

type Fixtures = {
  outbox: Outbox;
  phones: Phones;
  tools: Tools;
  /** Runs one handler, as a first run unless told otherwise. */
  handle: <N extends JobName>(name: N, payload: JobPayload<N>, again?: boolean) => Promise<unknown>;
  /** Starts a relay and the consumers of all queues. */
  work: () => void;
};

const all: Handlers = handlers;

/** A worker with a real Postgres and Redis, and a folder for its mails. */
export const workerTest = relayTest.extend<Fixtures>({
  outbox: async ({}, use) => {
    const dir = await mkdtemp(path.join(os.tmpdir(), 'vaktplan-mail-'));
    const readAll = async () => {
      const found = await Promise.all((await listMails(dir, 1_000)).map(({ id }) => readMail(dir, id)));
      return found.filter((mail) => mail !== undefined);
    };
    await use({ send: createFolderTransport(dir), all: readAll });
    await rm(dir, { recursive: true, force: true });
  },
  phones: async ({}, use) => {
    const dir = await mkdtemp(path.join(os.tmpdir(), 'vaktplan-push-'));
    await use({ send: createPushFolder(dir), all: () => listPushes(dir) });
    await rm(dir, { recursive: true, force: true });
  },
  tools: async ({ db, stand, outbox, phones, clock }, use) =>
    use({
      db,
      relayPool: stand.pool,
      queues: stand.queues,
      sendMail: outbox.send,
      sendPush: phones.send,
      mailFrom: { address: 'no-reply@vaktplan.test', name: 'Vaktplan' },
      webUrl: 'https://vaktplan.test',
      authSecret: testSecret,
      auditSecret: testSecret,
      retention: DEFAULT_RETENTION,
      files: undefined,
      now: clock.now,
      nudge: () => undefined,
    }),
  handle: async ({ tools }, use) => {
    const log = createLogger({ service: 'test', level: 'silent' });
    await use((name, payload, again = false) => {
      const run: Run = { again, log, carried: {} };
      return all[name](payload, run, tools);
    });
  },
  work: async ({ stand, tools }, use) => {
    const connection = createRedis(testRedisUrl, 'worker');
    const log = createLogger({ service: 'test', level: 'silent' });
    const closing: (() => Promise<void>)[] = [];
    await use(() => {
      const relay = stand.start({ tracing: tools.tracing });
      tools.nudge = relay.nudge;
      const { prefix, metrics } = stand;
      closing.push(startConsumers({ connection, tools, log, metrics, prefix }).close);
    });
    await Promise.all(closing.map((close) => close()));
    connection.disconnect();
  },
});
