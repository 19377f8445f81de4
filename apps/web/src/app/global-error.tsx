'use client';
import { ErrorState } from '@vaktplan/ui';
import { useEffect } from 'react';
import { reportError } from '@/lib/report-error';
import './globals.css';

export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  useEffect(() => reportError(error), [error]);
  return (
    <html lang="en">
      <body>
        <main className="grid min-h-dvh place-items-center">
          <ErrorState
            asHeading
            title="Something went wrong"
            message="The page could not be shown. Try again, or reload it."
            code={error.digest}
            onRetry={reset}
          />
        </main>
      </body>
    </html>
  );
}
