import { useState } from 'react';
import { View } from 'react-native';
import { pointApiClient } from '@/platform/query-client';
import { originOf } from '@/platform/origin-of';
import { serverAddress } from '@/platform/server-address';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { space } from '@/ui/tokens';
import { useWords } from '@/ui/words';

/** Where a workplace that runs Vaktplan by itself says so. Changing it is for before the sign-in only. */
export function ServerAddress() {
  const signIn = useWords('signIn');
  const t = useWords('settings');
  const app = useWords('app');
  const [isOpen, setOpen] = useState(false);
  const [address, setAddress] = useState(serverAddress.get);
  const [isWrong, setWrong] = useState(false);

  const save = () => {
    const origin = originOf(address);
    setWrong(!origin);
    if (!origin) return;
    serverAddress.set(origin);
    setAddress(origin);
    pointApiClient();
    setOpen(false);
  };
  const reset = () => {
    serverAddress.reset();
    setAddress(serverAddress.get());
    pointApiClient();
    setOpen(false);
  };

  if (!isOpen)
    return (
      <Button
        look="plain"
        testID="server"
        icon="server-outline"
        title={signIn('server_address', { address: address.replace(/^https?:\/\//, '') })}
        onPress={() => setOpen(true)}
      />
    );
  return (
    <View style={{ gap: space.md }}>
      <Field
        label={t('server')}
        hint={t('serverDetail')}
        error={isWrong ? t('serverWrong') : null}
        testID="server-address"
        value={address}
        onChangeText={setAddress}
        inputMode="url"
        autoCapitalize="none"
        autoCorrect={false}
        onSubmitEditing={save}
      />
      <Button title={app('save')} testID="server-save" onPress={save} />
      {serverAddress.isOwn() && <Button look="plain" title={t('serverReset')} onPress={reset} />}
    </View>
  );
}
