import { View } from 'react-native';
import { Segments } from '@/ui/segments';
import { Text } from '@/ui/text';
import { space } from '@/ui/tokens';
import { useTimes } from '@/ui/times';
import { useWords } from '@/ui/words';
import type { CorrectionEnd, Fold } from './correction-form';

type Props = {
  end: CorrectionEnd | undefined;
  fold: Fold;
  onChoose: (fold: Fold) => void;
};

/** On the night the clocks go back: which of the two times is meant. Nothing on all other days. */
export function FoldQuestion({ end, fold, onChoose }: Props) {
  const t = useWords('hours');
  const times = useTimes();
  if (!end || end.moments.length < 2) return null;
  return (
    <View style={{ gap: space.xs }} testID={`${end.name}-fold`}>
      <Text size="label">{t('twice', { time: times.time(`${end.wall}Z`, 'UTC') })}</Text>
      <Segments
        choices={[
          { key: `${end.name}-earlier`, title: t('fold_earlier') },
          { key: `${end.name}-later`, title: t('fold_later') },
        ]}
        chosen={fold && `${end.name}-${fold}`}
        onChoose={(key) => onChoose(key.endsWith('later') ? 'later' : 'earlier')}
      />
    </View>
  );
}
