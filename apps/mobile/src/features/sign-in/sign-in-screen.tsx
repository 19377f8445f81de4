import { useState } from 'react';
import { StyleSheet, View } from 'react-native';
import { SafeAreaView } from 'react-native-safe-area-context';
import { useAuth } from '@/auth/context';
import { SignInError, type SignInProblem } from '@/auth/types';
import { ServerAddress } from '@/features/settings/server-address-field';
import { Banner, Screen } from '@/ui/surface';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Text } from '@/ui/text';
import { useTheme } from '@/ui/theme';
import { radius, space } from '@/ui/tokens';
import { useWords } from '@/ui/words';

type Problem = SignInProblem | 'missing';

/** E-mail and password, then the code of the authenticator app if the account has one. */
export function SignInScreen() {
  const auth = useAuth();
  const { color } = useTheme();
  const t = useWords('signIn');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [step, setStep] = useState<'password' | 'code'>('password');
  const [isShown, setShown] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(error instanceof SignInError ? error.problem : 'server');
    } finally {
      setBusy(false);
    }
  };
  const enterPassword = () => {
    if (!email.trim() || !password) return setProblem('missing');
    return void attempt(async () => {
      if ((await auth.signIn(email.trim(), password)) === 'code') setStep('code');
    });
  };
  const enterCode = () => void attempt(() => auth.enterCode(code.replaceAll(/\s/g, '')));

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
        {step === 'password' ? (
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
          <>
            <Field
              label={t('code')}
              testID="code"
              value={code}
              onChangeText={setCode}
              inputMode="numeric"
              autoComplete="one-time-code"
              textContentType="oneTimeCode"
              maxLength={8}
              autoFocus
              onSubmitEditing={enterCode}
            />
            <Button title={t('codeSubmit')} testID="enter-code" isBusy={isBusy} onPress={enterCode} />
            <Button look="plain" title={t('back')} onPress={() => setStep('password')} />
          </>
        )}
        {auth.mode === 'local' && <ServerAddress />}
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
