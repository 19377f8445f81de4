import type { KioskPerson } from '@vaktplan/contracts/http/kiosk';
import type { ProblemCode } from '../../lib/problem';
import type { PunchKind } from '@vaktplan/contracts/http/time-tracking';

/**
 * saved: on this tablet, not sent yet. sent: on its way. confirmed: the server has it. refused: the server said no.
 * A confirmed tap stays until its photo is through.
 */
export type Tap = {
  id: string;
  kind: PunchKind;
  /** Unknown where only a PIN was typed without a connection. */
  employeeId: string | undefined;
  name: string;
  /** The server's time as this tablet knew it at the tap. */
  occurredAt: string;
  offline: boolean;
  sealedPin: string | undefined;
  photo: Blob | undefined;
  state: 'saved' | 'sent' | 'confirmed' | 'refused';
  problem?: string;
  code?: ProblemCode;
};

const after: Record<PunchKind, KioskPerson['state']> = {
  in: 'in',
  out: 'out',
  break_start: 'on_break',
  break_end: 'in',
};

/** A person as they are with the taps of this tablet laid over what the server said. */
export function withTaps(person: KioskPerson, taps: readonly Tap[]): KioskPerson {
  const last = taps.findLast(
    (tap) => tap.employeeId === person.employeeId && (tap.state === 'saved' || tap.state === 'sent'),
  );
  return last ? { ...person, state: after[last.kind], since: last.occurredAt } : person;
}

/** Twice the same within this time is one tap with a nervous finger. */
const repeatMs = 10_000;

export const isRepeat = (
  taps: readonly Tap[],
  next: Pick<Tap, 'kind' | 'employeeId' | 'occurredAt'>,
): boolean =>
  next.employeeId !== undefined &&
  taps.some(
    (tap) =>
      tap.state !== 'refused' &&
      tap.employeeId === next.employeeId &&
      tap.kind === next.kind &&
      Math.abs(Date.parse(next.occurredAt) - Date.parse(tap.occurredAt)) < repeatMs,
  );
