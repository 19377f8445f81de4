'use client';
import type { KioskView } from '@vaktplan/contracts/http/kiosk';
import { Badge } from '@vaktplan/ui';
import { Tablet } from 'lucide-react';
import { useFormat, useMay, useMe } from '@/features/shell/me';
import { KioskDialog } from './kiosk-dialog';
import { kiosksResource } from './kiosk-resources';
import { SettingList } from './setting-list';

const states = {
  waiting: { tone: 'warning', words: 'Waiting for its tablet' },
  active: { tone: 'success', words: 'In use' },
  expired: { tone: 'neutral', words: 'Never enrolled' },
} as const;
/** A tablet's clock that differs by more than this is worth a word. */
const notableSkewMs = 60_000;

/** Shared tablets for clocking in: add one, give it a code, take it away. */
export function KioskSettings() {
  return (
    <SettingList
      title="Kiosks"
      noun="kiosk"
      description="A tablet at a location on which people clock in. Open /kiosk on it and type the code."
      icon={<Tablet />}
      mayAdd={useMay('kiosk:manage')}
      resource={kiosksResource}
      row={(kiosk) => <KioskRow kiosk={kiosk} />}
      dialog={(kiosk, close) => <KioskDialog kiosk={kiosk} onClose={close} />}
    />
  );
}

function KioskRow({ kiosk }: { kiosk: KioskView }) {
  const { locations, organization } = useMe();
  const format = useFormat();
  const { tone, words } = states[kiosk.state];
  const place = locations.find((location) => location.id === kiosk.locationId);
  const skew = kiosk.clockSkewMs ?? 0;
  const facts = [
    place?.name,
    kiosk.lastSeenAt && `seen ${format.moment(kiosk.lastSeenAt, place?.zone ?? organization.zone)}`,
    Math.abs(skew) > notableSkewMs &&
      `its clock is ${format.duration(Math.round(Math.abs(skew) / 60_000))} off`,
  ];
  return (
    <>
      <p className="flex items-center gap-2">
        <span className="truncate font-medium">{kiosk.name}</span>
        <Badge tone={tone}>{words}</Badge>
      </p>
      <p className="truncate text-[13px] text-muted">{facts.filter(Boolean).join(' · ')}</p>
    </>
  );
}
