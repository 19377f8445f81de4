import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { assignShifts, editable } from './edit-actions.ts';
import { overlapVerdict, POSSIBLE, worse } from './feasibility.ts';
import { type GridHost, shiftsInHand } from './grid-host.ts';
import { withSelection } from './grid-menu.tsx';
import type { MenuRequest } from './grid-state.ts';
import { useGridState } from './grid-store.ts';
import { MenuBox } from './menu-box.tsx';
import { filterEmployees } from './shift-index.ts';
import type { GridShift, Verdict } from './types.ts';

/** More than this nobody reads; typing narrows it down. */
const SHOWN = 40;

/** Chooses who gets the shifts, from a list that can be typed into; those who cannot take them say why. */
export function AssignBox({ host, refocus }: { host: GridHost; refocus: () => void }) {
  const menu = useGridState(host.store, (state) => (state.menu?.kind === 'assign' ? state.menu : null));
  if (!menu) return null;
  const close = () => host.store.send({ type: 'closeMenu' });
  return (
    <MenuBox
      menu={menu}
      label={host.format().say('assignLabel')}
      className="w-72 p-1.5"
      refocus={refocus}
      close={close}
    >
      <AssignList host={host} shifts={shiftsOf(host, menu)} close={close} />
    </MenuBox>
  );
}

function shiftsOf(host: GridHost, menu: MenuRequest): readonly GridShift[] {
  const shift = host.index().byId.get(menu.shiftId ?? '');
  return editable(shift ? withSelection(host, shift) : shiftsInHand(host));
}

interface Choice {
  id: string | null;
  name: string;
  positions: string;
  verdict: Verdict;
}

function AssignList(props: { host: GridHost; shifts: readonly GridShift[]; close: () => void }) {
  const { host, shifts, close } = props;
  const { say } = host.format();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const listId = useId();
  const choices = useMemo(() => choicesFor(host, shifts, text), [host, shifts, text]);
  const choose = (choice: Choice | undefined) => {
    if (!choice || choice.verdict.verdict === 'block') return;
    close();
    assignShifts(host, shifts, choice.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setAt((now) => Math.max(0, Math.min(choices.length - 1, now + step)));
    else if (event.key === 'Enter') choose(choices[at]);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        role="combobox"
        aria-label={say('assignLabel')}
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={choices[at] ? `${listId}-${at}` : undefined}
        placeholder={say('assignHint')}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        className="h-9 w-full rounded-md border border-border bg-background px-2 text-sm focus-visible:outline-2 focus-visible:outline-ring pointer-coarse:h-11 pointer-coarse:text-base"
      />
      <div id={listId} role="listbox" aria-label={say('people')} className="mt-1 max-h-72 overflow-y-auto">
        {choices.map((choice, i) => (
          <div
            key={choice.id ?? 'open'}
            id={`${listId}-${i}`}
            role="option"
            aria-selected={i === at}
            aria-disabled={choice.verdict.verdict === 'block'}
            onClick={() => choose(choice)}
            className="flex min-h-8 cursor-default items-center justify-between gap-2 rounded-md px-2 text-sm aria-disabled:text-muted aria-selected:bg-surface-2 hover:bg-surface-2 pointer-coarse:min-h-11"
          >
            <span className="min-w-0 flex-1 truncate">
              {choice.name} <span className="text-xs text-muted">{choice.positions}</span>
            </span>
            {choice.verdict.verdict !== 'ok' && (
              <span
                className={`truncate text-xs ${choice.verdict.verdict === 'warn' ? 'text-warning' : 'text-danger'}`}
              >
                {choice.verdict.reason}
              </span>
            )}
          </div>
        ))}
      </div>
      {choices.length === 0 && (
        <p className="px-2 py-1.5 text-sm text-muted">{say('nobodyFits', { text })}</p>
      )}
    </>
  );
}

function choicesFor(host: GridHost, shifts: readonly GridShift[], text: string): readonly Choice[] {
  const ignore = new Set(shifts.map((shift) => shift.id));
  const people = filterEmployees(host.props().employees, text)
    .filter(({ id }) => shifts.some((shift) => shift.employeeId !== id))
    .slice(0, SHOWN);
  const choices = people.map(({ id, name, positionNames }): Choice => {
    const verdict = shifts.reduce<Verdict>(
      (worst, shift) =>
        worse(worst, overlapVerdict(shift, id, shift.date, host.index(), ignore, host.format())),
      POSSIBLE,
    );
    return { id, name, positions: host.format().list(positionNames), verdict };
  });
  return choices.toSorted((a, b) => rank(a) - rank(b));
}

const rank = (choice: Choice): number => (choice.verdict.verdict === 'block' ? 1 : 0);
