import type { PublishedShift } from '@vaktplan/db/queries/publication-changes';
import { html, type Html } from './html.ts';
import { letterWords, type LetterWords } from './letter-words.ts';
import { periodText, shiftText } from './local-text.ts';
import { mailPage, paragraph, type Mail } from './mail-page.ts';
import type { PersonChanges } from './person-changes.ts';

export type ShiftMail = {
  to: Mail['to'];
  type: 'schedule_published' | 'schedule_unpublished';
  organization: { name: string; locale: string };
  location: { name: string; zone: string };
  startDate: string;
  endDate: string;
  changes: PersonChanges;
  /** the page with the person's own shifts */
  url: string;
};

type Line = { now: string; before?: string };
type Section = { title: string; color: string; lines: Line[] };

/** The mail that tells one person what a publication changes for them, times as on the wall at work. */
export function shiftMail({ to, type, organization, location, changes, url, ...period }: ShiftMail): Mail {
  const words = letterWords(organization.locale);
  const { t, language, direction, tag } = words;
  const when = periodText(period.startDate, period.endDate, tag);
  const sections = sectionsOf(changes, words);
  const counts = changeCounts(changes, words);
  const title = t(type === 'schedule_published' ? 'shifts_title' : 'taken_back_title', { when });
  const intro = t(introOf(type, counts), { place: location.name, when });
  const footer = t('why', { place: location.name, zone: location.zone, organization: organization.name });
  const label = t('see_shifts');
  const greeting = t('hello', { name: to.name });
  return {
    to,
    subject: counts === '' ? title : t('subject', { title, counts }),
    text: [
      greeting,
      intro,
      ...sections.map(({ title: heading, lines }) => [heading, ...lines.map(textLine)].join('\n')),
      `${label}: ${url}`,
      footer,
      '',
    ].join('\n\n'),
    html: mailPage({
      language,
      direction,
      title,
      greeting,
      body: html`${paragraph(intro)}${sections.map(htmlSection)}`,
      button: { label, url },
      footer,
    }),
  };
}

/** `2 new, 1 changed, 1 removed`; nothing when nothing changes. */
const changeCounts = ({ added, changed, removed }: PersonChanges, { t, tag }: LetterWords): string => {
  const counts = [
    ['count_added', added.length],
    ['count_changed', changed.length],
    ['count_removed', removed.length],
  ] as const;
  const said = counts.filter(([, count]) => count > 0).map(([key, count]) => t(key, { count }));
  return new Intl.ListFormat(tag, { type: 'unit' }).format(said);
};

const introOf = (type: ShiftMail['type'], counts: string) => {
  if (type === 'schedule_unpublished') return 'taken_back';
  return counts === '' ? 'published_same' : 'published';
};

const sectionsOf = ({ added, changed, removed }: PersonChanges, words: LetterWords): Section[] => {
  const line = (shift: PublishedShift) => describe(shift, words);
  const sections = [
    { title: words.t('added'), color: '#047857', lines: added.map((shift): Line => ({ now: line(shift) })) },
    {
      title: words.t('changed'),
      color: '#b45309',
      lines: changed.map(({ before, after }): Line => ({ now: line(after), before: line(before) })),
    },
    {
      title: words.t('removed'),
      color: '#b91c1c',
      lines: removed.map((shift): Line => ({ now: line(shift) })),
    },
  ];
  return sections.filter(({ lines }) => lines.length > 0);
};

const describe = (shift: PublishedShift, { t, tag }: LetterWords): string => {
  const pauses = shift.breaks.reduce((sum, { minutes }) => sum + minutes, 0);
  const what = [shift.positionName ?? shift.departmentName, shift.locationName];
  return [
    shiftText(shift, tag),
    what.join(', '),
    pauses > 0 ? t('pause', { minutes: pauses }) : '',
    shift.notes ? `“${shift.notes}”` : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
};

const textLine = ({ now, before }: Line): string =>
  before === undefined ? `  ${now}` : `  ${before}\n    -> ${now}`;

const htmlSection = ({ title, color, lines }: Section): Html =>
  html` <h2 style="margin:20px 0 4px;font-size:14px;color:${color}">${title}</h2>
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0">
      ${lines.map(htmlLine)}
    </table>`;

const htmlLine = ({ now, before }: Line): Html =>
  html` <tr>
    <td style="padding:8px 0;border-top:1px solid #e5e7eb;font-size:15px;line-height:1.5">
      ${before === undefined ? [] : [html`<del style="color:#4b5563">${before}</del><br />`]}${now}
    </td>
  </tr>`;
