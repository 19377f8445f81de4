import type { Tx } from '@vaktplan/db/database';
import { appendEvent } from '../context/append-event.ts';
import type { Ctx } from '../context/ctx.ts';

type Change = 'kiosk.created' | 'kiosk.updated' | 'kiosk.enrolled' | 'kiosk.revoked';

/** Who did what to a kiosk, in the transaction of the change. */
export const announceKiosk = (
  tx: Tx,
  ctx: Ctx,
  change: Change,
  kiosk: { id: string; locationId: string; version: number },
): Promise<string> =>
  appendEvent(
    tx,
    ctx,
    change,
    { type: 'kiosk', id: kiosk.id, version: kiosk.version },
    { kioskId: kiosk.id, locationId: kiosk.locationId },
  );
