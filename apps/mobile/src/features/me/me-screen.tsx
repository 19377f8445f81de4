import Constants from 'expo-constants';
import { router } from 'expo-router';
import { useState } from 'react';
import { StyleSheet, View } from 'react-native';
import { useAuth } from '@/auth/context';
import { useStored } from '@/sync/use-stored';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Row } from '@/ui/row';
import { Card, Screen } from '@/ui/surface';
import { Text } from '@/ui/text';
import { useTheme } from '@/ui/theme';
import { radius, space } from '@/ui/tokens';
import { useWords } from '@/ui/words';
import { leaveAccount } from './leave-account';

/** Who one is here, one's phones, and the way out. */
export function MeScreen() {
  const held = useStored((snapshot) => snapshot);
  const t = useWords('me');
  const [isLeaving, setLeaving] = useState(false);
  const profile = held?.profile;
  const version = Constants.expoConfig?.version ?? '';
  return (
    <Screen>
      {profile && (
        <Card style={styles.who}>
          <Initials name={profile.employee?.name ?? profile.organization.name} />
          <View style={styles.words}>
            <Text size="title">{profile.employee?.name ?? profile.organization.name}</Text>
            {profile.employee?.email && <Text tone="muted">{profile.employee.email}</Text>}
            <Text tone="muted">{profile.organization.name}</Text>
          </View>
        </Card>
      )}
      {held && held.locations.length > 0 && (
        <Card isList>
          <Text size="heading" style={{ paddingVertical: space.sm }}>
            {t('workplaces')}
          </Text>
          {held.locations.map(({ id, name, address }) => (
            <Row key={id} icon="location-outline" title={name} detail={address} />
          ))}
        </Card>
      )}
      <Card isList>
        <Row
          icon="settings-outline"
          title={t('settings')}
          testID="open-settings"
          onPress={() => router.push('/settings')}
        />
        <Row
          icon="phone-portrait-outline"
          title={t('devices')}
          detail={t('devicesDetail')}
          testID="open-devices"
          onPress={() => router.push('/devices')}
        />
      </Card>
      <Button
        look="danger"
        icon="log-out-outline"
        title={t('signOut')}
        testID="sign-out"
        onPress={() => setLeaving(true)}
      />
      <Text size="small" tone="muted" style={styles.centred}>
        {t('version', { version })}
      </Text>
      <LeaveDialog isOpen={isLeaving} onClose={() => setLeaving(false)} />
    </Screen>
  );
}

/** Says what becomes of what was not sent yet. */
function LeaveDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const held = useStored((snapshot) => snapshot);
  const { signOut } = useAuth();
  const t = useWords('me');
  const app = useWords('app');
  const leave = () => void leaveAccount(held?.owner ?? null, signOut);
  const waiting = held?.rows.filter(({ state }) => state === 'saved' || state === 'sending').length ?? 0;
  return (
    <Dialog isOpen={isOpen} title={t('signOutTitle')} closeLabel={app('cancel')} onClose={onClose}>
      <Text>{waiting > 0 ? t('signOutWaiting', { count: waiting }) : t('signOutSent')}</Text>
      <Button look="danger" title={t('signOut')} testID="sign-out-now" onPress={leave} />
      <Button look="plain" title={app('cancel')} onPress={onClose} />
    </Dialog>
  );
}

function Initials({ name }: { name: string }) {
  const { color } = useTheme();
  const letters = name
    .split(/\s+/)
    .flatMap((word) => [...word].slice(0, 1))
    .filter((_letter, i, all) => i === 0 || i === all.length - 1)
    .join('');
  return (
    <View
      style={[styles.initials, { backgroundColor: color.accent }]}
      accessibilityElementsHidden
      aria-hidden
    >
      <Text size="title" tone="accentForeground" accessibilityRole="text">
        {letters}
      </Text>
    </View>
  );
}

const styles = StyleSheet.create({
  who: { flexDirection: 'row', alignItems: 'center', gap: space.lg },
  words: { flex: 1, gap: 2 },
  initials: {
    width: 64,
    height: 64,
    borderRadius: radius.round,
    alignItems: 'center',
    justifyContent: 'center',
  },
  centred: { textAlign: 'center' },
});
