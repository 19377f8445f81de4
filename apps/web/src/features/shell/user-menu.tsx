'use client';
import { Avatar, onDemand } from '@vaktplan/ui';
import { useMe } from './me';
import type { Theme } from './theme';

const Menu = onDemand<{ initialTheme: Theme }>(() => import('./user-menu-content'));

/** Whoever is signed in, and what belongs to them. */
export function UserMenu({ initialTheme }: { initialTheme: Theme }) {
  const { user } = useMe();
  return (
    <Menu
      initialTheme={initialTheme}
      button={{
        variant: 'ghost',
        size: 'icon',
        className: 'rounded-full',
        'aria-label': `Account of ${user.name}`,
        children: <Avatar id={user.id} name={user.name} />,
      }}
    />
  );
}
