import { describe, expect, test } from 'vitest';
import { english as say } from './english.fixture.ts';
import { impliedPosition, parseQuickEntry } from './quick-entry.ts';

const positions = [
  { id: 'bar', name: 'Barista' },
  { id: 'cook', name: 'Cook' },
  { id: 'floor', name: 'Floor manager' },
  { id: 'back', name: 'Barback' },
  { id: 'dish', name: 'Opvasker køkken' },
];
const h = (hours: number, minutes = 0) => hours * 60 + minutes;

describe('times', () => {
  test.each([
    ['9-17', h(9), h(17)],
    [' 9 - 17 ', h(9), h(17)],
    ['9–17', h(9), h(17)],
    ['9 to 17', h(9), h(17)],
    ['22-6', h(22), h(30)],
    ['9:30-17', h(9, 30), h(17)],
    ['9.30-17.15', h(9, 30), h(17, 15)],
    ['0930-1700', h(9, 30), h(17)],
    ['930-17', h(9, 30), h(17)],
    ['0-8', 0, h(8)],
    ['16-24', h(16), h(24)],
    ['16-0', h(16), h(24)],
    ['9a-5p', h(9), h(17)],
    ['9am-5pm', h(9), h(17)],
    ['9 am - 5 pm', h(9), h(17)],
    ['9-5p', h(9), h(17)],
    ['٩:٣٠-١٧', h(9) + 30, h(17)],
    ['9a-5', h(9), h(17)],
    ['1-5p', h(13), h(17)],
    ['10p-6a', h(22), h(30)],
    ['12a-8a', 0, h(8)],
    ['12p-8p', h(12), h(20)],
  ])('%s', (text, startMinutes, endMinutes) => {
    expect(parseQuickEntry(text, { positions, say })).toEqual({
      ok: true,
      startMinutes,
      endMinutes,
      positionId: null,
    });
  });

  test.each([
    ['9-5', h(9), h(17)],
    ['10-2', h(10), h(14)],
    ['1-5', h(13), h(17)],
    ['12-8', h(12), h(20)],
    ['9-17', h(9), h(17)],
    ['11:30-7', h(11, 30), h(19)],
  ])('%s where the clock has twelve hours', (text, startMinutes, endMinutes) => {
    expect(parseQuickEntry(text, { positions, hour12: true, say })).toMatchObject({
      startMinutes,
      endMinutes,
    });
  });
});

describe('positions', () => {
  test.each([
    ['9-17 barista', 'bar'],
    ['9-17 baris', 'bar'],
    ['9-17 COOK', 'cook'],
    ['9-17 man', 'floor'],
    ['9-17 kok', null],
    ['9-17 floor manager', 'floor'],
  ])('%s', (text, positionId) => {
    const read = parseQuickEntry(text, { positions, say });
    if (positionId) expect(read).toMatchObject({ ok: true, positionId });
    else expect(read).toMatchObject({ ok: false });
  });

  test('an accent that was not typed does not matter', () => {
    const accented = [{ id: 'k', name: 'Café' }];
    expect(parseQuickEntry('9-17 cafe', { positions: accented, say })).toMatchObject({ positionId: 'k' });
  });
});

describe('without a position typed it is for', () => {
  test.each([
    ['the section’s', { section: 'cook', held: ['bar'], last: 'floor' }, 'cook'],
    ['the only one held', { section: undefined, held: ['bar'], last: 'floor' }, 'bar'],
    ['of several the one used last', { section: undefined, held: ['bar', 'cook'], last: 'cook' }, 'cook'],
    ['not one that others hold', { section: undefined, held: ['bar', 'cook'], last: 'floor' }, null],
    ['of an open shift the one used last', { section: undefined, held: [], last: 'floor' }, 'floor'],
    ['of several none', { section: undefined, held: ['bar', 'cook'], last: undefined }, null],
    ['none, as nobody is to work it yet', { section: undefined, held: [], last: null }, null],
  ])('%s', (_, hints, positionId) => {
    expect(impliedPosition(hints)).toBe(positionId);
  });
});

describe('what cannot be read says what to write', () => {
  test.each([
    ['', 'Type a start and an end, such as 9-17.'],
    ['hello', '“hello” is not a time range. Write it like 9-17 or 9:30-17 barista.'],
    ['9', '“9” is not a time range. Write it like 9-17 or 9:30-17 barista.'],
    ['9-9', 'Start and end are the same.'],
    ['25-30', '25 is not a time: hours go to 24.'],
    ['9:75-17', '9:75 is not a time: minutes go to 59.'],
    ['13p-5p', '13 pm is not a time.'],
    ['9-5', 'That would last 20 hours. Write the end as 17 or 5p, or use the form for longer shifts.'],
    ['9-17 pilot', 'There is no position called “pilot”.'],
    ['9-17 bar', '“bar” could be Barista or Barback. Type a little more.'],
  ])('%s', (text, error) => {
    expect(parseQuickEntry(text, { positions, say })).toEqual({ ok: false, error });
  });
});
