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
import { devicesResource } from './notification-resources';

const platforms = { ios: 'iPhone or iPad', android: 'Android', web: 'Browser' };

/** The phones that messages for me go to. */
export function DevicesSettings() {
  const query = useResource(devicesResource);
  return (
    <Card aria-labelledby="devices">
      <CardHeader
        id="devices"
        title="Phones"
        description="Where the app is signed in. One that is removed gets no more messages."
      />
      <QueryRegion
        query={query}
        loading={
          <Loading label="Loading your phones" className="border-t border-border p-4">
            <Skeleton className="h-10" />
          </Loading>
        }
      >
        {({ data }) =>
          data.length === 0 ? (
            <p className="border-t border-border p-4 text-[13px] text-muted">
              None yet. Sign in with the app, and your phone is listed here.
            </p>
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
  const client = useQueryClient();
  const { organization } = useMe();
  const format = useFormat();
  const [busy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    try {
      await write('DELETE', getRemoveDevicesUrl(device.id));
      toast.success(`${device.name} is removed`);
    } catch (error) {
      toast.error(asProblem(error).detail);
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
          {platforms[device.platform]}
          {device.provider === null && ', gets no messages'} · last seen {seen}
        </p>
      </div>
      <Button size="sm" loading={busy} aria-label={`Remove ${device.name}`} onClick={() => void remove()}>
        Remove
      </Button>
    </li>
  );
}
