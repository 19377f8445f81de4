'use client';
import dynamic from 'next/dynamic';

/** Copying and templates: their code comes when they are opened. */
export const CopyDialog = dynamic(() => import('./copy/copy-dialog').then((module) => module.CopyDialog), {
  ssr: false,
});
export const SaveTemplateDialog = dynamic(
  () => import('./templates/save-template-dialog').then((module) => module.SaveTemplateDialog),
  { ssr: false },
);
export const TemplatesDialog = dynamic(
  () => import('./templates/templates-dialog').then((module) => module.TemplatesDialog),
  { ssr: false },
);
