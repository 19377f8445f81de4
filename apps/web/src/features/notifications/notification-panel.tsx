'use client';
import { getReadAllNotificationsUrl } from '@vaktplan/api-client';
import { Button, Popover, PopoverContent, PopoverTrigger } from '@vaktplan/ui';
import { type ReactNode, useState } from 'react';
import { write } from '@/lib/api';
import { useWords } from '@/lib/words';
import { NotificationList } from './notification-list';

type NotificationPanelProps = { unread: number; refresh: () => Promise<void>; trigger: ReactNode };

/** The newest notifications, under the bell. */
export default function NotificationPanel({ unread, refresh, trigger }: NotificationPanelProps) {
  const t = useWords('shell');
  const inbox = useWords('inbox');
  const [open, setOpen] = useState(true);
  const readAll = async () => {
    await write('POST', getReadAllNotificationsUrl());
    await refresh();
  };
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>{trigger}</PopoverTrigger>
      <PopoverContent align="end" aria-label={t('notifications')} className="w-96">
        <div className="flex h-12 items-center justify-between border-b border-border ps-4 pe-2">
          <h2 className="text-sm font-semibold">{t('notifications')}</h2>
          {unread > 0 && (
            <Button variant="ghost" size="sm" onClick={() => void readAll()}>
              {inbox('readAll')}
            </Button>
          )}
        </div>
        <NotificationList onFollow={() => setOpen(false)} onRead={() => void refresh()} />
      </PopoverContent>
    </Popover>
  );
}
