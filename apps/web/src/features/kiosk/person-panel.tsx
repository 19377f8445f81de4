'use client';
import type { KioskPerson, KioskScreen } from '@vaktplan/contracts/http/kiosk';
import type { PunchKind } from '@vaktplan/contracts/http/time-tracking';
import { Avatar, Badge, Button } from '@vaktplan/ui';
import { ArrowLeft, Coffee, LogIn, LogOut, Play } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../lib/words';
import { nextPunches, type NextPunch } from '../clock/live-clock';
import { Camera, useCamera } from './camera';
import { useKioskFormat } from './use-kiosk-format';

const icons = { in: LogIn, out: LogOut, break_start: Coffee, break_end: Play };
const tones = { out: 'neutral', in: 'success', on_break: 'warning' } as const;
/** Where nobody knows who it is, nobody knows what comes next. */
const everything: NextPunch[] = [
  { kind: 'in' },
  { kind: 'out' },
  { kind: 'break_start' },
  { kind: 'break_end' },
];

type PersonPanelProps = {
  screen: KioskScreen;
  person: KioskPerson | undefined;
  /** The PIN could not be looked at: there is no connection. */
  unchecked: boolean;
  onTap: (kind: PunchKind, photo: Blob | undefined) => Promise<void>;
  onBack: () => void;
};

/** One person's next step, the likely one large. */
export function PersonPanel({ screen, person, unchecked, onTap, onBack }: PersonPanelProps) {
  const t = useWords('kiosk');
  const verbs = useWords('clock');
  const punch = useWords('punch');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const camera = useCamera(screen.photo !== 'off');
  const choices = person ? nextPunches(person.state) : everything;
  const press = async (kind: PunchKind) => {
    setBusy(true);
    try {
      // as the setting says: of coming and going, not of breaks
      const photo = kind === 'in' || kind === 'out' ? await camera.capture() : undefined;
      await onTap(kind, photo);
    } catch {
      // a disk that is full or a browser without storage: better said than lost
      setFailed(true);
      setBusy(false);
    }
  };
  return (
    <div className="mx-auto flex w-full max-w-md flex-1 flex-col justify-center gap-5 p-4">
      <div className="flex items-center gap-3">
        <Button variant="ghost" size="icon" aria-label={t('back')} onClick={onBack} className="size-11">
          <ArrowLeft className="size-5 rtl:-scale-x-100" />
        </Button>
        {person && <Avatar id={person.employeeId} name={person.name} size="lg" />}
        <div className="min-w-0 flex-1">
          <h2 className="line-clamp-2 text-xl break-words font-semibold">{person?.name ?? t('whatToDo')}</h2>
          {person && <Badge tone={tones[person.state]}>{punch(`state_${person.state}`)}</Badge>}
        </div>
      </div>
      {person && <ShiftLine person={person} screen={screen} />}
      {unchecked && (
        <p role="status" className="rounded-md bg-warning/12 p-3 text-sm">
          {t('unchecked')}
        </p>
      )}
      {failed && (
        <p role="alert" className="rounded-md bg-danger/10 p-3 text-sm text-danger">
          {t('notSaved')}
        </p>
      )}
      {screen.photo !== 'off' && <Camera camera={camera} required={screen.photo === 'required'} />}
      <div className="grid gap-3">
        {choices.map(({ kind }, place) => {
          const Icon = icons[kind];
          const large = place === 0 && person !== undefined;
          return (
            <Button
              key={kind}
              variant={large ? 'primary' : 'secondary'}
              className={large ? 'h-24 rounded-xl text-2xl' : 'h-14 rounded-lg text-lg'}
              disabled={busy || camera.state === 'starting'}
              onClick={() => void press(kind)}
            >
              <Icon className={large ? 'size-7' : 'size-5'} />
              {verbs(`punch_${kind}`)}
            </Button>
          );
        })}
      </div>
    </div>
  );
}

function ShiftLine({ person, screen }: { person: KioskPerson; screen: KioskScreen }) {
  const t = useWords('kiosk');
  const format = useKioskFormat(screen.locale);
  const { shift, state } = person;
  const { zone } = screen.location;
  if (!shift) {
    const refused = !screen.unscheduled && state === 'out';
    return <p className="text-sm text-muted">{t(refused ? 'refusedNow' : 'noShiftNow')}</p>;
  }
  return (
    <p className="rounded-lg border border-border bg-surface p-3">
      <span className="block text-[13px] text-muted">{t('yourShift')}</span>
      <span className="font-medium tabular-nums">{format.times(shift.startsAt, shift.endsAt, zone)}</span>
      {shift.positionName && <span className="text-muted">{` · ${shift.positionName}`}</span>}
    </p>
  );
}
