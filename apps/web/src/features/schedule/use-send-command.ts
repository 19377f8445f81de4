'use client';
import { useQueryClient } from '@tanstack/react-query';
import type { RosterView, ShiftView } from '@vaktplan/contracts/http/shifts';
import type { CommandResult, GridCommand } from '@vaktplan/ui/schedule-grid';
import { useCallback, useRef } from 'react';
import { keyOf, type Resource } from '@/lib/resource';
import { indexRoster, toGridShift } from './grid-data';
import { sendChange, type SendContext } from './send-change';
import { sendMany } from './send-many';
import { withAnswers, type ShownWeek } from './shown-week';

type Given = {
  roster: RosterView;
  shown: Resource<ShownWeek>;
  askBack: SendContext['askBack'];
  clashed: SendContext['clashed'];
};

/** How the grid's commands reach the API. What comes back goes straight into the shown week; a refusal makes it ask again. */
export function useSendCommand(given: Given): (command: GridCommand) => Promise<CommandResult> {
  const client = useQueryClient();
  const latest = useRef(given);
  latest.current = given;
  const deletedVersions = useRef(new Map<string, number>());

  return useCallback(
    async (command: GridCommand) => {
      const { roster, shown, askBack, clashed } = latest.current;
      const indexed = indexRoster(roster);
      const answered: ShiftView[] = [];
      const context: SendContext = {
        roster,
        draw: (shift) => toGridShift(shift, indexed),
        keep: (shift) => answered.push(shift),
        deletedVersions: deletedVersions.current,
        askBack,
        clashed,
      };
      const [only, ...others] = command.changes;
      const outcomes =
        only && others.length === 0
          ? [await sendChange(only, `${command.id}-0`, context)]
          : await sendMany(command.changes, command.id, context);
      const key = keyOf(shown);
      await client.cancelQueries({ queryKey: key });
      client.setQueryData<ShownWeek>(key, (week) => week && withAnswers(week, answered));
      if (
        outcomes.some((outcome) => !outcome.ok) ||
        command.changes.some((change) => change.kind === 'remove')
      ) {
        void client.invalidateQueries({ queryKey: key });
      }
      return { outcomes };
    },
    [client],
  );
}
