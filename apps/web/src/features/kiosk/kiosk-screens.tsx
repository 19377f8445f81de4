'use client';
import type { KioskPerson, KioskScreen } from '@vaktplan/contracts/http/kiosk';
import type { PunchKind } from '@vaktplan/contracts/http/time-tracking';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { asProblem } from '../../lib/problem';
import { useProblemWords } from '../../lib/problem-words';
import { useWords } from '../../lib/words';
import { DonePanel } from './done-panel';
import { Home } from './home';
import { kioskApi } from './kiosk-api';
import { NameList } from './name-list';
import { PersonPanel } from './person-panel';
import { PinPad } from './pin-pad';
import { sealPin } from './seal-pin';
import { serverNow } from './server-clock';
import { isRepeat, withTaps } from './tap';
import { saveTap, useTaps } from './tap-queue';
import { useHeadingFocus } from './use-heading-focus';
import { useIdleReturn } from './use-idle-return';
import type { KioskState } from './use-kiosk';

type View =
  | { at: 'home' }
  | { at: 'pin'; person: KioskPerson | undefined; problem?: string; busy?: boolean }
  | { at: 'choose'; people: KioskPerson[]; pin: string }
  | { at: 'person'; person: KioskPerson | undefined; pin: string | undefined; unchecked: boolean }
  | { at: 'done'; tapId: string };

const idleSeconds = { home: 0, pin: 30, choose: 30, person: 30, done: 10 };

/** From the list of names to the tap and back, with nobody left standing in another's session. */
export function KioskScreens({ kiosk, screen }: { kiosk: KioskState; screen: KioskScreen }) {
  const [view, setView] = useState<View>({ at: 'home' });
  const taps = useTaps();
  const t = useWords('kiosk');
  const wordsOf = useProblemWords();
  const home = () => setView({ at: 'home' });
  useIdleReturn(idleSeconds[view.at], view, home);
  useHeadingFocus(view.at);
  const people = screen.people.map((person) => withTaps(person, taps));

  const choose = (person: KioskPerson) =>
    setView(
      screen.identification === 'name'
        ? { at: 'person', person, pin: undefined, unchecked: false }
        : { at: 'pin', person },
    );

  const typePin = async (person: KioskPerson | undefined, pin: string) => {
    setView({ at: 'pin', person, busy: true });
    try {
      const found = (await kioskApi.identify({ employeeId: person?.employeeId, pin })).people;
      const [only] = found;
      if (found.length > 1) setView({ at: 'choose', people: found, pin });
      else setView({ at: 'person', person: only && withTaps(only, taps), pin, unchecked: false });
    } catch (error) {
      const problem = asProblem(error);
      const away = problem.code === 'offline' || problem.status >= 500;
      // without a connection the PIN is sealed with the tap and looked at when it arrives
      if (away) setView({ at: 'person', person, pin, unchecked: true });
      else setView({ at: 'pin', person, problem: wordsOf(problem) });
      if (problem.status === 401 || away) void kiosk.look();
    }
  };

  const tap = async (kind: PunchKind, photo: Blob | undefined) => {
    if (view.at !== 'person') return;
    const { person, pin } = view;
    const id = uuidv7();
    const occurredAt = new Date(serverNow()).toISOString();
    const next = { kind, employeeId: person?.employeeId, occurredAt };
    if (isRepeat(taps, next)) return home();
    const seal = pin && { key: screen.sealKey, kioskId: screen.id, punchId: id, pin };
    await saveTap({
      ...next,
      id,
      name: person?.name ?? '',
      offline: !kiosk.online,
      sealedPin: seal ? await sealPin(seal) : undefined,
      photo,
      state: 'saved',
    });
    setView({ at: 'done', tapId: id });
    void kiosk.send();
  };

  switch (view.at) {
    case 'home':
      return (
        <Home
          screen={screen}
          people={people}
          onChoose={choose}
          onPin={() => setView({ at: 'pin', person: undefined })}
        />
      );
    case 'pin':
      return (
        <PinPad
          key={view.problem ?? 'first'}
          person={view.person}
          problem={view.problem}
          busy={view.busy ?? false}
          onPin={(pin) => void typePin(view.person, pin)}
          onBack={home}
        />
      );
    case 'choose':
      return (
        <div className="mx-auto w-full max-w-2xl p-4">
          <h2 className="mb-3 text-lg font-semibold">{t('whoAreYou')}</h2>
          <NameList
            people={view.people}
            onChoose={(person) => setView({ at: 'person', person, pin: view.pin, unchecked: false })}
          />
        </div>
      );
    case 'person':
      return (
        <PersonPanel
          screen={screen}
          person={view.person}
          unchecked={view.unchecked}
          onTap={tap}
          onBack={home}
        />
      );
    case 'done':
      return <DonePanel tapId={view.tapId} screen={screen} onBack={home} />;
  }
}
