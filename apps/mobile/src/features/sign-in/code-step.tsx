import { useState } from 'react';
import { useAuth } from '@/auth/context';
import type { CodeKind, CodeWay } from '@/auth/types';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { useWords } from '@/ui/words';

const icons = {
  app: 'apps-outline',
  sms: 'chatbubble-outline',
  email: 'mail-outline',
  backup: 'document-lock-outline',
} as const;

type Props = {
  ways: readonly [CodeWay, ...CodeWay[]];
  isBusy: boolean;
  /** Runs it and shows what went wrong. True: nothing did. */
  attempt: (work: () => Promise<void>) => Promise<boolean>;
  onBack: () => void;
};

/** The second proof: the best way first, the others one tap away. A code that has to be sent is sent when it is chosen. */
export function CodeStep({ ways, isBusy, attempt, onBack }: Props) {
  const { sendCode, enterCode } = useAuth();
  const t = useWords('signIn');
  const [way, setWay] = useState(ways[0]);
  const [code, setCode] = useState('');
  const [isResent, setResent] = useState(false);
  const send = async (kind: CodeKind): Promise<boolean> => {
    setResent(false);
    return kind === 'sms' || kind === 'email' ? attempt(() => sendCode(kind)) : false;
  };
  const resend = async () => {
    setCode('');
    setResent(await send(way.kind));
  };
  const choose = (next: CodeWay) => {
    setWay(next);
    setCode('');
    void send(next.kind);
  };
  const enter = () => void attempt(() => enterCode(way.kind, code.replaceAll(/\s/g, '')));
  const isBackup = way.kind === 'backup';
  return (
    <>
      <Field
        // a field of another keyboard is another field
        key={way.kind}
        label={'to' in way ? t(`code_${way.kind}`, { to: way.to }) : t(isBackup ? 'code_backup' : 'code')}
        testID="code"
        value={code}
        onChangeText={setCode}
        autoCapitalize="none"
        autoCorrect={false}
        {...(isBackup
          ? { hint: t('backupHint') }
          : {
              ...(isResent && { hint: t('resent') }),
              inputMode: 'numeric' as const,
              autoComplete: 'one-time-code' as const,
              textContentType: 'oneTimeCode' as const,
              maxLength: 8,
            })}
        autoFocus
        onSubmitEditing={enter}
      />
      <Button title={t('codeSubmit')} testID="enter-code" isBusy={isBusy} onPress={enter} />
      {'to' in way && (
        <Button
          look="secondary"
          icon="refresh-outline"
          title={t('resend')}
          testID="resend-code"
          disabled={isBusy}
          onPress={() => void resend()}
        />
      )}
      {ways
        .filter(({ kind }) => kind !== way.kind)
        .map((other) => (
          <Button
            key={other.kind}
            look="plain"
            icon={icons[other.kind]}
            title={t(`use_${other.kind}`)}
            testID={`use-${other.kind}`}
            disabled={isBusy}
            onPress={() => choose(other)}
          />
        ))}
      <Button look="plain" title={t('back')} onPress={onBack} />
    </>
  );
}
