import { StyleSheet, View } from 'react-native';
import { Button } from '@/ui/button';
import { space } from '@/ui/tokens';
import { WhenField } from '@/ui/when-field';
import { useWords } from '@/ui/words';

type Break = { start: string; end: string };
const MOST = 10;

/** From and to of each break. */
export function BreakFields({
  breaks,
  onChange,
}: {
  breaks: readonly Break[];
  onChange: (breaks: Break[]) => void;
}) {
  const t = useWords('hours');
  const set = (at: number, part: Partial<Break>) =>
    onChange(breaks.map((one, i) => (i === at ? { ...one, ...part } : one)));
  return (
    <>
      {breaks.map((one, i) => (
        <View key={i} style={styles.break}>
          <WhenField
            mode="time"
            label={t('breakStart')}
            placeholder={t('choose')}
            value={one.start}
            onChange={(start) => set(i, { start })}
            testID={`break-start-${i}`}
          />
          <WhenField
            mode="time"
            label={t('breakEnd')}
            placeholder={t('choose')}
            value={one.end}
            onChange={(end) => set(i, { end })}
            testID={`break-end-${i}`}
          />
          <Button
            look="plain"
            title={t('removeBreak')}
            testID={`remove-break-${i}`}
            onPress={() => onChange(breaks.filter((_, other) => other !== i))}
          />
        </View>
      ))}
      {breaks.length < MOST && (
        <Button
          look="plain"
          icon="cafe-outline"
          title={t('addBreak')}
          testID="add-break"
          onPress={() => onChange([...breaks, { start: '', end: '' }])}
        />
      )}
    </>
  );
}

const styles = StyleSheet.create({ break: { gap: space.sm } });
