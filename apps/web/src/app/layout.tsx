import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { themeScript } from '@/lib/theme-script';
import { readDocumentLanguage } from '@/server/document-language';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Vaktplan', template: '%s · Vaktplan' },
  description: 'Open-source workforce scheduling: plan the week, publish it, clock in, see who is at work.',
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f8f9fb' },
    { media: '(prefers-color-scheme: dark)', color: '#0e1015' },
  ],
};

/** The document. The theme script runs before first paint, so static pages too open in the chosen theme. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const { lang, dir } = await readDocumentLanguage();
  return (
    <html lang={lang} dir={dir} suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
      </head>
      <body>{children}</body>
    </html>
  );
}
