'use client';
import dynamic from 'next/dynamic';

/** Panels that most visits never open: their code comes when they do. */
export const ShiftSheet = dynamic(() => import('./shift-sheet').then((module) => module.ShiftSheet));
export const PublishDialog = dynamic(() => import('./publish-dialog').then((module) => module.PublishDialog));
export const ReasonQuestion = dynamic(() =>
  import('./reason-question').then((module) => module.ReasonQuestion),
);
export const FoldQuestion = dynamic(() => import('./fold-question').then((module) => module.FoldQuestion));
