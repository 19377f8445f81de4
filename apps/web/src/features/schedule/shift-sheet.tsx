'use client';
import { useQueryClient } from '@tanstack/react-query';
import { ShiftView, type RosterView } from '@vaktplan/contracts/http/shifts';
import {
  Badge,
  Button,
  Dialog,
  Field,
  Input,
  NativeSelect,
  SheetContent,
  Textarea,
  toastWithUndo,
  toast,
} from '@vaktplan/ui';
import type { CellRef, ShiftTimes } from '@vaktplan/ui/schedule-grid';
import { Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { useFormat } from '@/features/shell/me';
import { write } from '@/lib/api';
import { asProblem } from '@/lib/problem';
import { useContractForm } from '@/lib/use-contract-form';
import { askingFold, keyWith, type AskFold } from './asking-fold';
import { bodyOf, changedFields, formOfCell, formOfShift, ShiftForm, timesOf } from './shift-form';

export type SheetSubject = { shift: ShiftView } | { cell: CellRef; times: ShiftTimes };

type ShiftSheetProps = {
  subject: SheetSubject | undefined;
  roster: RosterView;
  askFold: AskFold;
  onClose: () => void;
  onDelete: (shift: ShiftView) => void;
  onSaved: (times: ShiftTimes) => void;
};

/** The panel at the right: a new shift, or one to look at, edit and delete. */
export function ShiftSheet({ subject, onClose, ...rest }: ShiftSheetProps) {
  return (
    <Dialog open={subject !== undefined} onOpenChange={(open) => !open && onClose()}>
      {subject && (
        <SheetBody
          key={'shift' in subject ? `${subject.shift.id}-${subject.shift.version}` : 'new'}
          subject={subject}
          onClose={onClose}
          {...rest}
        />
      )}
    </Dialog>
  );
}

const STATE = {
  draft: ['neutral', 'Draft: only managers see it'],
  published: ['success', 'Published'],
  changed: ['warning', 'Changed since it was published'],
  deleted: ['danger', 'Will be removed when published'],
} as const;

function SheetBody({
  subject,
  roster,
  askFold,
  onClose,
  onDelete,
  onSaved,
}: ShiftSheetProps & { subject: SheetSubject }) {
  const client = useQueryClient();
  const format = useFormat();
  const formId = useId();
  // the version the change starts from: the newer one, once the API has refused an older
  const [shift, setShift] = useState('shift' in subject ? subject.shift : undefined);
  const form = useContractForm(
    ShiftForm,
    shift
      ? formOfShift(shift)
      : formOfCell((subject as { cell: CellRef }).cell, (subject as { times: ShiftTimes }).times),
  );
  const { errors, isSubmitting } = form.formState;
  const readOnly = shift ? !shift.abilities.update : !roster.abilities.createShift;

  const save = async (value: ShiftForm, key: string) => {
    const saved = await askingFold(askFold, (folds) => {
      const options = {
        body: bodyOf(value, roster, shift, folds),
        schema: ShiftView,
        idempotencyKey: keyWith(key, folds),
      };
      return shift
        ? write('PATCH', `/shifts/${shift.id}`, { ...options, version: shift.version })
        : write('POST', '/shifts', options);
    }).catch(takeNewer);
    void client.invalidateQueries({ queryKey: ['shifts'] });
    onSaved(timesOf(value));
    onClose();
    toastWithUndo(shift ? 'Shift changed' : 'Shift added', () => void takeBack(saved));
  };

  /** Somebody was faster: theirs is shown, except in the fields changed here. Saving again keeps those. */
  const takeNewer = (error: unknown): never => {
    const newer = ShiftView.safeParse(asProblem(error).current);
    if (shift && newer.success) {
      form.reset({ ...formOfShift(newer.data), ...changedFields(form.getValues(), formOfShift(shift)) });
      setShift(newer.data);
      void client.invalidateQueries({ queryKey: ['shifts'] });
    }
    throw error;
  };

  const takeBack = async (saved: ShiftView) => {
    try {
      if (!shift) await write('DELETE', `/shifts/${saved.id}`, { version: saved.version });
      else await write('PATCH', `/shifts/${shift.id}`, { version: saved.version, body: formerly(shift) });
    } catch (error) {
      toast.error(asProblem(error).detail);
    }
    void client.invalidateQueries({ queryKey: ['shifts'] });
  };

  return (
    <SheetContent
      title={shift ? 'Shift' : 'New shift'}
      description={shift ? format.longDay(shift.localDate) : undefined}
      footer={
        !readOnly && (
          <>
            {shift?.abilities.delete && (
              <Button variant="ghost" className="mr-auto text-danger" onClick={() => onDelete(shift)}>
                <Trash2 /> Delete
              </Button>
            )}
            <Button onClick={onClose}>Cancel</Button>
            <Button variant="primary" type="submit" form={formId} disabled={isSubmitting}>
              {isSubmitting ? 'Saving…' : 'Save'}
            </Button>
          </>
        )
      }
    >
      <form id={formId} className="grid gap-4" onSubmit={form.submitWith(save)} noValidate>
        {shift && (
          <p>
            <Badge tone={STATE[shift.state][0]}>{STATE[shift.state][1]}</Badge>
          </p>
        )}
        {form.rootError && (
          <p role="alert" className="rounded-md border border-danger px-3 py-2 text-sm text-danger">
            {form.rootError}
          </p>
        )}
        <fieldset disabled={readOnly} className="grid gap-4">
          <Field label="Person" error={errors.employeeId?.message}>
            <NativeSelect {...form.register('employeeId')}>
              <option value="">Nobody yet (open shift)</option>
              {roster.employees.map((employee) => (
                <option key={employee.id} value={employee.id}>
                  {employee.name}
                </option>
              ))}
            </NativeSelect>
          </Field>
          <Field label="Day" error={errors.date?.message}>
            <Input type="date" {...form.register('date')} />
          </Field>
          <div className="grid grid-cols-2 gap-3">
            <Field label="Start" error={errors.startsAt?.message}>
              <Input type="time" {...form.register('startsAt')} />
            </Field>
            <Field label="End" error={errors.endsAt?.message} hint="Before the start: on the next day">
              <Input type="time" {...form.register('endsAt')} />
            </Field>
          </div>
          <Field label="Position" error={errors.positionId?.message}>
            <NativeSelect {...form.register('positionId')}>
              <option value="">No position</option>
              {roster.positions.map((position) => (
                <option key={position.id} value={position.id}>
                  {position.name}
                </option>
              ))}
            </NativeSelect>
          </Field>
          <Field label="Unpaid break" hint="Minutes" error={errors.breakMinutes?.message}>
            <Input
              type="number"
              inputMode="numeric"
              min={0}
              max={240}
              step={5}
              {...form.register('breakMinutes')}
            />
          </Field>
          <Field label="Notes" optional error={errors.notes?.message}>
            <Textarea rows={3} {...form.register('notes')} />
          </Field>
        </fieldset>
      </form>
    </SheetContent>
  );
}

const formerly = (shift: ShiftView) => ({
  departmentId: shift.departmentId,
  employeeId: shift.employeeId,
  positionId: shift.positionId,
  startsAt: shift.startsAt,
  endsAt: shift.endsAt,
  notes: shift.notes,
  breaks: shift.breaks,
});
