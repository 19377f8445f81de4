import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'vitest';
import { createMailerooTransport } from '@vaktplan/adapters/mail/maileroo';
import { addJobs } from '@vaktplan/platform/queue';
import { startMailerooServer } from '@vaktplan/testing/maileroo-server';
import { testRedisUrl } from '../relay/relay.fixture.ts';
import { workerTest } from '../worker.fixture.ts';
import { invite } from './invitation.fixture.ts';

workerTest(
  'the mail of a worker that is killed while sending is sent by the next one',
  async ({ ctx, make, stand, work, tools, testDatabase }) => {
    const maileroo = await startMailerooServer('key');
    maileroo.answerNext('hang');
    const data = await invite(ctx, make);
    const opts = { jobId: `${data.eventId}-send-invitation` };
    await addJobs(stand.queues['email-notifications'], [{ name: 'send-invitation', data, opts }]);

    const child = spawn(process.execPath, [
      '--input-type=module',
      '-e',
      otherWorker({ databaseUrl: testDatabase.url.app, prefix: stand.prefix, mailUrl: maileroo.url }),
    ]);
    const exit = once(child, 'exit');
    try {
      await expect.poll(() => maileroo.waiting(), { timeout: 25_000 }).toBe(1);
    } finally {
      child.kill('SIGKILL');
      await exit;
    }

    tools.sendMail = createMailerooTransport({ apiKey: 'key', baseUrl: maileroo.url });
    work();
    await expect.poll(() => maileroo.mails.length, { timeout: 25_000 }).toBe(1);
    const [runs] = await ctx.db.read(ctx.orgId, [
      {
        name: 'runs_told',
        text: 'select attempts, finished_at is not null as finished from job_runs where organization_id = $1',
        values: [ctx.orgId],
      },
    ]);
    await expect.poll(() => stand.queues['email-notifications'].getCompletedCount()).toBe(1);
    expect(runs).toMatchObject([{ attempts: 2 }]);
    await maileroo.close();
  },
  60_000,
);

type Other = { databaseUrl: string; prefix: string; mailUrl: string };

const otherWorker = ({ databaseUrl, prefix, mailUrl }: Other): string => `
  import { createMailerooTransport } from ${JSON.stringify(import.meta.resolve('@vaktplan/adapters/mail/maileroo'))};
  import { createDatabase } from ${JSON.stringify(import.meta.resolve('@vaktplan/db/database'))};
  import { createLogger } from ${JSON.stringify(import.meta.resolve('@vaktplan/platform/logger'))};
  import { createMetrics } from ${JSON.stringify(import.meta.resolve('@vaktplan/platform/metrics'))};
  import { createRedis } from ${JSON.stringify(import.meta.resolve('@vaktplan/platform/redis'))};
  import { Temporal } from ${JSON.stringify(import.meta.resolve('temporal-polyfill'))};
  import { startConsumers } from ${JSON.stringify(import.meta.resolve('../consumers.ts'))};
  import { createQueues } from ${JSON.stringify(import.meta.resolve('../queues.ts'))};
  const log = createLogger({ service: 'other', level: 'silent' });
  const url = ${JSON.stringify(testRedisUrl)};
  const prefix = ${JSON.stringify(prefix)};
  const tools = {
    db: createDatabase({ url: ${JSON.stringify(databaseUrl)} }),
    queues: createQueues(createRedis(url, 'producer'), log, prefix),
    sendMail: createMailerooTransport({ apiKey: 'key', baseUrl: ${JSON.stringify(mailUrl)} }),
    mailFrom: { address: 'no-reply@vaktplan.test' },
    webUrl: 'https://vaktplan.test',
    authSecret: 'the link of the killed worker is never read',
    now: () => Temporal.Instant.from('2025-12-01T08:00:00Z'),
    nudge: () => undefined,
  };
  startConsumers({ connection: createRedis(url, 'worker'), tools, log, metrics: createMetrics('other'), prefix });
`;
