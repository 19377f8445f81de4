import { expect } from 'vitest';
import { startErrorReports } from '@vaktplan/platform/error-reports';
import { createLogger } from '@vaktplan/platform/logger';
import { lastRuns } from '@vaktplan/platform/last-runs';
import { addJobs } from '@vaktplan/platform/queue';
import { createRedis } from '@vaktplan/platform/redis';
import { startSentryServer } from '@vaktplan/testing/sentry-server';
import { startConsumers } from './consumers.ts';
import { createJobEnd } from './job-end.ts';
import { invite } from './jobs/invitation.fixture.ts';
import { testRedisUrl } from './relay/relay.fixture.ts';
import { workerTest } from './worker.fixture.ts';

workerTest('closing waits for the mail that is being sent', async ({ ctx, make, stand, tools, outbox }) => {
  const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<void>();
  const { promise: sending, resolve: isSending } = Promise.withResolvers<void>();
  tools.sendMail = async (message) => {
    isSending();
    await mayGoOn;
    return outbox.send(message);
  };
  const connection = createRedis(testRedisUrl, 'worker');
  const log = createLogger({ service: 'test', level: 'silent' });
  const { prefix, metrics } = stand;
  const consumers = startConsumers({ connection, tools, log, metrics, prefix });
  const email = stand.queues['email-notifications'];
  await addJobs(email, [{ name: 'send-invitation', data: await invite(ctx, make) }]);
  await sending;
  const closed = consumers.close();
  goOn();
  await closed;
  expect(await outbox.all()).toHaveLength(1);
  expect(await email.getJobCounts('completed', 'active')).toEqual({ completed: 1, active: 0 });
  connection.disconnect();
});

workerTest('a schedule remembers how its last job ended', async ({ ctx, stand, tools }) => {
  const connection = createRedis(testRedisUrl, 'worker');
  const log = createLogger({ service: 'test', level: 'silent' });
  const { prefix, metrics, redis, queues } = stand;
  const onEnd = createJobEnd({ redis, log });
  const consumers = startConsumers({ connection, tools, log, metrics, onEnd, prefix });
  const id = `clean-up-${ctx.orgId}`;
  const job = { name: 'clean-up', data: { organizationId: ctx.orgId } };
  await queues['data-sync'].upsertJobScheduler(id, { every: 100, limit: 1 }, job);
  await expect.poll(async () => (await lastRuns(redis, [id]))[0]).toMatchObject({ outcome: 'completed' });
  await consumers.close();
  connection.disconnect();
});

workerTest('a job that is given up is told to Sentry by its ids', async ({ ctx, stand, tools }) => {
  const sentry = await startSentryServer();
  const settings = { SENTRY_DSN: sentry.dsn, SENTRY_ENVIRONMENT: 'test', RELEASE: 'r1' };
  const errors = await startErrorReports({ ...settings, service: 'worker' });
  const connection = createRedis(testRedisUrl, 'worker');
  const log = createLogger({ service: 'test', level: 'silent' });
  const { prefix, metrics, redis, queues } = stand;
  const onEnd = createJobEnd({ redis, log, errors });
  const consumers = startConsumers({ connection, tools, log, metrics, onEnd, prefix });
  const data = { organizationId: ctx.orgId, eventId: 'kari@example.org', correlationId: 'request-1' };
  await addJobs(queues.events, [{ name: 'notify-publication', data }]);
  await expect.poll(() => sentry.events()).toHaveLength(1);
  expect(sentry.events()[0]).toMatchObject({
    tags: { job: 'notify-publication', organizationId: ctx.orgId, correlationId: 'request-1' },
  });
  expect(sentry.envelopes.join()).not.toContain('kari');
  await consumers.close();
  connection.disconnect();
  await errors?.close();
  await sentry.close();
});
