import { DEFAULT_NOTIFICATION_SETTINGS } from '@vaktplan/contracts/http/notification-settings';
import { serverAddress } from '@/platform/server-address';
import { settingsNow } from '@/sync/settings-now';
import { useStored } from '@/sync/use-stored';
import { Row } from '@/ui/row';
import { Card, Screen } from '@/ui/surface';
import { Text } from '@/ui/text';
import { APPEARANCES, useTheme } from '@/ui/theme';
import { space } from '@/ui/tokens';
import { useWords } from '@/ui/words';
import { LanguageCard } from './language-card';
import { LockRow } from './lock-row';
import { PushRow } from './push-row';
import { QuietHoursFields } from './quiet-hours-fields';

/** Language, look, lock, messages and their quiet hours. */
export function SettingsScreen() {
  const t = useWords('settings');
  const { appearance, choose } = useTheme();
  const held = useStored((snapshot) => snapshot);
  const settings = settingsNow(held?.profile?.settings ?? DEFAULT_NOTIFICATION_SETTINGS, held?.rows ?? []);
  return (
    <Screen>
      <LanguageCard />
      <Card isList>
        <Text size="heading" style={{ paddingVertical: space.sm }}>
          {t('appearance')}
        </Text>
        {APPEARANCES.map((one) => (
          <Row
            key={one}
            title={t(`appearance_${one}`)}
            testID={`appearance-${one}`}
            mark={one === appearance ? 'chosen' : 'none'}
            onPress={() => choose(one)}
          />
        ))}
      </Card>
      <Card isList>
        <LockRow />
      </Card>
      <Card isList>
        <Text size="heading" style={{ paddingVertical: space.sm }}>
          {t('notifications')}
        </Text>
        <PushRow />
        {held && <QuietHoursFields owner={held.owner} quietHours={settings.quietHours} />}
      </Card>
      <Card isList>
        <Row icon="server-outline" title={t('server')} detail={serverAddress.get()} />
      </Card>
    </Screen>
  );
}
