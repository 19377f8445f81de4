// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aShift, MON, SUN, TUE } from './fixtures.ts';
import {
  $,
  cell,
  chip,
  focusCell,
  mount,
  pointer,
  press,
  setUpPage,
  tearDownPage,
  type,
} from './grid-harness.tsx';
import { HEADER_HEIGHT, ROW_HEADER_WIDTH, ROW_HEIGHT } from './layout.ts';
import { createServer } from './server-fixture.ts';
import type { CommandResult, GridCommand } from './change-types.ts';

beforeEach(setUpPage);
afterEach(tearDownPage);

/** Middle of a cell in the harness's page: rows are open shifts, Ida, Bo, Cid. */
const middle = (row: number, day: number): [number, number] => [
  ROW_HEADER_WIDTH + day * 116 + 58,
  HEADER_HEIGHT + row * ROW_HEIGHT + 28,
];
const [IDA_ROW, BO_ROW] = [1, 2];
const week = [aShift({ id: 'monday' })];

describe('a shift that was just made', () => {
  /** Answers when told to: a hand is faster than a server. */
  const slowServer = () => {
    const answers: (() => void)[] = [];
    const server = createServer([]);
    const onCommand = (command: GridCommand) =>
      new Promise<CommandResult>((resolve) => {
        answers.push(() => resolve(server.apply(command)));
      });
    return { server, onCommand, answer: () => act(async () => answers.shift()?.()) };
  };
  const lastUsed = { startMinutes: 540, endMinutes: 1020 };

  test('is dragged while its answer is on the way, and moves under the id the server gave it', async () => {
    const slow = slowServer();
    const sent: GridCommand[] = [];
    const onCommand = (command: GridCommand) => {
      sent.push(command);
      return slow.onCommand(command);
    };
    await mount([], { onCommand, lastUsed });
    await pointer('dblclick', cell('ida', MON), middle(IDA_ROW, 0));
    const made = $('[data-chip]');
    await pointer('pointerdown', made, middle(IDA_ROW, 0));
    await pointer('pointermove', window, middle(IDA_ROW, 1));
    await slow.answer();
    expect(document.querySelectorAll('[data-chip]')).toHaveLength(1);
    await pointer('pointermove', window, middle(BO_ROW, 1));
    expect($('[data-mark]').hidden).toBe(false);
    await pointer('pointerup', window, middle(BO_ROW, 1));
    await slow.answer();
    expect(sent[1]?.changes).toMatchObject([
      { kind: 'move', shiftId: 'made1', version: 1, employeeId: 'bo', date: TUE },
    ]);
    expect(slow.server.all()).toMatchObject([{ id: 'made1', employeeId: 'bo', date: TUE }]);
  });

  test('stays in hand when a refresh that was read before it comes in between', async () => {
    const { commands, server, refetch } = await mount([], { lastUsed });
    await pointer('dblclick', cell('ida', MON), middle(IDA_ROW, 0));
    const [made] = server.all();
    await pointer('pointerdown', $('[data-chip]'), middle(IDA_ROW, 0));
    await pointer('pointermove', window, middle(IDA_ROW, 1));
    server.forget(made!.id);
    await refetch();
    await refetch();
    server.change(made!);
    await refetch();
    await pointer('pointermove', window, middle(BO_ROW, 1));
    await pointer('pointerup', window, middle(BO_ROW, 1));
    expect(commands[1]?.changes).toMatchObject([{ kind: 'move', employeeId: 'bo', date: TUE }]);
  });

  test('is what the next double click makes, until a panel of the page has made another', async () => {
    const page = await mount([], { lastUsed });
    await focusCell('ida', MON);
    await press('2');
    await type('22-6 coo');
    await act(async () => $<HTMLFormElement>('[data-entry]').requestSubmit());
    await pointer('dblclick', cell('bo', TUE), middle(BO_ROW, 1));
    expect(page.commands[1]?.changes).toMatchObject([{ startMinutes: 1320, endMinutes: 1800 }]);
    await act(async () => page.give({ lastUsed: { startMinutes: 600, endMinutes: 900 } }));
    await pointer('dblclick', cell('bo', SUN), middle(BO_ROW, 6));
    expect(page.commands[2]?.changes).toMatchObject([{ startMinutes: 600, endMinutes: 900 }]);
  });

  test('is said to be gone when somebody deleted it under the hand', async () => {
    const { commands, notices, server, refetch } = await mount(week);
    await pointer('pointerdown', chip('monday'), middle(IDA_ROW, 0));
    await pointer('pointermove', window, middle(IDA_ROW, 1));
    server.forget('monday');
    await refetch();
    await pointer('pointerup', window, middle(IDA_ROW, 2));
    expect(commands).toEqual([]);
    expect(notices).toEqual(['This shift is no longer there.']);
  });
});
