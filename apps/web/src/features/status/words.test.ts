import type { StatusView } from '@vaktplan/contracts/http/status';
import { JOBS, QUEUES } from '@vaktplan/contracts/jobs';
import { compiledWords } from '@vaktplan/i18n/catalogue';
import { describe, expect, test } from 'vitest';
import { wordsIn } from '../../lib/words-in';
import { ageWords, jobWords, troublesOf, type OperationWords } from './words';

const t: OperationWords = wordsIn('en', compiledWords('en', 'operations'));

const at = '2026-11-22T09:00:00.000Z';
const worker = { service: 'worker', id: 'a', release: '1', startedAt: at, seenAt: at, breakers: [] } as const;
const well: StatusView = {
  at,
  release: '1',
  stores: { postgres: { status: 'ok', ms: 1 }, redis: { status: 'ok', ms: 1 } },
  instances: [{ ...worker, breakers: [] }],
  relayLagSeconds: 0.2,
  queues: [{ name: 'events', waiting: 1, active: 0, delayed: 0, failed: 3, oldestSeconds: 12 }],
  board: false,
};
const failing = { status: 'failing', ms: 1000 } as const;
const open = { upstream: 'maileroo', state: 'open' } as const;

describe('what is wrong', () => {
  test('nothing, when all is well', () => expect(troublesOf(t, well)).toEqual([]));

  test.each<[string, Partial<StatusView>, RegExp]>([
    ['Postgres', { stores: { ...well.stores, postgres: failing } }, /Postgres does not answer/],
    [
      'Redis',
      { stores: { ...well.stores, redis: failing }, instances: null, queues: null, relayLagSeconds: null },
      /Redis does not answer/,
    ],
    ['the worker', { instances: [{ ...worker, service: 'api', breakers: [] }] }, /No worker runs/],
    ['the relay', { relayLagSeconds: 125 }, /waited 2 min to be told/],
    ['a queue', { queues: [{ ...well.queues![0]!, oldestSeconds: 7_300 }] }, /“Events” has waited 2 h/],
    [
      'a vendor, however many processes say so',
      {
        instances: [
          { ...worker, breakers: [open] },
          { ...worker, breakers: [open] },
        ],
      },
      /Maileroo does not answer/,
    ],
  ])('%s', (_what, change, sentence) => {
    expect(troublesOf(t, { ...well, ...change })).toEqual([expect.stringMatching(sentence)]);
  });
});

test.each([
  [0.4, 'none'],
  [1, '1 s'],
  [59.4, '59 s'],
  [90, '2 min'],
  [7_200, '2 h'],
  [200_000, '2 d'],
])('%d seconds are %s', (seconds, words) => expect(ageWords(t, seconds)).toBe(words));

test('a name as people say it', () => {
  expect(jobWords(t, 'send-shift-notification')).toBe('Send shift notification');
  expect(jobWords(t, 'some-vendor')).toBe('Some vendor');
});

test('every job and queue has a name in the catalogue', () =>
  expect([...Object.keys(JOBS), ...Object.keys(QUEUES)].filter((name) => !t.has(`name_${name}`))).toEqual(
    [],
  ));
