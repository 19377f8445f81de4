import { AuthProvider } from '#auth-impl';
import { QueryClientProvider } from '@tanstack/react-query';
import { Stack } from 'expo-router';
import { StatusBar } from 'expo-status-bar';
import { useState } from 'react';
import { SafeAreaProvider } from 'react-native-safe-area-context';
import { useAuth } from '@/auth/context';
import { Opening } from '@/features/sign-in/opening';
import { usePhotoSending } from '@/features/clock/use-photo-sending';
import { createQueryClient } from '@/platform/query-client';
import { useSync } from '@/sync/use-sync';
import { DirectionRoot } from '@/ui/direction-root';
import { ThemeProvider, useTheme } from '@/ui/theme';
import { useLanguage, WordsProvider } from '@/ui/words';

/** Everything but sign-in lies inside `(app)`, which is closed to whoever is not signed in. */
function Doors() {
  const { status } = useAuth();
  const { color, isDark } = useTheme();
  const { locale } = useLanguage();
  // above the lock: what waits is sent whoever holds the phone
  useSync();
  usePhotoSending();
  if (status === 'loading') return <Opening />;
  return (
    <DirectionRoot locale={locale}>
      <StatusBar style={isDark ? 'light' : 'dark'} />
      <Stack
        // the title is that of the browser's tab
        screenOptions={{
          headerShown: false,
          title: 'Vaktplan',
          contentStyle: { backgroundColor: color.background },
        }}
      >
        <Stack.Protected guard={status === 'signed-in'}>
          <Stack.Screen name="(app)" />
        </Stack.Protected>
        <Stack.Protected guard={status === 'signed-out'}>
          <Stack.Screen name="sign-in" />
        </Stack.Protected>
      </Stack>
    </DirectionRoot>
  );
}

export default function Layout() {
  const [client] = useState(createQueryClient);
  return (
    <SafeAreaProvider>
      <ThemeProvider>
        <WordsProvider>
          <QueryClientProvider client={client}>
            <AuthProvider>
              <Doors />
            </AuthProvider>
          </QueryClientProvider>
        </WordsProvider>
      </ThemeProvider>
    </SafeAreaProvider>
  );
}
