'use client';
import type { Board, BoardState } from '@vaktplan/contracts/http/board';
import { Card, CardHeader } from '@vaktplan/ui';
import { BoardPersonRow } from './board-person-row';

const columns: { states: BoardState[]; title: string; none: string }[] = [
  { states: ['missing'], title: 'Missing', none: 'Everybody who should be here is here.' },
  { states: ['in', 'on_break'], title: 'Here now', none: 'Nobody is clocked in.' },
  { states: ['expected'], title: 'Expected within two hours', none: 'Nobody is due soon.' },
];

/** The missing first: they are what somebody has to act on. */
export function BoardColumns({ board, showPlace }: { board: Board; showPlace: boolean }) {
  return (
    <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-3">
      {columns.map(({ states, title, none }) => {
        const people = board.data
          .filter((person) => states.includes(person.state))
          .toSorted((a, b) => a.since.localeCompare(b.since) || a.name.localeCompare(b.name));
        const id = `board-${states[0]}`;
        return (
          <Card key={title} aria-labelledby={id}>
            <CardHeader
              id={id}
              title={
                <>
                  {title} <span className="font-normal text-muted tabular-nums">{people.length}</span>
                </>
              }
            />
            {people.length === 0 ? (
              <p className="border-t border-border px-4 py-6 text-center text-sm text-muted">{none}</p>
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
