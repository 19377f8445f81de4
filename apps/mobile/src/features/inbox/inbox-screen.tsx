import type { NotificationView } from '@vaktplan/contracts/http/notifications';
import { newsText } from '@vaktplan/i18n/news';
import { router } from 'expo-router';
import { Pressable, StyleSheet, View } from 'react-native';
import { routeOf } from '@/features/push/opened-by';
import { inboxNow } from '@/sync/inbox-now';
import { engine } from '@/sync/runtime';
import { useStored } from '@/sync/use-stored';
import { useSyncNow } from '@/sync/use-sync';
import { Button } from '@/ui/button';
import { Badge, Card, Empty, Screen } from '@/ui/surface';
import { Text } from '@/ui/text';
import { useTheme } from '@/ui/theme';
import { useTimes } from '@/ui/times';
import { radius, space, target } from '@/ui/tokens';
import { useDates } from '@/ui/use-dates';
import { useWords } from '@/ui/words';

/** What the person was told, newest first. Tapping one reads it and goes to what it is about. */
export function InboxScreen() {
  const held = useStored((snapshot) => snapshot);
  const { syncNow, isSyncing } = useSyncNow();
  const t = useWords('inbox');
  const schedule = useWords('schedule');
  if (!held) return <Screen>{null}</Screen>;
  const { owner, completeAt } = held;
  const { news, unread } = inboxNow(held.notifications, held.rows);
  const read = (some: readonly NotificationView[]) =>
    Promise.all(some.filter(({ readAt }) => readAt === null).map(({ id }) => engine.markRead(owner, id)));
  const open = (one: NotificationView) => {
    void read([one]);
    const route = routeOf(one.link ?? undefined);
    if (route !== '/') router.navigate(route);
  };
  return (
    <Screen onRefresh={syncNow} isRefreshing={isSyncing}>
      {news.length > 0 && (
        <Text tone="muted" testID="unread" accessibilityLiveRegion="polite">
          {t('unread', { count: unread })}
        </Text>
      )}
      {news.map((one) => (
        <Message key={one.id} message={one} onPress={() => open(one)} />
      ))}
      {unread > 1 && (
        <Button look="secondary" title={t('readAll')} testID="read-all" onPress={() => void read(news)} />
      )}
      {news.length === 0 && (
        <Card>
          <Empty icon="notifications-outline" title={completeAt === null ? schedule('notYet') : t('empty')}>
            {completeAt === null ? schedule('notYetHint') : t('emptyHint')}
          </Empty>
        </Card>
      )}
    </Screen>
  );
}

function Message({ message, onPress }: { message: NotificationView; onPress: () => void }) {
  const { color } = useTheme();
  const t = useWords('inbox');
  const times = useTimes();
  const dates = useDates();
  const { id, createdAt, readAt } = message;
  const { title, body } = newsText(message, useWords('news'), { day: dates.day, time: times.time });
  const isNew = readAt === null;
  return (
    <Pressable
      accessibilityRole="button"
      testID={`message-${id}`}
      onPress={onPress}
      style={({ pressed }) => [
        styles.message,
        { backgroundColor: pressed ? color.surface2 : color.surface, borderColor: color.border },
      ]}
    >
      <View style={styles.head}>
        <Text size={isNew ? 'strong' : 'body'} style={styles.grow}>
          {title}
        </Text>
        {isNew && <Badge tone="info">{t('new')}</Badge>}
      </View>
      <Text tone="muted">{body}</Text>
      <Text size="small" tone="muted">
        {times.moment(createdAt)}
      </Text>
    </Pressable>
  );
}

const styles = StyleSheet.create({
  message: {
    minHeight: target,
    borderWidth: 1,
    borderRadius: radius.lg,
    padding: space.lg,
    gap: space.xs,
  },
  head: { flexDirection: 'row', alignItems: 'center', gap: space.sm },
  grow: { flex: 1 },
});
