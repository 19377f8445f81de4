import { useState } from 'react';
import { appLock } from '@/features/lock/app-lock';
import { canUnlock, unlock } from '@/platform/biometrics';
import { SwitchRow } from '@/ui/row';
import { useWords } from '@/ui/words';

/** The lock is turned on and off only by who can open it. */
export function LockRow() {
  const t = useWords('settings');
  const lock = useWords('lock');
  const [isOn, setOn] = useState(appLock.isOn);
  const [isMissing, setMissing] = useState(false);

  const change = async (next: boolean) => {
    const isPossible = await canUnlock();
    setMissing(!isPossible);
    if (!isPossible || !(await unlock(lock('prompt')))) return;
    appLock.turn(next);
    setOn(next);
  };

  return (
    <SwitchRow
      title={t('lock')}
      detail={t(isMissing ? 'lockMissing' : 'lockDetail')}
      value={isOn}
      testID="lock-switch"
      onChange={(next) => void change(next)}
    />
  );
}
