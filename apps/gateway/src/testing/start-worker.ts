import path from 'node:path';
import { Miniflare } from 'miniflare';
import { rolldown } from 'rolldown';
import config from '../../rolldown.config.ts';

export type Limits = { address?: number; tenant?: number };
/** Its texts, as wrangler.jsonc lists them. */
type Variables = Record<
  'API_ORIGIN' | 'WEB_ORIGIN' | 'ORIGIN_SECRET' | 'JWKS_URL' | 'TOKEN_ISSUER',
  string
> & {
  ALLOWED_ORIGINS?: string;
  ORIGIN_TIMEOUT_MS?: string;
};

const DAY = '2026-07-01';
const root = path.resolve(import.meta.dirname, '../..');

async function bundle(): Promise<string> {
  const build = await rolldown({ ...config, input: path.join(root, 'src/index.ts'), cwd: root });
  const { output } = await build.generate({ format: 'esm' });
  await build.close();
  return output[0].code;
}

/** The Worker under workerd, on a port of its own. */
export async function startWorker(
  bindings: Variables,
  limits: Limits = {},
): Promise<{ url: string; close: () => Promise<void> }> {
  const worker = new Miniflare({
    modules: true,
    script: await bundle(),
    compatibilityDate: DAY,
    cf: false,
    host: '127.0.0.1',
    port: 0,
    bindings,
    ratelimits: {
      ADDRESS_LIMIT: { namespace_id: '1', simple: { limit: limits.address ?? 100_000, period: 60 } },
      TENANT_LIMIT: { namespace_id: '2', simple: { limit: limits.tenant ?? 100_000, period: 60 } },
    },
    durableObjects: { SIGN_IN_QUOTA: { className: 'SignInQuota', useSQLite: true } },
  });
  const url = String(await worker.ready).replace(/\/$/, '');
  return { url, close: () => worker.dispose() };
}
