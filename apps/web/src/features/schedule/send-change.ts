import type { BulkChange } from '@vaktplan/contracts/http/bulk-shifts';
import type { RosterView, ShiftView } from '@vaktplan/contracts/http/shifts';
import type { WordKey } from '@vaktplan/i18n/catalogue';
import type { ChangeOutcome, GridChange, GridShift } from '@vaktplan/ui/schedule-grid';
import { write } from '@/lib/api';
import { asProblem } from '@/lib/problem';
import type { useProblemWords } from '@/lib/problem-words';
import type { Words } from '@/lib/words-in';
import { askingBack, keyWith, type AskBack } from './asking-back';
import { requestOf } from './change-request';

export type SendContext = {
  roster: RosterView;
  /** Of the other locations on the page. */
  others?: ReadonlyMap<string, RosterView>;
  draw: (shift: ShiftView) => GridShift;
  /** Told of every shift as it was answered, also of one that is gone with it. */
  keep: (shift: ShiftView) => void;
  deletedVersions: Map<string, number>;
  askBack: AskBack;
  /** A refusal in the language of the page. */
  problemWords: ReturnType<typeof useProblemWords>;
  t: Words<WordKey<'plan'>>;
  /** Told of a change that was refused because somebody else was faster, and of the shift as it is now. */
  clashed?: (change: GridChange, current: ShiftView) => void;
};

/**
 * Sends one change of the grid to the API and says how the shift stands now. A new shift keeps the id the grid shows it
 * under, so that what is begun on it while it is being stored goes on. Never rejects for a refusal.
 */
export async function sendChange(
  change: GridChange,
  key: string,
  context: SendContext,
): Promise<ChangeOutcome> {
  try {
    const shift = await askingBack(context.askBack, (answers) =>
      send(requestOf(change, context, answers), keyWith(key, answers)),
    );
    return accepted(change, shift, context);
  } catch (error) {
    const current = await currentOf(error);
    if (current) context.clashed?.(change, current);
    return refused(error, context, current);
  }
}

/** The newer version that a stale change is answered with. */
async function currentOf(error: unknown): Promise<ShiftView | undefined> {
  const { code, current } = asProblem(error);
  return code === 'version_conflict' ? (await shiftView()).safeParse(current).data : undefined;
}

/** What the grid is told of a request that failed. */
export function refused(
  error: unknown,
  { problemWords }: Pick<SendContext, 'problemWords'>,
  current?: ShiftView,
): ChangeOutcome {
  const problem = asProblem(error);
  const { code, status } = problem;
  const retry = code === 'offline' || status === 429 || status >= 500;
  const { changedBy, changedAt } = current ?? {};
  return { ok: false, code, message: problemWords(problem), retry, changedBy, changedAt };
}

/** What the grid is told of a change that was made. */
export function accepted(
  change: GridChange,
  shift: ShiftView,
  { deletedVersions, draw, keep }: SendContext,
): ChangeOutcome {
  const drawn = draw(shift);
  const gone = change.kind === 'remove' && shift.publishedVersion === null;
  if (change.kind === 'remove') deletedVersions.set(shift.id, shift.version);
  keep(shift);
  const before = { ...drawn, state: 'draft', abilities: { update: true, delete: true } } as const;
  return gone ? { ok: true, shift: null, removed: before } : { ok: true, shift: drawn };
}

const shiftView = () => import('@vaktplan/contracts/http/shifts').then((contracts) => contracts.ShiftView);

function send(request: BulkChange, idempotencyKey: string): Promise<ShiftView> {
  const options = { schema: shiftView, idempotencyKey };
  switch (request.op) {
    case 'create':
      return write('POST', '/shifts', { ...options, body: request.shift });
    case 'copy':
      return write('POST', `/shifts/${request.id}/copy`, { ...options, body: request.copy });
    case 'update':
      return write('PATCH', `/shifts/${request.id}`, {
        ...options,
        version: request.version,
        body: request.patch,
      });
    case 'delete':
      return write('DELETE', `/shifts/${request.id}`, { ...options, version: request.version });
    case 'restore':
      return write('POST', `/shifts/${request.id}/restore`, { ...options, version: request.version });
  }
}
