import type { QuietHours } from '@vaktplan/contracts/http/notification-settings';
import { useState } from 'react';
import { StyleSheet, View } from 'react-native';
import { engine } from '@/sync/runtime';
import type { Owner } from '@/sync/outbox-row';
import { SwitchRow } from '@/ui/row';
import { Text } from '@/ui/text';
import { space } from '@/ui/tokens';
import { WhenField } from '@/ui/when-field';
import { useWords } from '@/ui/words';
import { shownNow } from './shown-now';

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
      {quietHours && <FromAndTo saved={quietHours} onSave={save} />}
    </>
  );
}

type FromAndToProps = { saved: QuietHours; onSave: (next: QuietHours) => void };

/** What is chosen shows at once; it is saved when the picker is closed, unless it is no span of time. */
function FromAndTo({ saved, onSave }: FromAndToProps) {
  const t = useWords('settings');
  const [known, setKnown] = useState(saved);
  const [shown, setShown] = useState(saved);
  if (known.from !== saved.from || known.to !== saved.to) {
    setKnown(saved);
    setShown(shownNow(shown, known, saved));
  }
  const isNone = shown.from === shown.to;
  const field = (name: keyof QuietHours) => (
    <View style={styles.half}>
      <WhenField
        mode="time"
        label={t(name === 'from' ? 'quietFrom' : 'quietTo')}
        value={shown[name]}
        testID={`quiet-${name}`}
        onChange={(value) => setShown({ ...shown, [name]: value })}
        onEnd={(value) => {
          // a browser's field can be emptied
          const next = { ...shown, [name]: value || saved[name] };
          setShown(next);
          const isOther = next.from !== saved.from || next.to !== saved.to;
          if (isOther && next.from !== next.to) onSave(next);
        }}
      />
    </View>
  );
  return (
    <>
      <View style={styles.pair}>
        {field('from')}
        {field('to')}
      </View>
      {isNone && (
        <Text size="small" tone="danger" accessibilityLiveRegion="polite" testID="quiet-none">
          {t('quietSame')}
        </Text>
      )}
    </>
  );
}

const styles = StyleSheet.create({
  pair: { flexDirection: 'row', gap: space.md, paddingVertical: space.sm },
  half: { flex: 1 },
});
