import { startErrorReports } from '@vaktplan/platform/error-reports';
import { createShutdown } from '@vaktplan/platform/shutdown';
import { startTracing } from '@vaktplan/platform/tracing';
import { createApp } from './create-app.ts';
import { readEnv } from './env.ts';
import { createWorkerLogger, startServices } from './services.ts';

async function main(): Promise<void> {
  const env = readEnv(process.env);
  const log = createWorkerLogger(env.LOG_LEVEL);
  const shutdown = createShutdown({ log });
  shutdown.listen();
  const tracing = await startTracing({ ...env, service: 'worker' });
  const errors = await startErrorReports({ ...env, service: 'worker' });
  const app = await createApp(startServices(env, log, shutdown, { tracing, errors }));
  shutdown.add('http', () => app.close());
  await app.listen(env.PORT, env.HOST);
  log.info({ url: await app.getUrl() }, 'listening');
}

try {
  await main();
} catch (error) {
  createWorkerLogger('info').fatal({ err: error }, 'could not start');
  process.exit(1);
}
