'use client';
import { ErrorState } from '@vaktplan/ui';
import './globals.css';

export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
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
