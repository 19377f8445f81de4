'use client';
import type { WordsLocale } from '@vaktplan/i18n/words';
import { followFocus, Toaster } from '@vaktplan/ui';
import { useEffect, useState, type ReactNode } from 'react';
import { NotificationBell } from '@/features/notifications/notification-bell';
import { Mark } from '@/lib/brand';
import { keep, preference } from '@/lib/cookies';
import { useWords } from '@/lib/words';
import { CommandPalette } from '../commands/command-palette';
import { LocationPicker } from './location-picker';
import { OfflineBanner } from './offline-banner';
import { BottomBar, Rail } from './rail';
import type { Theme } from './theme';
import { UserMenu } from './user-menu';

type ShellProps = {
  railCollapsed: boolean;
  theme: Theme;
  /** Null: as the browser. */
  language: WordsLocale | null;
  children: ReactNode;
};

/** Rail, top bar and bottom bar around a page. */
export function Shell(props: ShellProps) {
  const t = useWords('shell');
  const [collapsed, setCollapsed] = useState(props.railCollapsed);
  useEffect(followFocus, []);
  const toggle = () => {
    keep(preference.rail, collapsed ? undefined : 'collapsed');
    setCollapsed(!collapsed);
  };
  return (
    <div className="flex min-h-dvh">
      <a
        href="#content"
        className="fixed start-2 top-2 z-50 -translate-y-16 rounded-md bg-primary px-4 py-2 text-sm font-medium text-primary-foreground focus:translate-y-0"
      >
        {t('skip')}
      </a>
      <Rail collapsed={collapsed} onToggle={toggle} />
      <div className="flex min-w-0 flex-1 flex-col">
        <header className="sticky top-0 z-20 flex h-14 items-center gap-1 border-b border-border bg-surface px-3 md:px-4">
          <Mark className="me-1 md:hidden" />
          <LocationPicker />
          <div className="flex-1" />
          <NotificationBell />
          <UserMenu initialTheme={props.theme} language={props.language} />
        </header>
        <OfflineBanner />
        <main id="content" tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none max-md:pb-16">
          {props.children}
        </main>
      </div>
      <BottomBar />
      <CommandPalette />
      <Toaster />
    </div>
  );
}
