import { useState } from 'react';
import { usePushWords } from '@/features/push/use-push-words';
import { openPhoneSettings } from '@/platform/phone-settings';
import { pushDevice, turnPushOff, turnPushOn } from '@/platform/push';
import { Button } from '@/ui/button';
import { SwitchRow } from '@/ui/row';
import { useWords } from '@/ui/words';

export function PushRow() {
  const t = useWords('settings');
  const clock = useWords('clock');
  const words = usePushWords();
  const [isOn, setOn] = useState(() => pushDevice.isWanted() && pushDevice.id() !== null);
  const [isRefused, setRefused] = useState(false);

  const change = async (next: boolean) => {
    setOn(next);
    if (!next) return turnPushOff();
    const outcome = await turnPushOn(words);
    setRefused(outcome === 'refused');
    setOn(outcome !== 'refused');
  };

  if (!pushDevice.isPossible) return null;
  return (
    <>
      <SwitchRow
        title={t('push')}
        detail={t(isRefused ? 'pushRefused' : 'pushDetail')}
        value={isOn}
        onChange={(next) => void change(next)}
      />
      {isRefused && openPhoneSettings && (
        <Button
          look="secondary"
          icon="settings-outline"
          title={clock('openSettings')}
          onPress={() => void openPhoneSettings?.()}
        />
      )}
    </>
  );
}
