'use client';
import type { FindingView } from '@vaktplan/contracts/http/findings';
import type { RosterView } from '@vaktplan/contracts/http/shifts';
import { DEFAULT_SETTINGS } from '@vaktplan/core/rules';
import { Badge } from '@vaktplan/ui';
import { useFormat, useMe } from '@/features/shell/me';
import { useWords } from '@/lib/words';
import { wordsOf, type FindingWords } from './finding-words';

const TONES = { block: 'danger', warn: 'warning', info: 'neutral' } as const;

type ShiftFindingsProps = { findings: readonly FindingView[]; roster: RosterView };

/** What the rules say of a shift: which rule, when, what was found and what it allows. */
export function ShiftFindings({ findings, roster }: ShiftFindingsProps) {
  const t = useWords('planShift');
  const words = useWords('findings');
  if (findings.length === 0) return null;
  return (
    <section aria-label={t('findings')}>
      <ul className="grid gap-2">
        {findings.map((finding) => (
          <li
            key={`${finding.rule} ${finding.subjectId} ${finding.window.from}`}
            className="grid gap-1 rounded-lg border border-border p-3 text-sm"
          >
            <p className="flex flex-wrap items-center gap-2 font-medium">
              <Badge tone={TONES[finding.severity]}>{t(`severity_${finding.severity}`)}</Badge>
              {t(`rule_${finding.rule}`)}
            </p>
            <p className="first-letter:uppercase">
              {t('sentence', { text: wordsOf(finding, roster, words) })}
            </p>
            <Facts finding={finding} zone={roster.location.zone} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where a rule comes from; one that somebody set is told as they wrote it. */
const sourceWords = ({ rule, source }: FindingView, t: FindingWords): string =>
  source === DEFAULT_SETTINGS[rule].source ? t(`source_${rule}`) : source;

/** The figures behind the words. */
function Facts({ finding, zone }: { finding: FindingView; zone: string }) {
  const format = useFormat();
  const words = useWords('findings');
  const { user } = useMe();
  const t = useWords('planShift');
  const comma = useWords('app')('comma');
  const { window, startDate, endDate, actual, limit, override } = finding;
  const say = (measure: FindingView['actual']) =>
    typeof measure === 'number' ? format.duration(measure) : measure && format.longDay(measure);
  const overriddenWords = ({ at, reason }: NonNullable<typeof override>) => {
    const when = format.moment(at, zone);
    return reason ? t('why', { when, reason }) : when;
  };
  const weekly = finding.rule === 'over_maximum' || finding.rule === 'over_contracted';
  const facts = [
    [
      t('when'),
      weekly
        ? format.range(startDate, endDate)
        : `${format.moment(window.from, zone)} – ${format.moment(window.to, zone)}`,
    ],
    [t('found'), say(actual)],
    [t('limit'), say(limit)],
    [t('rule'), sourceWords(finding, words)],
    [
      t('plannedAnyway'),
      override && [...(override.by === user.id ? [t('byYou')] : []), overriddenWords(override)].join(comma),
    ],
  ] as const;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 text-[13px] text-muted">
      {facts.map(
        ([term, value]) =>
          value && (
            <div key={term} className="contents">
              <dt>{term}</dt>
              <dd className="min-w-0 break-words text-foreground">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
