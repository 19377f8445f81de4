import type { RosterView } from '@vaktplan/contracts/http/shifts';
import type { Command } from '@/features/commands/registry';
import { addDays } from '../../lib/format';
import type { ChangeView, View } from './use-view';
import { isoWeek, type Period } from './week';

type Given = {
  period: Period;
  view: View;
  roster: RosterView;
  onView: ChangeView;
  onGo: (delta: -1 | 0 | 1) => void;
  onAdd: (() => void) | undefined;
  onPublish: (() => void) | undefined;
  onCopyLast: (() => void) | undefined;
  onTemplates: (() => void) | undefined;
  onHistory: (() => void) | undefined;
  onUndo: () => void;
  onRedo: () => void;
  onFilter: () => void;
};

const PEOPLE_SHOWN = 8;

/** What the schedule offers to the palette and, where there are keys, to the sheet of keys. */
export function scheduleCommands(given: Given): readonly Command[] {
  const { view, onView, onGo } = given;
  const command = (id: string, title: string, run: (() => void) | undefined, more: Partial<Command> = {}) =>
    run ? [{ id, title, group: 'Schedule', run, ...more }] : [];
  return [
    ...command('copy-last', 'Copy last week', given.onCopyLast, { keywords: 'previous repeat' }),
    ...command('templates', 'Use a template…', given.onTemplates, { keywords: 'rotation' }),
    ...command('publish', 'Publish…', given.onPublish, { keys: 'Ctrl+Enter', keywords: 'tell notify' }),
    ...command('add', 'Add shift…', given.onAdd, { keywords: 'new create' }),
    ...command('history', 'Schedule history', given.onHistory, { keywords: 'past seen published' }),
    ...command('filter', 'Filter people', given.onFilter, { keys: '/', keywords: 'search find' }),
    ...command('next', 'Next period', () => onGo(1), { keys: ']', keywords: 'week forward' }),
    ...command('previous', 'Previous period', () => onGo(-1), { keys: '[', keywords: 'week back' }),
    ...command('today', 'Today', () => onGo(0), { keys: 'T', keywords: 'this week now' }),
    ...command('undo', 'Undo', given.onUndo, { keys: 'Ctrl+Z' }),
    ...command('redo', 'Redo', given.onRedo, { keys: 'Ctrl+Shift+Z' }),
    ...command(
      'findings',
      view.findings ? 'Show all shifts' : 'Show only shifts with findings',
      () => onView({ findings: !view.findings }),
      { keywords: 'warnings rules problems filter' },
    ),
    ...(['day', 'week', 'twoWeeks', 'month'] as const).flatMap((range) =>
      command(
        `range-${range}`,
        RANGE_TITLES[range],
        view.range === range ? undefined : () => onView({ range }),
      ),
    ),
    ...(['employee', 'position'] as const).flatMap((rows) =>
      command(`rows-${rows}`, ROW_TITLES[rows], view.rows === rows ? undefined : () => onView({ rows })),
    ),
  ];
}

const RANGE_TITLES = {
  day: 'Show a day',
  week: 'Show a week',
  twoWeeks: 'Show two weeks',
  month: 'Show a month',
};
const ROW_TITLES = { employee: 'Rows by person', position: 'Rows by position' };

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** Commands made from what was typed: people by name, weeks by number or date. */
export function findInSchedule(text: string, { roster, period, onView }: Given): readonly Command[] {
  const wanted = plain(text);
  const people = roster.employees
    .filter((employee) => plain(employee.name).includes(wanted))
    .slice(0, PEOPLE_SHOWN)
    .map(({ id, name }) => ({
      id: `person-${id}`,
      title: `Show ${name}`,
      group: 'People',
      run: () => onView({ q: name }),
    }));
  const date = dateOf(text, period.startDate);
  if (!date) return people;
  const title = /^\d{4}-/.test(text) ? `Go to ${date}` : `Go to week ${isoWeek(date)}, from ${date}`;
  return [{ id: `date-${date}`, title, group: 'Schedule', run: () => onView({ week: date }) }, ...people];
}

/** "48" or "week 48" of the year shown -> its Monday; "2026-11-23" -> itself. */
function dateOf(text: string, near: string): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return Number.isNaN(Date.parse(text)) ? undefined : text;
  const week = Number(/^(?:week\s*)?(\d{1,2})$/i.exec(text)?.[1] ?? 0);
  if (week < 1 || week > 53) return undefined;
  const fourth = `${near.slice(0, 4)}-01-04`;
  const weekday = (new Date(`${fourth}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(fourth, (week - 1) * 7 - weekday);
}
