import { BOARD_PASS, signPass } from '@vaktplan/platform/pass';
import Fastify, { type FastifyInstance } from 'fastify';
import { expect } from 'vitest';
import { relayTest } from '../relay/relay.fixture.ts';
import { mountBoard } from './mount-board.ts';

const secret = 'a-secret-of-the-tests-that-is-long-enough';

const boardTest = relayTest.extend<{
  worker: FastifyInstance;
  enter: (pass: string) => Promise<string | undefined>;
}>({
  worker: async ({ stand }, use) => {
    const fastify = Fastify();
    await mountBoard(fastify, { queues: stand.queues, redis: stand.redis, secret });
    await use(fastify);
    await fastify.close();
  },
  enter: async ({ worker }, use) => {
    await use(async (pass) => {
      const answer = await worker.inject({ url: `/queues/enter?pass=${pass}` });
      return answer.headers['set-cookie']?.toString().split(';')[0];
    });
  },
});

boardTest(
  'a pass of the API opens the board once; the cookie is this browser’s alone',
  async ({ worker, enter }) => {
    const pass = signPass(secret, BOARD_PASS, 30);
    const answer = await worker.inject({ url: `/queues/enter?pass=${pass}` });
    expect(answer.headers['set-cookie']).toMatch(/; Path=\/queues; Max-Age=900; HttpOnly; SameSite=Lax$/);
    expect(answer.headers.location).toBe('/queues/');
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
    expect((await worker.inject({ url: '/queues/', headers: { cookie } })).body).toContain('Vaktplan');
    const queues = await worker.inject({ url: '/queues/api/queues', headers: { cookie } });
    expect(queues.json<{ queues: { name: string }[] }>().queues.map(({ name }) => name)).toContain('events');
    expect(await enter(pass)).toBeUndefined();
  },
);

boardTest(
  'nobody else sees it: no pass, a bad or old one, another purpose, a bad cookie',
  async ({ worker, enter }) => {
    const old = signPass(secret, BOARD_PASS, 30, Date.now() - 60_000);
    const others = ['', 'x', old, signPass(secret, 'other', 30), signPass('y'.repeat(32), BOARD_PASS, 30)];
    for (const pass of others) expect(await enter(pass), pass).toBeUndefined();
    const unused = signPass(secret, BOARD_PASS, 30);
    for (const cookie of ['', 'vaktplan_board=x', `vaktplan_board=${unused}`]) {
      for (const url of [
        '/queues',
        '/queues/',
        '/queues/queue/events',
        '/queues/api/queues',
        '/queues/static/index.js',
      ]) {
        expect([url, (await worker.inject({ url, headers: { cookie } })).statusCode]).toEqual([url, 403]);
      }
    }
  },
);

boardTest(
  'a page of another site cannot make the browser change anything',
  async ({ worker, enter, stand }) => {
    const cookie = (await enter(signPass(secret, BOARD_PASS, 30))) ?? '';
    const pause = (site: string) =>
      worker.inject({
        method: 'PUT',
        url: '/queues/api/queues/events/pause',
        headers: { cookie, 'sec-fetch-site': site },
      });
    expect((await pause('cross-site')).statusCode).toBe(403);
    expect(await stand.queues.events.isPaused()).toBe(false);
    expect((await pause('same-origin')).statusCode).toBe(200);
    expect(await stand.queues.events.isPaused()).toBe(true);
  },
);
