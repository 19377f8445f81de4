import * as z from 'zod';
import type { RosterView, ShiftView } from '@vaktplan/contracts/http/shifts';
import type { WordKey } from '@vaktplan/i18n/catalogue';
import type { CellRef, ShiftTimes } from '@vaktplan/ui/schedule-grid';
import type { Words } from '../../lib/words-in';
import { departmentFor } from './grid-data';
import { minutesOf, timeText, wallMinutes, wallText } from './wall-clock';
import type { Answers } from './asking-back';

/** The fields of the panel. An end before the start is on the next day. Field names are the API's, for its errors. */
export function shiftForm(t: Words<WordKey<'planShift'>>) {
  const Time = z.string().refine((text) => minutesOf(text) !== undefined, t('bad_time'));
  return z.object({
    employeeId: z.string(),
    positionId: z.string(),
    date: z.iso.date(t('bad_day')),
    startsAt: Time,
    endsAt: Time,
    breakMinutes: z.coerce.number<string | number>(t('bad_minutes')).int().min(0).max(240),
    notes: z.string().max(2000, t('bad_notes')),
  });
}
export type ShiftForm = z.infer<ReturnType<typeof shiftForm>>;
export type ShiftFormInput = z.input<ReturnType<typeof shiftForm>>;

export const formOfShift = (shift: ShiftView): ShiftFormInput => ({
  employeeId: shift.employeeId ?? '',
  positionId: shift.positionId ?? '',
  date: shift.localDate,
  startsAt: timeText(wallMinutes(shift.startsAt, shift.localDate, shift.zone)),
  endsAt: timeText(wallMinutes(shift.endsAt, shift.localDate, shift.zone)),
  breakMinutes: shift.breaks.reduce((sum, pause) => sum + (pause.paid ? 0 : pause.minutes), 0),
  notes: shift.notes ?? '',
});

export const formOfCell = (cell: CellRef, times: ShiftTimes): ShiftFormInput => ({
  employeeId: cell.employeeId ?? '',
  positionId: times.positionId ?? '',
  date: cell.date,
  startsAt: timeText(times.startMinutes),
  endsAt: timeText(times.endMinutes),
  breakMinutes: 0,
  notes: '',
});

/** What somebody made different from what the panel began with. A number field that was touched holds text. */
export const changedFields = (now: ShiftFormInput, before: ShiftFormInput): Partial<ShiftFormInput> =>
  Object.fromEntries(
    Object.entries(now).filter(
      ([field, value]) => String(value) !== String(before[field as keyof ShiftFormInput]),
    ),
  );

export function timesOf(form: ShiftForm): ShiftTimes {
  const startMinutes = minutesOf(form.startsAt) ?? 0;
  const end = minutesOf(form.endsAt) ?? 0;
  return {
    startMinutes,
    endMinutes: end > startMinutes ? end : end + 1440,
    positionId: form.positionId || null,
  };
}

/** What the API is sent. Breaks the panel cannot show (paid or timed ones) stay as they were unless the minutes change. */
export function bodyOf(form: ShiftForm, roster: RosterView, before: ShiftView | undefined, answers: Answers) {
  const { startMinutes, endMinutes } = timesOf(form);
  const employeeId = form.employeeId || null;
  const positionId = form.positionId || null;
  const sameBreaks = before && formOfShift(before).breakMinutes === form.breakMinutes;
  return {
    departmentId: before?.departmentId ?? departmentFor(roster, employeeId, positionId),
    employeeId,
    positionId,
    startsAt: wallText(form.date, startMinutes),
    endsAt: wallText(form.date, endMinutes),
    ...answers,
    notes: form.notes || null,
    ...(sameBreaks
      ? {}
      : { breaks: form.breakMinutes > 0 ? [{ minutes: form.breakMinutes, paid: false }] : [] }),
  };
}

/** A shift that is not stored yet, as candidates are asked for it. */
export function draftOf(form: ShiftForm, roster: RosterView) {
  const { departmentId = '', positionId, startsAt, endsAt, breaks } = bodyOf(form, roster, undefined, {});
  return { departmentId, positionId, startsAt, endsAt, breaks };
}

/** What puts a stored shift back as it was. */
export const formerly = (shift: ShiftView) => ({
  departmentId: shift.departmentId,
  employeeId: shift.employeeId,
  positionId: shift.positionId,
  startsAt: shift.startsAt,
  endsAt: shift.endsAt,
  notes: shift.notes,
  breaks: shift.breaks,
});
