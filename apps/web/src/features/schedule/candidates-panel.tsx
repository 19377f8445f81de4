'use client';
import { useQuery } from '@tanstack/react-query';
import { CandidateList, type Candidates, type CandidateView } from '@vaktplan/contracts/http/findings';
import type { RosterView } from '@vaktplan/contracts/http/shifts';
import { Badge, EmptyState, Skeleton } from '@vaktplan/ui';
import { UserSearch } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useFormat } from '@/features/shell/me';
import { write } from '@/lib/api';
import type { ApiProblem } from '@/lib/problem';
import { QueryRegion } from '@/lib/query-region';
import { useWords } from '@/lib/words';
import { wordsOf } from './finding-words';

type CandidatesPanelProps = {
  /** The stored shift or the draft that looks for somebody. */
  asked: Candidates;
  roster: RosterView;
  onChoose: (candidate: { employeeId: string; name: string }) => void;
};

/** Who could work it, best first, each with the reasons. Focus goes to the first, so that Enter takes them. */
export function CandidatesPanel({ asked, roster, onChoose }: CandidatesPanelProps) {
  const t = useWords('planShift');
  const query = useQuery<CandidateList, ApiProblem>({
    queryKey: ['candidates', asked],
    queryFn: () => write('POST', '/shifts/candidates', { body: asked, schema: CandidateList }),
    gcTime: 0,
  });
  return (
    <QueryRegion
      query={query}
      loading={<Waiting />}
      isEmpty={({ data }) => data.length === 0}
      empty={<EmptyState icon={<UserSearch />} title={t('nobodyCan')} description={t('nobodyCanHint')} />}
    >
      {({ data, meta }) => (
        <>
          <p className="text-[13px] text-muted">
            {t('couldWork', { count: meta.count })}
            {meta.blocked > 0 && ` ${t('cannot', { count: meta.blocked })}`}
          </p>
          <Ranked candidates={data} roster={roster} onChoose={onChoose} />
        </>
      )}
    </QueryRegion>
  );
}

type RankedProps = Pick<CandidatesPanelProps, 'roster' | 'onChoose'> & {
  candidates: readonly CandidateView[];
};

function Ranked({ candidates, roster, onChoose }: RankedProps) {
  const t = useWords('planShift');
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => list.current?.querySelector('button')?.focus(), []);
  return (
    <ol ref={list} aria-label={t('candidates')} className="grid gap-1.5">
      {candidates.map((candidate) => (
        <li key={candidate.employeeId}>
          <button
            type="button"
            onClick={() => onChoose(candidate)}
            className="grid w-full gap-1 rounded-lg border border-border px-3 py-2 text-start hover:bg-surface-2 focus-visible:outline-2 focus-visible:outline-ring"
          >
            <span className="text-sm font-medium">{candidate.name}</span>{' '}
            <span className="flex flex-wrap items-center gap-1.5">
              <Reasons candidate={candidate} roster={roster} />
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

function Reasons({ candidate, roster }: { candidate: CandidateView; roster: RosterView }) {
  const format = useFormat();
  const t = useWords('planShift');
  const words = useWords('findings');
  const { fits, findings, plannedMinutes, contractedMinutes, costMinor } = candidate;
  const warnings = findings.filter((finding) => finding.severity === 'warn');
  const fitting = warnings.length === 0 && fits.position && fits.department;
  const hours =
    contractedMinutes === null
      ? t('planned', { hours: format.hours(plannedMinutes) })
      : contractedMinutes >= plannedMinutes
        ? t('left', {
            hours: format.hours(contractedMinutes - plannedMinutes),
            contract: format.hours(contractedMinutes),
          })
        : t('over', {
            hours: format.hours(plannedMinutes - contractedMinutes),
            contract: format.hours(contractedMinutes),
          });
  return (
    <>
      {fitting && <Badge tone="success">{t('fits')}</Badge>}
      {warnings.map((finding) => (
        <Badge
          key={`${finding.rule} ${finding.subjectId}`}
          tone="warning"
          className="h-auto py-0.5 whitespace-normal"
        >
          {wordsOf(finding, roster, words)}
        </Badge>
      ))}
      {!fits.department && <Badge tone="outline">{t('otherDepartment')}</Badge>}
      <span className="text-[13px] text-muted">
        {hours}
        {costMinor !== null && ` · ${format.roundMoney(costMinor, roster.location.currency)}`}
      </span>
    </>
  );
}

function Waiting() {
  const t = useWords('planShift');
  return (
    <div role="status" aria-label={t('lookingFor')} className="grid gap-1.5">
      {[0, 1, 2, 3].map((nr) => (
        <Skeleton key={nr} className="h-14" />
      ))}
    </div>
  );
}
