import { Dialog, DialogContent } from '../dialog.tsx';
import { useGridState, type GridStore } from './grid-store.ts';
import type { ScheduleGridProps } from './props.ts';

/** Every key the grid knows, in the order people need them. */
export const GRID_KEYS: readonly { title: string; keys: readonly (readonly [string, string])[] }[] = [
  {
    title: 'Moving around',
    keys: [
      ['← ↑ ↓ →', 'Next cell'],
      ['Home, End', 'First or last day; with Ctrl the first or last row'],
      ['Page Up, Page Down', 'A screenful of people'],
      ['[  ]', 'Week back or forward'],
      ['T', 'This week'],
      ['/', 'Filter people'],
    ],
  },
  {
    title: 'Shifts',
    keys: [
      ['0–9 or F2', 'Type a shift into the cell: 9-17 bar'],
      ['Enter', 'Into the shifts of a cell; again to open one; Esc back out'],
      ['M', 'Move: arrows, then Enter to drop or Esc to cancel'],
      ['Shift+M', 'The same, as a copy'],
      [',  .', 'Start 15 minutes earlier or later'],
      ['<  >', 'End 15 minutes earlier or later'],
      ['A', 'Assign to…'],
      ['P', 'Position…'],
      ['O', 'Make open'],
      ['Delete', 'Delete'],
      ['Shift+F10', 'Menu with all of these'],
    ],
  },
  {
    title: 'Several at once',
    keys: [
      ['Space', 'Select the cell'],
      ['Shift+arrows', 'Extend the selection'],
      ['Ctrl+A', 'Select the row, then everything'],
      ['Ctrl+C, Ctrl+X, Ctrl+V', 'Copy, cut, paste'],
      ['Ctrl+D', 'Copy to the next day'],
      ['Ctrl+Z, Ctrl+Shift+Z', 'Undo, redo'],
    ],
  },
];

interface KeyboardHelpProps {
  store: GridStore;
  moreKeys: ScheduleGridProps['moreKeys'];
  refocus: () => void;
}

export function KeyboardHelp({ store, moreKeys, refocus }: KeyboardHelpProps) {
  const sections = moreKeys?.length ? [...GRID_KEYS, { title: 'On this page', keys: moreKeys }] : GRID_KEYS;
  const open = useGridState(store, (state) => state.helpOpen);
  return (
    <Dialog open={open} onOpenChange={(next) => store.send({ type: 'help', open: next })}>
      <DialogContent
        title="Keys of the schedule"
        description="They work while the schedule has focus."
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          refocus();
        }}
      >
        {/* a tab stop, so that the list scrolls by keys too */}
        <div role="group" aria-label="Keys" tabIndex={0} className="flex flex-col gap-5">
          {sections.map(({ title, keys }) => (
            <section key={title}>
              <h3 className="mb-1.5 text-xs font-medium text-muted">{title}</h3>
              <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-sm">
                {keys.map(([key, meaning]) => (
                  <div key={key} className="col-span-2 grid grid-cols-subgrid items-baseline">
                    <dt>
                      <kbd className="rounded-md border border-border bg-surface-2 px-1.5 py-0.5 font-sans text-xs whitespace-pre">
                        {key}
                      </kbd>
                    </dt>
                    <dd>{meaning}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </DialogContent>
    </Dialog>
  );
}
