'use client';
import { Toaster } from '@vaktplan/ui';
import { useState, type ReactNode } from 'react';
import { NotificationBell } from '@/features/notifications/notification-bell';
import { Mark } from '@/lib/brand';
import { keep, preference } from '@/lib/cookies';
import { CommandPalette } from '../commands/command-palette';
import { LocationPicker } from './location-picker';
import { OfflineBanner } from './offline-banner';
import { BottomBar, Rail } from './rail';
import type { Theme } from './theme';
import { UserMenu } from './user-menu';

/** Rail, top bar and bottom bar around a page. */
export function Shell(props: { railCollapsed: boolean; theme: Theme; children: ReactNode }) {
  const [collapsed, setCollapsed] = useState(props.railCollapsed);
  const toggle = () => {
    keep(preference.rail, collapsed ? undefined : 'collapsed');
    setCollapsed(!collapsed);
  };
  return (
    <div className="flex min-h-dvh">
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-primary px-4 py-2 text-sm font-medium text-primary-foreground focus:translate-y-0"
      >
        Skip to content
      </a>
      <Rail collapsed={collapsed} onToggle={toggle} />
      <div className="flex min-w-0 flex-1 flex-col">
        <header className="sticky top-0 z-20 flex h-14 items-center gap-1 border-b border-border bg-surface px-3 md:px-4">
          <Mark className="mr-1 md:hidden" />
          <LocationPicker />
          <div className="flex-1" />
          <NotificationBell />
          <UserMenu initialTheme={props.theme} />
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
