import { StyleSheet, View } from 'react-native';
import { openPhoneSettings } from '@/platform/phone-settings';
import { Button } from '@/ui/button';
import { Banner } from '@/ui/surface';
import { space } from '@/ui/tokens';
import { useWords } from '@/ui/words';

const icons = { camera: 'camera-outline', place: 'location-outline' } as const;

/** The system refused for good: what that means here, and where it is changed. */
export function RefusedLeave({ of }: { of: keyof typeof icons }) {
  const t = useWords('clock');
  return (
    <View style={styles.told}>
      <Banner tone="warning" icon={icons[of]} testID={`${of}-refused`}>
        {t(openPhoneSettings ? `${of}Refused` : `${of}RefusedBrowser`)}
      </Banner>
      {openPhoneSettings && (
        <Button
          look="secondary"
          icon="settings-outline"
          title={t('openSettings')}
          testID="open-phone-settings"
          onPress={() => void openPhoneSettings?.()}
        />
      )}
    </View>
  );
}

const styles = StyleSheet.create({ told: { gap: space.sm } });
