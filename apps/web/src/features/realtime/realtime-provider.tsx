'use client';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { createConnection, type Connection, type ConnectionState } from './connection';

type Realtime = { state: ConnectionState; subscribe: Connection['on']; say: Connection['say'] };
const RealtimeContext = createContext<Realtime | undefined>(undefined);

/** Connects once the page is idle. Regions that follow signals ask again by themselves when it is there. */
export function RealtimeProvider({ children }: { children: ReactNode }) {
  const [state, setState] = useState<ConnectionState>('connecting');
  const [connection, setConnection] = useState<Connection>();

  useEffect(() => {
    const made = createConnection({ onState: setState });
    const later = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 200));
    const cancel = window.cancelIdleCallback ?? clearTimeout;
    const handle = later(made.open);
    setConnection(made);
    return () => {
      cancel(handle);
      made.close();
    };
  }, []);

  const value = useMemo<Realtime>(
    () => ({
      state,
      subscribe: (name, handler) => connection?.on(name, handler) ?? (() => undefined),
      say: (name, what) => connection?.say(name, what),
    }),
    [state, connection],
  );
  return <RealtimeContext value={value}>{children}</RealtimeContext>;
}

/** `subscribe(name, handler)` gives back how to stop; `state` is of this tab's connection. */
export function useRealtime(): Realtime {
  const value = useContext(RealtimeContext);
  if (!value) throw new Error('Used outside the signed-in app');
  return value;
}
