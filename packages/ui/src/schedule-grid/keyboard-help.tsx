import { Dialog, DialogContent } from '../dialog.tsx';
import { useGridState, type GridStore } from './grid-store.ts';
import type { GridSay, GridWord } from './grid-words.ts';
import type { ScheduleGridProps } from './props.ts';

type Key = { cap: string } | { word: GridWord };
const cap = (text: string): Key => ({ cap: text });
const word = (name: GridWord): Key => ({ word: name });

/** Every key the grid knows, in the order people need them. */
const GRID_KEYS: readonly { title: GridWord; keys: readonly (readonly [Key, GridWord])[] }[] = [
  {
    title: 'keys_around',
    keys: [
      [cap('← ↑ ↓ →'), 'does_next'],
      [cap('Home, End'), 'does_ends'],
      [cap('Page Up, Page Down'), 'does_page'],
      [cap('[  ]'), 'does_week'],
      [cap('T'), 'does_today'],
      [cap('/'), 'does_filter'],
    ],
  },
  {
    title: 'keys_shifts',
    keys: [
      [word('key_type'), 'does_type'],
      [cap('Enter'), 'does_enter'],
      [cap('M'), 'does_move'],
      [cap('Shift+M'), 'does_copy'],
      [cap(',  .'), 'does_start'],
      [cap('<  >'), 'does_end'],
      [cap('A'), 'assignTo'],
      [cap('P'), 'positionMenu'],
      [cap('O'), 'makeOpen'],
      [cap('Delete'), 'delete'],
      [cap('Shift+F10'), 'does_menu'],
    ],
  },
  {
    title: 'keys_several',
    keys: [
      [word('key_space'), 'does_select'],
      [word('key_extend'), 'does_extend'],
      [cap('Ctrl+A'), 'does_all'],
      [cap('Ctrl+C, Ctrl+X, Ctrl+V'), 'does_clip'],
      [cap('Ctrl+D'), 'does_nextDay'],
      [cap('Ctrl+Z, Ctrl+Shift+Z'), 'does_undo'],
    ],
  },
];

interface KeyboardHelpProps {
  store: GridStore;
  say: GridSay;
  moreKeys: ScheduleGridProps['moreKeys'];
  refocus: () => void;
}

export function KeyboardHelp({ store, say, moreKeys, refocus }: KeyboardHelpProps) {
  const own = GRID_KEYS.map(({ title, keys }) => ({
    title: say(title),
    keys: keys.map(([key, does]) => ['cap' in key ? key.cap : say(key.word), say(does)] as const),
  }));
  const sections = moreKeys?.length ? [...own, { title: say('keys_page'), keys: moreKeys }] : own;
  const open = useGridState(store, (state) => state.helpOpen);
  return (
    <Dialog open={open} onOpenChange={(next) => store.send({ type: 'help', open: next })}>
      <DialogContent
        title={say('keys_title')}
        description={say('keys_hint')}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          refocus();
        }}
      >
        {/* a tab stop, so that the list scrolls by keys too */}
        <div role="group" aria-label={say('keys')} tabIndex={0} className="flex flex-col gap-5">
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
