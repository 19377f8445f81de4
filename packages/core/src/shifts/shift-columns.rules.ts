import type { ShiftColumns } from '@vaktplan/contracts/http/shift-columns';
import { SHIFT_STATES } from '@vaktplan/contracts/http/shift-states';
import type { ShiftView } from '@vaktplan/contracts/http/shifts';
import { shiftMinutes } from './shift.rules.ts';

/** The shifts that a columnar answer stands for. */
export function shiftsOfColumns(answer: ShiftColumns): ShiftView[] {
  const { columns, places, positions, employees, changers, instants, dates, breaks } = answer;
  return columns.id.map((id, nr) => {
    const at = <Item>(list: readonly Item[], column: readonly number[]): Item | null =>
      list[column[nr] as number] ?? null;
    const place = at(places, columns.place) as ShiftColumns['places'][number];
    const state = SHIFT_STATES[columns.state[nr] as number] as ShiftView['state'];
    const kept = state !== 'deleted';
    const shift = {
      startsAt: at(instants, columns.startsAt) as string,
      endsAt: at(instants, columns.endsAt) as string,
      breaks: at(breaks, columns.breaks) ?? [],
    };
    return {
      id,
      scheduleId: place.scheduleId,
      locationId: place.locationId,
      departmentId: place.departmentId,
      positionId: at(positions, columns.position),
      employeeId: at(employees, columns.employee),
      ...shift,
      localDate: at(dates, columns.localDate) as string,
      zone: place.zone,
      ...shiftMinutes(shift),
      notes: answer.notes[id] ?? null,
      state,
      version: columns.version[nr] as number,
      publishedVersion: columns.publishedVersion[nr] || null,
      published: answer.published[id] ?? null,
      changedBy: at(changers, columns.changedBy),
      changedAt: at(instants, columns.changedAt) as string,
      abilities: { update: kept && place.abilities.update, delete: kept && place.abilities.delete },
    };
  });
}
