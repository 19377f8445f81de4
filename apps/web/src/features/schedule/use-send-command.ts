'use client';
import { useQueryClient } from '@tanstack/react-query';
import type { RosterView, ShiftView } from '@vaktplan/contracts/http/shifts';
import type { CommandResult, GridCommand } from '@vaktplan/ui/schedule-grid';
import { useCallback, useRef } from 'react';
import { keyOf } from '@/lib/resource';
import { indexRoster, toGridShift } from './grid-data';
import { weekShiftsResource } from './resources';
import { sendChange, type SendContext } from './send-change';
import { sendMany } from './send-many';
import { withAnswers, type ShownWeek } from './shown-week';

type Given = {
  roster: RosterView;
  /** Rosters of the other locations on the page. */
  others: ReadonlyMap<string, { roster: RosterView }>;
  range: { locationId: string; startDate: string; endDate: string };
  askBack: SendContext['askBack'];
  clashed: SendContext['clashed'];
};

/** How the grid's commands reach the API. What comes back goes straight into the shown weeks; a refusal makes them ask again. */
export function useSendCommand(given: Given): (command: GridCommand) => Promise<CommandResult> {
  const client = useQueryClient();
  const latest = useRef(given);
  latest.current = given;
  const deletedVersions = useRef(new Map<string, number>());

  return useCallback(
    async (command: GridCommand) => {
      const { roster, others, range, askBack, clashed } = latest.current;
      const rosters = new Map([...others].map(([id, one]) => [id, one.roster]));
      const drawnBy = (locationId: string) => indexRoster(rosters.get(locationId) ?? roster);
      const answered: ShiftView[] = [];
      const context: SendContext = {
        roster,
        others: rosters,
        draw: (shift) => toGridShift(shift, drawnBy(shift.locationId)),
        keep: (shift) => answered.push(shift),
        deletedVersions: deletedVersions.current,
        askBack,
        clashed,
      };
      const [only, ...more] = command.changes;
      const outcomes =
        only && more.length === 0
          ? [await sendChange(only, `${command.id}-0`, context)]
          : await sendMany(command.changes, command.id, context);
      const stale =
        outcomes.some((outcome) => !outcome.ok) || command.changes.some((change) => change.kind === 'remove');
      for (const locationId of [range.locationId, ...others.keys()]) {
        const key = keyOf(weekShiftsResource({ ...range, locationId }));
        await client.cancelQueries({ queryKey: key });
        client.setQueryData<ShownWeek>(key, (week) => week && withAnswers(week, answered, locationId));
        if (stale) void client.invalidateQueries({ queryKey: key });
      }
      return { outcomes };
    },
    [client],
  );
}
