import { useState } from 'react';
import { StyleSheet, View } from 'react-native';
import { SafeAreaView } from 'react-native-safe-area-context';
import { useAuth } from '@/auth/context';
import { SignInError, type CodeWay, type SignInProblem } from '@/auth/types';
import { ServerAddress } from '@/features/settings/server-address-field';
import { Banner, Screen } from '@/ui/surface';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Text } from '@/ui/text';
import { useTheme } from '@/ui/theme';
import { radius, space } from '@/ui/tokens';
import { useWords } from '@/ui/words';
import { CodeStep } from './code-step';

type Problem = SignInProblem | 'missing';

/** E-mail and password, then a second proof where the account asks for one. */
export function SignInScreen() {
  const auth = useAuth();
  const { color } = useTheme();
  const t = useWords('signIn');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  /** Null: the password comes first. */
  const [ways, setWays] = useState<readonly [CodeWay, ...CodeWay[]] | null>(null);
  const [isShown, setShown] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const attempt = async (work: () => Promise<void>): Promise<boolean> => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
      return true;
    } catch (error) {
      const told = error instanceof SignInError ? error.problem : 'server';
      setProblem(told);
      if (told === 'start_again') setWays(null);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const enterPassword = () => {
    if (!email.trim() || !password) return setProblem('missing');
    return void attempt(async () => {
      const step = await auth.signIn(email.trim(), password);
      if (step === 'done') return;
      setWays(step);
      // the only way to know the code is to have it sent
      const [{ kind }] = step;
      if (kind === 'sms' || kind === 'email') await auth.sendCode(kind);
    });
  };

  return (
    <SafeAreaView style={[styles.page, { backgroundColor: color.background }]}>
      <Screen>
        <View style={styles.head}>
          <View style={[styles.mark, { backgroundColor: color.primary }]}>
            <Text size="title" tone="primaryForeground" accessibilityRole="none">
              V
            </Text>
          </View>
          <Text size="display">{t('title')}</Text>
          <Text tone="muted">{t('lead')}</Text>
        </View>
        {auth.expired && !problem && (
          <Banner tone="warning" icon="time-outline" testID="expired">
            {t('expired')}
          </Banner>
        )}
        {problem && (
          <Banner tone="danger" icon="alert-circle-outline" testID="sign-in-problem">
            {t(problem)}
          </Banner>
        )}
        {!ways ? (
          <>
            <Field
              label={t('email')}
              testID="email"
              value={email}
              onChangeText={setEmail}
              autoCapitalize="none"
              autoCorrect={false}
              autoComplete="email"
              inputMode="email"
              textContentType="username"
            />
            <Field
              label={t('password')}
              testID="password"
              value={password}
              onChangeText={setPassword}
              secureTextEntry={!isShown}
              autoComplete="current-password"
              textContentType="password"
              onSubmitEditing={enterPassword}
            />
            <Button
              look="plain"
              icon={isShown ? 'eye-off-outline' : 'eye-outline'}
              title={t(isShown ? 'hidePassword' : 'showPassword')}
              onPress={() => setShown(!isShown)}
            />
            <Button title={t('submit')} testID="sign-in" isBusy={isBusy} onPress={enterPassword} />
          </>
        ) : (
          <CodeStep ways={ways} isBusy={isBusy} attempt={attempt} onBack={() => setWays(null)} />
        )}
        {auth.mode === 'local' && !ways && <ServerAddress />}
      </Screen>
    </SafeAreaView>
  );
}

const styles = StyleSheet.create({
  page: { flex: 1 },
  head: { gap: space.sm, paddingTop: space.xxl, paddingBottom: space.sm },
  mark: {
    width: 48,
    height: 48,
    borderRadius: radius.md,
    alignItems: 'center',
    justifyContent: 'center',
    marginBottom: space.sm,
  },
});
