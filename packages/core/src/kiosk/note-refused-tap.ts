import { Temporal } from 'temporal-polyfill';
import { AppError } from '@vaktplan/contracts/errors';
import type { KioskPunch } from '@vaktplan/contracts/http/kiosk';
import { findLocation } from '@vaktplan/db/queries/locations';
import { insertRefusedTap } from '@vaktplan/db/queries/refused-taps';
import { appendEvent } from '../context/append-event.ts';
import type { Ctx, KioskActor } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { localDateOf } from '../time/local-time.rules.ts';
import { tellApprovers } from '../timesheets/tell.ts';

type Refused = { kiosk: KioskActor; input: KioskPunch; employeeId: string | null };

/** The tablet keeps what is refused like this, and tries again. */
const isTriedAgain = ({ status }: AppError): boolean => status === 401 || status === 429 || status >= 500;

/**
 * Runs what may refuse a tap. Of one that waited on the tablet the refusal is noted, for whoever tapped has gone and
 * believes to be clocked in; a manager settles it.
 */
export async function notingRefusal<T>(ctx: Ctx, refused: Refused, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (refused.input.offline && error instanceof AppError && !isTriedAgain(error))
      await note(ctx, refused, error.code);
    throw error;
  }
}

const note = (ctx: Ctx, { kiosk, input, employeeId }: Refused, problem: string): Promise<void> =>
  transact(ctx, 'kiosk.noteRefusal', async (tx) => {
    const { deviceId: kioskId, locationId } = kiosk;
    const { id, kind, occurredAt } = input;
    const now = ctx.now().toString();
    const tap = { id, kioskId, locationId, employeeId, kind, occurredAt: occurredAt ?? now, problem };
    if (!(await insertRefusedTap(tx, ctx.orgId, { ...tap, createdAt: now }))) return;
    const { departmentIds } = kiosk;
    const zone = (await findLocation(tx, ctx.orgId, locationId))?.zone ?? 'UTC';
    const date = localDateOf(Temporal.Instant.from(tap.occurredAt), zone);
    const said = { v: 1, what: 'tap_refused', date } as const;
    await tellApprovers(tx, ctx, { locationId, departmentIds }, { said, dedupeKey: `refused-tap-${tap.id}` });
    const facts = { kioskId, locationId, punchId: id, employeeId, reason: problem };
    await appendEvent(tx, ctx, 'kiosk.punchRefused', { type: 'kiosk', id: kioskId, version: 1 }, facts);
  });
