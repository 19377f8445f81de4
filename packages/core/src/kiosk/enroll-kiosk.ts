import { AppError } from '@vaktplan/contracts/errors';
import type { Database } from '@vaktplan/db/database';
import { findKioskByCode, useKioskCode } from '@vaktplan/db/queries/kiosks';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { kioskCodeHash } from './kiosk-code.ts';
import { announceKiosk } from './kiosk.events.ts';
import { kioskTokenHash, newKioskToken } from './kiosk-token.ts';

/** What a tablet needs that is nobody yet: its code is looked up with the auth role's pool. */
export type EnrolmentDesk = Pick<Ctx, 'db' | 'now' | 'log' | 'nudge' | 'correlationId'> & {
  authPool: Database['pool'];
};

/**
 * Takes a one-time code and gives the tablet its token, once. The token of a tablet that was enrolled before ends.
 * Errors: kiosk_code_invalid (unknown, used, withdrawn, over).
 */
export async function enrollKiosk(desk: EnrolmentDesk, code: string, pinSecret: string): Promise<string> {
  const codeHash = kioskCodeHash(pinSecret, code);
  const found = await findKioskByCode(desk.authPool, codeHash);
  if (!found) throw new AppError('kiosk_code_invalid');
  const { authPool: _, ...rest } = desk;
  const ctx: Ctx = {
    ...rest,
    orgId: found.organizationId,
    actor: { kind: 'system', name: 'kiosk-enrolment' },
  };
  const token = newKioskToken(found.organizationId, found.id);
  return transact(ctx, 'kiosk.enroll', async (tx) => {
    const now = ctx.now().toString();
    const given = { codeHash, tokenHash: kioskTokenHash(token), now };
    const taken = await useKioskCode(tx, ctx.orgId, found.id, given);
    if (!taken) throw new AppError('kiosk_code_invalid');
    await announceKiosk(tx, ctx, 'kiosk.enrolled', { id: found.id, ...taken });
    return token;
  });
}
