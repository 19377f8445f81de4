'use client';
import type { KioskPerson } from '@vaktplan/contracts/http/kiosk';
import { Avatar, Badge } from '@vaktplan/ui';
import { useWords } from '../../lib/words';

const tones = { in: 'success', on_break: 'warning' } as const;

/** Large targets, one a person. */
export function NameList({
  people,
  onChoose,
}: {
  people: KioskPerson[];
  onChoose: (person: KioskPerson) => void;
}) {
  const t = useWords('punch');
  return (
    <ul className="grid grid-cols-1 content-start gap-2 sm:grid-cols-2 lg:max-h-[calc(100dvh-13rem)] lg:-me-1 lg:overflow-y-auto lg:pe-1">
      {people.map((person) => (
        <li key={person.employeeId}>
          <button
            type="button"
            onClick={() => onChoose(person)}
            className="flex h-full min-h-16 w-full items-center gap-3 rounded-lg border border-border bg-surface px-3.5 py-2 text-start shadow-card transition-colors hover:bg-surface-2"
          >
            <Avatar id={person.employeeId} name={person.name} size="lg" />
            <span className="min-w-0 flex-1">
              <span className="line-clamp-2 text-base leading-5 font-medium break-words">{person.name}</span>
              {person.shift?.positionName && (
                <span className="block truncate text-[13px] text-muted">{person.shift.positionName}</span>
              )}
            </span>
            {person.state !== 'out' && <Badge tone={tones[person.state]}>{t(`state_${person.state}`)}</Badge>}
          </button>
        </li>
      ))}
    </ul>
  );
}
