import { QueryClient } from '@tanstack/react-query';
import type { ShiftView } from '@vaktplan/contracts/http/shifts';
import { expect, test } from 'vitest';
import { isOwnEcho } from './own-changes';
import type { ShownWeek } from './shown-week';
import { takeAnswers } from './take-answers';

const key = (locationId: string, startDate: string) => [
  'shifts',
  'columns',
  { locationId, startDate, endDate: startDate },
];
const empty = { meta: { count: 0, startDate: '2026-11-23', endDate: '2026-11-23' } } as ShownWeek;
const shift = { id: 'a', version: 2, locationId: 'here', localDate: '2026-11-23' } as ShiftView;
const answersIn = (client: QueryClient, of: readonly unknown[]) =>
  client.getQueryData<ShownWeek>(of)?.answered?.map((one) => one.id);

test('an answer goes into every plan that is kept, and its echo says nothing new', () => {
  const client = new QueryClient();
  const [shown, beside, port] = [
    key('here', '2026-11-23'),
    key('here', '2026-11-24'),
    key('port', '2026-11-23'),
  ];
  for (const one of [shown, beside, port]) client.setQueryData(one, empty, { updatedAt: 1000 });
  client.setQueryData(['shifts', 'mine'], []);
  takeAnswers(client, [shift], false);
  for (const one of [shown, beside, port]) {
    expect(answersIn(client, one)).toEqual(['a']);
    // as old as it was: other people's changes may be missing all the same
    expect(client.getQueryState(one)).toMatchObject({ dataUpdatedAt: 1000, isInvalidated: false });
  }
  expect(client.getQueryData<ShownWeek>(port)?.locationId).toBe('port');
  expect(client.getQueryState(['shifts', 'mine'])?.isInvalidated).toBe(true);
  expect(isOwnEcho({ id: 'a', version: 2 })).toBe(true);
});

test('what was old stays old, what is on its way is asked for anew, and a refusal makes all ask', async () => {
  const client = new QueryClient();
  const [old, moving] = [key('here', '2026-11-23'), key('here', '2026-11-24')];
  client.setQueryData(old, empty);
  await client.invalidateQueries({ queryKey: old });
  client.setQueryData(moving, empty);
  const before = new Promise<ShownWeek>(() => undefined);
  void client.fetchQuery({ queryKey: moving, queryFn: () => before, staleTime: 0 }).catch(() => undefined);
  takeAnswers(client, [shift], false);
  expect(client.getQueryState(old)?.isInvalidated).toBe(true);
  expect(client.getQueryState(moving)?.isInvalidated).toBe(true);
  const fresh = key('here', '2026-11-25');
  client.setQueryData(fresh, empty);
  takeAnswers(client, [], true);
  expect(client.getQueryState(fresh)?.isInvalidated).toBe(true);
  client.clear();
});
