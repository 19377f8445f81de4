'use client';
import type { KioskView } from '@vaktplan/contracts/http/kiosk';
import { Badge } from '@vaktplan/ui';
import { Tablet } from 'lucide-react';
import { useFormat, useMay, useMe } from '@/features/shell/me';
import { useWords } from '@/lib/words';
import { KioskDialog } from './kiosk-dialog';
import { kiosksResource } from './kiosk-resources';
import { SettingList } from './setting-list';

const tones = { waiting: 'warning', active: 'success', expired: 'neutral' } as const;
/** A tablet's clock that differs by more than this is worth a word. */
const notableSkewMs = 60_000;

/** Shared tablets for clocking in: add one, give it a code, take it away. */
export function KioskSettings() {
  return (
    <SettingList
      kind="kiosk"
      icon={<Tablet />}
      mayAdd={useMay('kiosk:manage')}
      resource={kiosksResource}
      row={(kiosk) => <KioskRow kiosk={kiosk} />}
      dialog={(kiosk, close) => <KioskDialog kiosk={kiosk} onClose={close} />}
    />
  );
}

function KioskRow({ kiosk }: { kiosk: KioskView }) {
  const t = useWords('kiosks');
  const { locations, organization } = useMe();
  const format = useFormat();
  const place = locations.find((location) => location.id === kiosk.locationId);
  const skew = kiosk.clockSkewMs ?? 0;
  const facts = [
    place?.name,
    kiosk.lastSeenAt &&
      t('seen', { when: format.moment(kiosk.lastSeenAt, place?.zone ?? organization.zone) }),
    Math.abs(skew) > notableSkewMs &&
      t('clockOff', { duration: format.duration(Math.round(Math.abs(skew) / 60_000)) }),
  ];
  return (
    <>
      <p className="flex items-center gap-2">
        <span className="truncate font-medium">{kiosk.name}</span>
        <Badge tone={tones[kiosk.state]}>{t(`state_${kiosk.state}`)}</Badge>
      </p>
      <p className="truncate text-[13px] text-muted">{facts.filter(Boolean).join(' · ')}</p>
    </>
  );
}
