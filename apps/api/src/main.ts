import { breakerStates } from '@vaktplan/platform/breaker-states';
import { startErrorReports } from '@vaktplan/platform/error-reports';
import { startHeartbeat } from '@vaktplan/platform/heartbeat';
import { createLogger } from '@vaktplan/platform/logger';
import { createShutdown } from '@vaktplan/platform/shutdown';
import { startTracing } from '@vaktplan/platform/tracing';
import { createApp } from './create-app.ts';
import { drain, drainMsOf } from './drain.ts';
import { readEnv } from './env.ts';
import { listenMutually } from './http/mutual-tls.ts';
import { closeServices, createServices } from './services.ts';

/** What requests under way and the connections are given to end. */
const CLOSING_MS = 10_000;
/** Connections that wait to be taken: with Node's 511 the rest of a rush is dropped by the kernel and tries again after 1, 3, 7 s. */
const BACKLOG = 4_096;

async function main(): Promise<void> {
  const env = readEnv(process.env);
  const services = createServices(env, {
    tracing: await startTracing({ ...env, service: 'api' }),
    errors: await startErrorReports({ ...env, service: 'api' }),
  });
  const shutdown = createShutdown({ log: services.log, deadlineMs: drainMsOf(env) + CLOSING_MS });
  shutdown.add('services', () => closeServices(services));
  const app = await createApp(services);
  shutdown.add('http', () => app.close());
  const closeInternal = await listenMutually(env, app.getHttpAdapter().getInstance());
  shutdown.add('internal', closeInternal);
  shutdown.add('requests on their way', () => drain(services));
  const { redis, metrics } = services;
  const tell = async () => ({ breakers: await breakerStates(metrics) });
  const heartbeat = startHeartbeat({ redis, service: 'api', release: env.RELEASE, tell });
  shutdown.add('heartbeat', heartbeat.stop);
  shutdown.listen();
  // a promise that a library forgot ends no process; it is there to be seen
  process.on('unhandledRejection', (err) => {
    services.log.error({ err }, 'unhandled rejection');
    services.errors?.report(err);
  });
  await app.listen({ port: env.PORT, host: env.HOST, backlog: BACKLOG });
  services.log.info({ url: await app.getUrl() }, 'listening');
}

try {
  await main();
} catch (error) {
  createLogger({ service: 'api', level: 'info' }).fatal({ err: error }, 'could not start');
  process.exit(1);
}
