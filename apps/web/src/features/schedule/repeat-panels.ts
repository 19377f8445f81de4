'use client';
import dynamic from 'next/dynamic';
import { withWords } from '@/lib/later-words';

/** Copying and templates: their code comes when they are opened. */
export const CopyDialog = dynamic(
  () =>
    withWords(
      ['planRepeat'],
      import('./copy/copy-dialog').then((module) => module.CopyDialog),
    ),
  { ssr: false },
);
export const SaveTemplateDialog = dynamic(
  () =>
    withWords(
      ['planRepeat'],
      import('./templates/save-template-dialog').then((module) => module.SaveTemplateDialog),
    ),
  { ssr: false },
);
export const TemplatesDialog = dynamic(
  () =>
    withWords(
      ['planRepeat'],
      import('./templates/templates-dialog').then((module) => module.TemplatesDialog),
    ),
  { ssr: false },
);
