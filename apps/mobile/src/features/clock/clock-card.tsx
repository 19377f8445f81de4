import { StyleSheet, View } from 'react-native';
import type { ClockNow } from '@/sync/clock-now';
import { workedMinutes } from '@/sync/entries-now';
import { Button } from '@/ui/button';
import { Badge, Card, type Tone } from '@/ui/surface';
import { Text } from '@/ui/text';
import { space } from '@/ui/tokens';
import { useTimes } from '@/ui/times';
import { useWords } from '@/ui/words';
import { CHOICES, type Choice } from './choices';

const tones = { out: 'neutral', in: 'success', on_break: 'warning' } as const satisfies Record<
  ClockNow['state'],
  Tone
>;
const icons = { out: 'moon-outline', in: 'briefcase-outline', on_break: 'cafe-outline' } as const;

type Props = {
  clock: ClockNow;
  zone: string | undefined;
  now: number;
  asksPosition: boolean;
  onTap: (kind: Choice['kind']) => void;
};

/** What the clock says, and one big button for what usually comes next. */
export function ClockCard({ clock, zone, now, asksPosition, onTap }: Props) {
  const t = useWords('clock');
  const times = useTimes();
  const { state, since, entry } = clock;
  const [big, ...others] = CHOICES[state];
  return (
    <Card style={styles.card}>
      <View style={styles.head}>
        <Badge tone={tones[state]} icon={icons[state]} testID={`clock-${state}`}>
          {t(state)}
        </Badge>
        {since !== null && <Text tone="muted">{t('since', { time: times.time(since, zone) })}</Text>}
      </View>
      {entry && (
        <Text size="display" testID="worked">
          {times.duration(workedMinutes(entry, now))}
        </Text>
      )}
      <Button
        size="big"
        title={t(`punch_${big.kind}`)}
        icon={big.icon}
        testID="punch"
        onPress={() => onTap(big.kind)}
      />
      {others.map(({ kind, icon }) => (
        <Button
          key={kind}
          look="secondary"
          title={t(`punch_${kind}`)}
          icon={icon}
          testID={`punch-${kind}`}
          onPress={() => onTap(kind)}
        />
      ))}
      {asksPosition && (
        <Text size="small" tone="muted">
          {t('positionTold')}
        </Text>
      )}
    </Card>
  );
}

const styles = StyleSheet.create({
  card: { gap: space.md },
  head: { flexDirection: 'row', flexWrap: 'wrap', alignItems: 'center', gap: space.sm },
});
