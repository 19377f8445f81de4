import { startWorker } from '@vaktplan/gateway/testing/start-worker';
import { io } from 'socket.io-client';
import { expect, inject } from 'vitest';
import { journey } from './journey.ts';

const SECRET = 'what-gateway-and-origins-share-0123456789';

journey('pages, writes and programs pass the gateway; forged tokens end there', async ({ signedIn }) => {
  const api = inject('api');
  const gateway = await startWorker({
    API_ORIGIN: api,
    WEB_ORIGIN: inject('web'),
    ORIGIN_SECRET: SECRET,
    JWKS_URL: `${api}/auth/jwks`,
    TOKEN_ISSUER: 'vaktplan',
  });
  // cookies know no ports: who signed in at the web app is signed in here
  const through = gateway.url.replace('127.0.0.1', 'localhost');
  const page = await signedIn('manager@vaktplan.test');

  // in production the page has the address that the API's socket knows; here a program tries the socket below
  await page.routeWebSocket(/\/realtime\//, (socket) => void socket.close());

  // a browser: the page, and a write by its cookie
  await page.goto(`${through}/settings`);
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
  const written = await page.evaluate(async () => {
    const answer = await fetch('/api/v1/notifications/read-all', { method: 'POST' });
    return { status: answer.status, correlationId: answer.headers.get('x-correlation-id') };
  });
  expect(written).toEqual({
    status: expect.any(Number),
    correlationId: expect.stringMatching(/^[\w-]{36}$/),
  });
  expect(written.status).toBeLessThan(300);

  // a program: a token, and with it the API
  const issued = await page.context().request.get(`${through}/auth/token`);
  const { token } = (await issued.json()) as { token: string };
  const me = (bearer: string) =>
    fetch(`${gateway.url}/api/v1/me`, { headers: { authorization: `Bearer ${bearer}` } });
  expect((await me(token)).status).toBe(200);
  const [head, body, signature = ''] = token.split('.');
  const forged = await me(`${head}.${body}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`);
  expect(forged.status).toBe(401);
  expect(await forged.json()).toMatchObject({ code: 'token_invalid' });

  // its socket, with a ticket from the page's session
  const ticket = await page.evaluate(async () => {
    const answer = await fetch('/api/v1/realtime/ticket', { method: 'POST' });
    return ((await answer.json()) as { ticket: string }).ticket;
  });
  const socket = io(gateway.url, { path: '/realtime', transports: ['websocket'], auth: { ticket } });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  socket.close();
  await gateway.close();
});
