'use client';
import { ErrorState } from '@vaktplan/ui';

/** In place of the whole app when not even the signed-in person could be read. */
export function Unavailable({ message, code }: { message: string; code: string }) {
  return (
    <main className="grid min-h-dvh place-items-center">
      <ErrorState
        asHeading
        title="Vaktplan is not available"
        message={message}
        code={code}
        onRetry={() => location.reload()}
      />
    </main>
  );
}
