import { StyleSheet, View } from 'react-native';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { space } from '@/ui/tokens';
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
          <Field
            label={t('breakStart')}
            value={one.start}
            onChangeText={(start) => set(i, { start })}
            maxLength={5}
            testID={`break-start-${i}`}
          />
          <Field
            label={t('breakEnd')}
            value={one.end}
            onChangeText={(end) => set(i, { end })}
            maxLength={5}
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
