import type { Database } from '@vaktplan/db/database';
import { dropPreviousToken, kioskKeyStatement, type KioskKeyRow } from '@vaktplan/db/queries/kiosks';
import type { KioskActor } from '../context/ctx.ts';
import { kioskTokenHash, readKioskToken } from './kiosk-token.ts';
import { sameHash } from './pin-hash.ts';

/**
 * The kiosk a token stands for, as the database has it now: a token revoked a moment ago is refused. Undefined for a token
 * that is none, is over, or whose location is out of use. The first use of a new token ends the one before it.
 */
export async function loadKiosk(
  db: Database,
  token: string,
): Promise<{ organizationId: string; actor: KioskActor } | undefined> {
  const claimed = readKioskToken(token);
  if (!claimed) return undefined;
  const { organizationId, kioskId } = claimed;
  const [rows] = await db.read(organizationId, [kioskKeyStatement(organizationId, kioskId)]);
  const row = rows?.[0] as KioskKeyRow | undefined;
  if (!row) return undefined;
  const hash = kioskTokenHash(token);
  const isCurrent = row.tokenHash !== null && sameHash(hash, row.tokenHash);
  const isPrevious = row.previousTokenHash !== null && sameHash(hash, row.previousTokenHash);
  if (!isCurrent && !isPrevious) return undefined;
  if (isCurrent && row.previousTokenHash !== null)
    await db.transaction(organizationId, (tx) => dropPreviousToken(tx, organizationId, kioskId, hash));
  const { locationId, departmentIds, identification, unscheduled } = row;
  const profile = { locationId, departmentIds, identification, unscheduled };
  return {
    organizationId,
    actor: { kind: 'kiosk', deviceId: kioskId, ...profile, employeeId: null, grants: [] },
  };
}
