'use client';
import { Badge } from '@vaktplan/ui';
import { Wifi, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../../lib/words';
import { BrandMark } from './brand-mark';
import { QueueLine } from './queue-line';
import type { KioskState } from './use-kiosk';

/** Where this tablet stands, whether it has a connection, and what waits on it. */
export function KioskFrame({ kiosk, children }: { kiosk: KioskState; children: ReactNode }) {
  const t = useWords('kiosk');
  const app = useWords('app');
  const { screen, online, status } = kiosk;
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex min-h-14 items-center gap-3 border-b border-border bg-surface px-4">
        <BrandMark />
        <div className="min-w-0 flex-1">
          <h1 className="truncate text-[15px] leading-5 font-semibold">
            {screen?.location.name ?? t('title')}
          </h1>
          {screen && (
            <p className="truncate text-xs text-muted">{`${screen.organizationName} · ${screen.name}`}</p>
          )}
        </div>
        {status === 'ready' && (
          <span role="status">
            <Badge tone={online ? 'success' : 'warning'}>
              {online ? <Wifi /> : <WifiOff />}
              {online ? t('online') : app('noConnection')}
            </Badge>
          </span>
        )}
      </header>
      <main className="flex flex-1 flex-col">{children}</main>
      <QueueLine screen={screen} />
    </div>
  );
}
