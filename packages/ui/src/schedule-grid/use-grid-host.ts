import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { sayAgo, sayDone } from './announce.ts';
import { createAnnouncer } from './announcer.ts';
import { createCommandRunner } from './command-runner.ts';
import { dateInZone } from './days.ts';
import { shownDate } from './day-lanes.ts';
import { createGridFormat } from './grid-format.ts';
import { type GridHost, newId } from './grid-host.ts';
import { type GridEvent, initialGridState } from './grid-state.ts';
import { createGridStore } from './grid-store.ts';
import { metricsOf } from './layout.ts';
import { type OverlayLookups, overlayShifts, type Pending } from './overlay.ts';
import { indexShifts, keyOfCell, type Placing, type ShiftIndex } from './shift-index.ts';
import { useRows } from './use-rows.ts';
import type { GridNotice, ScheduleGridProps } from './props.ts';
import { sectionOf } from './sections.ts';

/** Joins props, pending commands and interaction state to what the grid shows and its verbs work on. */
export function useGridHost(props: ScheduleGridProps) {
  const { days, words, locale, currency, hour12, rowsBy = 'employee', shows, density, range, axis } = props;
  const format = useMemo(
    () => createGridFormat({ words, locale, currency, hour12 }),
    [words, locale, currency, hour12],
  );
  const metrics = useMemo(
    () => metricsOf(density ?? 'comfortable', range ?? 'week', axis),
    [density, range, axis],
  );
  const today = dateInZone(props.now, props.zone);
  const lookups: OverlayLookups = useMemo(
    () => ({
      employees: new Map(props.employees.map((each) => [each.id, each])),
      positions: new Map(props.positions.map((each) => [each.id, each])),
      locationId: props.locationId,
    }),
    [props.employees, props.positions, props.locationId],
  );
  const [pending, setPending] = useState<readonly Pending[]>([]);
  // along the hours of a day the night before reaches into it
  const alone = axis ? days[0] : undefined;
  const placing = useMemo(
    (): Placing | undefined =>
      shows || rowsBy !== 'employee' || alone !== undefined
        ? {
            sectionOf: (shift) => sectionOf(rowsBy, shift),
            shows: shows ?? (() => true),
            ...(alone !== undefined && { dateOf: (shift) => shownDate(shift, alone) }),
          }
        : undefined,
    [rowsBy, shows, alone],
  );
  const server = useIndex(props.shifts, placing);
  const shifts = useMemo(
    () => overlayShifts(props.shifts, pending, lookups, server.byId),
    [props.shifts, pending, lookups, server],
  );
  const index = useIndex(shifts, placing);
  const shown = useMemo(() => (shows ? shifts.filter(shows) : shifts), [shifts, shows]);
  const rows = useRows(props, shown, format.say);
  const { employees, world } = rows;

  const latest = useRef({ props, format, server, index, metrics });
  latest.current = { props, format, server, index, metrics };
  const [host] = useState((): GridHost => {
    const announcer = createAnnouncer();
    const tell = (tone: 'done' | 'failed', text: string, more: Pick<GridNotice, 'undo' | 'refused'> = {}) =>
      latest.current.props.onNotice?.({ tone, text, ...more });
    const runner = createCommandRunner({
      send: (command) => latest.current.props.onCommand(command),
      server: () => latest.current.server,
      shown: () => latest.current.index,
      say: (word, values) => latest.current.format.say(word, values),
      newId,
      ago: (when) => sayAgo(when, Date.now(), latest.current.props.locale),
      onPending: setPending,
      onHistory: (history) => latest.current.props.onHistory?.(history),
      onDone: (label, id) => {
        announcer.say(sayDone(latest.current.format, label));
        tell('done', label, { undo: () => void runner.undo(id) });
      },
      onFailed: (text, several) => {
        announcer.say(text);
        tell('failed', text, several && store.get().refused.size > 0 ? { refused: true } : {});
      },
      onTold: (text) => announcer.say(text),
      onRefused: (reasons) => store.send(keepRefused(latest.current.server, reasons)),
    });
    const store = createGridStore(initialGridState(world, today), world);
    return {
      store,
      announcer,
      runner,
      props: () => latest.current.props,
      format: () => latest.current.format,
      index: () => latest.current.index,
      metrics: () => latest.current.metrics,
    };
  });

  const before = useRef({ days, index });
  host.store.setWorld(world);
  useLayoutEffect(() => {
    const was = before.current.index.byId;
    const missing = (host.store.get().carry?.shiftIds ?? []).filter((id) => !index.byId.has(id));
    const renamed = new Map(missing.map((id) => [id, host.runner.resolveId(id)] as const));
    for (const [id, now] of renamed) if (!index.byId.has(now)) renamed.delete(id);
    const gone = new Set(missing.filter((id) => was.has(id) && !renamed.has(id)));
    host.store.send({ type: 'worldChanged', previousDays: before.current.days, gone, renamed });
    before.current = { days, index };
  }, [host, world, days, index]);
  useLayoutEffect(() => host.runner.refreshed(), [host, props.shifts]);
  return { host, format, metrics, today, employees, sections: rows.sections, shown, index, world };
}

/** After a change of several only those the server refused stay selected, where the server has them. */
function keepRefused(index: ShiftIndex, reasons: ReadonlyMap<string, string>): GridEvent {
  const refused = [...reasons.keys()].flatMap((id) => index.byId.get(id) ?? []);
  const cells = new Set(refused.map((shift) => keyOfCell(index.cellOf(shift))));
  const others = [...cells].flatMap((key) => index.byCell.get(key) ?? []);
  const except = new Set(others.flatMap(({ id }) => (reasons.has(id) ? [] : [id])));
  return { type: 'reselect', cells, except, reasons };
}

function useIndex(shifts: ScheduleGridProps['shifts'], placing: Placing | undefined): ShiftIndex {
  const previous = useRef<ShiftIndex>(undefined);
  const index = useMemo(() => indexShifts(shifts, previous.current, placing), [shifts, placing]);
  previous.current = index;
  return index;
}

export type GridModel = ReturnType<typeof useGridHost>;
