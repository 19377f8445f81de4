import type { Said, SaidShift, SaidWhat } from '@vaktplan/contracts/http/news';
import type en from './messages/en/news.json';
import type { Values } from './say.ts';

export type NewsKey = keyof typeof en;
/** Days and times as the reader writes them; `day` of a calendar day, `time` by the clock of a zone. */
export type Clock = { day: (date: string) => string; time: (instant: string, zone: string) => string };
export type NewsText = { title: string; body: string };
/** Says one key of the namespace `news`. */
export type Say = (key: NewsKey, values?: Values) => string;
type Saying<What extends SaidWhat> = Extract<Said, { what: What }>;
type Teller<What extends SaidWhat> = (said: Saying<What>, t: Say, clock: Clock) => NewsText;

/** What stands in a notification, for where its facts say nothing: an old one, or one of a newer version. */
type Stored = NewsText & { said: Said | null };

/** A notification in the words of `t`; as it is stored if its facts are not known here. */
export function newsText({ said, title, body }: Stored, t: Say, clock: Clock): NewsText {
  // what comes from a newer server is of any shape
  const isKnown = said?.v === 1 && Object.hasOwn(TELLERS, said.what);
  return isKnown ? sayNews(said, t, clock) : { title, body };
}

/** The facts in the words of `t`. */
export const sayNews = (said: Said, t: Say, clock: Clock): NewsText =>
  (TELLERS[said.what] as Teller<SaidWhat>)(said, t, clock);

const TELLERS: { [What in SaidWhat]: Teller<What> } = {
  schedule_published: (said, t, clock) => changed(said, t, clock),
  schedule_unpublished: (said, t, clock) => changed(said, t, clock),
  shift_reminder: ({ shifts, more, ...days }, t, clock) => ({
    title: t('shift_reminder', { when: period(days, t, clock) }),
    body: [
      ...shifts.map((shift) => line(shift, t, clock)),
      ...(more > 0 ? [t('more_shifts', { count: more })] : []),
    ].join('\n'),
  }),
  shift_starting: ({ shift: { startsAt, endsAt, zone, place }, work }, t, { time }) => {
    const [start, end] = [time(startsAt, zone), time(endsAt, zone)];
    return { title: t('shift_starting', { start }), body: t('shift_where', { start, end, work, place }) };
  },
  hours_rejected: ({ reason, ...days }, t, clock) => ({
    title: t('hours_rejected', { when: period(days, t, clock) }),
    body: reason,
  }),
  hours_corrected: ({ date, reason }, t, { day }) => ({
    title: t('hours_corrected', { when: day(date) }),
    body: reason,
  }),
  hours_added: ({ date, reason }, t, { day }) => ({
    title: t('hours_added', { when: day(date) }),
    body: reason ?? t('look_at_hours'),
  }),
  correction_proposed: ({ date, name, comment }, t, { day }) => ({
    title: t('correction_proposed', { name, when: day(date) }),
    body: comment,
  }),
  correction_accepted: ({ date, reason }, t, { day }) => ({
    title: t('correction_accepted', { when: day(date) }),
    body: reason ?? t('as_you_asked'),
  }),
  correction_declined: ({ date, reason }, t, { day }) => ({
    title: t('correction_declined', { when: day(date) }),
    body: reason,
  }),
  tap_refused: ({ date }, t, { day }) => ({
    title: t('tap_refused', { when: day(date) }),
    body: t('settle_tap'),
  }),
  tap_dismissed: ({ date, reason }, t, { day }) => ({
    title: t('tap_dismissed', { when: day(date) }),
    body: reason,
  }),
};

type Days = { startDate: string; endDate: string };

const period = ({ startDate, endDate }: Days, t: Say, { day }: Clock): string =>
  startDate === endDate ? day(startDate) : t('period', { from: day(startDate), to: day(endDate) });

/** A sentence for each kind of change that there is. */
function changed(
  { what, ...said }: Saying<'schedule_published' | 'schedule_unpublished'>,
  t: Say,
  clock: Clock,
): NewsText {
  const sentences = (['added', 'changed', 'removed'] as const)
    .filter((kind) => said[kind] > 0)
    .map((kind) => t(kind, { count: said[kind] }));
  return {
    title: t(what, { when: period(said, t, clock) }),
    body: sentences.length === 0 ? t('unchanged') : sentences.join(' '),
  };
}

function line({ startDate, endDate, startsAt, endsAt, zone, place }: SaidShift, t: Say, clock: Clock) {
  const times = {
    day: clock.day(startDate),
    start: clock.time(startsAt, zone),
    end: clock.time(endsAt, zone),
  };
  return startDate === endDate
    ? t('shift_line', { ...times, place })
    : t('shift_overnight', { ...times, nextDay: clock.day(endDate), place });
}
