'use client';
import { MAILED_KINDS, type NotificationSettings } from '@vaktplan/contracts/http/notification-settings';
import type { NotificationKind } from '@vaktplan/contracts/http/notifications';
import { Switch } from '@vaktplan/ui';

const KINDS = [
  ['shift_starting', 'My shift starts soon'],
  ['shift_reminder', 'My shifts of tomorrow and next week'],
  ['schedule_published', 'The schedule is published or changed'],
  ['schedule_unpublished', 'The schedule is taken back'],
  ['hours_rejected', 'My hours are not accepted'],
  ['correction_decided', 'My correction is answered'],
  ['correction_proposed', 'Somebody asks me for a correction'],
] as const satisfies [NotificationKind, string][];

const CHANNELS = [
  ['pushOff', 'Phone'],
  ['emailOff', 'E-mail'],
] as const;
const mailed: readonly NotificationKind[] = MAILED_KINDS;

type KindTableProps = { value: NotificationSettings; onChange: (next: NotificationSettings) => void };

/** Which news comes which way. */
export function KindTable({ value, onChange }: KindTableProps) {
  const set = (channel: 'pushOff' | 'emailOff', kind: NotificationKind, on: boolean) => {
    const others = value[channel].filter((one) => one !== kind);
    onChange({ ...value, [channel]: on ? others : [...others, kind] });
  };
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">What reaches you outside of the app</caption>
      <thead>
        <tr className="text-[13px] text-muted">
          <th scope="col" className="pb-2 text-left font-medium">
            When
          </th>
          {CHANNELS.map(([channel, words]) => (
            <th key={channel} scope="col" className="w-20 pb-2 text-center font-medium">
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-border border-t border-border">
        {KINDS.map(([kind, words]) => (
          <tr key={kind}>
            <th scope="row" className="py-2.5 pr-3 text-left font-normal">
              {words}
            </th>
            {CHANNELS.map(([channel, way]) => (
              <td key={channel} className="text-center align-middle">
                {channel === 'pushOff' || mailed.includes(kind) ? (
                  <Switch
                    className="align-middle"
                    aria-label={`${words}: ${way}`}
                    checked={!value[channel].includes(kind)}
                    onCheckedChange={(on) => set(channel, kind, on)}
                  />
                ) : (
                  <span className="text-muted">
                    <span aria-hidden="true">–</span>
                    <span className="sr-only">not by e-mail</span>
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
