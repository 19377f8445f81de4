import type { RosterView } from '@vaktplan/contracts/http/shifts';
import type { WordKey } from '@vaktplan/i18n/catalogue';
import type { Command } from '@/features/commands/registry';
import { addDays } from '../../lib/format';
import type { Words } from '../../lib/words-in';
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

type PlanWords = Words<WordKey<'plan'>>;

const PEOPLE_SHOWN = 8;

/** What the schedule offers to the palette and, where there are keys, to the sheet of keys. */
export function scheduleCommands(given: Given, t: PlanWords): readonly Command[] {
  const { view, onView, onGo } = given;
  const command = (id: string, title: string, run: (() => void) | undefined, more: Partial<Command> = {}) =>
    run ? [{ id, title, group: t('group'), run, ...more }] : [];
  return [
    ...command('copy-last', t('copyLastWeek'), given.onCopyLast, { keywords: t('find_copyLast') }),
    ...command('templates', t('useTemplate'), given.onTemplates, { keywords: t('find_templates') }),
    ...command('publish', t('publishMenu'), given.onPublish, {
      keys: 'Ctrl+Enter',
      keywords: t('find_publish'),
    }),
    ...command('add', t('addShiftMenu'), given.onAdd, { keywords: t('find_add') }),
    ...command('history', t('history'), given.onHistory, { keywords: t('find_history') }),
    ...command('filter', t('filterPeople'), given.onFilter, { keys: '/', keywords: t('find_filter') }),
    ...command('next', t('nextPeriod'), () => onGo(1), { keys: ']', keywords: t('find_next') }),
    ...command('previous', t('previousPeriod'), () => onGo(-1), { keys: '[', keywords: t('find_previous') }),
    ...command('today', t('today'), () => onGo(0), { keys: 'T', keywords: t('find_today') }),
    ...command('undo', t('undo'), given.onUndo, { keys: 'Ctrl+Z' }),
    ...command('redo', t('redo'), given.onRedo, { keys: 'Ctrl+Shift+Z' }),
    ...command(
      'findings',
      t(view.findings ? 'showAll' : 'showFindings'),
      () => onView({ findings: !view.findings }),
      { keywords: t('find_findings') },
    ),
    ...(['day', 'week', 'twoWeeks', 'month'] as const).flatMap((range) =>
      command(
        `range-${range}`,
        t(`show_${range}`),
        view.range === range ? undefined : () => onView({ range }),
      ),
    ),
    ...(['employee', 'position'] as const).flatMap((rows) =>
      command(`rows-${rows}`, t(`rowsBy_${rows}`), view.rows === rows ? undefined : () => onView({ rows })),
    ),
  ];
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** Commands made from what was typed: people by name, weeks by number or date. */
export function findInSchedule(
  text: string,
  { roster, period, onView }: Given,
  t: PlanWords,
): readonly Command[] {
  const wanted = plain(text);
  const people = roster.employees
    .filter((employee) => plain(employee.name).includes(wanted))
    .slice(0, PEOPLE_SHOWN)
    .map(({ id, name }) => ({
      id: `person-${id}`,
      title: t('showPerson', { name }),
      group: t('groupPeople'),
      run: () => onView({ q: name }),
    }));
  const date = dateOf(text, period.startDate, t('weekWord'));
  if (!date) return people;
  const title = /^\d{4}-/.test(text) ? t('goToDate', { date }) : t('goToWeek', { week: isoWeek(date), date });
  return [{ id: `date-${date}`, title, group: t('group'), run: () => onView({ week: date }) }, ...people];
}

/** "48" or "week 48" (in English or as `word` says it) of the year shown -> its Monday; "2026-11-23" -> itself. */
function dateOf(text: string, near: string, word: string): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return Number.isNaN(Date.parse(text)) ? undefined : text;
  const spoken = ['week', word].find((each) => text.toLowerCase().startsWith(each)) ?? '';
  const week = Number(/^\d{1,2}$/.exec(text.slice(spoken.length).trim())?.[0] ?? 0);
  if (week < 1 || week > 53) return undefined;
  const fourth = `${near.slice(0, 4)}-01-04`;
  const weekday = (new Date(`${fourth}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(fourth, (week - 1) * 7 - weekday);
}
