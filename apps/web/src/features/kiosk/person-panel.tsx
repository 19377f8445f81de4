'use client';
import type { KioskPerson, KioskScreen } from '@vaktplan/contracts/http/kiosk';
import type { PunchKind } from '@vaktplan/contracts/http/time-tracking';
import { Avatar, Badge, Button } from '@vaktplan/ui';
import { ArrowLeft, Coffee, LogIn, LogOut, Play } from 'lucide-react';
import { useState } from 'react';
import { formatIn } from '../../lib/format';
import { nextPunches } from '../clock/live-clock';
import { Camera, useCamera } from './camera';

const icons = { in: LogIn, out: LogOut, break_start: Coffee, break_end: Play };
const states = {
  out: { text: 'Not at work', tone: 'neutral' },
  in: { text: 'At work', tone: 'success' },
  on_break: { text: 'On a break', tone: 'warning' },
} as const;
/** Where nobody knows who it is, nobody knows what comes next. */
const everything: { kind: PunchKind; label: string }[] = [
  { kind: 'in', label: 'Clock in' },
  { kind: 'out', label: 'Clock out' },
  { kind: 'break_start', label: 'Start break' },
  { kind: 'break_end', label: 'End break' },
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
        <Button variant="ghost" size="icon" aria-label="Back" onClick={onBack} className="size-11">
          <ArrowLeft className="size-5" />
        </Button>
        {person && <Avatar id={person.employeeId} name={person.name} size="lg" />}
        <div className="min-w-0 flex-1">
          <h2 className="truncate text-xl font-semibold">{person?.name ?? 'What do you want to do?'}</h2>
          {person && <Badge tone={states[person.state].tone}>{states[person.state].text}</Badge>}
        </div>
      </div>
      {person && <ShiftLine person={person} screen={screen} />}
      {unchecked && (
        <p role="status" className="rounded-md bg-warning/12 p-3 text-sm">
          No connection. Your tap is saved on this tablet; your PIN is checked when it is sent.
        </p>
      )}
      {failed && (
        <p role="alert" className="rounded-md bg-danger/10 p-3 text-sm text-danger">
          This tablet could not save the tap, so nothing is recorded. Tell your manager.
        </p>
      )}
      {screen.photo !== 'off' && <Camera camera={camera} required={screen.photo === 'required'} />}
      <div className="grid gap-3">
        {choices.map(({ kind, label }, place) => {
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
              {label}
            </Button>
          );
        })}
      </div>
    </div>
  );
}

function ShiftLine({ person, screen }: { person: KioskPerson; screen: KioskScreen }) {
  const { shift, state } = person;
  const { zone } = screen.location;
  if (!shift) {
    const refused = !screen.unscheduled && state === 'out';
    return (
      <p className="text-sm text-muted">
        {refused
          ? 'You have no shift here now. Ask your manager before you clock in.'
          : 'No shift planned here now'}
      </p>
    );
  }
  return (
    <p className="rounded-lg border border-border bg-surface p-3">
      <span className="block text-[13px] text-muted">Your shift</span>
      <span className="font-medium tabular-nums">
        {formatIn(screen.locale).times(shift.startsAt, shift.endsAt, zone)}
      </span>
      {shift.positionName && <span className="text-muted">{` · ${shift.positionName}`}</span>}
    </p>
  );
}
