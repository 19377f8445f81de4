import type { GridHost } from './grid-host.ts';
import { useGridState } from './grid-store.ts';
import { MenuBox } from './menu-box.tsx';
import { goToRefused, refusedOf } from './refused.ts';

/** Each shift that a change of several left as it was, with the reason; choosing one leads to it. */
export function RefusedBox({ host, refocus }: { host: GridHost; refocus: () => void }) {
  const menu = useGridState(host.store, (state) => (state.menu?.kind === 'refused' ? state.menu : null));
  if (!menu) return null;
  const close = () => host.store.send({ type: 'closeMenu' });
  const go = (id: string) => {
    close();
    goToRefused(host, refocus, id);
  };
  return (
    <MenuBox
      menu={menu}
      label={host.format().say('refusedList')}
      className="w-96 max-w-[calc(100vw-1rem)] p-1.5"
      refocus={refocus}
      close={close}
    >
      <ul className="max-h-80 overflow-y-auto">
        {refusedOf(host).map(({ id, what, reason }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => go(id)}
              className="block min-h-8 w-full rounded-md px-2 py-1.5 text-start text-sm hover:bg-surface-2 focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-ring pointer-coarse:min-h-11"
            >
              <span className="block font-medium">{what}</span>
              <span className="block text-[13px] text-danger">{reason}</span>
            </button>
          </li>
        ))}
      </ul>
    </MenuBox>
  );
}
