import { compiledWords, type WordKey } from '@vaktplan/i18n/catalogue';
import { expect, test } from 'vitest';
import { wordsIn } from '../../lib/words-in';
import { findInSchedule, scheduleCommands } from './schedule-commands';
import { periodAround } from './week';

const t = wordsIn<WordKey<'plan'>>('en', compiledWords('en', 'plan'));
type Given = Parameters<typeof scheduleCommands>[0];

function given(part: Partial<Given> = {}): { asked: unknown[]; given: Given } {
  const asked: unknown[] = [];
  const nothing = () => undefined;
  const employees = ['Ída Berg', 'Bo Dahl', 'Cid Bergman'].map((name) => ({ id: name, name }));
  return {
    asked,
    given: {
      period: periodAround('2026-11-25', 'week', 'Europe/Copenhagen', 1),
      view: { range: 'week', rows: 'employee' } as Given['view'],
      roster: { employees } as unknown as Given['roster'],
      onView: (view) => asked.push(view),
      onGo: (delta) => asked.push(delta),
      onAdd: nothing,
      onPublish: undefined,
      onCopyLast: () => asked.push('last'),
      onTemplates: nothing,
      onHistory: nothing,
      onUndo: nothing,
      onRedo: nothing,
      onFilter: nothing,
      ...part,
    },
  };
}

test('what may not be done is not offered, nor what is shown already', () => {
  const titles = scheduleCommands(given().given, t).map((each) => each.title);
  expect(titles).toContain('Copy last week');
  expect(titles).not.toContain('Publish…');
  expect(titles).not.toContain('Show a week');
  expect(titles).toContain('Show a month');
});

test('a command does what it says', () => {
  const { asked, given: all } = given();
  const commands = new Map(scheduleCommands(all, t).map((each) => [each.id, each]));
  for (const id of ['copy-last', 'next', 'range-month', 'rows-position', 'findings']) commands.get(id)?.run();
  expect(asked).toEqual(['last', 1, { range: 'month' }, { rows: 'position' }, { findings: true }]);
});

test('people by name, whatever the accents', () => {
  expect(findInSchedule('ida', given().given, t).map((each) => each.title)).toEqual(['Show Ída Berg']);
  expect(findInSchedule('berg', given().given, t).map((each) => each.title)).toEqual([
    'Show Ída Berg',
    'Show Cid Bergman',
  ]);
});

test.each([
  ['week 48', 'Go to week 48, from 2026-11-23'],
  ['1', 'Go to week 1, from 2025-12-29'],
  ['2026-12-24', 'Go to 2026-12-24'],
])('%s: %s', (text, title) => {
  expect(findInSchedule(text, given().given, t)[0]?.title).toBe(title);
});

test('a date that is none leads nowhere', () => {
  expect(findInSchedule('2026-13-45', given().given, t)).toEqual([]);
  expect(findInSchedule('99', given().given, t)).toEqual([]);
});
