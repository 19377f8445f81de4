'use client';
import { afterFrame } from '@vaktplan/ui';
import type { FindingView } from '@vaktplan/contracts/http/findings';
import type { RosterView, ShiftView } from '@vaktplan/contracts/http/shifts';
import type { FeasibilityAnswer, GridFinding } from '@vaktplan/ui/schedule-grid';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useRefetchOn } from '@/features/realtime/use-refetch-on';
import { useOncePainted } from '@/lib/use-painted';
import { useResource } from '@/lib/use-resource';
import { useWords } from '@/lib/words';
import { wordsOf, type FindingWords } from './finding-words';
import { likelySoon } from './lazy-panels';
import { findingsResource } from './resources';
import { whenAtRest } from './when-at-rest';

type Range = { locationId: string; startDate: string; endDate: string };
export type Findings = ReturnType<typeof useFindings>;

const NONE: readonly FindingView[] = [];
const leisure = () => new Promise<void>((resolve) => void afterFrame(resolve));
const SIGNALS = ['shift:created', 'shift:updated', 'shift:deleted', 'schedule:published'] as const;

/**
 * What the rules say of the period shown, live, for who plans there. `marks`: by shift, what warns or blocks, for the
 * chips; what is only good to know is told in the panel of the shift.
 */
export function useFindings(range: Range, roster: RosterView, shifts: readonly ShiftView[] | undefined) {
  const plans = roster.abilities.createShift;
  const t = useWords('findings');
  // the plan is painted first
  const shown = `${range.startDate} ${range.endDate}`;
  const isPainted = useOncePainted(shown) === shown;
  const query = useResource(findingsResource(range), { enabled: plans && isPainted && shifts !== undefined });
  useRefetchOn(SIGNALS, ['findings']);
  const list = query.data?.data ?? NONE;
  const marks = useMemo(() => marksOf(list, roster, t), [list, roster, t]);

  // reading code takes longer than what it then does
  useEffect(() => {
    if (plans) whenAtRest(likelySoon);
  }, [plans]);

  const { locationId } = range;
  const latest = useRef({ roster, shifts });
  latest.current = { roster, shifts };
  useEffect(() => {
    if (!plans || !shifts) return;
    const readPlan = () =>
      import('./ask-feasibility').then((code) => code.readPlan(latest.current.shifts ?? shifts));
    whenAtRest([() => void readPlan().catch(() => undefined)]);
  }, [plans, shifts]);
  const feasibility = useCallback(
    async (
      shiftIds: readonly string[],
      days: { startDate: string; endDate: string },
      early: (answer: FeasibilityAnswer) => void,
    ): Promise<FeasibilityAnswer> => {
      const { askFeasibility, judgeHere } = await import('./ask-feasibility');
      // what was picked up is seen in the hand first
      await leisure();
      const { roster: people, shifts: plan = [] } = latest.current;
      early(judgeHere(people, plan, shiftIds, t));
      await leisure();
      const positionOf = (shiftId: string) => {
        const { roster: here, shifts: shown } = latest.current;
        const positionId = shown?.find((shift) => shift.id === shiftId)?.positionId;
        return here.positions.find((position) => position.id === positionId)?.name;
      };
      return askFeasibility(locationId, shiftIds, days, positionOf, t);
    },
    [locationId, t],
  );
  return {
    list,
    marks,
    feasibility: plans ? feasibility : undefined,
    /** No answer yet. */
    asked: plans && query.data === undefined && !query.isError,
    problem: query.data === undefined ? query.error : null,
    askAgain: () => void query.refetch(),
  };
}

function marksOf(
  list: readonly FindingView[],
  roster: RosterView,
  t: FindingWords,
): ReadonlyMap<string, GridFinding[]> {
  const marks = new Map<string, GridFinding[]>();
  for (const finding of list) {
    const { severity, shiftIds } = finding;
    if (severity === 'info') continue;
    const mark = { severity, text: wordsOf(finding, roster, t) };
    for (const id of shiftIds) {
      const known = marks.get(id);
      if (known) known.push(mark);
      else marks.set(id, [mark]);
    }
  }
  return marks;
}
