import { AppError } from '@vaktplan/contracts/errors';
import type { KioskPunch } from '@vaktplan/contracts/http/kiosk';
import { insertRefusedTap } from '@vaktplan/db/queries/refused-taps';
import { appendEvent } from '../context/append-event.ts';
import type { Ctx, KioskActor } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
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

const words = (tap: { id: string; occurredAt: string }) => ({
  kind: 'correction_proposed' as const,
  title: 'A tap on the kiosk was refused',
  dates: [tap.occurredAt.slice(0, 10)],
  body: 'Whoever tapped believes that it was recorded. Count it, or dismiss it.',
  dedupeKey: `refused-tap-${tap.id}`,
});

const note = (ctx: Ctx, { kiosk, input, employeeId }: Refused, problem: string): Promise<void> =>
  transact(ctx, 'kiosk.noteRefusal', async (tx) => {
    const { deviceId: kioskId, locationId } = kiosk;
    const { id, kind, occurredAt } = input;
    const now = ctx.now().toString();
    const tap = { id, kioskId, locationId, employeeId, kind, occurredAt: occurredAt ?? now, problem };
    if (!(await insertRefusedTap(tx, ctx.orgId, { ...tap, createdAt: now }))) return;
    const { departmentIds } = kiosk;
    await tellApprovers(tx, ctx, { locationId, departmentIds }, words(tap));
    const facts = { kioskId, locationId, punchId: id, employeeId, reason: problem };
    await appendEvent(tx, ctx, 'kiosk.punchRefused', { type: 'kiosk', id: kioskId, version: 1 }, facts);
  });
