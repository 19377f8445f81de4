import type { PublishedShift } from '@vaktplan/db/queries/publication-changes';
import { html, type Html } from './html.ts';
import { countsText, periodText, shiftText, usableLocale } from './local-text.ts';
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
  const locale = usableLocale(organization.locale);
  const when = periodText(period.startDate, period.endDate, locale);
  const sections = sectionsOf(changes, locale);
  const counts = changeCounts(changes);
  const title = type === 'schedule_published' ? `Your shifts, ${when}` : `Schedule taken back, ${when}`;
  const intro = introOf(type, location.name, when, counts);
  const footer = `Times are local times at ${location.name} (${location.zone}). You get this mail because you work at ${organization.name}.`;
  const label = 'See my shifts';
  return {
    to,
    subject: counts === '' ? title : `${title}: ${counts}`,
    text: [
      `Hello ${to.name},`,
      intro,
      ...sections.map(({ title: heading, lines }) => [heading, ...lines.map(textLine)].join('\n')),
      `${label}: ${url}`,
      footer,
      '',
    ].join('\n\n'),
    html: mailPage({
      title,
      greeting: `Hello ${to.name},`,
      body: html`${paragraph(intro)}${sections.map(htmlSection)}`,
      button: { label, url },
      footer,
    }),
  };
}

/** `2 new, 1 changed, 1 removed`; nothing when nothing changes. */
const changeCounts = ({ added, changed, removed }: PersonChanges): string =>
  countsText([
    [added.length, 'new'],
    [changed.length, 'changed'],
    [removed.length, 'removed'],
  ]);

const introOf = (type: ShiftMail['type'], location: string, when: string, counts: string): string => {
  if (type === 'schedule_unpublished')
    return `The schedule of ${location} for ${when} has been taken back. Until it is published again, these shifts are not planned.`;
  return counts === ''
    ? `The schedule of ${location} for ${when} has been published. Nothing changes for you.`
    : `The schedule of ${location} for ${when} has been published. This is new for you:`;
};

const sectionsOf = ({ added, changed, removed }: PersonChanges, locale: string): Section[] => {
  const line = (shift: PublishedShift) => describe(shift, locale);
  const sections = [
    { title: 'New', color: '#047857', lines: added.map((shift): Line => ({ now: line(shift) })) },
    {
      title: 'Changed',
      color: '#b45309',
      lines: changed.map(({ before, after }): Line => ({ now: line(after), before: line(before) })),
    },
    { title: 'Removed', color: '#b91c1c', lines: removed.map((shift): Line => ({ now: line(shift) })) },
  ];
  return sections.filter(({ lines }) => lines.length > 0);
};

const describe = (shift: PublishedShift, locale: string): string => {
  const pauses = shift.breaks.reduce((sum, { minutes }) => sum + minutes, 0);
  const what = [shift.positionName ?? shift.departmentName, shift.locationName];
  return [
    shiftText(shift, locale),
    what.join(', '),
    pauses > 0 ? `${pauses} min break` : '',
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
