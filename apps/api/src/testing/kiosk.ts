import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '@vaktplan/core/context/ctx';
import type { CreateKiosk } from '@vaktplan/contracts/http/kiosk';
import { createKiosk } from '@vaktplan/core/kiosk/create-kiosk';
import { enrollKiosk } from '@vaktplan/core/kiosk/enroll-kiosk';
import { createPool } from '@vaktplan/db/database';
import type { Env } from '../env.ts';

type Secrets = Pick<Env, 'PIN_SECRET' | 'AUTH_DATABASE_URL'>;

/** A tablet at the location, enrolled as a manager and a tablet would do it. */
export async function makeKiosk(
  ctx: Ctx,
  env: Secrets,
  wish: Partial<CreateKiosk> & { locationId: string },
): Promise<{ id: string; token: string; header: { authorization: string } }> {
  const input = { name: `Door ${uuidv7().slice(-6)}`, ...wish };
  const { kiosk, code } = await createKiosk(ctx, input, env.PIN_SECRET);
  const authPool = createPool({ url: env.AUTH_DATABASE_URL, max: 1 });
  try {
    const token = await enrollKiosk({ ...ctx, authPool }, code, env.PIN_SECRET);
    return { id: kiosk.id, token, header: { authorization: `Bearer ${token}` } };
  } finally {
    await authPool.end();
  }
}
