import { useRef, useState } from 'react';
import { againstBudget } from './budget.ts';
import { cancelCarry } from './carry-actions.ts';
import { DayPeople } from './day-people.tsx';
import { DayPicker } from './day-picker.tsx';
import { useGrid } from './grid-context.ts';
import { ownerOf } from './grid-host.ts';
import { GridBoxes } from './lazy-boxes.tsx';
import { useGridState } from './grid-store.ts';
import { NO_TOTAL } from './totals.ts';
import { BudgetLine, Cost } from './totals-row.tsx';
import type { ScheduleViewProps } from './week-view.tsx';

/** One day by person for narrow screens: a tap opens a shift, a menu holds what the grid does by drag. */
export function DayList({ model, days, label, totals, focusRef }: ScheduleViewProps) {
  const { host, employees, index, today } = model;
  const { sections = [], instead } = host.props();
  const { format } = useGrid();
  const [picked, setPicked] = useState(today);
  const date = days.includes(picked) ? picked : days[0]!;
  const carry = useGridState(host.store, (state) => state.carry);
  const opener = useRef<HTMLElement | null>(null);
  const noClipboard = useRef(null);

  const openMenu = (shiftId: string, button: HTMLElement) => {
    const shift = host.index().byId.get(shiftId);
    if (!shift) return;
    opener.current = button;
    const { left, bottom } = button.getBoundingClientRect();
    const cell = { employeeId: shift.employeeId, date: shift.date };
    host.store.send({ type: 'goto', cell });
    host.store.send({ type: 'openMenu', menu: { kind: 'chip', cell, shiftId, x: left, y: bottom } });
  };
  const refocus = () => opener.current?.focus();

  const total = totals.byDay.get(date) ?? NO_TOTAL;
  const budget = againstBudget(total, host.props().budget?.byDay.get(date), format);
  const carried = carry && index.byId.get(carry.leadId);
  return (
    <section aria-label={label} className="flex min-h-0 flex-1 flex-col bg-background">
      <DayPicker
        days={days}
        date={date}
        totals={totals}
        onPick={setPicked}
        onWeek={(delta) => host.props().onWeekChange(delta)}
      />
      {carry && carried && (
        <div className="flex items-center gap-2 border-b border-border bg-accent px-4 py-2 text-sm text-accent-foreground">
          <p className="min-w-0 flex-1">
            {format.say(carry.how === 'move' ? 'moving' : 'copyingList', {
              what: format.say('shiftSaid', {
                name: ownerOf(host, carried),
                weekday: format.weekday(carried.date),
                range: format.range(carried.startMinutes, carried.endMinutes),
              }),
            })}
          </p>
          <button
            type="button"
            onClick={() => cancelCarry(host)}
            className="h-11 rounded-md px-3 font-medium focus-visible:outline-2 focus-visible:outline-ring"
          >
            {format.say('cancel')}
          </button>
        </div>
      )}
      {instead || (
        <>
          <DayPeople
            host={host}
            employees={employees}
            index={index}
            date={date}
            places={sections.length > 1 ? sections : undefined}
            carry={carry}
            focusRef={focusRef}
            onMenu={openMenu}
          />
          <p className="flex justify-between gap-4 border-t border-border bg-surface px-4 py-3 text-sm tabular-nums">
            <span className="text-muted">{format.say('totalOf', { weekday: format.weekday(date) })}</span>
            <span className="grid justify-items-end">
              <span className="font-semibold">
                {format.hours(total.minutes)} · <Cost total={total} money={format.money} />
              </span>
              {budget && <BudgetLine words={budget} roomy />}
            </span>
          </p>
        </>
      )}
      <GridBoxes host={host} clipboard={noClipboard} refocus={refocus} />
    </section>
  );
}
