import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  labelDrop,
  sayAgo,
  sayDone,
  sayPickedUp,
  sayRefused,
  saySelection,
  sayVerdict,
  whatWords,
} from './announce.ts';
import { createAnnouncer } from './announcer.ts';
import { english } from './english.fixture.ts';
import { aShift, format, TUE } from './fixtures.ts';
import { createGridFormat } from './grid-format.ts';

const shift = aShift({ id: 's1' });

test('the spoken strings, word for word', () => {
  expect(sayPickedUp(format, 'move', 'Ida', shift, 1)).toBe(
    'Picked up Ida, Monday 9 to 17, Barista. Arrows to move, Enter to drop.',
  );
  expect(sayPickedUp(format, 'copy', 'Ida', shift, 1)).toBe(
    'Copying Ida, Monday 9 to 17, Barista. Arrows to move, Enter to drop.',
  );
  expect(sayPickedUp(format, 'move', 'Ida', shift, 3)).toBe(
    'Picked up Ida, Monday 9 to 17, Barista and 2 more. Arrows to move, Enter to drop.',
  );
  expect(sayVerdict(format, 'Bo', TUE, { verdict: 'warn', reason: 'only 9 hours rest' })).toBe(
    'Bo, Tuesday: warning, only 9 hours rest.',
  );
  expect(sayVerdict(format, 'Cid', TUE, { verdict: 'block', reason: 'on leave' })).toBe(
    'Cid, Tuesday: not possible, on leave.',
  );
  expect(sayVerdict(format, 'Bo', TUE, { verdict: 'ok' })).toBe('Bo, Tuesday: possible.');
  const label = labelDrop(format, 'move', 'Bo', TUE, 1);
  expect(sayDone(format, label)).toBe('Moved to Bo, Tuesday. Undo with Control Z.');
  expect(format.say('undone', { label })).toBe('Undone: Moved to Bo, Tuesday.');
  expect(labelDrop(format, 'copy', 'Bo', TUE, 4)).toBe('Copied 4 shifts to Bo, Tuesday');
  const what = whatWords(format, [aShift({ id: 's', positionName: null })], () => 'Ida');
  expect(format.say('did_deleted', { what })).toBe('Deleted Ida, Monday 9 to 17');
  expect(saySelection(format, 6, 2, 1, '16 h')).toBe('2 shifts, 1 person, 16 h selected.');
});

test('times are spoken as the clock is read', () => {
  const american = createGridFormat({ words: english, locale: 'en-US', currency: 'USD', hour12: true });
  expect(american.spokenRange(540, 1050)).toBe('9 AM to 5:30 PM');
  expect(format.spokenRange(545, 1440)).toBe('9:05 to 24');
});

test('a refusal says who and how long ago', () => {
  const now = Date.parse('2026-11-23T10:00:00Z');
  expect(sayRefused(format, 'notUndone', 'Anna', sayAgo('2026-11-23T09:59:56Z', now, 'en'))).toBe(
    'Not undone: Anna changed this shift 4 seconds ago.',
  );
  expect(sayRefused(format, 'notUndone', 'Anna', sayAgo('2026-11-23T09:56:00Z', now, 'en'))).toBe(
    'Not undone: Anna changed this shift 4 minutes ago.',
  );
  expect(sayRefused(format, 'notRedone', null, sayAgo(null, now, 'en'))).toBe(
    'Not redone: someone else changed this shift in the meantime.',
  );
});

describe('the live region', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('speaks at most every 300 ms and then the newest', () => {
    const announcer = createAnnouncer();
    const heard: string[] = [];
    announcer.subscribe(() => heard.push(announcer.current()));
    announcer.say('one');
    announcer.say('two');
    announcer.say('three');
    expect(heard).toEqual(['one']);
    vi.advanceTimersByTime(299);
    expect(heard).toEqual(['one']);
    vi.advanceTimersByTime(1);
    expect(heard).toEqual(['one', 'three']);
    announcer.say('four');
    vi.advanceTimersByTime(300);
    expect(heard).toEqual(['one', 'three', 'four']);
  });

  test('the same words twice change the region, or a reader would stay silent', () => {
    const announcer = createAnnouncer();
    announcer.say('same');
    vi.advanceTimersByTime(300);
    announcer.say('same');
    expect(announcer.current()).not.toBe('same');
    expect(announcer.current().trim()).toBe('same');
  });
});
