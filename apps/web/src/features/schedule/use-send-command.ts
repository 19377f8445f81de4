'use client';
import { useQueryClient } from '@tanstack/react-query';
import type { RosterView, ShiftView } from '@vaktplan/contracts/http/shifts';
import type { CommandResult, GridCommand } from '@vaktplan/ui/schedule-grid';
import { useCallback, useRef } from 'react';
import { useProblemWords } from '@/lib/problem-words';
import { useWords } from '@/lib/words';
import { indexRoster, toGridShift } from './grid-data';
import { sendChange, type SendContext } from './send-change';
import { sendMany } from './send-many';
import { takeAnswers } from './take-answers';

type Given = {
  roster: RosterView;
  /** Rosters of the other locations on the page. */
  others: ReadonlyMap<string, { roster: RosterView }>;
  askBack: SendContext['askBack'];
  clashed: SendContext['clashed'];
};

/** How the grid's commands reach the API. What comes back goes straight into the plans kept; a refusal makes them ask again. */
export function useSendCommand(given: Given): (command: GridCommand) => Promise<CommandResult> {
  const client = useQueryClient();
  const t = useWords('plan');
  const problemWords = useProblemWords();
  const latest = useRef({ ...given, problemWords, t });
  latest.current = { ...given, problemWords, t };
  const deletedVersions = useRef(new Map<string, number>());

  return useCallback(
    async (command: GridCommand) => {
      // what it changes is shown first: making a request takes as long as drawing it
      await new Promise((resolve) => setTimeout(resolve));
      const { roster, others, ...rest } = latest.current;
      const rosters = new Map([...others].map(([id, one]) => [id, one.roster]));
      const drawnBy = (locationId: string) => indexRoster(rosters.get(locationId) ?? roster);
      const answered: ShiftView[] = [];
      const context: SendContext = {
        roster,
        others: rosters,
        draw: (shift) => toGridShift(shift, drawnBy(shift.locationId)),
        keep: (shift) => answered.push(shift),
        deletedVersions: deletedVersions.current,
        ...rest,
      };
      const [only, ...more] = command.changes;
      const outcomes =
        only && more.length === 0
          ? [await sendChange(only, `${command.id}-0`, context)]
          : await sendMany(command.changes, command.id, context);
      takeAnswers(
        client,
        answered,
        outcomes.some((outcome) => !outcome.ok),
      );
      return { outcomes };
    },
    [client],
  );
}
