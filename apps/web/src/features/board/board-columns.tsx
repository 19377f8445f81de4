'use client';
import type { Board, BoardState } from '@vaktplan/contracts/http/board';
import { Card, CardHeader } from '@vaktplan/ui';
import { useWords } from '@/lib/words';
import { BoardPersonRow } from './board-person-row';

const columns = [
  { name: 'missing', states: ['missing'] },
  { name: 'in', states: ['in', 'on_break'] },
  { name: 'expected', states: ['expected'] },
] as const satisfies { name: string; states: BoardState[] }[];

/** The missing first: they are what somebody has to act on. */
export function BoardColumns({ board, showPlace }: { board: Board; showPlace: boolean }) {
  const t = useWords('board');
  return (
    <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-3">
      {columns.map(({ name, states }) => {
        const people = board.data
          .filter((person) => (states as readonly BoardState[]).includes(person.state))
          .toSorted((a, b) => a.since.localeCompare(b.since) || a.name.localeCompare(b.name));
        const id = `board-${name}`;
        return (
          <Card key={name} aria-labelledby={id}>
            <CardHeader
              id={id}
              title={
                <>
                  {t(name)} <span className="font-normal text-muted tabular-nums">{people.length}</span>
                </>
              }
            />
            {people.length === 0 ? (
              <p className="border-t border-border px-4 py-6 text-center text-sm text-muted">
                {t(`${name}None`)}
              </p>
            ) : (
              <ul className="divide-y divide-border border-t border-border">
                {people.map((person) => (
                  <BoardPersonRow
                    key={`${person.employeeId}-${person.shift?.id ?? person.entryId}`}
                    person={person}
                    at={board.meta.at}
                    showPlace={showPlace}
                  />
                ))}
              </ul>
            )}
          </Card>
        );
      })}
    </div>
  );
}
