import { type ComponentType, createElement, Suspense, use } from 'react';
import type { Clipboard } from './clipboard-actions.ts';
import type { GridHost } from './grid-host.ts';
import { useGridState } from './grid-store.ts';

const GridMenu = later(() => import('./grid-menu.tsx').then((module) => module.GridMenu));
const AssignBox = later(() => import('./assign-box.tsx').then((module) => module.AssignBox));
const EditBox = later(() => import('./edit-box.tsx').then((module) => module.EditBox));
const RefusedBox = later(() => import('./refused-box.tsx').then((module) => module.RefusedBox));
const SelectionTools = later(() => import('./selection-bar.tsx').then((module) => module.SelectionBar));
const KeyboardHelp = later(() => import('./keyboard-help.tsx').then((module) => module.KeyboardHelp));

/** Loads them all, for who cannot wait for the first use. */
export const loadBoxes = (): Promise<unknown> =>
  Promise.all(
    [GridMenu, AssignBox, EditBox, RefusedBox, SelectionTools, KeyboardHelp].map((box) => box.load()),
  );

/** A component whose code is loaded when it is first rendered; once there it renders at once. */
function later<P extends object>(fetch: () => Promise<ComponentType<P>>) {
  let Loaded: ComponentType<P> | undefined;
  let loading: Promise<ComponentType<P>> | undefined;
  const load = () => (loading ??= fetch().then((found) => (Loaded = found)));
  const Later = (props: P) => createElement(Loaded ?? use(load()), props);
  return Object.assign(Later, { load });
}

interface GridBoxesProps {
  host: GridHost;
  clipboard: { current: Clipboard | null };
  /** Gives focus back to where it was. */
  refocus: () => void;
}

/** The menu and the list of people, whose code is loaded when the first of them is asked for. */
export function GridBoxes({ host, clipboard, refocus }: GridBoxesProps) {
  const kind = useGridState(host.store, (state) => state.menu?.kind);
  if (kind === undefined) return null;
  return (
    <Suspense>
      {kind === 'assign' && <AssignBox host={host} refocus={refocus} />}
      {(kind === 'position' || kind === 'note') && <EditBox host={host} refocus={refocus} />}
      {kind === 'refused' && <RefusedBox host={host} refocus={refocus} />}
      {(kind === 'chip' || kind === 'cell') && (
        <GridMenu host={host} clipboard={clipboard} refocus={refocus} />
      )}
    </Suspense>
  );
}

/** What can be done with a selection, once there has been one. */
export function SelectionBar({ host }: Pick<GridBoxesProps, 'host'>) {
  const any = useGridState(host.store, (state) => state.selected.size > 0);
  return (
    any && (
      <Suspense>
        <SelectionTools host={host} />
      </Suspense>
    )
  );
}

export function HelpSheet({ host, refocus }: Pick<GridBoxesProps, 'host' | 'refocus'>) {
  const open = useGridState(host.store, (state) => state.helpOpen);
  return (
    open && (
      <Suspense>
        <KeyboardHelp
          store={host.store}
          say={host.format().say}
          moreKeys={host.props().moreKeys}
          refocus={refocus}
        />
      </Suspense>
    )
  );
}
