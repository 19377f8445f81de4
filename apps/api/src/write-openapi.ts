import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createApp } from './create-app.ts';
import { readEnv } from './env.ts';
import { describeApi } from './openapi.ts';
import { createServices } from './services.ts';

// Nothing is asked of these servers: routes and schemas alone make the document.
const nowhere = {
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing',
  AUTH_DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing',
  REDIS_URL: 'redis://127.0.0.1:1',
  AUTH_SECRET: 'x'.repeat(32),
  TICKET_SECRET: 'x'.repeat(32),
  SERVICE_TOKEN_SECRET: 'x'.repeat(32),
  PIN_SECRET: 'x'.repeat(32),
  PUBLIC_WEB_URL: 'http://localhost:3000',
  PUBLIC_API_URL: 'http://localhost:3001',
  MAIL_DIR: 'unused',
  LOG_LEVEL: 'silent',
};

const services = createServices(readEnv(nowhere));
const app = await createApp(services);
await app.init();
const file = path.resolve(import.meta.dirname, '../openapi.json');
await writeFile(file, `${JSON.stringify(describeApi(app), null, 2)}\n`);
// the servers that are not there are still being called: nothing to wait for
process.exit(0);
