'use client';
import { useQueryClient } from '@tanstack/react-query';
import { onDemand } from '@vaktplan/ui';
import { Bell } from 'lucide-react';
import { useRefetchOn } from '@/features/realtime/use-refetch-on';
import { useResource } from '@/lib/use-resource';
import { useWords } from '@/lib/words';
import { unreadCountResource } from './resources';

const Panel = onDemand<{ unread: number; refresh: () => Promise<void> }>(
  () => import('./notification-panel'),
);

/** Bell with the number of unread notifications; opens the newest. */
export function NotificationBell() {
  const t = useWords('shell');
  const client = useQueryClient();
  const unread = useResource(unreadCountResource).data?.unread ?? 0;
  useRefetchOn(['notification:new'], ['notifications']);
  const refresh = () => client.invalidateQueries({ queryKey: ['notifications'] });
  return (
    <Panel
      unread={unread}
      refresh={refresh}
      button={{
        variant: 'ghost',
        size: 'icon',
        'aria-label': unread === 0 ? t('notifications') : t('notificationsUnread', { count: unread }),
        className: 'relative',
        children: (
          <>
            <Bell className="size-[18px]" />
            {unread > 0 && (
              <span
                aria-hidden="true"
                className="absolute end-1 top-1 grid h-4 min-w-4 place-items-center rounded-full bg-danger px-1 text-[10px] font-semibold text-danger-foreground tabular-nums"
              >
                {unread > 99 ? '99+' : unread}
              </span>
            )}
          </>
        ),
      }}
    />
  );
}
