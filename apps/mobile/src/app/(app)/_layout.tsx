import { Stack } from 'expo-router';
import { LockGate } from '@/features/lock/lock-gate';
import { useOpenedBy } from '@/features/push/use-opened-by';
import { headerBack } from '@/ui/header-back';
import { HeaderTitle } from '@/ui/header-title';
import { useTheme } from '@/ui/theme';
import { useWords } from '@/ui/words';

/** A link into the app has the tabs behind it. */
export const unstable_settings = { anchor: '(tabs)' };

/** For the signed-in; the lock covers the screens and nothing else. */
export default function AppLayout() {
  const { color } = useTheme();
  const me = useWords('me');
  useOpenedBy();
  return (
    <LockGate>
      <Stack
        screenOptions={{
          headerTintColor: color.primary,
          headerTitle: HeaderTitle,
          headerStyle: { backgroundColor: color.surface },
          headerShadowVisible: false,
          headerBackButtonDisplayMode: 'minimal',
          ...headerBack,
          contentStyle: { backgroundColor: color.background },
        }}
      >
        <Stack.Screen name="(tabs)" options={{ headerShown: false, title: '' }} />
        <Stack.Screen name="settings" options={{ title: me('settings') }} />
        <Stack.Screen name="devices" options={{ title: me('devices') }} />
      </Stack>
    </LockGate>
  );
}
