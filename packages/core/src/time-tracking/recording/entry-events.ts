import { eventOf, type NewEvent } from '../../context/append-event.ts';
import type { Ctx } from '../../context/ctx.ts';
import { entryState } from '../time-entry.rules.ts';
import type { ChangedEntry, EntryChanges, RemovedEntry } from './entry-rows.ts';
import type { Recorded } from './tap.ts';

const EVENT_OF = {
  in: 'timeEntry.started',
  out: 'timeEntry.completed',
  break_start: 'timeEntry.updated',
  break_end: 'timeEntry.updated',
} as const;

/** One event for each tap of now, and one for each entry that changed besides. */
export function eventsOf(ctx: Ctx, recorded: readonly Recorded[], changes: EntryChanges): NewEvent[] {
  const locked = new Set(changes.locked.map(({ id }) => id));
  const told = new Map<string, number>();
  const taps = recorded.flatMap(({ tap, answer }) => {
    if (!answer || locked.has(answer.entry.id)) return [];
    const { punch, entry } = answer;
    told.set(entry.id, entry.version);
    const aggregate = { type: 'timeEntry', id: entry.id, version: entry.version };
    const { employeeId, locationId, state, version } = entry;
    const facts = { timeEntryId: entry.id, punchId: punch.id, employeeId, locationId, state, version };
    return [eventOf(tap.ctx, EVENT_OF[punch.kind], aggregate, facts)];
  });
  const others = changes.changed.filter(({ entry }) => told.get(entry.id) !== entry.version);
  // of the person's own doing, where they did something
  const by = new Map(recorded.map(({ tap }) => [tap.employeeId, tap.ctx]));
  const ctxOf = ({ employeeId }: { employeeId: string }): Ctx => by.get(employeeId) ?? ctx;
  return [
    ...taps,
    ...others.map((one) => changedEvent(ctxOf(one), one)),
    ...changes.removed.map((one) => removedEvent(ctxOf(one), one)),
  ];
}

function changedEvent(ctx: Ctx, { entry, employeeId }: ChangedEntry): NewEvent {
  const breaks = entry.breaks.map(({ end }) => ({ endedAt: end }));
  const state = entryState({ endedAt: entry.end, breaks });
  const ended = entry.end !== null && (entry.stored === null || entry.stored.endedAt === null);
  const type = ended ? 'timeEntry.completed' : entry.stored ? 'timeEntry.updated' : 'timeEntry.started';
  const { locationId, version } = entry;
  const punchId = entry.punchIds.at(-1) ?? entry.openedBy;
  const facts = { timeEntryId: entry.id, punchId, employeeId, locationId, state, version };
  return eventOf(ctx, type, { type: 'timeEntry', id: entry.id, version }, facts);
}

const removedEvent = (ctx: Ctx, { id, employeeId, locationId, version }: RemovedEntry): NewEvent =>
  eventOf(
    ctx,
    'timeEntry.removed',
    { type: 'timeEntry', id, version },
    { timeEntryId: id, employeeId, locationId, version },
  );
