import type { RosterView, ShiftView } from '@vaktplan/contracts/http/shifts';
import { compiledWords } from '@vaktplan/i18n/catalogue';
import { expect, test } from 'vitest';
import { wordsIn } from '../../lib/words-in';
import type { FindingWords } from './finding-words';
import { judgeHere } from './judge-here';

const t: FindingWords = wordsIn('en', compiledWords('en', 'findings'));

const roster = {
  location: { id: 'here', weekStart: 1 },
  closedDays: [{ date: '2026-03-27', name: null }],
  positions: [{ id: 'bar', name: 'Barista' }],
  employees: [
    { id: 'ida', status: 'active', positionIds: ['bar'], contractedMinutesPerWeek: 2220, contracts: [] },
    {
      id: 'bo',
      status: 'active',
      positionIds: [],
      contractedMinutesPerWeek: null,
      contracts: [{ from: '2026-03-25', to: null }],
    },
  ],
} as unknown as RosterView;

const shift = (id: string, employeeId: string | null, localDate: string, from: string, to: string) =>
  ({
    id,
    employeeId,
    localDate,
    locationId: 'here',
    positionId: 'bar',
    zone: 'Europe/Copenhagen',
    startsAt: from,
    endsAt: to,
    minutes: 480,
    paidMinutes: 450,
    state: 'draft',
  }) as unknown as ShiftView;

const late = shift('late', 'ida', '2026-03-23', '2026-03-23T13:00:00Z', '2026-03-23T22:00:00Z');
const early = shift('early', 'ida', '2026-03-26', '2026-03-26T07:00:00Z', '2026-03-26T15:00:00Z');
const verdicts = judgeHere(roster, [late, early], ['early'], t);

test('the rules of the API judge in the browser, from what is on the page', () => {
  // 23:00 to 08:00
  expect(verdicts('ida', '2026-03-24', 'early')).toEqual({ verdict: 'warn', reason: 'only 9 hours rest' });
  expect(verdicts('ida', '2026-03-23', 'early')).toMatchObject({ verdict: 'block' });
  expect(verdicts('ida', '2026-03-25', 'early')).toBeNull();
  expect(verdicts('bo', '2026-03-24', 'early')).toEqual({ verdict: 'block', reason: 'no contract that day' });
  expect(verdicts('bo', '2026-03-25', 'early')).toEqual({
    verdict: 'warn',
    reason: 'does not hold the position Barista',
  });
  expect(verdicts('ida', '2026-03-27', 'early')).toEqual({
    verdict: 'warn',
    reason: 'the location is closed that day',
  });
});

test('what is carried is in nobody’s way, and what is not known is left to the API', () => {
  expect(verdicts('ida', '2026-03-26', 'early')).toBeNull();
  expect(verdicts(null, '2026-03-24', 'early')).toBeNull();
  expect(verdicts('stranger', '2026-03-24', 'early')).toBeNull();
  expect(verdicts('ida', '2026-03-24', 'unknown')).toBeNull();
});

test('on the night the clocks go forward the rest is an hour shorter', () => {
  const saturday = shift('saturday', 'ida', '2026-03-28', '2026-03-28T11:00:00Z', '2026-03-28T20:30:00Z');
  const judged = judgeHere(roster, [saturday, early], ['early'], t);
  // 21:30 to 08:00 is ten and a half hours by the clock
  expect(judged('ida', '2026-03-29', 'early')).toEqual({
    verdict: 'warn',
    reason: 'only 9 hours 30 minutes rest',
  });
});
