// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aShift, DAYS, MON, TUE, WED } from './fixtures.ts';
import {
  $,
  cell,
  chip,
  focusCell,
  focused,
  mount,
  named,
  pointer,
  press,
  says,
  setUpPage,
  tearDownPage,
  wait,
} from './grid-harness.tsx';
import type { FeasibilityAnswer, GridPeer, GridPresence, Verdict } from './types.ts';

beforeEach(setUpPage);
afterEach(tearDownPage);

const monday = aShift({ id: 'monday' });
const bosTuesday = aShift({ id: 'bos', employeeId: 'bo', date: TUE });
const ANNA: GridPeer = {
  id: 'u1',
  name: 'Anna',
  initials: 'AB',
  color: '#7c3aed',
  cell: { employeeId: 'bo', date: TUE },
  dragging: ['monday'],
};

test('a finding is marked on its chip and told in words', async () => {
  await mount([monday, bosTuesday], {
    findings: new Map([
      [
        'monday',
        [
          { severity: 'info', text: 'no break' },
          { severity: 'warn', text: 'only 9 hours rest' },
        ] as const,
      ],
    ]),
  });
  expect(chip('monday').querySelector<HTMLElement>('[data-finding]')?.dataset.finding).toBe('warn');
  expect(named(chip('monday'))).toBe(
    '09:00–17:00 Barista, draft, note: no break, warning: only 9 hours rest',
  );
  expect(chip('bos').querySelector('[data-finding]')).toBeNull();
});

test('others are outlined where they are, and what they drag is hatched with their name', async () => {
  await mount([monday, bosTuesday], { presence: [ANNA] });
  expect($('[data-peer]').textContent).toBe('AB');
  expect($('[data-peer]').title).toBe('Anna, Tuesday');
  expect(chip('monday').dataset.elsewhere).toBe('true');
  expect(named(chip('monday'))).toContain('Anna is moving it');
  expect(chip('bos').dataset.elsewhere).toBeUndefined();
});

test('somebody at a place that is not shown is not drawn', async () => {
  await mount([monday], { presence: [{ ...ANNA, cell: { employeeId: 'gone', date: MON } }] });
  expect(document.querySelector('[data-peer]')).toBeNull();
});

test('this tab tells where it is, at most five times a second', async () => {
  const told: GridPresence[] = [];
  await mount([monday], { onPresence: (presence) => told.push(presence) });
  await focusCell('ida', MON);
  await press('ArrowDown', 'ArrowRight', 'ArrowRight');
  await wait(200);
  expect(told).toEqual([{ cell: { employeeId: 'bo', date: WED }, dragging: [] }]);
  await focusCell('ida', MON);
  await press('m');
  await wait(200);
  expect(told.at(-1)).toEqual({ cell: { employeeId: 'ida', date: MON }, dragging: ['monday'] });
});

test('what somebody else changed flashes for 600 ms', async () => {
  await mount([monday, bosTuesday], { flash: new Set(['bos']) });
  expect(chip('bos').dataset.flash).toBe('true');
  expect(chip('monday').dataset.flash).toBeUndefined();
  await wait(600);
  expect(chip('bos').dataset.flash).toBeUndefined();
});

test('what employees see stands beside what is pending', async () => {
  const published = {
    employeeName: 'Bo',
    date: MON,
    startMinutes: 480,
    endMinutes: 960,
    positionName: 'Cook',
  };
  await mount([aShift({ id: 'c', state: 'changed', published }), aShift({ id: 'p', date: TUE, published })]);
  expect(chip('c').querySelector('s')?.dataset.published).toBe('8–16');
  expect(named(chip('c'))).toContain('employees see Bo, Monday 8 to 16, Cook');
  expect(chip('p').querySelector('s')).toBeNull();
});

test('a shift with nothing but another note says only that it changed', async () => {
  const published = {
    employeeName: 'Ida',
    otherPerson: false,
    date: MON,
    startMinutes: 540,
    endMinutes: 1020,
    positionName: 'Barista',
  };
  await mount([
    aShift({ id: 'note', state: 'changed', published }),
    aShift({
      id: 'cook',
      date: TUE,
      state: 'changed',
      published: { ...published, date: TUE, positionName: 'Cook' },
    }),
  ]);
  expect(named(chip('note'))).toBe('09:00–17:00 Barista, changed since it was published');
  expect(chip('note').querySelector('s')).toBeNull();
  expect(chip('cook').querySelector('s')?.dataset.published).toBe('Cook');
});

test('another person or day of the published copy is named', async () => {
  const copy = { date: MON, startMinutes: 540, endMinutes: 1020, positionName: null };
  await mount([
    aShift({ id: 'who', state: 'changed', published: { ...copy, employeeName: null } }),
    aShift({ id: 'when', date: WED, state: 'changed', published: { ...copy, employeeName: 'Ida' } }),
  ]);
  expect(chip('who').querySelector('s')?.dataset.published).toBe('open');
  expect(chip('when').querySelector('s')?.dataset.published).toBe('Mon');
});

describe('feasibility', () => {
  test('what is known early holds until the answer takes its place', async () => {
    const answers: ((answer: FeasibilityAnswer) => void)[] = [];
    await mount([monday], {
      feasibility: (_ids, _range, early) => {
        early(() => ({ verdict: 'warn', reason: 'only 9 hours rest' }));
        return new Promise((resolve) => answers.push(resolve));
      },
    });
    await focusCell('ida', MON);
    await press('m', 'ArrowRight');
    expect(await says()).toBe('Ida, Tuesday: warning, only 9 hours rest.');
    await act(async () => answers[0]?.(() => ({ verdict: 'block', reason: 'on leave' })));
    expect(await says()).toBe('Ida, Tuesday: not possible, on leave.');
  });

  const answer = (employeeId: string | null, date: string, shiftId: string): Verdict | null => {
    if (employeeId !== 'bo') return null;
    if (shiftId === 'monday' && date === MON) return { verdict: 'warn', reason: 'only 9 hours rest' };
    return date === WED ? { verdict: 'block', reason: 'on leave' } : { verdict: 'ok' };
  };

  test('is asked for the days shown, and tints the row', async () => {
    const asked: unknown[] = [];
    await mount([monday], {
      feasibility: async (ids, range) => {
        asked.push([ids, range]);
        return answer;
      },
    });
    await focusCell('ida', MON);
    await press('m', 'ArrowDown');
    expect(asked).toEqual([[['monday'], { startDate: DAYS[0], endDate: DAYS[6] }]]);
    await wait(40);
    expect($('[data-tint]').dataset.verdicts).toBe('warn ok block ok ok ok ok');
    expect($('[data-mark]').textContent).toBe('! only 9 hours rest');
    await press('Escape');
    expect($('[data-tint]').hidden).toBe(true);
    expect($('[data-mark]').hidden).toBe(true);
  });

  test('what it does not know the grid judges itself', async () => {
    await mount([monday, aShift({ id: 'cids', employeeId: 'cid' })], { feasibility: async () => () => null });
    await focusCell('ida', MON);
    await press('m', 'ArrowDown', 'ArrowDown');
    expect($('[data-mark]').textContent).toBe('✕ overlaps 9 to 17');
  });
});

describe('budget', () => {
  const budget = {
    byDay: new Map([
      [MON, { costMinor: 100_000, minutes: null, revenueMinor: 480_000 }],
      [TUE, { costMinor: null, minutes: 600, revenueMinor: null }],
    ]),
    period: { costMinor: 500_000, minutes: null, revenueMinor: null },
  };
  test('each day and the period against what was budgeted', async () => {
    await mount([monday, bosTuesday], { budget });
    const words = [...document.querySelectorAll('[data-budget]')].map((each) =>
      each.textContent.trim().replaceAll('\u00A0', ' '),
    );
    expect(words).toEqual([
      'of DKK 5,000',
      'of DKK 1,000, 25%of DKK 1,000, 25% of sales !, over budget',
      'of 10 h',
    ]);
  });
});

describe('several at once', () => {
  const second = aShift({ id: 'second', startMinutes: 1080, endMinutes: 1320 });
  const click = (target: HTMLElement, ctrlKey: boolean) =>
    act(async () => void target.dispatchEvent(new MouseEvent('click', { bubbles: true, ctrlKey })));

  test('Ctrl+click takes one of two shifts in a cell', async () => {
    const { commands } = await mount([monday, second]);
    await click(chip('second'), true);
    expect(cell('ida', MON).getAttribute('aria-selected')).toBe('true');
    expect(chip('monday').dataset.leftOut).toBe('true');
    await press('Delete');
    await act(async () => cell('ida', MON).focus());
    await press('Delete');
    expect(commands[0]?.changes).toEqual([{ kind: 'remove', shiftId: 'second', version: 1 }]);
  });

  test('Ctrl+click again takes it out, the last one the cell', async () => {
    await mount([monday, second]);
    await click(chip('second'), true);
    await click(chip('monday'), true);
    expect(document.querySelectorAll('[data-left-out]')).toHaveLength(0);
    await click(chip('second'), true);
    expect(chip('second').dataset.leftOut).toBe('true');
    await click(chip('monday'), true);
    expect(cell('ida', MON).getAttribute('aria-selected')).toBe('false');
  });

  test('what was refused stays selected with the reason, the rest is done', async () => {
    const { server, notices } = await mount([monday, bosTuesday]);
    server.change({ ...bosTuesday, version: 5 });
    await focusCell('ida', MON);
    await press('Shift+ArrowDown', 'Shift+ArrowRight', 'o');
    expect(notices.at(-1)).toBe('1 of 2 not saved: changed meanwhile');
    expect(cell(null, MON).contains(chip('monday'))).toBe(true);
    const selected = [...document.querySelectorAll<HTMLElement>('[aria-selected=true]')];
    expect(selected.map((each) => each.dataset.cell)).toEqual([`bo|${TUE}`]);
    expect(named(chip('bos'))).toContain(', not saved: changed meanwhile');
    expect(await says()).toBe('1 of 2 not saved: changed meanwhile');
    await pointer('click', cell('cid', WED), [0, 0]);
    expect(document.querySelector('[data-refused]')).toBeNull();
  });

  test('what was refused is listed with its reasons, and each line leads to its shift', async () => {
    const { server, handle } = await mount([monday, bosTuesday]);
    server.change({ ...bosTuesday, version: 5 });
    await focusCell('ida', MON);
    await press('Shift+ArrowDown', 'Shift+ArrowRight', 'o');
    await act(async () => $('[role=toolbar] [aria-haspopup=dialog]').click());
    const line = $('[role=dialog][aria-label="Not changed"] li');
    expect(line.textContent).toBe('Bo, Tuesday 9 to 17, Baristachanged meanwhile');
    await act(async () => line.querySelector('button')!.click());
    expect(focused()).toBe('bos');
    expect(document.querySelector('[role=dialog]')).toBeNull();
    expect(named(chip('bos')), 'still selected').toContain(', not saved: changed meanwhile');
    // from a toast of the page the same way
    await act(async () => (document.activeElement as HTMLElement).blur());
    await act(async () => handle().showRefused());
    expect(focused()).toBe('bos');
  });
});
