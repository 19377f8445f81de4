'use client';
import { getUpdateNotificationSettingsUrl } from '@vaktplan/api-client';
import { useQueryClient } from '@tanstack/react-query';
import type { NotificationSettings } from '@vaktplan/contracts/http/notification-settings';
import { Button, Card, CardHeader, Loading, Skeleton, toast } from '@vaktplan/ui';
import { useState } from 'react';
import { write } from '@/lib/api';
import { asProblem } from '@/lib/problem';
import { QueryRegion } from '@/lib/query-region';
import { keyOf } from '@/lib/resource';
import { useResource } from '@/lib/use-resource';
import { useProblemWords } from '@/lib/problem-words';
import { useWords } from '@/lib/words';
import { KindTable } from './notification-kinds';
import { notificationSettingsResource } from './notification-resources';
import { QuietFields } from './quiet-fields';

/** How I want to be told, besides the list in the app, which has everything. */
export function NotificationSettingsCard() {
  const t = useWords('profile');
  const query = useResource(notificationSettingsResource);
  return (
    <Card aria-labelledby="notification-settings">
      <CardHeader
        id="notification-settings"
        title={t('notifications')}
        description={t('notificationsHint')}
      />
      <QueryRegion
        query={query}
        loading={
          <Loading label={t('notificationsLoading')} className="border-t border-border p-4">
            <Skeleton className="h-40" />
          </Loading>
        }
      >
        {(settings) => <SettingsForm key={JSON.stringify(settings)} settings={settings} />}
      </QueryRegion>
    </Card>
  );
}

function SettingsForm({ settings }: { settings: NotificationSettings }) {
  const t = useWords('profile');
  const app = useWords('app');
  const wordsOf = useProblemWords();
  const client = useQueryClient();
  const [value, setValue] = useState(settings);
  const [busy, setBusy] = useState(false);
  const changed = JSON.stringify(value) !== JSON.stringify(settings);
  const save = async () => {
    setBusy(true);
    try {
      await write('PATCH', getUpdateNotificationSettingsUrl(), { body: value });
      toast.success(t('saved'));
      await client.invalidateQueries({ queryKey: keyOf(notificationSettingsResource) });
    } catch (error) {
      toast.error(wordsOf(asProblem(error)));
    }
    setBusy(false);
  };
  return (
    <form
      noValidate
      className="grid grid-cols-1 gap-5 border-t border-border p-4"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <KindTable value={value} onChange={setValue} />
      <QuietFields value={value} onChange={setValue} />
      <Button type="submit" className="justify-self-start" disabled={!changed} loading={busy}>
        {app('save')}
      </Button>
    </form>
  );
}
