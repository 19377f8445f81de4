import type { QueryClient } from '@tanstack/react-query';
import type { ShiftView } from '@vaktplan/contracts/http/shifts';
import { noteOwn } from './own-changes';
import { withAnswers, type ShownWeek } from './shown-week';

const COLUMNS = ['shifts', 'columns'];

/**
 * Puts what our own changes were answered with into every plan that is kept, whatever its days and location, so that none
 * of them need be asked for again. One that is on its way was perhaps read before: it is asked for anew, as all are with
 * `stale`. What was known to be old stays so.
 */
export function takeAnswers(client: QueryClient, answered: readonly ShiftView[], stale: boolean): void {
  for (const shift of answered) noteOwn(shift);
  for (const query of client.getQueryCache().findAll({ queryKey: COLUMNS })) {
    const { dataUpdatedAt: updatedAt, fetchStatus, isInvalidated } = query.state;
    const { locationId } = query.queryKey.at(-1) as { locationId?: string };
    if (answered.length > 0 && locationId)
      client.setQueryData<ShownWeek>(
        query.queryKey,
        (week) => week && withAnswers(week, answered, locationId),
        { updatedAt },
      );
    if (stale || isInvalidated || fetchStatus !== 'idle')
      void client.invalidateQueries({ queryKey: query.queryKey, exact: true });
  }
  // other lists of shifts: asked again when they are next looked at
  void client.invalidateQueries({
    queryKey: ['shifts'],
    refetchType: 'none',
    predicate: ({ queryKey }) => queryKey[1] !== COLUMNS[1],
  });
}
