import { AppError } from '@vaktplan/contracts/errors';
import type { KioskActor } from '@vaktplan/core/context/ctx';
import { loadKiosk } from '@vaktplan/core/kiosk/load-kiosk';
import type { Services } from '../services.ts';

const BEARER = /^Bearer (vpk_[\w-]+)$/i;

/** The token of the tablet that calls. @throws AppError unauthenticated, token_invalid */
export function kioskTokenOf(authorization: string | undefined): string {
  if (!authorization) throw new AppError('unauthenticated');
  const token = BEARER.exec(authorization)?.[1];
  if (!token) throw new AppError('token_invalid');
  return token;
}

/** The tablet behind the call, as the database has it now. @throws AppError unauthenticated, token_invalid */
export async function readKiosk(
  services: Services,
  authorization: string | undefined,
): Promise<{ organizationId: string; actor: KioskActor }> {
  const kiosk = await loadKiosk(services.db, kioskTokenOf(authorization));
  if (!kiosk) throw new AppError('token_invalid');
  return kiosk;
}
