'use client';
import type { KioskPerson, KioskScreen } from '@vaktplan/contracts/http/kiosk';
import { useCallback, useEffect, useRef, useState } from 'react';
import { asProblem } from '../../lib/problem';
import { keptScreen } from './kept-screen';
import { kioskApi } from './kiosk-api';
import { noteServerTime } from './server-clock';
import { loadTaps, sendTaps, useTaps } from './tap-queue';

const lookMs = 20_000;
const retryMs = 5_000;

export type KioskState = {
  /** loading: not asked yet. enrol: this tablet has no key, or it is not good any more. failed: nothing to show yet. */
  status: 'loading' | 'enrol' | 'ready' | 'failed';
  screen: KioskScreen | undefined;
  /** Did the server answer the last time? */
  online: boolean;
  look: () => Promise<void>;
  send: () => Promise<void>;
};

/** The tablet's own state: looks again every 20 s, sends what waits, and notices when the network goes and comes. */
export function useKiosk(): KioskState {
  const [screen, setScreen] = useState<KioskScreen>();
  const [status, setStatus] = useState<KioskState['status']>('loading');
  const [online, setOnline] = useState(true);
  const waiting = useTaps().some((tap) => tap.state === 'saved' || (tap.state === 'confirmed' && tap.photo));
  const beat = useRef(0);

  const look = useCallback(async () => {
    try {
      const next = await kioskApi.screen();
      noteServerTime(next.serverTime);
      setScreen(next);
      keptScreen.write(next);
      setStatus('ready');
      setOnline(true);
      if (Date.now() - beat.current > 55_000) {
        beat.current = Date.now();
        const { renewToken } = await kioskApi.heartbeat(new Date().toISOString());
        if (renewToken) await kioskApi.renewToken();
      }
    } catch (error) {
      const problem = asProblem(error);
      if (problem.status === 401) {
        keptScreen.forget();
        setStatus('enrol');
        return;
      }
      setOnline(false);
      const kept = keptScreen.read();
      setScreen((before) => before ?? kept);
      setStatus((before) => (before !== 'loading' ? before : kept ? 'ready' : 'failed'));
    }
  }, []);

  const update = useCallback((person: KioskPerson) => {
    setOnline(true);
    const put = (people: KioskPerson[]) =>
      people.map((one) =>
        one.employeeId === person.employeeId ? { ...one, ...person, hasPin: one.hasPin } : one,
      );
    setScreen((before) => before && { ...before, people: put(before.people) });
  }, []);

  const send = useCallback(async () => {
    const sent = await sendTaps(update);
    if (sent === 'gone') setStatus('enrol');
    if (sent === 'later') setOnline(false);
  }, [update]);

  useEffect(() => {
    const start = async () => {
      await loadTaps().catch(() => undefined);
      await look();
      await send();
    };
    void start();
    const timer = setInterval(() => void look(), lookMs);
    const back = () => void look().then(send);
    const away = () => setOnline(false);
    window.addEventListener('online', back);
    window.addEventListener('offline', away);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', back);
      window.removeEventListener('offline', away);
    };
  }, [look, send]);

  useEffect(() => {
    if (!waiting || status !== 'ready') return;
    const timer = setInterval(() => void send(), retryMs);
    return () => clearInterval(timer);
  }, [waiting, status, send]);

  return { status, screen, online, look, send };
}
