import { useRef, useState } from 'react';
import { appLock } from '@/features/lock/app-lock';
import { canUnlock, unlock } from '@/platform/biometrics';
import { SwitchRow } from '@/ui/row';
import { useWords } from '@/ui/words';

/** The lock is turned on and off only by who can open it. */
export function LockRow() {
  const t = useWords('settings');
  const lock = useWords('lock');
  const [isOn, setOn] = useState(appLock.isOn);
  const [detail, setDetail] = useState<'lockDetail' | 'lockMissing' | 'lockFailed'>('lockDetail');
  // the answer may take a while: a second tap meanwhile would turn it back
  const isAsking = useRef(false);

  const change = async (next: boolean) => {
    if (isAsking.current) return;
    isAsking.current = true;
    const isPossible = await canUnlock();
    const isOwner = isPossible && (await unlock(lock('prompt')));
    isAsking.current = false;
    setDetail(isOwner ? 'lockDetail' : isPossible ? 'lockFailed' : 'lockMissing');
    if (!isOwner) return;
    appLock.turn(next);
    setOn(next);
  };

  return (
    <SwitchRow
      title={t('lock')}
      detail={t(detail)}
      value={isOn}
      testID="lock-switch"
      onChange={(next) => void change(next)}
    />
  );
}
