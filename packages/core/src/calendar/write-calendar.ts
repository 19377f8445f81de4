import ical, { ICalCalendarMethod, ICalEventBusyStatus, ICalEventStatus } from 'ical-generator';
import type { CalendarShiftRow } from '@vaktplan/db/queries/calendar-feeds';

/** How often clients are asked to look again, in seconds; most do as they please. */
const REFRESH_SECONDS = 7_200;

type Calendar = { name: string; kind: 'employee' | 'location'; shifts: readonly CalendarShiftRow[] };

/**
 * The calendar as text (RFC 5545), the same for the same shifts. Times are UTC, so that no client has to know a zone;
 * a shift keeps its UID for ever, its SEQUENCE counts its publications, and one that was taken away stays as cancelled.
 */
export function writeCalendar({ name, kind, shifts }: Calendar): string {
  const calendar = ical({
    name: `${name} · Vaktplan`,
    prodId: { company: 'Vaktplan', product: 'Shifts', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_SECONDS,
  });
  for (const shift of shifts) {
    const changedAt = new Date(shift.changedAt);
    calendar.createEvent({
      id: `${shift.shiftId}@vaktplan`,
      sequence: shift.publications - 1,
      stamp: changedAt,
      lastModified: changedAt,
      start: new Date(shift.startsAt),
      end: new Date(shift.endsAt),
      summary: printable(titleOf(kind, shift)),
      description: printable(detailsOf(shift)),
      location: printable([shift.locationName, shift.locationAddress].filter(Boolean).join(', ')),
      status: shift.stands ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
      busystatus: shift.stands ? ICalEventBusyStatus.BUSY : ICalEventBusyStatus.FREE,
    });
  }
  return calendar.toString();
}

function titleOf(kind: Calendar['kind'], shift: CalendarShiftRow): string {
  const work = shift.positionName ?? shift.departmentName;
  return kind === 'employee'
    ? `${work}, ${shift.locationName}`
    : `${shift.employeeName ?? 'Open shift'}: ${work}`;
}

function detailsOf(shift: CalendarShiftRow): string {
  const breaks = shift.breaks.map(({ minutes, paid }) => `Break ${minutes} min, ${paid ? 'paid' : 'unpaid'}`);
  return [`Department: ${shift.departmentName}`, ...breaks, ...(shift.notes ? [shift.notes] : [])].join('\n');
}

/** A calendar file has no place for control characters; the library escapes line feeds only. */
const printable = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/(?![\t\n])\p{Cc}/gu, '');
