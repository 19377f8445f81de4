import { describe, expect, test } from 'vitest';
import { backoffMs, judge } from './retry';
import { LONGEST_PAUSE_MS } from './sync-store';

const problem = (code: string, detail = 'why') => ({ code, detail, correlationId: 'c' });

describe('what an answer means for the row', () => {
  test.each([
    [200, { any: 1 }, 'ok'],
    [201, null, 'ok'],
    [401, problem('token_expired'), 'signedOut'],
    [400, problem('validation_failed'), 'refused'],
    [403, problem('no_employee'), 'refused'],
    [404, problem('not_found'), 'refused'],
    [409, problem('already_clocked_in'), 'refused'],
    [422, problem('punch_too_old'), 'refused'],
    [422, problem('a_code_of_next_year'), 'refused'],
    [403, problem('forbidden'), 'later'],
    [409, problem('idempotency_key_in_use'), 'later'],
    [408, problem('bad_request'), 'later'],
    [425, problem('bad_request'), 'later'],
    [429, problem('too_many_requests'), 'later'],
    [500, problem('internal'), 'later'],
    [503, problem('unavailable'), 'later'],
    // not our server's words: a proxy, a hotel, a deployment in the middle
    [400, 'Bad Request', 'later'],
    [403, '<html>', 'later'],
    [404, undefined, 'later'],
    [409, { message: 'conflict' }, 'later'],
    [302, undefined, 'later'],
    [0, undefined, 'later'],
  ])('%i %j: %s', (status, body, kind) => {
    expect(judge({ status, body }, 0).kind).toBe(kind);
  });

  test('forbidden is asked again, but not for ever', () => {
    const answer = { status: 403, body: problem('forbidden', 'Ask an administrator.') };
    expect(judge(answer, 9).kind).toBe('later');
    expect(judge(answer, 10)).toEqual({
      kind: 'refused',
      code: 'forbidden',
      reason: 'Ask an administrator.',
    });
  });

  test.each([
    [30, 30_000],
    [1e9, LONGEST_PAUSE_MS],
    [-5, 0],
  ])('a server that says wait %i seconds is heard', (retryAfterSeconds, pauseMs) => {
    const answer = { status: 429, body: problem('too_many_requests'), retryAfterSeconds };
    expect(judge(answer, 0)).toMatchObject({ kind: 'later', pauseMs });
  });
});

test('pauses double up to a quarter of an hour, with half of it left to chance', () => {
  expect([0, 1, 2, 3].map((tries) => backoffMs(tries, 1))).toEqual([2000, 4000, 8000, 16_000]);
  expect(backoffMs(0, 0)).toBe(1000);
  expect(backoffMs(500, 1)).toBe(LONGEST_PAUSE_MS);
});
