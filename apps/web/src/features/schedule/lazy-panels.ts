'use client';
import dynamic from 'next/dynamic';

// without `ssr: false` there is no boundary around them: the whole page would wait, hidden, for a panel's code

/** Panels that most visits never open: their code comes when they do, or before, while the page rests. */
export const ShiftSheet = dynamic(() => import('./shift-sheet').then((module) => module.ShiftSheet), {
  ssr: false,
});
export const PublishDialog = dynamic(
  () => import('./publish-dialog').then((module) => module.PublishDialog),
  { ssr: false },
);
export const ReasonQuestion = dynamic(
  () => import('./reason-question').then((module) => module.ReasonQuestion),
  { ssr: false },
);
export const FoldQuestion = dynamic(() => import('./fold-question').then((module) => module.FoldQuestion), {
  ssr: false,
});

/** What a manager wants within seconds: the panel of a shift, the judge of a pick-up. */
export const likelySoon: readonly (() => void)[] = [
  () => void import('./shift-sheet'),
  () => void import('./ask-feasibility'),
];
