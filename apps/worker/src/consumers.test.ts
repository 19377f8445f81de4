import { expect } from 'vitest';
import { createLogger } from '@vaktplan/platform/logger';
import { addJobs } from '@vaktplan/platform/queue';
import { createRedis } from '@vaktplan/platform/redis';
import { startConsumers } from './consumers.ts';
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
