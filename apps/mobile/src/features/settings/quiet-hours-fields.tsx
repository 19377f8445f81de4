import type { QuietHours } from '@vaktplan/contracts/http/notification-settings';
import { useState } from 'react';
import { StyleSheet, View } from 'react-native';
import { engine } from '@/sync/runtime';
import type { Owner } from '@/sync/outbox-row';
import { Field } from '@/ui/field';
import { SwitchRow } from '@/ui/row';
import { space } from '@/ui/tokens';
import { useWords } from '@/ui/words';
import { wallTimeOf } from './wall-time-of';

const USUAL: QuietHours = { from: '22:00', to: '07:00' };

/** Saved on the phone at once, sent when there is a network. */
export function QuietHoursFields({ owner, quietHours }: { owner: Owner; quietHours: QuietHours | null }) {
  const t = useWords('settings');
  const save = (next: QuietHours | null) => void engine.saveSettings(owner, { quietHours: next });
  return (
    <>
      <SwitchRow
        title={t('quiet')}
        detail={t('quietDetail')}
        testID="quiet-switch"
        value={quietHours !== null}
        onChange={(isOn) => save(isOn ? USUAL : null)}
      />
      {quietHours && (
        <View style={styles.pair} key={`${quietHours.from} ${quietHours.to}`}>
          <Time
            label={t('quietFrom')}
            value={quietHours.from}
            onSave={(from) => save({ ...quietHours, from })}
          />
          <Time label={t('quietTo')} value={quietHours.to} onSave={(to) => save({ ...quietHours, to })} />
        </View>
      )}
    </>
  );
}

type TimeProps = { label: string; value: string; onSave: (value: string) => void };

function Time({ label, value, onSave }: TimeProps) {
  const t = useWords('settings');
  const [typed, setTyped] = useState(value);
  const [isWrong, setWrong] = useState(false);
  const end = () => {
    const text = wallTimeOf(typed);
    setWrong(text === null);
    if (text === null || text === value) return;
    setTyped(text);
    onSave(text);
  };
  return (
    <View style={styles.half}>
      <Field
        label={label}
        value={typed}
        error={isWrong ? t('timeWrong') : null}
        inputMode="numeric"
        maxLength={5}
        onChangeText={setTyped}
        onBlur={end}
        onSubmitEditing={end}
      />
    </View>
  );
}

const styles = StyleSheet.create({
  pair: { flexDirection: 'row', gap: space.md },
  half: { flex: 1 },
});
