import { sayRefused } from './announce.ts';
import { caughtUp, type Pending } from './overlay.ts';
import type { ShiftIndex } from './shift-index.ts';
import type { GridSay } from './grid-words.ts';
import type { GridHistory } from './props.ts';
import type { ChangeOutcome, CommandResult, GridChange, GridCommand } from './change-types.ts';
import type { GridShift } from './types.ts';
import {
  changedSince,
  EMPTY_LOG,
  forget,
  invert,
  record,
  redone,
  type UndoEntry,
  type UndoLog,
  undone,
} from './undo-log.ts';
import { createVersionTrail, type VersionTrail } from './version-trail.ts';

/** A command that is still under way after this is shown as saving. */
const SLOW_MS = 300;

export interface RunnerHost {
  send(command: GridCommand): Promise<CommandResult>;
  /** Shifts as the page last handed them in, without the overlay. */
  server(): ShiftIndex;
  /** Shifts as shown now, with the overlay. */
  shown(): ShiftIndex;
  newId(): string;
  say: GridSay;
  ago(when: string | null): string | null;
  onPending(pending: readonly Pending[]): void;
  onHistory(history: GridHistory): void;
  /** `id` is what `undo` takes to take back this gesture and no later one. */
  onDone(label: string, id: string): void;
  /** `several`: of one gesture, so that those refused stay selected. */
  onFailed(text: string, several?: boolean): void;
  /** Of several changes some were refused: by present shift id, why. */
  onRefused(reasons: ReadonlyMap<string, string>): void;
  onTold(text: string): void;
}

export interface CommandRunner {
  /** Shows the changes at once, sends them after those under way, and settles with the server's outcomes. */
  run(changes: readonly GridChange[], label: string): Promise<CommandResult>;
  /** Something that was done without it: told, and taken back by one undo. */
  record(inverse: readonly GridChange[], label: string): Promise<void>;
  /** Takes back the newest gesture, or the one named. */
  undo(id?: string): Promise<void>;
  redo(): Promise<void>;
  /** The id a shift has now that was shown under another until it was answered. */
  resolveId(shiftId: string): string;
  /** The page has handed in new shifts. */
  refreshed(): void;
}

/** Runs the grid's commands one after another, keeps what is pending for the overlay, and what can be undone. */
export function createCommandRunner(host: RunnerHost): CommandRunner {
  const trail = createVersionTrail();
  let pending: readonly Pending[] = [];
  let log: UndoLog = EMPTY_LOG;
  let tail: Promise<unknown> = Promise.resolve();

  const setPending = (next: readonly Pending[]) => {
    pending = next;
    host.onPending(next);
  };
  const patch = (id: string, part: Partial<Pending>) =>
    setPending(pending.map((each) => (each.id === id ? { ...each, ...part } : each)));
  const setLog = (next: UndoLog) => {
    log = next;
    host.onHistory({ canUndo: next.past.length > 0, canRedo: next.future.length > 0 });
  };
  const inTurn = <T>(step: () => Promise<T>): Promise<T> => {
    const turn = tail.then(step);
    tail = turn.catch(() => undefined);
    return turn;
  };

  async function execute(id: string, asked: readonly GridChange[], seen: Seen): Promise<Executed> {
    const changes = asked.map((change) => resolved(change, trail));
    const before = new Map(asked.map((change, i) => [idOf(changes[i]!), seen.get(idOf(change))]));
    const slow = setTimeout(() => patch(id, { slow: true }), SLOW_MS);
    const result = await host
      .send({ id, changes })
      .catch((error: unknown) => crashed(changes, error, host.say));
    clearTimeout(slow);
    changes.forEach((change, i) => remember(change, result.outcomes[i], trail));
    const { outcomes } = result;
    const overlay = { id, changes, slow: false, outcomes, refreshes: 0 };
    const kept = outcomes.some((outcome) => outcome.ok) && !caughtUp(overlay, host.server().byId);
    const next = pending.flatMap((each) => {
      if (each.id === id) return kept ? [overlay] : [];
      // one that waits may name a shift by an id or version this answer has replaced
      return each.outcomes ? [each] : [{ ...each, changes: each.changes.map((one) => resolved(one, trail)) }];
    });
    setPending(next);
    return { result, inverse: invert(changes, outcomes, before) };
  }

  const begin = (changes: readonly GridChange[]): string => {
    const id = host.newId();
    setPending([...pending, { id, changes, slow: false, outcomes: null, refreshes: 0 }]);
    return id;
  };

  async function takeBack(side: 'past' | 'future', id?: string): Promise<void> {
    const entry = id === undefined ? log[side].at(-1) : log[side].find((each) => each.id === id);
    if (!entry) return host.onTold(host.say(side === 'past' ? 'nothingToUndo' : 'nothingToRedo'));
    const refusal = changedSince(entry.inverse, host.server(), trail);
    if (refusal) {
      setLog(forget(log, entry.id));
      return host.onFailed(
        sayRefused(host, side === 'past' ? 'notUndone' : 'notRedone', refusal.who, host.ago(refusal.when)),
      );
    }
    const seen = host.shown().byId;
    const { result, inverse } = await execute(begin(entry.inverse), entry.inverse, seen);
    const opposite: UndoEntry = { ...entry, inverse };
    const again = inverse.length === 0 && result.outcomes.some((outcome) => !outcome.ok && outcome.retry);
    if (!again) setLog(side === 'past' ? undone(log, opposite) : redone(log, opposite));
    const failure = failureWords(result, host);
    if (failure) host.onFailed(failure);
    else host.onTold(host.say(side === 'past' ? 'undone' : 'redone', { label: entry.label }));
  }

  return {
    run: (changes, label) => {
      const seen = host.shown().byId;
      const id = begin(changes);
      return inTurn(async () => {
        const { result, inverse } = await execute(id, changes, seen);
        setLog(record(log, { id, label, inverse }));
        const failure = failureWords(result, host);
        if (!failure) host.onDone(label, id);
        else {
          if (changes.length > 1) host.onRefused(refusals(changes, result, trail));
          host.onFailed(failure, changes.length > 1);
        }
        return result;
      });
    },
    record: (inverse, label) =>
      inTurn(async () => {
        const id = host.newId();
        setLog(record(log, { id, label, inverse }));
        host.onDone(label, id);
      }),
    undo: (id) => inTurn(() => takeBack('past', id)),
    redo: () => inTurn(() => takeBack('future')),
    resolveId: (shiftId) => trail.resolveId(shiftId),
    refreshed: () => {
      if (!pending.some((each) => each.outcomes)) return;
      const shifts = host.server().byId;
      const counted = pending.map((each) =>
        each.outcomes ? { ...each, refreshes: each.refreshes + 1 } : each,
      );
      setPending(counted.filter((each) => !caughtUp(each, shifts)));
    },
  };
}

type Words = Pick<RunnerHost, 'ago' | 'say'>;
type Seen = ReadonlyMap<string, GridShift>;

const idOf = (change: GridChange): string =>
  change.kind === 'create' ? change.tempId : change.kind === 'restore' ? change.shift.id : change.shiftId;

interface Executed {
  result: CommandResult;
  inverse: readonly GridChange[];
}

function resolved(change: GridChange, trail: VersionTrail): GridChange {
  if (change.kind === 'create') return change;
  if (change.kind === 'copy') return { ...change, shiftId: trail.resolveId(change.shiftId) };
  if (change.kind === 'restore') {
    const { shiftId, version } = trail.resolve(change.shift.id, change.shift.version);
    return { ...change, shift: { ...change.shift, id: shiftId, version } };
  }
  return { ...change, ...trail.resolve(change.shiftId, change.version) };
}

function remember(change: GridChange, outcome: ChangeOutcome | undefined, trail: VersionTrail): void {
  if (!outcome?.ok || !outcome.shift) return;
  const to = { shiftId: outcome.shift.id, version: outcome.shift.version };
  if (change.kind === 'create' || change.kind === 'copy')
    trail.record({ shiftId: change.tempId, version: 0 }, to);
  else if (change.kind === 'restore')
    trail.record({ shiftId: change.shift.id, version: change.shift.version }, to);
  else trail.record({ shiftId: change.shiftId, version: change.version }, to);
}

function refusals(
  changes: readonly GridChange[],
  { outcomes }: CommandResult,
  trail: VersionTrail,
): ReadonlyMap<string, string> {
  return new Map(
    changes.flatMap((change, i) => {
      const outcome = outcomes[i];
      return outcome && !outcome.ok ? [[trail.resolveId(idOf(change)), outcome.message] as const] : [];
    }),
  );
}

const crashed = (changes: readonly GridChange[], error: unknown, say: GridSay): CommandResult => ({
  outcomes: changes.map(() => ({
    ok: false,
    code: 'unreachable',
    message: error instanceof Error ? error.message : say('notSent'),
    retry: true,
  })),
});

/** "3 of 12 not saved: 2 × already has a shift. 1 × Anna changed this shift 4 seconds ago." */
function failureWords(result: CommandResult, host: Words): string | null {
  const reasons = result.outcomes.flatMap((outcome) => (outcome.ok ? [] : [reasonOf(outcome, host)]));
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const [only, ...others] = counts.keys();
  if (only === undefined) return null;
  if (result.outcomes.length === 1) return host.say('notSavedOne', { reason: only });
  const grouped = [...counts].map(([reason, count]) => `${count} × ${reason}`).join(' ');
  return host.say('notSavedSome', {
    failed: reasons.length,
    all: result.outcomes.length,
    reasons: others.length > 0 ? grouped : only,
  });
}

const reasonOf = (outcome: Extract<ChangeOutcome, { ok: false }>, host: Words): string =>
  outcome.changedBy
    ? host.say('changedBy', {
        who: outcome.changedBy,
        when: host.ago(outcome.changedAt ?? null) ?? host.say('meantime'),
      })
    : outcome.message;
