'use client';
import { type ComponentProps, type Ref, useImperativeHandle, useState } from 'react';
import { ShiftSheet } from './lazy-panels';
import type { SheetSubject } from './shift-sheet';
import type { RosterView } from '@vaktplan/contracts/http/shifts';

export type OpenedShiftHandle = { open(subject: SheetSubject): void };

type Sheet = ComponentProps<typeof ShiftSheet>;
type OpenedShiftProps = Pick<Sheet, 'askBack' | 'findings' | 'onAssign' | 'onDelete' | 'onSaved'> & {
  ref: Ref<OpenedShiftHandle>;
  rosterOf: (subject: SheetSubject) => RosterView;
};

/** Which shift the panel shows is known here alone: the board is not drawn anew for opening and closing it. */
export function OpenedShift({ ref, rosterOf, onAssign, onDelete, ...rest }: OpenedShiftProps) {
  const [subject, setSubject] = useState<SheetSubject>();
  useImperativeHandle(ref, () => ({ open: setSubject }), []);
  if (!subject) return null;
  const close = () => setSubject(undefined);
  return (
    <ShiftSheet
      subject={subject}
      roster={rosterOf(subject)}
      onClose={close}
      onAssign={(shift, to) => {
        close();
        onAssign(shift, to);
      }}
      onDelete={(shift) => {
        close();
        onDelete(shift);
      }}
      {...rest}
    />
  );
}
