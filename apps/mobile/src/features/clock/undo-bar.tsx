import type { PunchKind } from '@vaktplan/contracts/http/time-tracking';
import { useEffect, useState } from 'react';
import { StyleSheet, View } from 'react-native';
import { Button } from '@/ui/button';
import { Text } from '@/ui/text';
import { useTheme } from '@/ui/theme';
import { radius, space } from '@/ui/tokens';
import { useTimes } from '@/ui/times';
import { useWords } from '@/ui/words';
import { HOLD_MS } from './tap';

export type Undoable = { id: string; kind: PunchKind; at: number };

type Props = { punch: Undoable; onUndo: (id: string) => void; onOver: () => void };

/** For as long as a tap can be taken back. */
export function UndoBar({ punch, onUndo, onOver }: Props) {
  const { color } = useTheme();
  const t = useWords('clock');
  const app = useWords('app');
  const times = useTimes();
  const [left, setLeft] = useState(HOLD_MS / 1000);
  useEffect(() => {
    const timer = setInterval(() => setLeft((seconds) => seconds - 1), 1000);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (left <= 0) onOver();
  }, [left, onOver]);
  return (
    <View
      accessibilityLiveRegion="polite"
      testID="undo-bar"
      style={[styles.bar, { backgroundColor: color.accent }]}
    >
      <View style={styles.words}>
        <Text size="strong" tone="accentForeground">
          {t(`done_${punch.kind}`, { time: times.time(punch.at) })}
        </Text>
        <Text size="small" tone="accentForeground">
          {t('undoHint')}
        </Text>
      </View>
      <Button
        look="secondary"
        icon="arrow-undo-outline"
        title={`${app('undo')} (${Math.max(0, left)})`}
        accessibilityLabel={app('undo')}
        testID="undo"
        onPress={() => onUndo(punch.id)}
      />
    </View>
  );
}

const styles = StyleSheet.create({
  bar: {
    flexDirection: 'row',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: space.md,
    borderRadius: radius.lg,
    padding: space.md,
  },
  words: { flexGrow: 1, flexShrink: 1, gap: 2 },
});
