import type { SeenShift, ShiftChange } from '@vaktplan/contracts/http/schedules';
import { shiftText } from '../notify/local-text.ts';

/**
 * One change as a line: `Mon 1 Dec, 09:00–17:00, Barista → 10:00–18:00`-like for a changed shift, with only what is another;
 * the shift itself for one that is new or gone. Times as on the wall at work.
 */
export function changeWords({ before, after }: Omit<ShiftChange, 'words'>, locale: string): string {
  if (before && after) {
    const parts = differences(before, after, locale);
    return parts.length === 0 ? describe(after, locale) : parts.join('; ');
  }
  const shift = before ?? after;
  return shift ? describe(shift, locale) : '';
}

const place = (shift: SeenShift) => shift.positionName ?? shift.departmentName;
const pauses = (shift: SeenShift) => shift.breaks.reduce((sum, { minutes }) => sum + minutes, 0);
const pauseText = (shift: SeenShift) => (pauses(shift) > 0 ? `${pauses(shift)} min break` : 'no break');
const note = (shift: SeenShift) => (shift.notes ? `“${shift.notes}”` : 'no note');

const describe = (shift: SeenShift, locale: string): string =>
  [
    shiftText(shift, locale),
    place(shift),
    ...(pauses(shift) > 0 ? [pauseText(shift)] : []),
    ...(shift.notes ? [note(shift)] : []),
  ].join(', ');

const shownBreaks = (shift: SeenShift) =>
  JSON.stringify(shift.breaks.map((pause) => [pause.minutes, pause.paid, pause.startsAt]));

function differences(before: SeenShift, after: SeenShift, locale: string): string[] {
  const arrow = (text: (shift: SeenShift) => string) => `${text(before)} → ${text(after)}`;
  const when = (shift: SeenShift) => shiftText(shift, locale);
  const differ = (text: (shift: SeenShift) => string | null) => text(before) !== text(after);
  const moved = differ((shift) => `${shift.startsAt} ${shift.endsAt} ${shift.zone}`);
  const parts = [moved ? arrow(when) : when(after)];
  if (differ(place)) parts.push(arrow(place));
  if (differ((shift) => shift.locationName)) parts.push(arrow((shift) => shift.locationName));
  if (differ(pauseText)) parts.push(arrow(pauseText));
  else if (differ(shownBreaks)) parts.push('breaks at other times');
  if (differ((shift) => shift.notes)) parts.push(arrow(note));
  return parts;
}
