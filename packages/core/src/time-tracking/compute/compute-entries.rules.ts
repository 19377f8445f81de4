import { attribute } from './attribute.rules.ts';
import { breaksWithin, countBreaks } from './breaks.rules.ts';
import { deviationsOf } from './deviations.rules.ts';
import {
  byTime,
  ENGINE_VERSION,
  type ComputedEntry,
  type Fact,
  type FlagsAt,
  type PlannedShift,
  type Policy,
  type PolicyOf,
} from './facts.rules.ts';
import { hashOf } from './hash.rules.ts';
import { matchWindows, shiftsAt, touching, windowAt, type Window } from './match.rules.ts';
import { PAIR_LIMIT_MS, pairFacts, type Stretch } from './pair.rules.ts';
import { countedSpan, rawSpan, settledAt, type CountedSpan, type RawSpan } from './span.rules.ts';
import { partKey, splitLong } from './split.rules.ts';
import type { ZoneClock } from './zone-clock.rules.ts';

export type Inputs = {
  /** In any order; of the person, from the opening of some entry on, or all. */
  facts: readonly Fact[];
  /** Published shifts of the person around the facts. */
  shifts: readonly PlannedShift[];
  policyOf: PolicyOf;
  flagsAt: FlagsAt;
  clock: ZoneClock;
  /** Milliseconds; decides only whether what nobody ended has ended by itself. */
  now: number;
  before: Before | null;
};
/** The entry just before the facts, when they do not go back to the beginning. */
export type Before = {
  end: number;
  countedEnd: number;
  shiftId: string | null;
  locationId: string;
  zone: string;
};

/** `shift` ends where the work that was planned in one go ends: with the last of `further`. */
type Placed = {
  stretch: Stretch;
  shift: PlannedShift | null;
  further: readonly PlannedShift[];
  windowEnd: number | null;
  policy: Policy;
};
type Spanned = Placed & { raw: RawSpan; counted: CountedSpan; previousEnd: number | null };

/**
 * Punches, shifts and policies -> time entries, by start. The same facts give the same entries in whatever order they
 * came and however often it is asked; computing from the opening of an entry on gives what computing all would.
 */
export function computeEntries(inputs: Inputs): ComputedEntry[] {
  const found = pairFacts(inputs.facts.toSorted(byTime));
  const place = placer(inputs, found);
  let previousEnd = inputs.before?.countedEnd ?? null;
  const lastOfShift = new Map<string, number>();
  if (inputs.before?.shiftId) lastOfShift.set(inputs.before.shiftId, inputs.before.countedEnd);

  let previous: Where | null = inputs.before;

  const spanned = found.flatMap((one) => {
    const whole = judged(whereabouts(one, previous), inputs.flagsAt);
    const first = place(whole);
    return splitLong(whole, first.shift, first.policy.settings).map((stretch, part): Spanned => {
      const placed = part === 0 && !stretch.more ? { ...first, stretch } : place(stretch);
      const { settings } = placed.policy;
      const raw = rawSpan(stretch, placed.shift, settings, inputs.now);
      const counted = countedSpan(stretch, raw, placed.shift, settings, { clock: inputs.clock, previousEnd });
      const before = previousEnd;
      const { locationId, zone } = stretch.opened;
      previous = { end: raw.end ?? stretch.lastAt, locationId, zone };
      previousEnd = counted.end ?? previousEnd;
      return {
        ...placed,
        raw,
        counted,
        previousEnd: before !== null && before >= counted.start ? before : null,
      };
    });
  });
  let latest = 0;
  return spanned.map((one, nr) => {
    const own = settledAt(one.stretch, one.windowEnd);
    const inherited = own !== null && latest > own ? latest : null;
    latest = Math.max(latest, own ?? 0);
    const shiftId = one.shift?.id ?? null;
    const leftAt = shiftId === null ? null : (lastOfShift.get(shiftId) ?? null);
    const isLast = shiftId !== null && !spanned.slice(nr + 1).some(({ shift }) => shift?.id === shiftId);
    if (shiftId !== null && one.counted.end !== null) lastOfShift.set(shiftId, one.counted.end);
    return toEntry(one, { leftAt, isLast, inherited, settledAt: inherited ?? own }, inputs.clock);
  });
}

type Where = { end: number; locationId: string; zone: string };

/** Who did not clock in is where they were last, however early the punch that says so came. */
function whereabouts(stretch: Stretch, previous: Where | null): Stretch {
  const { opened } = stretch;
  if (opened.kind === 'in' || !previous || opened.at - previous.end > PAIR_LIMIT_MS) return stretch;
  return { ...stretch, opened: { ...opened, locationId: previous.locationId, zone: previous.zone } };
}

/** What came before that which says where it was has been judged by another place: now by the right one. */
function judged(stretch: Stretch, flagsAt: FlagsAt): Stretch {
  const facts = stretch.facts.map((fact) => ({ ...fact, flags: flagsAt(fact, stretch.opened) }));
  return { ...stretch, facts, flags: new Set([...stretch.flags, ...facts.flatMap(({ flags }) => flags)]) };
}

/** Which shift a stretch belongs to, by its start, and the policy of that day. `all`: who else came, and to what. */
function placer({ shifts, policyOf, clock }: Inputs, all: readonly Stretch[]) {
  const byLocation = new Map<string, Window<PlannedShift>[]>();
  const windowsOf = (locationId: string): Window<PlannedShift>[] => {
    let windows = byLocation.get(locationId);
    if (!windows) {
      const limits = ({ localDate }: PlannedShift) => policyOf(locationId, localDate).settings.match;
      byLocation.set(locationId, (windows = matchWindows(shiftsAt(shifts, locationId), limits)));
    }
    return windows;
  };
  const cameTo = new Set(
    all.map(({ opened, start }) =>
      opened.kind === 'in' ? windowAt(start, windowsOf(opened.locationId))?.shift.id : undefined,
    ),
  );
  return (stretch: Stretch): Placed => {
    const { locationId, zone } = stretch.opened;
    const windows = windowsOf(locationId);
    const window = windowAt(stretch.start, windows);
    const policy = policyOf(locationId, window?.shift.localDate ?? clock.dateOf(zone, stretch.start));
    if (!window) return { stretch, shift: null, further: [], windowEnd: null, policy };
    const after = touching(windows, window);
    const late = policy.settings.match.lateMinutes * 60_000;
    const windowEnd = Math.max(window.shift.end + late, ...after.map(({ to }) => to));
    const further = workedOnInto(stretch, after, cameTo);
    const { end } = further.at(-1) ?? window.shift;
    return { stretch, shift: { ...window.shift, end }, further, windowEnd, policy };
  };
}

/** Who works on into the shift that touches theirs has come to both, unless they clock in to it. */
function workedOnInto(
  { closed, cutAt, more }: Stretch,
  after: readonly Window<PlannedShift>[],
  cameTo: ReadonlySet<string | undefined>,
): PlannedShift[] {
  const until = closed?.at ?? cutAt ?? Infinity;
  const missed = after.findIndex(({ shift }) => more || cameTo.has(shift.id) || until <= shift.start);
  return after.slice(0, missed < 0 ? after.length : missed).map(({ shift }) => shift);
}

/** What an entry has of its neighbours: who left its shift before, and until when an earlier one may still change. */
type Around = {
  leftAt: number | null;
  isLast: boolean;
  inherited: number | null;
  settledAt: number | null;
};

function toEntry(one: Spanned, around: Around, clock: ZoneClock): ComputedEntry {
  const { stretch, shift, policy, raw, counted } = one;
  const { opened, closed, facts } = stretch;
  const { settings } = policy;
  const span = counted.end === null ? null : { start: counted.start, end: counted.end };
  const taken = span
    ? breaksWithin(stretch.breaks, span, settings.breaks.paid)
    : stretch.breaks.map((pause) => ({ ...pause, paid: pause.paid ?? settings.breaks.paid }));
  const rested = span
    ? countBreaks(taken, span, settings.breaks)
    : { breaks: taken, deductedMinutes: 0, flags: [] };
  const days = span
    ? attribute({ ...span, breaks: rested.breaks }, rested.deductedMinutes, settings.overnight, {
        zone: opened.zone,
        clock,
        shiftDate: shift?.localDate ?? null,
      })
    : null;
  const unscheduled = shift ? [] : (['unscheduled'] as const);
  const flags = new Set([...stretch.flags, ...raw.flags, ...counted.flags, ...rested.flags, ...unscheduled]);
  return {
    key: partKey(opened.root, stretch.part),
    locationId: opened.locationId,
    zone: opened.zone,
    shiftId: shift?.id ?? null,
    furtherShiftIds: one.further.map(({ id }) => id),
    start: stretch.start,
    end: raw.end,
    countedStart: counted.start,
    countedEnd: counted.end,
    breaks: rested.breaks,
    deductedMinutes: rested.deductedMinutes,
    workedMinutes: days?.workedMinutes ?? null,
    localDate: days?.localDate ?? shift?.localDate ?? clock.dateOf(opened.zone, stretch.start),
    days: days?.days ?? [],
    flags: [...flags].toSorted(),
    deviations: deviationsOf({ shiftId: shift?.id ?? null, ...counted }, shift, around.leftAt, around.isLast),
    openedBy: partKey(opened.root, stretch.part),
    closedBy: closed?.id ?? null,
    punchIds: facts.map(({ id }) => id),
    settledAt: around.settledAt,
    dueAt: raw.dueAt,
    policyId: policy.id,
    policyVersion: policy.version,
    inputsHash: inputsHash(one, around),
  };
}

function inputsHash(one: Spanned, { leftAt, isLast, inherited }: Around): string {
  const { stretch, shift, further, policy, raw, previousEnd } = one;
  const facts = stretch.facts.map((f) => `${f.id}${f.kind}${f.at}${f.flags.join()}${f.breakPaid ?? ''}`);
  const context = [ENGINE_VERSION, policy.id, policy.version, stretch.opened.zone, stretch.opened.locationId];
  const plan = shift
    ? [shift.id, shift.start, shift.end, shift.localDate, ...further.map(({ id }) => id)]
    : [];
  const around = [previousEnd, leftAt, isLast, ...(inherited === null ? [] : [inherited])];
  return hashOf([...context, ...plan, ...facts, stretch.start, raw.end, raw.flags, ...around].join('|'));
}
