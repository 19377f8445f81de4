import { beforeEach, describe, expect, test } from 'vitest';
import { createCommandRunner, type CommandRunner } from './command-runner.ts';
import { english } from './english.fixture.ts';
import { aShift, MON, TUE, WED } from './fixtures.ts';
import { overlayShifts, type Pending } from './overlay.ts';
import { createServer } from './server-fixture.ts';
import { indexShifts } from './shift-index.ts';
import type { GridChange, GridCommand } from './change-types.ts';
import type { GridShift } from './types.ts';

let server: ReturnType<typeof createServer>;
let seen: readonly GridShift[];
let pending: readonly Pending[];
let sent: GridCommand[];
let said: string[];
let done: string[];
let offline: boolean;
let runner: CommandRunner;
let history: { canUndo: boolean; canRedo: boolean };

const nobody = { employees: new Map(), positions: new Map() };
const shown = () => overlayShifts(seen, pending, nobody, indexShifts(seen).byId);
const find = (id: string) => shown().find((shift) => shift.id === id);
/** The page refetches. */
const refresh = () => {
  seen = server.all();
  runner.refreshed();
};
const move = (version: number, employeeId: string, date: string): GridChange => ({
  kind: 'move',
  shiftId: 'a',
  version,
  employeeId,
  date,
  startMinutes: 540,
  endMinutes: 1020,
});

beforeEach(() => {
  server = createServer([aShift({ id: 'a' })]);
  seen = server.all();
  pending = [];
  sent = [];
  said = [];
  done = [];
  offline = false;
  history = { canUndo: false, canRedo: false };
  let ids = 0;
  runner = createCommandRunner({
    send: async (command) => {
      sent.push(command);
      if (offline) throw new Error('You are offline.');
      return server.apply(command);
    },
    server: () => indexShifts(seen),
    shown: () => indexShifts(shown()),
    newId: () => `id${(ids += 1)}`,
    say: english,
    ago: () => '4 seconds ago',
    onPending: (next) => (pending = next),
    onHistory: (next) => (history = next),
    onDone: (label, id) => {
      said.push(label);
      done.push(id);
    },
    onFailed: (text) => said.push(text),
    onRefused: () => undefined,
    onTold: (text) => said.push(text),
  });
});

test('a change shows at once, and still after the answer until the page has it', async () => {
  const done = runner.run([move(1, 'bo', TUE)], 'Moved');
  expect(find('a')).toMatchObject({ employeeId: 'bo', date: TUE, version: 1 });
  await done;
  expect(find('a')).toMatchObject({ employeeId: 'bo', version: 2 });
  expect(pending).toHaveLength(1);
  refresh();
  expect(pending).toHaveLength(0);
  expect(find('a')).toMatchObject({ employeeId: 'bo', version: 2 });
  expect(said).toEqual(['Moved']);
});

test('each command has its own id, to be sent as the idempotency key', async () => {
  await runner.run([move(1, 'bo', TUE)], 'one');
  await runner.run([move(1, 'bo', WED)], 'two');
  expect(new Set(sent.map((command) => command.id)).size).toBe(2);
});

test('a second change given before the first was answered goes on from its version', async () => {
  await Promise.all([runner.run([move(1, 'bo', TUE)], 'one'), runner.run([move(1, 'bo', WED)], 'two')]);
  expect(sent.map((command) => command.changes[0])).toMatchObject([{ version: 1 }, { version: 2 }]);
  expect(server.all()).toMatchObject([{ date: WED, version: 3 }]);
});

test('a shift can be changed before the server has given it an id', async () => {
  const times = { startMinutes: 540, endMinutes: 1020 };
  const create: GridChange = { kind: 'create', tempId: 'temp', employeeId: 'ida', date: TUE, ...times };
  const assign: GridChange = { kind: 'assign', shiftId: 'temp', version: 0, employeeId: 'bo' };
  await Promise.all([runner.run([create], 'Added'), runner.run([assign], 'Given')]);
  expect(server.all()[1]).toMatchObject({ id: 'made1', employeeId: 'bo', version: 2 });
});

test('a refused change goes back and says who was there', async () => {
  server.change(aShift({ id: 'a', version: 5, changedBy: 'Anna' }));
  await runner.run([move(1, 'bo', TUE)], 'Moved');
  expect(find('a')).toMatchObject({ employeeId: 'ida', date: MON });
  expect(said).toEqual(['Not saved: Anna changed this shift 4 seconds ago.']);
  expect(history.canUndo).toBe(false);
});

test('of several only the refused go back, and undo takes the others', async () => {
  server.change(aShift({ id: 'b', version: 9 }));
  const assign = (shiftId: string): GridChange => ({ kind: 'assign', shiftId, version: 1, employeeId: 'bo' });
  await runner.run([assign('a'), assign('b')], 'Given');
  expect(said).toEqual(['1 of 2 not saved: changed meanwhile']);
  await runner.undo();
  expect(sent[1]?.changes).toEqual([{ kind: 'assign', shiftId: 'a', version: 2, employeeId: 'ida' }]);
});

test('a change to a shift without an id yet stays in view when the id comes', async () => {
  const times = { startMinutes: 540, endMinutes: 1020 };
  const create: GridChange = { kind: 'create', tempId: 'temp', employeeId: 'ida', date: TUE, ...times };
  const added = runner.run([create], 'Added');
  const assigned = runner.run([{ kind: 'assign', shiftId: 'temp', version: 0, employeeId: 'bo' }], 'Given');
  await added;
  expect(find('made1')).toMatchObject({ employeeId: 'bo' });
  await assigned;
});

test('a send that fails altogether is a refusal of everything', async () => {
  offline = true;
  const result = await runner.run([move(1, 'bo', TUE)], 'Moved');
  expect(result.outcomes).toMatchObject([{ ok: false, code: 'unreachable' }]);
  expect(said).toEqual(['Not saved: You are offline.']);
  expect(pending).toHaveLength(0);
});

describe('undo and redo', () => {
  test('several steps back and forth across own changes', async () => {
    await runner.run([move(1, 'bo', TUE)], 'one');
    refresh();
    await runner.run([move(2, 'cid', WED)], 'two');
    refresh();
    await runner.undo();
    refresh();
    expect(find('a')).toMatchObject({ employeeId: 'bo', date: TUE });
    await runner.undo();
    refresh();
    expect(find('a')).toMatchObject({ employeeId: 'ida', date: MON });
    expect(history).toEqual({ canUndo: false, canRedo: true });
    await runner.redo();
    await runner.redo();
    refresh();
    expect(find('a')).toMatchObject({ employeeId: 'cid', date: WED });
    expect(said.slice(2)).toEqual(['Undone: two.', 'Undone: one.', 'Redone: one.', 'Redone: two.']);
  });

  test('a deleted draft comes back under a new id, and older steps still reach it', async () => {
    await runner.run([move(1, 'bo', TUE)], 'moved');
    refresh();
    await runner.run([{ kind: 'remove', shiftId: 'a', version: 2 }], 'deleted');
    refresh();
    expect(find('a')).toBeUndefined();
    await runner.undo();
    refresh();
    expect(find('made1')).toMatchObject({ employeeId: 'bo', date: TUE });
    await runner.undo();
    refresh();
    expect(find('made1')).toMatchObject({ employeeId: 'ida', date: MON });
  });

  test('undoing a new shift removes it, redoing makes it again', async () => {
    const times = { startMinutes: 540, endMinutes: 1020 };
    await runner.run([{ kind: 'create', tempId: 't', employeeId: 'ida', date: TUE, ...times }], 'Added');
    refresh();
    await runner.undo();
    refresh();
    expect(server.all()).toHaveLength(1);
    await runner.redo();
    refresh();
    expect(server.all()).toHaveLength(2);
  });

  test('a toast takes back its own gesture, not a later one', async () => {
    server.change(aShift({ id: 'b', employeeId: 'cid' }));
    seen = server.all();
    const first = done.length;
    await runner.run([move(1, 'bo', TUE)], 'one');
    await runner.run([{ kind: 'assign', shiftId: 'b', version: 1, employeeId: 'bo' }], 'two');
    refresh();
    await runner.undo(done[first]);
    refresh();
    expect(find('a')).toMatchObject({ employeeId: 'ida', date: MON });
    expect(find('b')).toMatchObject({ employeeId: 'bo' });
    await runner.undo(done[first]);
    expect(said.at(-1)).toBe('Nothing to undo.');
  });

  test('one that could not be sent can be tried again', async () => {
    await runner.run([move(1, 'bo', TUE)], 'one');
    refresh();
    offline = true;
    await runner.undo();
    expect(said.at(-1)).toBe('Not saved: You are offline.');
    expect(history.canUndo).toBe(true);
    offline = false;
    await runner.undo();
    refresh();
    expect(find('a')).toMatchObject({ employeeId: 'ida', date: MON });
  });

  test('waits for what is under way', async () => {
    const moving = runner.run([move(1, 'bo', TUE)], 'one');
    await Promise.all([moving, runner.undo()]);
    refresh();
    expect(find('a')).toMatchObject({ employeeId: 'ida', date: MON, version: 3 });
  });

  test('is refused without asking when somebody else has changed the shift', async () => {
    await runner.run([move(1, 'bo', TUE)], 'one');
    server.change(aShift({ id: 'a', version: 3, changedBy: 'Anna' }));
    refresh();
    await runner.undo();
    expect(sent).toHaveLength(1);
    expect(said.at(-1)).toBe('Not undone: Anna changed this shift 4 seconds ago.');
    expect(history.canUndo).toBe(false);
  });

  test('with nothing to take back says so', async () => {
    await runner.undo();
    await runner.redo();
    expect(said).toEqual(['Nothing to undo.', 'Nothing to redo.']);
  });
});

test('reasons of several refusals are grouped and counted', async () => {
  server.change(aShift({ id: 'b', version: 9 }));
  server.change(aShift({ id: 'c', version: 9 }));
  server.change(aShift({ id: 'd', version: 9, changedBy: 'Anna' }));
  const assign = (shiftId: string): GridChange => ({ kind: 'assign', shiftId, version: 1, employeeId: 'bo' });
  await runner.run(['a', 'b', 'c', 'd'].map(assign), 'Given');
  expect(said).toEqual([
    '3 of 4 not saved: 2 × changed meanwhile 1 × Anna changed this shift 4 seconds ago.',
  ]);
});

test('what the page made by itself is one undo, and one redo though it was never in view', async () => {
  server.change(aShift({ id: 'b', version: 1, date: WED }));
  const made = ['a', 'b'].map((shiftId) => ({ kind: 'remove', shiftId, version: 1 }) as const);
  await runner.record(made, 'Copied 2 shifts');
  expect([said, history.canUndo, sent]).toEqual([['Copied 2 shifts'], true, []]);
  await runner.undo();
  expect(sent[0]?.changes).toEqual(made);
  expect(server.all()).toEqual([]);
  await runner.redo();
  expect(server.all()).toHaveLength(2);
});

test('what the page wrote goes back and forth between two sets of facts', async () => {
  server.change(aShift({ id: 'a', version: 2, notes: 'new' }));
  refresh();
  const from = { notes: 'new' };
  const to = { notes: 'old' };
  await runner.record([{ kind: 'rewrite', shiftId: 'a', version: 2, to, from }], 'Shift changed');
  await runner.undo();
  expect(sent[0]?.changes).toEqual([{ kind: 'rewrite', shiftId: 'a', version: 2, to, from }]);
  await runner.redo();
  expect(sent[1]?.changes).toEqual([{ kind: 'rewrite', shiftId: 'a', version: 3, to: from, from: to }]);
});
