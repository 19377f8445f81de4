'use client';
import { MAILED_KINDS, type NotificationSettings } from '@vaktplan/contracts/http/notification-settings';
import type { NotificationKind } from '@vaktplan/contracts/http/notifications';
import { Switch } from '@vaktplan/ui';
import { useWords } from '@/lib/words';

const KINDS = [
  'shift_starting',
  'shift_reminder',
  'schedule_published',
  'schedule_unpublished',
  'hours_rejected',
  'correction_decided',
  'correction_proposed',
] as const satisfies NotificationKind[];

const CHANNELS = ['pushOff', 'emailOff'] as const;
const mailed: readonly NotificationKind[] = MAILED_KINDS;

type KindTableProps = { value: NotificationSettings; onChange: (next: NotificationSettings) => void };

/** Which news comes which way. */
export function KindTable({ value, onChange }: KindTableProps) {
  const t = useWords('profile');
  const set = (channel: 'pushOff' | 'emailOff', kind: NotificationKind, on: boolean) => {
    const others = value[channel].filter((one) => one !== kind);
    onChange({ ...value, [channel]: on ? others : [...others, kind] });
  };
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{t('kinds')}</caption>
      <thead>
        <tr className="text-[13px] text-muted">
          <th scope="col" className="pb-2 text-start font-medium">
            {t('when')}
          </th>
          {CHANNELS.map((channel) => (
            <th key={channel} scope="col" className="w-20 pb-2 text-center font-medium">
              {t(`way_${channel}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-border border-t border-border">
        {KINDS.map((kind) => (
          <tr key={kind}>
            <th scope="row" className="py-2.5 pe-3 text-start font-normal">
              {t(`kind_${kind}`)}
            </th>
            {CHANNELS.map((channel) => (
              <td key={channel} className="text-center align-middle">
                {channel === 'pushOff' || mailed.includes(kind) ? (
                  <Switch
                    className="align-middle"
                    aria-label={t('kindBy', { kind: t(`kind_${kind}`), way: t(`way_${channel}`) })}
                    checked={!value[channel].includes(kind)}
                    onCheckedChange={(on) => set(channel, kind, on)}
                  />
                ) : (
                  <span className="text-muted">
                    <span aria-hidden="true">–</span>
                    <span className="sr-only">{t('notByMail')}</span>
                  </span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
