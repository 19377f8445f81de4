import { EllipsisVertical, Plus } from 'lucide-react';
import { Chip } from './chip.tsx';
import { drop, plannedAt } from './carry-actions.ts';
import { useGrid } from './grid-context.ts';
import type { GridHost } from './grid-host.ts';
import type { Carry } from './grid-state.ts';
import type { GridSection, GridShift } from './types.ts';

interface PersonDayProps {
  host: GridHost;
  employeeId: string | null;
  name: string;
  /** The location it is listed under. */
  place?: GridSection | undefined;
  date: string;
  shifts: readonly GridShift[];
  carry: Carry | null;
  onMenu: (shiftId: string, button: HTMLElement) => void;
}

/** Pixels for a person with that many shifts: the name, a chip each, gaps, padding and the line below. */
export const personDayHeight = (shifts: number): number => 61 + shifts * 50;

/** One person's shifts on the chosen day; while something is being moved, the place to put it. */
export function PersonDay(props: PersonDayProps) {
  const { host, employeeId, name, date, shifts, carry } = props;
  const { canEdit, format } = useGrid();
  const { place } = props;
  const there = place ? format.list([name, place.name]) : name;
  const at = place ? { sectionId: place.id } : {};
  return (
    <div className="flex flex-col gap-1.5 px-4 py-2">
      <div className="flex min-h-11 items-center gap-2">
        <span className="min-w-0 flex-1 truncate text-sm font-medium">{name}</span>
        {carry ? (
          <DropHere host={host} carry={carry} employeeId={employeeId} date={date} name={name} />
        ) : (
          canEdit &&
          !place?.locked && (
            <button
              type="button"
              aria-label={format.say('addFor', { name: there })}
              onClick={() => host.props().onCreateAt({ employeeId, date, ...at })}
              className={ROUND}
            >
              <Plus aria-hidden="true" className="size-5" />
            </button>
          )
        )}
      </div>
      {shifts.map((shift) => (
        <div key={shift.id} className="flex items-center gap-1">
          <ListChip host={host} shift={shift} />
          {canEdit && !carry && (
            <button
              type="button"
              aria-label={format.say('moreFor', {
                name: there,
                range: format.range(shift.startMinutes, shift.endMinutes),
              })}
              aria-haspopup="menu"
              onClick={(event) => props.onMenu(shift.id, event.currentTarget)}
              className={ROUND}
            >
              <EllipsisVertical aria-hidden="true" className="size-5" />
            </button>
          )}
        </div>
      ))}
    </div>
  );
}

const ROUND =
  'grid size-11 shrink-0 place-items-center rounded-md text-muted focus-visible:outline-2 focus-visible:outline-ring';

/** The grid's chip, here a tab stop that opens the shift. */
function ListChip({ host, shift }: { host: GridHost; shift: GridShift }) {
  return (
    <div className="min-w-0 flex-1">
      <Chip shift={shift} onOpen={() => host.props().onOpenShift(shift)} />
    </div>
  );
}

function DropHere(props: Pick<PersonDayProps, 'host' | 'employeeId' | 'date' | 'name'> & { carry: Carry }) {
  const { host, carry, employeeId, date, name } = props;
  const { say } = host.format();
  const { verdict } = plannedAt(host, carry, { employeeId, date });
  const blocked = verdict.verdict === 'block';
  return (
    <>
      {verdict.verdict !== 'ok' && (
        <span className={`truncate text-xs ${blocked ? 'text-danger' : 'text-warning'}`}>
          {verdict.reason}
        </span>
      )}
      <button
        type="button"
        disabled={blocked}
        onClick={() => drop(host, carry, { employeeId, date })}
        className="h-11 shrink-0 rounded-md border border-border bg-surface px-3 text-sm font-medium focus-visible:outline-2 focus-visible:outline-ring disabled:opacity-50"
      >
        {say('here')}
        <span className="sr-only">{`${say('comma')}${name}`}</span>
      </button>
    </>
  );
}
