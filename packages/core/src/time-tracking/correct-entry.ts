import { AppError } from '@vaktplan/contracts/errors';
import type { Tx } from '@vaktplan/db/database';
import type { NewPunch } from '@vaktplan/db/queries/punches';
import { findEntryStart, type TimeEntryRow } from '@vaktplan/db/queries/time-entries';
import { newId } from '@vaktplan/platform/new-id';
import { userIdOf, type Ctx } from '../context/ctx.ts';
import { instantOf } from '../time/utc.rules.ts';
import type { Fact } from './compute/facts.rules.ts';
import { toTimeEntryRow } from './recording/entry-rows.ts';
import { entriesOf, type ClockEntry, type PersonClock } from './recording/person-clock.ts';
import { saveClocks, takeClocks } from './recording/record-taps.ts';

export type EntryCorrection = {
  employeeId: string;
  /** Null: work that nobody punched. */
  entryId: string | null;
  startedAt: string;
  endedAt: string;
  breaks: readonly { startedAt: string; endedAt: string; paid: boolean }[];
  locationId: string;
  correctionId: string;
};

/**
 * New facts that take the place of an entry's punches, and what is computed from them: the entry keeps its id, and the other
 * parts of work that was too long keep their times. Runs in the
 * caller's transaction, who has authorised it. Throws `not_found` (entry, location), `punch_out_of_order` (the times meet
 * other work), `period_locked`.
 */
export async function correctEntry(tx: Tx, ctx: Ctx, correction: EntryCorrection): Promise<TimeEntryRow> {
  const { employeeId, entryId, locationId } = correction;
  const start = Date.parse(correction.startedAt);
  const now = ctx.now().epochMilliseconds;
  const known = entryId === null ? undefined : await findEntryStart(tx, ctx.orgId, employeeId, entryId);
  if (entryId !== null && !known) throw new AppError('not_found');
  const from = known ? Math.min(start, Date.parse(known)) : start;
  const clocks = await takeClocks(tx, ctx, new Map([[employeeId, from]]), [], now);
  const person = clocks.people.get(employeeId) as PersonClock;
  const zone = clocks.world.locations.get(locationId)?.zone;
  if (!zone) throw new AppError('not_found');

  const entries = entriesOf(person, clocks.world, now);
  const entry = entries.find(({ id }) => id === entryId);
  const old = person.facts.filter(({ id }) => entry?.punchIds.includes(id));
  const opening = entry?.openedBy ?? entryId;
  const out = old.find(({ id }) => id === entry?.closedBy)?.root ?? null;
  // of a clock-out without a clock-in the entry itself takes the place
  const closing = out === opening ? null : out;
  const facts = factsOf(correction, { opening, closing, zone });
  const parts = partsBeside(entries, entry);
  const groups = [facts, ...parts.map(factsOfPart)];
  const replaced = new Set(groups.flat().map(({ root }) => root));
  const voided = old.filter(({ root }) => !replaced.has(root));
  person.facts = [...person.facts.filter((fact) => !old.includes(fact)), ...groups.flat()];
  person.entries = null;

  const computed = entriesOf(person, clocks.world, now);
  const [made, ...others] = groups.map((group) => madeOf(group, computed));
  if (!made) throw new Error('a correction has facts');
  assertAsBefore(
    entries.filter((one) => one !== entry && !parts.includes(one)),
    computed,
  );
  const rows = [
    ...groups.flat().map((fact) => toPunch(ctx, correction, fact)),
    ...voided.map((fact) => ({
      ...toPunch(ctx, correction, fact),
      id: newId(),
      kind: 'void',
      replacesId: fact.root,
    })),
  ];
  const { locked } = await saveClocks(tx, ctx, clocks, { corrections: rows }, now);
  if ([made, ...others].some((one) => locked.includes(one))) throw new AppError('period_locked');
  return toTimeEntryRow(made, employeeId);
}

/** Work that was too long is several entries of the same punches: the others. */
const partsBeside = (entries: readonly ClockEntry[], entry: ClockEntry | undefined): ClockEntry[] =>
  entries.filter((one) => one !== entry && one.punchIds.some((id) => entry?.punchIds.includes(id)));

/** Facts of a part as it is. */
function factsOfPart(part: ClockEntry): Fact[] {
  const { startedAt, endedAt, breaks, locationId } = toTimeEntryRow(part, '');
  const ended = breaks.map((pause) => ({ ...pause, endedAt: pause.endedAt ?? pause.startedAt }));
  const times = { startedAt, endedAt: endedAt ?? startedAt, breaks: ended, locationId };
  return factsOf(times, { opening: part.openedBy, closing: null, zone: part.zone });
}

/** Other work is cut by nothing that is put into it: it begins, ends and goes on as it did. */
function assertAsBefore(others: readonly ClockEntry[], computed: readonly ClockEntry[]): void {
  const lacksOut = ({ flags }: ClockEntry) => flags.includes('missing_out');
  for (const one of others) {
    const now = computed.find(({ id }) => id === one.id);
    if (now?.start !== one.start || now.end !== one.end || lacksOut(now) !== lacksOut(one))
      throw new AppError('punch_out_of_order');
  }
}

/** The entry that the facts make, if they make one alone: not inside other work, nor other work inside them. */
function madeOf(facts: readonly Fact[], entries: readonly ClockEntry[]): ClockEntry {
  const [came, left] = [facts[0] as Fact, facts.at(-1) as Fact];
  const made = entries.find(({ punchIds }) => punchIds.includes(came.id));
  if (made?.start !== came.at || made.end !== left.at || made.punchIds.length !== facts.length) {
    throw new AppError('punch_out_of_order');
  }
  return made;
}

type Times = Pick<EntryCorrection, 'startedAt' | 'endedAt' | 'breaks' | 'locationId'>;
type Roots = { opening: string | null; closing: string | null; zone: string };

/** In, breaks and out, in an order of their own where they touch: after what ends there, before what begins. */
function factsOf(correction: Times, { opening, closing, zone }: Roots): Fact[] {
  const { locationId } = correction;
  const end = Date.parse(correction.endedAt);
  const fact = (kind: Fact['kind'], at: string, sequence: number, rest: Partial<Fact> = {}): Fact => {
    const id = newId();
    const flags = ['edited'] as const;
    return {
      id,
      root: id,
      kind,
      at: Date.parse(at),
      sequence,
      locationId,
      zone,
      flags,
      origin: null,
      breakPaid: null,
      ...rest,
    };
  };
  const pauses = correction.breaks.flatMap((pause, nr) => [
    fact('break_start', pause.startedAt, 2 + 2 * nr, { breakPaid: pause.paid }),
    // the clock-out ends the last one
    ...(Date.parse(pause.endedAt) === end ? [] : [fact('break_end', pause.endedAt, 3 + 2 * nr)]),
  ]);
  return [
    fact('in', correction.startedAt, 1, opening === null ? {} : { root: opening }),
    ...pauses,
    fact('out', correction.endedAt, -1, closing === null ? {} : { root: closing }),
  ];
}

function toPunch(ctx: Ctx, { employeeId, correctionId }: EntryCorrection, fact: Fact): NewPunch {
  const by = userIdOf(ctx.actor);
  return {
    id: fact.id,
    employeeId,
    locationId: fact.locationId,
    zone: fact.zone,
    kind: fact.kind,
    occurredAt: instantOf(fact.at),
    receivedAt: ctx.now().toString(),
    sequence: fact.sequence,
    source: 'manager',
    flags: [],
    offline: false,
    userId: by,
    ...(fact.root !== fact.id && { replacesId: fact.root }),
    ...(by && { correctedBy: by }),
    correctionId,
    ...(fact.breakPaid !== null && { breakPaid: fact.breakPaid }),
  };
}
