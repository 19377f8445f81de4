'use client';
import { getRemoveDevicesUrl } from '@vaktplan/api-client';
import { useQueryClient } from '@tanstack/react-query';
import type { DeviceView } from '@vaktplan/contracts/http/devices';
import { Button, Card, CardHeader, Loading, Skeleton, toast } from '@vaktplan/ui';
import { MonitorSmartphone } from 'lucide-react';
import { useState } from 'react';
import { useFormat, useMe } from '@/features/shell/me';
import { write } from '@/lib/api';
import { asProblem } from '@/lib/problem';
import { QueryRegion } from '@/lib/query-region';
import { keyOf } from '@/lib/resource';
import { useResource } from '@/lib/use-resource';
import { useProblemWords } from '@/lib/problem-words';
import { useWords } from '@/lib/words';
import { devicesResource } from './notification-resources';

/** The phones that messages for me go to. */
export function DevicesSettings() {
  const t = useWords('profile');
  const query = useResource(devicesResource);
  return (
    <Card aria-labelledby="devices">
      <CardHeader id="devices" title={t('devices')} description={t('devicesHint')} />
      <QueryRegion
        query={query}
        loading={
          <Loading label={t('devicesLoading')} className="border-t border-border p-4">
            <Skeleton className="h-10" />
          </Loading>
        }
      >
        {({ data }) =>
          data.length === 0 ? (
            <p className="border-t border-border p-4 text-[13px] text-muted">{t('devicesNone')}</p>
          ) : (
            <ul className="divide-y divide-border border-t border-border">
              {data.map((device) => (
                <Row key={device.id} device={device} />
              ))}
            </ul>
          )
        }
      </QueryRegion>
    </Card>
  );
}

function Row({ device }: { device: DeviceView }) {
  const t = useWords('profile');
  const wordsOf = useProblemWords();
  const client = useQueryClient();
  const { organization } = useMe();
  const format = useFormat();
  const [busy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    try {
      await write('DELETE', getRemoveDevicesUrl(device.id));
      toast.success(t('deviceRemoved', { name: device.name }));
    } catch (error) {
      toast.error(wordsOf(asProblem(error)));
    }
    await client.invalidateQueries({ queryKey: keyOf(devicesResource) });
    setBusy(false);
  };
  const seen = format.moment(device.lastSeenAt, organization.zone);
  return (
    <li className="flex items-center gap-3 p-4">
      <MonitorSmartphone aria-hidden="true" className="size-5 shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{device.name}</p>
        <p className="truncate text-[13px] text-muted">
          {t(`device_${device.platform}`)}
          {device.provider === null && t('deviceSilent')} · {t('deviceSeen', { when: seen })}
        </p>
      </div>
      <Button
        size="sm"
        loading={busy}
        aria-label={t('removeOne', { name: device.name })}
        onClick={() => void remove()}
      >
        {t('remove')}
      </Button>
    </li>
  );
}
