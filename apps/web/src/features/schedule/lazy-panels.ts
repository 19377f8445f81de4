'use client';
import dynamic from 'next/dynamic';
import { askWords, withWords } from '@/lib/later-words';

// without `ssr: false` there is no boundary around them: the whole page would wait, hidden, for a panel's code

/** Panels that most visits never open: their code comes when they do, or before, while the page rests. */
export const ShiftSheet = dynamic(
  () =>
    withWords(
      ['planShift'],
      import('./shift-sheet').then((module) => module.ShiftSheet),
    ),
  { ssr: false },
);
export const PublishDialog = dynamic(
  () =>
    withWords(
      ['planPublish'],
      import('./publish-dialog').then((module) => module.PublishDialog),
    ),
  { ssr: false },
);
export const ReasonQuestion = dynamic(
  () =>
    withWords(
      ['planShift'],
      import('./reason-question').then((module) => module.ReasonQuestion),
    ),
  { ssr: false },
);
export const FoldQuestion = dynamic(
  () =>
    withWords(
      ['planShift'],
      import('./fold-question').then((module) => module.FoldQuestion),
    ),
  { ssr: false },
);

/** What a manager wants within seconds: the panel of a shift, the judge of a pick-up. */
export const likelySoon: readonly (() => void)[] = [
  () => void import('./shift-sheet'),
  () => void askWords(['planShift']).catch(() => undefined),
  () => void import('./ask-feasibility'),
];
