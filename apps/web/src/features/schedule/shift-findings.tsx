'use client';
import type { FindingView, RuleId } from '@vaktplan/contracts/http/findings';
import type { RosterView } from '@vaktplan/contracts/http/shifts';
import { Badge } from '@vaktplan/ui';
import { useFormat, useMe } from '@/features/shell/me';
import { wordsOf } from './finding-words';

const TITLES: Record<RuleId, string> = {
  overlap: 'Two shifts at once',
  double_booking: 'At two locations at once',
  inactive: 'No longer works here',
  outside_contract: 'Outside the contract',
  position_missing: 'Position not held',
  position_expired: 'Position not held that day',
  skill_missing: 'Skill missing',
  skill_expired: 'Skill expired',
  closed_day: 'The location is closed',
  rest_short: 'Too little rest',
  over_maximum: 'Over the hours allowed in a week',
  over_contracted: 'Over the contract',
};
const TONES = { block: 'danger', warn: 'warning', info: 'neutral' } as const;
const WORDS = { block: 'Not allowed', warn: 'Warning', info: 'Note' } as const;

type ShiftFindingsProps = { findings: readonly FindingView[]; roster: RosterView };

/** What the rules say of a shift: which rule, when, what was found and what it allows. */
export function ShiftFindings({ findings, roster }: ShiftFindingsProps) {
  if (findings.length === 0) return null;
  return (
    <section aria-label="Findings">
      <ul className="grid gap-2">
        {findings.map((finding) => (
          <li
            key={`${finding.rule} ${finding.subjectId} ${finding.window.from}`}
            className="grid gap-1 rounded-lg border border-border p-3 text-sm"
          >
            <p className="flex flex-wrap items-center gap-2 font-medium">
              <Badge tone={TONES[finding.severity]}>{WORDS[finding.severity]}</Badge>
              {TITLES[finding.rule]}
            </p>
            <p className="first-letter:uppercase">{wordsOf(finding, roster)}.</p>
            <Facts finding={finding} zone={roster.location.zone} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The figures behind the words. */
function Facts({ finding, zone }: { finding: FindingView; zone: string }) {
  const format = useFormat();
  const { user } = useMe();
  const { window, startDate, endDate, actual, limit, override } = finding;
  const say = (measure: FindingView['actual']) =>
    typeof measure === 'number' ? format.duration(measure) : measure && format.longDay(measure);
  const weekly = finding.rule === 'over_maximum' || finding.rule === 'over_contracted';
  const facts = [
    [
      'When',
      weekly
        ? format.range(startDate, endDate)
        : `${format.moment(window.from, zone)} – ${format.moment(window.to, zone)}`,
    ],
    ['Found', say(actual)],
    ['Limit', say(limit)],
    ['Rule', finding.source],
    [
      'Planned anyway',
      override &&
        `${override.by === user.id ? 'by you, ' : ''}${format.moment(override.at, zone)}${override.reason ? `: ${override.reason}` : ''}`,
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
