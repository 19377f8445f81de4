'use client';
import { Button, cn, onDemand, Tooltip } from '@vaktplan/ui';
import { Ellipsis, PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Brand, Mark } from '@/lib/brand';
import { useWords } from '@/lib/words';
import { useMe } from './me';
import type { MoreMenuProps } from './more-menu';
import { destinationsFor, isAt, type Destination } from './navigation';

function RailLink({ destination, collapsed }: { destination: Destination; collapsed: boolean }) {
  const here = isAt(usePathname(), destination.href);
  const label = useWords('shell')(destination.label);
  const Icon = destination.icon;
  const link = (
    <Link
      href={destination.href}
      aria-current={here ? 'page' : undefined}
      className={cn(
        'flex h-9 items-center gap-3 rounded-md px-2.5 text-sm font-medium transition-colors',
        here ? 'bg-accent text-accent-foreground' : 'text-muted hover:bg-surface-2 hover:text-foreground',
      )}
    >
      <Icon aria-hidden="true" className="size-[18px] shrink-0" />
      <span className={collapsed ? 'sr-only' : 'truncate'}>{label}</span>
    </Link>
  );
  return collapsed ? (
    <Tooltip content={label} side="end">
      {link}
    </Tooltip>
  ) : (
    link
  );
}

/** Navigation at the left edge from 768 px on: 240 px, or 56 px when collapsed. */
export function Rail({ collapsed, onToggle }: { collapsed: boolean; onToggle: () => void }) {
  const me = useMe();
  const t = useWords('shell');
  const toggleLabel = t(collapsed ? 'expand' : 'collapse');
  return (
    <aside
      className={cn(
        'sticky top-0 hidden h-dvh shrink-0 flex-col border-e border-border bg-surface md:flex',
        collapsed ? 'w-14' : 'w-60',
      )}
    >
      <Link
        href={destinationsFor(me)[0]?.href ?? '/settings'}
        aria-label={t('home')}
        className="m-2 flex h-10 items-center rounded-md px-1.5"
      >
        {collapsed ? <Mark /> : <Brand />}
      </Link>
      <nav aria-label={t('main')} className="flex-1 space-y-0.5 overflow-y-auto px-2 py-2">
        {destinationsFor(me).map((destination) => (
          <RailLink key={destination.href} destination={destination} collapsed={collapsed} />
        ))}
      </nav>
      <div
        className={cn('flex items-center gap-2 border-t border-border p-2', collapsed && 'justify-center')}
      >
        {!collapsed && (
          <span className="min-w-0 flex-1 truncate ps-2.5 text-[13px] text-muted">
            {me.organization.name}
          </span>
        )}
        <Tooltip content={toggleLabel} side="end">
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label={toggleLabel}
            aria-expanded={!collapsed}
            onClick={onToggle}
            className="text-muted"
          >
            {collapsed ? (
              <PanelLeftOpen className="rtl:-scale-x-100" />
            ) : (
              <PanelLeftClose className="rtl:-scale-x-100" />
            )}
          </Button>
        </Tooltip>
      </div>
    </aside>
  );
}

const More = onDemand<MoreMenuProps>(() => import('./more-menu'));

const AT_BOTTOM = 5;
const bottomClasses =
  'flex h-14 min-w-0 flex-1 flex-col items-center justify-center gap-1 text-[10.5px] font-medium focus-visible:-outline-offset-2';

/** Navigation at the bottom edge under 768 px; what finds no room there is behind the last button. */
export function BottomBar() {
  const pathname = usePathname();
  const t = useWords('shell');
  const all = destinationsFor(useMe());
  const shown = all.length > AT_BOTTOM ? all.slice(0, AT_BOTTOM - 1) : all;
  const rest = all.slice(shown.length);
  return (
    <nav
      aria-label={t('main')}
      className="fixed inset-x-0 bottom-0 z-30 flex border-t border-border bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {shown.map(({ href, label, icon: Icon }) => {
        const here = isAt(pathname, href);
        return (
          <Link
            key={href}
            href={href}
            aria-current={here ? 'page' : undefined}
            className={cn(bottomClasses, here ? 'text-primary' : 'text-muted')}
          >
            <Icon aria-hidden="true" className="size-5" />
            <span className="line-clamp-2 max-w-full text-center leading-tight wrap-break-word hyphens-auto">
              {t(label)}
            </span>
          </Link>
        );
      })}
      {rest.length > 0 && (
        <More
          rest={rest}
          button={{
            variant: 'ghost',
            className: cn(
              bottomClasses,
              'rounded-none px-0',
              rest.some(({ href }) => isAt(pathname, href)) ? 'text-primary' : 'text-muted',
            ),
            children: (
              <>
                <Ellipsis aria-hidden="true" className="size-5" />
                <span>{t('more')}</span>
              </>
            ),
          }}
        />
      )}
    </nav>
  );
}
