'use client';
import type { WordsLocale } from '@vaktplan/i18n/words';
import { Avatar, onDemand } from '@vaktplan/ui';
import { useWords } from '@/lib/words';
import { useMe } from './me';
import type { Theme } from './theme';

type UserMenuProps = { initialTheme: Theme; language: WordsLocale | null };

const Menu = onDemand<UserMenuProps>(() => import('./user-menu-content'));

/** Whoever is signed in, and what belongs to them. */
export function UserMenu({ initialTheme, language }: UserMenuProps) {
  const t = useWords('shell');
  const { user } = useMe();
  return (
    <Menu
      initialTheme={initialTheme}
      language={language}
      button={{
        variant: 'ghost',
        size: 'icon',
        className: 'rounded-full',
        'aria-label': t('account', { name: user.name }),
        children: <Avatar id={user.id} name={user.name} />,
      }}
    />
  );
}
