'use client';
import { Button, EmptyState, ErrorState } from '@vaktplan/ui';
import { SearchX } from 'lucide-react';
import type { WordKey } from '@vaktplan/i18n/catalogue';
import { useProblemWords } from '@/lib/problem-words';
import { useWords } from '@/lib/words';
import type { Words } from '@/lib/words-in';
import type { Findings } from './use-findings';
import type { ChangeView, View } from './use-view';

type NoMatchProps = { view: View; findings: Findings; onView: ChangeView };

/** The filters leave nobody: which of them, and the way out. */
export function NoMatch({ view, findings, onView }: NoMatchProps) {
  const t = useWords('plan');
  const problemWords = useProblemWords();
  const { problem, asked } = findings;
  if (view.findings && problem)
    return <ErrorState message={problemWords(problem)} code={problem.code} onRetry={findings.askAgain} />;
  // what has findings is not known yet
  if (view.findings && asked) return null;
  const { title, description } = wordsOf(view, t);
  return (
    <EmptyState
      icon={<SearchX />}
      title={title}
      description={description}
      action={
        <Button onClick={() => onView({ q: '', departments: [], positions: [], findings: false })}>
          {t('clearFilters')}
        </Button>
      }
    />
  );
}

function wordsOf(
  { q, departments, positions, findings }: View,
  t: Words<WordKey<'plan'>>,
): { title: string; description: string } {
  const others = departments.length + positions.length > 0;
  if (q && !others && !findings)
    return {
      title: t('noMatchText', { text: q }),
      description: t('noMatchTextHint'),
    };
  if (findings && !q && !others)
    return {
      title: t('noFindings'),
      description: t('noFindingsHint'),
    };
  return { title: t('noMatch'), description: t('noMatchHint') };
}
