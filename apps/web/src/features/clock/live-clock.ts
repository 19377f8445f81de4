import type { ClockView, CreatePunch, PunchKind } from '@vaktplan/contracts/http/time-tracking';

type Break = { startedAt: number; endedAt: number | null; paid: boolean };

/** The clock as the person should see it: the server's answer with the punches of this device laid over it. */
export type LiveClock = {
  state: ClockView['state'];
  /** Milliseconds since the epoch; null while out. */
  startedAt: number | null;
  breaks: Break[];
};

const at = (instant: string) => Date.parse(instant);

function fromView(view: ClockView): LiveClock {
  const { entry } = view;
  if (view.state === 'out' || !entry) return { state: 'out', startedAt: null, breaks: [] };
  const breaks = entry.breaks.map((one) => ({
    startedAt: at(one.startedAt),
    endedAt: one.endedAt ? at(one.endedAt) : null,
    paid: one.paid,
  }));
  return { state: view.state, startedAt: at(entry.startedAt), breaks };
}

const endBreak = (breaks: Break[], endedAt: number) =>
  breaks.map((one) => (one.endedAt === null ? { ...one, endedAt } : one));

function punch(clock: LiveClock, kind: PunchKind, when: number): LiveClock {
  switch (kind) {
    case 'in':
      return { state: 'in', startedAt: when, breaks: [] };
    case 'out':
      return { state: 'out', startedAt: null, breaks: [] };
    case 'break_start':
      return {
        ...clock,
        state: 'on_break',
        breaks: [...clock.breaks, { startedAt: when, endedAt: null, paid: false }],
      };
    case 'break_end':
      return { ...clock, state: 'in', breaks: endBreak(clock.breaks, when) };
  }
}

/** Lays unconfirmed punches, oldest first, over the server's answer. */
export function liveClock(view: ClockView, unconfirmed: readonly CreatePunch[]): LiveClock {
  return unconfirmed.reduce(
    (clock, one) => punch(clock, one.kind, one.occurredAt ? at(one.occurredAt) : at(view.serverTime)),
    fromView(view),
  );
}

/** Milliseconds worked up to `now`, unpaid breaks taken off; on a break: how long the break has lasted. */
export function elapsedMs(clock: LiveClock, now: number): number {
  if (clock.startedAt === null) return 0;
  const running = clock.breaks.find((one) => one.endedAt === null);
  if (clock.state === 'on_break' && running) return Math.max(0, now - running.startedAt);
  const unpaid = clock.breaks
    .filter((one) => !one.paid)
    .reduce((sum, one) => sum + ((one.endedAt ?? now) - one.startedAt), 0);
  return Math.max(0, now - clock.startedAt - unpaid);
}

/** "2:31:07" */
export function stopwatch(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

const afterAllMs = 36 * 60 * 60_000;

/** Was the last entry closed by the product, so that its person may still say when it really ended? */
export function closedForThem({ recent, serverTime }: ClockView): boolean {
  const [last] = recent;
  return (
    last !== undefined &&
    last.flags.includes('auto_closed') &&
    at(serverTime) - at(last.startedAt) < afterAllMs
  );
}

/** `forgotten`: the end of work that the product closed by itself. */
export type NextPunch = { kind: PunchKind; forgotten?: true };

/** The punches that make sense now: the big button first. */
export function nextPunches(state: LiveClock['state'], forgotten = false): NextPunch[] {
  switch (state) {
    case 'out':
      return [{ kind: 'in' }, ...(forgotten ? [{ kind: 'out', forgotten } as const] : [])];
    case 'in':
      return [{ kind: 'out' }, { kind: 'break_start' }];
    case 'on_break':
      return [{ kind: 'break_end' }, { kind: 'out' }];
  }
}
