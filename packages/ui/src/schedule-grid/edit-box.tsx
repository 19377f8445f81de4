import { type KeyboardEvent, useState } from 'react';
import { setNotes, setPosition } from './bulk-actions.ts';
import { editable } from './edit-actions.ts';
import { type GridHost, shiftsInHand } from './grid-host.ts';
import { withSelection } from './grid-menu.tsx';
import type { MenuRequest } from './grid-state.ts';
import { useGridState } from './grid-store.ts';
import { MenuBox } from './menu-box.tsx';
import type { GridShift } from './types.ts';

/** Sets the position or the note of one shift or all selected. */
export function EditBox({ host, refocus }: { host: GridHost; refocus: () => void }) {
  const menu = useGridState(host.store, (state) => state.menu);
  if (menu?.kind !== 'position' && menu?.kind !== 'note') return null;
  const close = () => host.store.send({ type: 'closeMenu' });
  const shifts = shiftsOf(host, menu);
  return (
    <MenuBox
      menu={menu}
      label={host.format().say(menu.kind)}
      className="w-72 p-1.5"
      refocus={refocus}
      close={close}
    >
      {menu.kind === 'position' ? (
        <Positions host={host} shifts={shifts} close={close} />
      ) : (
        <Note host={host} shifts={shifts} close={close} />
      )}
    </MenuBox>
  );
}

function shiftsOf(host: GridHost, menu: MenuRequest): readonly GridShift[] {
  const shift = host.index().byId.get(menu.shiftId ?? '');
  return editable(shift ? withSelection(host, shift) : shiftsInHand(host));
}

interface BoxProps {
  host: GridHost;
  shifts: readonly GridShift[];
  close: () => void;
}

function Positions({ host, shifts, close }: BoxProps) {
  const { say } = host.format();
  const choices = [...host.props().positions, { id: null, name: say('noPosition'), color: 'transparent' }];
  const choose = (id: string | null) => {
    close();
    setPosition(host, shifts, id);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  };
  return (
    <div
      role="group"
      aria-label={say('positions')}
      className="max-h-80 overflow-y-auto"
      onKeyDown={onKeyDown}
    >
      {choices.map(({ id, name, color }) => (
        <button
          key={id ?? 'none'}
          type="button"
          onClick={() => choose(id)}
          className="flex min-h-8 w-full items-center gap-2 rounded-md px-2 text-start text-sm hover:bg-surface-2 focus-visible:bg-surface-2 focus-visible:outline-2 focus-visible:outline-ring pointer-coarse:min-h-11"
        >
          <span aria-hidden="true" className="size-2.5 rounded-full" style={{ backgroundColor: color }} />
          {name}
        </button>
      ))}
    </div>
  );
}

function Note({ host, shifts, close }: BoxProps) {
  const { say } = host.format();
  const [text, setText] = useState(shifts.length === 1 ? (shifts[0]!.notes ?? '') : '');
  const save = () => {
    close();
    setNotes(host, shifts, text);
  };
  return (
    <form
      className="grid gap-2 p-1"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <textarea
        aria-label={shifts.length === 1 ? say('note') : say('noteFor', { count: shifts.length })}
        value={text}
        rows={3}
        maxLength={2000}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          save();
        }}
        className="w-full rounded-md border border-border bg-background p-2 text-sm focus-visible:outline-2 focus-visible:outline-ring"
      />
      <button
        type="submit"
        className="h-9 justify-self-end rounded-md bg-primary px-3 text-sm font-medium text-primary-foreground focus-visible:outline-2 focus-visible:outline-ring pointer-coarse:h-11"
      >
        {say('saveNote')}
      </button>
    </form>
  );
}
