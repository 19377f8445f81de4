'use client';
import { getReadAllNotificationsUrl } from '@vaktplan/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Popover, PopoverContent, PopoverTrigger } from '@vaktplan/ui';
import { Bell } from 'lucide-react';
import { useState } from 'react';
import { useRefetchOn } from '@/features/realtime/use-refetch-on';
import { write } from '@/lib/api';
import { useResource } from '@/lib/use-resource';
import { NotificationList } from './notification-list';
import { unreadCountResource } from './resources';

const words = (unread: number) => (unread === 0 ? 'Notifications' : `Notifications, ${unread} unread`);

/** Bell with the number of unread notifications; opens the newest. */
export function NotificationBell() {
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const unread = useResource(unreadCountResource).data?.unread ?? 0;
  useRefetchOn(['notification:new'], ['notifications']);
  const refresh = () => client.invalidateQueries({ queryKey: ['notifications'] });
  const readAll = async () => {
    await write('POST', getReadAllNotificationsUrl());
    await refresh();
  };
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button variant="ghost" size="icon" aria-label={words(unread)} className="relative">
          <Bell className="size-[18px]" />
          {unread > 0 && (
            <span
              aria-hidden="true"
              className="absolute top-1 right-1 grid h-4 min-w-4 place-items-center rounded-full bg-danger px-1 text-[10px] font-semibold text-danger-foreground tabular-nums"
            >
              {unread > 99 ? '99+' : unread}
            </span>
          )}
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" aria-label="Notifications" className="w-96">
        <div className="flex h-12 items-center justify-between border-b border-border pr-2 pl-4">
          <h2 className="text-sm font-semibold">Notifications</h2>
          {unread > 0 && (
            <Button variant="ghost" size="sm" onClick={() => void readAll()}>
              Mark all as read
            </Button>
          )}
        </div>
        <NotificationList onFollow={() => setOpen(false)} onRead={() => void refresh()} />
      </PopoverContent>
    </Popover>
  );
}
