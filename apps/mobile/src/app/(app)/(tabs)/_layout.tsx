import { Icon, type IconName } from '@/ui/icon';
import { Tabs } from 'expo-router';
import type { ColorValue } from 'react-native';
import { HeaderTitle } from '@/ui/header-title';
import { inboxNow } from '@/sync/inbox-now';
import { useStored } from '@/sync/use-stored';
import { useTheme } from '@/ui/theme';
import { useWords } from '@/ui/words';

const icon = (name: IconName) =>
  function TabIcon({ color, size }: { color: ColorValue; size: number }) {
    return <Icon name={name} size={size} color={color} />;
  };
const icons = {
  home: icon('time-outline'),
  schedule: icon('calendar-outline'),
  hours: icon('hourglass-outline'),
  inbox: icon('notifications-outline'),
  me: icon('person-outline'),
};

/** Without a label of ours the library reads out an English one of its own. */
const tab = (title: string, tabBarIcon: ReturnType<typeof icon>) => ({
  title,
  tabBarIcon,
  tabBarAccessibilityLabel: title,
});

const DOT = 10;
const dot = { minWidth: DOT, height: DOT, borderRadius: DOT / 2, top: 0, end: 0 };

export default function TabLayout() {
  const { color } = useTheme();
  const t = useWords('nav');
  const inbox = useWords('inbox');
  const unread = useStored(({ notifications, rows }) => inboxNow(notifications, rows).unread) ?? 0;
  return (
    <Tabs
      screenOptions={{
        tabBarActiveTintColor: color.primary,
        tabBarInactiveTintColor: color.muted,
        tabBarStyle: { backgroundColor: color.surface, borderTopColor: color.border },
        headerTitle: HeaderTitle,
        headerStyle: { backgroundColor: color.background },
        headerShadowVisible: false,
        headerTitleAlign: 'left',
        sceneStyle: { backgroundColor: color.background },
      }}
    >
      <Tabs.Screen name="index" options={tab(t('home'), icons.home)} />
      <Tabs.Screen name="schedule" options={tab(t('schedule'), icons.schedule)} />
      <Tabs.Screen name="hours" options={tab(t('hours'), icons.hours)} />
      <Tabs.Screen
        name="inbox"
        options={{
          ...tab(t('inbox'), icons.inbox),
          ...(unread > 0 && {
            // a dot: the number is read out here, stands in the inbox, and would not fit in large letters
            tabBarBadge: '',
            tabBarAccessibilityLabel: `${t('inbox')}, ${inbox('unread', { count: unread })}`,
          }),
          tabBarBadgeStyle: { ...dot, backgroundColor: color.danger },
        }}
      />
      <Tabs.Screen name="me" options={tab(t('me'), icons.me)} />
    </Tabs>
  );
}
