'use client';
import { getReadNotificationsUrl } from '@vaktplan/api-client';
import type { NotificationView } from '@vaktplan/contracts/http/notifications';
import { cn, EmptyState, Loading, Skeleton } from '@vaktplan/ui';
import { BellOff } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useFormat, useMe } from '@/features/shell/me';
import { write } from '@/lib/api';
import { QueryRegion } from '@/lib/query-region';
import { useResource } from '@/lib/use-resource';
import { useWords } from '@/lib/words';
import { notificationText } from './notification-text';
import { notificationsResource } from './resources';

const Waiting = () => (
  <Loading label={useWords('shell')('notificationsLoading')} className="space-y-4 p-4">
    {[0, 1, 2].map((row) => (
      <div key={row} className="space-y-1.5">
        <Skeleton className="h-4 w-3/5" />
        <Skeleton className="h-4 w-full" />
      </div>
    ))}
  </Loading>
);

function Empty() {
  const t = useWords('shell');
  return (
    <EmptyState
      icon={<BellOff />}
      title={t('notificationsEmpty')}
      description={t('notificationsEmptyHint')}
      className="py-8"
    />
  );
}

type ListProps = { onFollow: () => void; onRead: () => void };

/** The newest notifications; choosing one marks it read and goes where it leads. */
export function NotificationList({ onFollow, onRead }: ListProps) {
  const router = useRouter();
  const query = useResource(notificationsResource);
  const follow = (notification: NotificationView) => {
    if (!notification.readAt)
      void write('POST', getReadNotificationsUrl(notification.id)).then(onRead, onRead);
    if (notification.link) router.push(notification.link);
    onFollow();
  };
  return (
    <div className="max-h-[min(60dvh,480px)] overflow-y-auto">
      <QueryRegion
        query={query}
        loading={<Waiting />}
        empty={<Empty />}
        isEmpty={(page) => page.data.length === 0}
      >
        {(page) => (
          <ul className="divide-y divide-border">
            {page.data.map((notification) => (
              <li key={notification.id}>
                <Item notification={notification} onClick={() => follow(notification)} />
              </li>
            ))}
          </ul>
        )}
      </QueryRegion>
    </div>
  );
}

function Item({ notification, onClick }: { notification: NotificationView; onClick: () => void }) {
  const format = useFormat();
  const t = useWords('shell');
  const news = useWords('news');
  const { organization } = useMe();
  const { title, body } = notificationText(notification, news, format);
  const isNew = notification.readAt === null;
  return (
    <div className="relative flex gap-3 px-4 py-3 hover:bg-surface-2">
      <span
        aria-hidden="true"
        className={cn('mt-1.5 size-2 shrink-0 rounded-full', isNew ? 'bg-primary' : 'bg-transparent')}
      />
      <div className="min-w-0 flex-1">
        <button
          type="button"
          onClick={onClick}
          className={cn('block text-start after:absolute after:inset-0', isNew && 'font-medium')}
        >
          {title}
          {isNew && <span className="sr-only">{t('unread')}</span>}
        </button>
        <p className="text-[13px] whitespace-pre-line text-muted">{body}</p>
        <p className="mt-1 text-xs text-muted">{format.moment(notification.createdAt, organization.zone)}</p>
      </div>
    </div>
  );
}
