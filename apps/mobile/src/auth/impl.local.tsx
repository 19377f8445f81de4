import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { AuthContext } from './context';
import * as session from './local-session';
import type { AuthApi } from './types';

export { accessToken } from './local-session';

/** Sign-in with e-mail and password against the server itself. */
export function AuthProvider({ children }: { children: ReactNode }) {
  const [known, setKnown] = useState<{ session: session.LocalSession } | null>(null);

  useEffect(() => {
    let isHere = true;
    const read = () =>
      void session.restoreSession().then((restored) => {
        if (isHere) setKnown({ session: restored });
      });
    read();
    const stop = session.onSessionChange(read);
    return () => {
      isHere = false;
      stop();
    };
  }, []);

  const auth = useMemo<AuthApi>(
    () => ({
      mode: 'local',
      status: !known ? 'loading' : known.session ? 'signed-in' : 'signed-out',
      userId: known?.session?.userId ?? null,
      organizationId: known?.session?.organizationId ?? null,
      expired: known?.session === null && session.sessionHasEnded(),
      signIn: session.signIn,
      sendCode: session.sendCode,
      enterCode: session.enterCode,
      signOut: session.signOut,
    }),
    [known],
  );
  return <AuthContext.Provider value={auth}>{children}</AuthContext.Provider>;
}
