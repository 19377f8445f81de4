'use client';
import { Button, EmptyState, ErrorState } from '@vaktplan/ui';
import { SearchX } from 'lucide-react';
import type { Findings } from './use-findings';
import type { ChangeView, View } from './use-view';

type NoMatchProps = { view: View; findings: Findings; onView: ChangeView };

/** The filters leave nobody: which of them, and the way out. */
export function NoMatch({ view, findings, onView }: NoMatchProps) {
  const { problem, asked } = findings;
  if (view.findings && problem)
    return <ErrorState message={problem.detail} code={problem.code} onRetry={findings.askAgain} />;
  // what has findings is not known yet
  if (view.findings && asked) return null;
  const { title, description } = wordsOf(view);
  return (
    <EmptyState
      icon={<SearchX />}
      title={title}
      description={description}
      action={
        <Button onClick={() => onView({ q: '', departments: [], positions: [], findings: false })}>
          Clear filters
        </Button>
      }
    />
  );
}

function wordsOf({ q, departments, positions, findings }: View): { title: string; description: string } {
  const others = departments.length + positions.length > 0;
  if (q && !others && !findings)
    return {
      title: `Nobody matches “${q}”`,
      description: 'Neither a name nor a position here contains it.',
    };
  if (findings && !q && !others)
    return {
      title: 'No shift has findings',
      description: 'The rules neither warn of nor block anything that is planned here.',
    };
  return { title: 'Nobody matches these filters', description: 'Choose fewer of them to see more.' };
}
