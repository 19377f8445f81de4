import {
  ChevronLeft,
  ChevronRight,
  ClipboardPaste,
  Copy,
  CopyPlus,
  Move,
  Pencil,
  Plus,
  Send,
  StickyNote,
  Tag,
  Trash2,
  UserPlus,
  Users,
} from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import { DropdownMenuContent, DropdownMenuItem, DropdownMenuSeparator } from '../dropdown-menu.tsx';
import { pickUp } from './carry-actions.ts';
import { type Clipboard, pasteClipboard } from './clipboard-actions.ts';
import { moveDays } from './bulk-actions.ts';
import { assignShifts, copyToNextDay, editable, openEntry, removeShifts } from './edit-actions.ts';
import { type GridHost, shiftsInHand } from './grid-host.ts';
import type { MenuRequest } from './grid-state.ts';
import { useGridState } from './grid-store.ts';
import type { GridShift } from './types.ts';

interface GridMenuProps {
  host: GridHost;
  clipboard: { current: Clipboard | null };
  /** Gives focus back to the active cell or chip. */
  refocus: () => void;
}

/** Everything a shift or an empty cell offers, so that no outcome needs a drag. One menu serves all cells. */
export function GridMenu({ host, clipboard, refocus }: GridMenuProps) {
  const menu = useGridState(host.store, (state) =>
    state.menu?.kind === 'chip' || state.menu?.kind === 'cell' ? state.menu : null,
  );
  if (!menu) return null;
  // an item may have put the list of people in the menu's place
  const closeThis = () => host.store.get().menu === menu && host.store.send({ type: 'closeMenu' });
  return (
    // not modal: a modal menu hides a page full of focusable cells from assistive technology
    <Radix.Root open modal={false} onOpenChange={(open) => !open && closeThis()}>
      <Radix.Trigger asChild>
        <span
          aria-hidden="true"
          tabIndex={-1}
          className="fixed size-px"
          style={{ left: menu.x, top: menu.y }}
        />
      </Radix.Trigger>
      <DropdownMenuContent
        aria-label={host.format().say(menu.kind === 'chip' ? 'menuShift' : 'menuCell')}
        aria-labelledby={undefined}
        align="start"
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          if (focusIsLost()) refocus();
        }}
      >
        {menu.kind === 'chip' ? (
          <ShiftItems host={host} menu={menu} />
        ) : (
          <CellItems host={host} menu={menu} clipboard={clipboard} />
        )}
      </DropdownMenuContent>
    </Radix.Root>
  );
}

function ShiftItems({ host, menu }: { host: GridHost; menu: MenuRequest }) {
  const shift = host.index().byId.get(menu.shiftId ?? '');
  if (!shift) return null;
  const shifts = withSelection(host, shift);
  const { canEdit, onCreateAt, onOpenShift, onPublishShifts } = host.props();
  const locked = !canEdit || editable(shifts).length === 0;
  const { say } = host.format();
  const all = (verb: 'move' | 'copy' | 'delete') =>
    shifts.length > 1 ? say(`${verb}Many`, { count: shifts.length }) : say(verb);
  return (
    <>
      <DropdownMenuItem onSelect={() => onOpenShift(shift)}>
        <Pencil aria-hidden="true" /> {say(locked ? 'open' : 'edit')}
      </DropdownMenuItem>
      <DropdownMenuItem disabled={locked} onSelect={() => pickUp(host, 'move', shift, editable(shifts))}>
        <Move aria-hidden="true" /> {all('move')}
      </DropdownMenuItem>
      <DropdownMenuItem disabled={!canEdit} onSelect={() => pickUp(host, 'copy', shift, shifts)}>
        <Copy aria-hidden="true" /> {all('copy')}
      </DropdownMenuItem>
      <DropdownMenuItem
        disabled={locked}
        onSelect={() => host.store.send({ type: 'openMenu', menu: { ...menu, kind: 'assign' } })}
      >
        <UserPlus aria-hidden="true" /> {say('assignTo')}
      </DropdownMenuItem>
      <DropdownMenuItem
        disabled={locked || shifts.every((each) => each.employeeId === null)}
        onSelect={() => assignShifts(host, shifts, null)}
      >
        <Users aria-hidden="true" /> {say('makeOpen')}
      </DropdownMenuItem>
      <DropdownMenuItem disabled={locked} onSelect={() => moveDays(host, shifts, -1)}>
        <ChevronLeft aria-hidden="true" className="rtl:rotate-180" /> {say('dayEarlier')}
      </DropdownMenuItem>
      <DropdownMenuItem disabled={locked} onSelect={() => moveDays(host, shifts, 1)}>
        <ChevronRight aria-hidden="true" className="rtl:rotate-180" /> {say('dayLater')}
      </DropdownMenuItem>
      <DropdownMenuItem disabled={!canEdit} onSelect={() => copyToNextDay(host, shifts)}>
        <CopyPlus aria-hidden="true" /> {say('copyToNext')}
      </DropdownMenuItem>
      <DropdownMenuItem
        disabled={locked}
        onSelect={() => host.store.send({ type: 'openMenu', menu: { ...menu, kind: 'position' } })}
      >
        <Tag aria-hidden="true" /> {say('positionMenu')}
      </DropdownMenuItem>
      <DropdownMenuItem
        disabled={locked}
        onSelect={() => host.store.send({ type: 'openMenu', menu: { ...menu, kind: 'note' } })}
      >
        <StickyNote aria-hidden="true" /> {say('noteMenu')}
      </DropdownMenuItem>
      {onPublishShifts && (
        <DropdownMenuItem onSelect={() => onPublishShifts(shifts.map((each) => each.id))}>
          <Send aria-hidden="true" /> {say('publishMenu')}
        </DropdownMenuItem>
      )}
      <DropdownMenuItem disabled={!canEdit} onSelect={() => onCreateAt(menu.cell)}>
        <Plus aria-hidden="true" /> {say('addAnother')}
      </DropdownMenuItem>
      <DropdownMenuSeparator />
      <DropdownMenuItem
        danger
        disabled={!canEdit || !shifts.some((each) => each.abilities.delete)}
        onSelect={() => removeShifts(host, shifts)}
      >
        <Trash2 aria-hidden="true" /> {all('delete')}
      </DropdownMenuItem>
    </>
  );
}

function CellItems({
  host,
  menu,
  clipboard,
}: Pick<GridMenuProps, 'host' | 'clipboard'> & { menu: MenuRequest }) {
  const { canEdit, onCreateAt } = host.props();
  const { say } = host.format();
  const held = clipboard.current;
  return (
    <>
      <DropdownMenuItem disabled={!canEdit} onSelect={() => onCreateAt(menu.cell)}>
        <Plus aria-hidden="true" /> {say('addShiftMenu')}
      </DropdownMenuItem>
      <DropdownMenuItem disabled={!canEdit} onSelect={() => openEntry(host, menu.cell, '')}>
        <Pencil aria-hidden="true" /> {say('typeShift')}
      </DropdownMenuItem>
      <DropdownMenuItem
        disabled={!canEdit || !held}
        onSelect={() => held && pasteClipboard(host, held, menu.cell)}
      >
        <ClipboardPaste aria-hidden="true" /> {say('paste')}
      </DropdownMenuItem>
    </>
  );
}

/** Nothing has taken focus since the menu or box that had it went away, such as the page's own panel. */
export const focusIsLost = (): boolean => document.activeElement === document.body;

/** The shift the menu was opened on, with the selection when it is part of it. */
export function withSelection(host: GridHost, shift: GridShift): readonly GridShift[] {
  if (host.store.get().selected.size === 0) return [shift];
  const selected = shiftsInHand(host);
  return selected.includes(shift) ? selected : [shift];
}
