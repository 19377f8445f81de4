import type { ShiftColumns } from '@vaktplan/contracts/http/shift-columns';
import { SHIFT_STATES } from '@vaktplan/contracts/http/shift-states';
import type { ShiftView } from '@vaktplan/contracts/http/shifts';
import { shiftMinutes } from './shift.rules.ts';

/** The shifts that a columnar answer stands for. */
export function shiftsOfColumns(answer: ShiftColumns): ShiftView[] {
  const { columns, places, positions, employees, changers, instants, dates, breaks } = answer;
  const minutesOf = rememberMinutes(answer);
  return columns.id.map((id, nr) => {
    const place = places[columns.place[nr] as number] as ShiftColumns['places'][number];
    const state = SHIFT_STATES[columns.state[nr] as number] as ShiftView['state'];
    const kept = state !== 'deleted';
    const { minutes, paidMinutes } = minutesOf(nr);
    return {
      id,
      scheduleId: place.scheduleId,
      locationId: place.locationId,
      departmentId: place.departmentId,
      positionId: positions[columns.position[nr] as number] ?? null,
      employeeId: employees[columns.employee[nr] as number] ?? null,
      startsAt: instants[columns.startsAt[nr] as number] as string,
      endsAt: instants[columns.endsAt[nr] as number] as string,
      breaks: breaks[columns.breaks[nr] as number] ?? [],
      localDate: dates[columns.localDate[nr] as number] as string,
      zone: place.zone,
      minutes,
      paidMinutes,
      notes: answer.notes[id] ?? null,
      state,
      version: columns.version[nr] as number,
      publishedVersion: columns.publishedVersion[nr] || null,
      published: answer.published[id] ?? null,
      changedBy: changers[columns.changedBy[nr] as number] ?? null,
      changedAt: instants[columns.changedAt[nr] as number] as string,
      abilities: { update: kept && place.abilities.update, delete: kept && place.abilities.delete },
    };
  });
}

/** Thousands of shifts have the same few times and breaks: their minutes are counted once. */
function rememberMinutes({ columns, instants, breaks }: ShiftColumns) {
  const known = new Map<number, ReturnType<typeof shiftMinutes>>();
  return (nr: number): ReturnType<typeof shiftMinutes> => {
    const start = columns.startsAt[nr] as number;
    const end = columns.endsAt[nr] as number;
    const pauses = columns.breaks[nr] as number;
    // -1 is none, so that all are one more
    const key = (start * instants.length + end) * (breaks.length + 1) + pauses + 1;
    let minutes = known.get(key);
    if (!minutes) {
      const startsAt = instants[start] as string;
      const endsAt = instants[end] as string;
      known.set(key, (minutes = shiftMinutes({ startsAt, endsAt, breaks: breaks[pauses] ?? [] })));
    }
    return minutes;
  };
}
