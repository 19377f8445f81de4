import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { createMailerooTransport } from '@vaktplan/adapters/mail/maileroo';
import { AppError } from '@vaktplan/contracts/errors';
import { addJobs } from '@vaktplan/platform/queue';
import { startMailerooServer } from '@vaktplan/testing/maileroo-server';
import { invite } from './invitation.fixture.ts';
import { workerTest } from '../worker.fixture.ts';

const failedReasons = async (queue: { getFailed: () => Promise<{ failedReason?: string }[]> }) =>
  (await queue.getFailed()).map((job) => job.failedReason);

const mailTest = workerTest.extend<{ maileroo: Awaited<ReturnType<typeof startMailerooServer>> }>({
  maileroo: async ({ tools }, use) => {
    const server = await startMailerooServer('key');
    tools.sendMail = createMailerooTransport({ apiKey: 'key', baseUrl: server.url });
    await use(server);
    await server.close();
  },
});

describe('a job that cannot succeed is kept among the failed at once', () => {
  workerTest('of a name that nobody knows', async ({ stand, work }) => {
    work();
    await addJobs(stand.queues.events, [{ name: 'made-later', data: {} }]);
    await expect.poll(() => failedReasons(stand.queues.events)).toEqual(['there is no job made-later here']);
  });

  workerTest('with a payload that is not what it should be', async ({ stand, work, ctx }) => {
    work();
    const data = { organizationId: ctx.orgId, eventId: 'not-an-id' };
    await addJobs(stand.queues.events, [{ name: 'notify-publication', data }]);
    await expect
      .poll(() => failedReasons(stand.queues.events))
      .toEqual([expect.stringContaining('unreadable payload')]);
  });

  workerTest('about something that is not there', async ({ stand, work, ctx }) => {
    work();
    const data = { organizationId: ctx.orgId, eventId: randomUUID() };
    await addJobs(stand.queues.events, [{ name: 'notify-publication', data }]);
    await expect.poll(() => failedReasons(stand.queues.events)).toEqual([new AppError('not_found').message]);
  });
});

describe('a vendor in trouble', () => {
  mailTest('the mail is tried again and comes once', async ({ ctx, make, stand, work, maileroo }) => {
    maileroo.answerNext({ status: 503 }, 'drop');
    work();
    const data = await invite(ctx, make);
    const opts = { attempts: 3, backoff: { type: 'fixed', delay: 10 } };
    await addJobs(stand.queues['email-notifications'], [{ name: 'send-invitation', data, opts }]);
    await expect.poll(() => maileroo.mails.length).toBe(1);
    expect(maileroo.requests()).toBe(3);
  });

  mailTest(
    'what the vendor refuses for good is not tried again',
    async ({ ctx, make, stand, work, maileroo }) => {
      maileroo.answerNext({ status: 422, body: '{"success":false,"message":"The domain is not verified."}' });
      work();
      const data = await invite(ctx, make);
      await addJobs(stand.queues['email-notifications'], [
        { name: 'send-invitation', data, opts: { attempts: 3 } },
      ]);
      await expect
        .poll(() => failedReasons(stand.queues['email-notifications']))
        .toEqual([expect.stringContaining('The domain is not verified.')]);
      expect(maileroo.requests()).toBe(1);
    },
  );
});
