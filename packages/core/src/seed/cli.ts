import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { createDatabase, createPool } from '@vaktplan/db/database';
import { parseEnv } from '@vaktplan/platform/env';
import { createLogger } from '@vaktplan/platform/logger';
import { seedCafe } from './cafe.ts';
import { seedChain } from './chain.ts';
import { DEMO_PASSWORD } from './demo-logins.ts';
import type { SeedParts } from './seed-context.ts';

const SCENARIOS = {
  cafe: {
    seed: seedCafe,
    signIns: ['owner@vaktplan.test', 'manager@vaktplan.test', 'employee@vaktplan.test'],
  },
  chain: { seed: (parts: SeedParts) => seedChain(parts), signIns: ['owner@chain.vaktplan.test'] },
};

const Env = z.object({
  DATABASE_URL: z.string().describe('the address for the role vaktplan_app'),
  AUTH_DATABASE_URL: z.string().describe('the address for the role vaktplan_auth'),
  PIN_SECRET: z.string().optional().describe('that of the API: without it the demo has no PINs'),
  VAKTPLAN_MODE: z.literal(
    'local',
    'demo accounts have a known password: they are only made with VAKTPLAN_MODE=local',
  ),
});

/** `node packages/core/src/seed/cli.ts cafe|chain`: makes the demo organisation unless it is there. */
async function main(name = 'cafe'): Promise<void> {
  const scenario = Object.entries(SCENARIOS).find(([known]) => known === name)?.[1];
  if (!scenario)
    throw new Error(`There is no seed "${name}". Choose ${Object.keys(SCENARIOS).join(' or ')}.`);
  const env = parseEnv(Env, process.env);
  const db = createDatabase({ url: env.DATABASE_URL, max: 2, statementTimeoutMs: 60_000 });
  const authPool = createPool({ url: env.AUTH_DATABASE_URL, max: 2 });
  const log = createLogger({ service: 'seed', level: 'warn' });
  const started = performance.now();
  try {
    const made = await scenario.seed({
      db,
      authPool,
      log,
      now: Temporal.Now.instant(),
      pinSecret: env.PIN_SECRET,
    });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(made ? `Seeded "${name}" in ${seconds} s.` : `"${name}" is there already.`);
    console.log(`Sign in as ${scenario.signIns.join(', ')} with the password ${DEMO_PASSWORD}.`);
  } finally {
    await Promise.all([db.close(), authPool.end()]);
  }
}

await main(process.argv[2]);
