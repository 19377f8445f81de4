'use client';
import { BROKEN } from '@vaktplan/i18n/broken';
import { chooseLocale, directionOf } from '@vaktplan/i18n/locales';
import { ErrorState } from '@vaktplan/ui';
import { useEffect, useSyncExternalStore } from 'react';
import { keptIn, preference } from '@/lib/cookies';
import { reportError } from '@/lib/report-error';
import './globals.css';

/** In place of the document: without the server's words and settings, so it looks for them in the browser. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  useEffect(() => reportError(error), [error]);
  const language = useHere(() =>
    chooseLocale([keptIn(document.cookie, preference.language) ?? '', ...navigator.languages]),
  );
  const theme = useHere(() => keptIn(document.cookie, preference.theme));
  const words = BROKEN[language ?? 'en'];
  return (
    <html lang={language} dir={directionOf(language ?? 'en')} data-theme={theme}>
      <body>
        <main className="grid min-h-dvh place-items-center">
          <ErrorState
            asHeading
            title={words.title}
            message={words.message}
            retry={words.retry}
            code={error.digest}
            onRetry={reset}
          />
        </main>
      </body>
    </html>
  );
}

const never = () => () => undefined;
const useHere = <T,>(read: () => T): T | undefined =>
  useSyncExternalStore<T | undefined>(never, read, () => undefined);
