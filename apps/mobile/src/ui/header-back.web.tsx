import { directionOf } from '@vaktplan/i18n/locales';
import { router } from 'expo-router';
import { Pressable, StyleSheet } from 'react-native';
import { Icon } from './icon';
import { useTheme } from './theme';
import { space, target } from './tokens';
import { useLanguage, useWords } from './words';

/** The router's own arrow points left in every language, and is read out in English. */
function BackButton() {
  const { color } = useTheme();
  const { locale } = useLanguage();
  const t = useWords('nav');
  return (
    <Pressable
      accessibilityRole="button"
      accessibilityLabel={t('back')}
      testID="back"
      onPress={() => (router.canGoBack() ? router.back() : router.replace('/'))}
      style={styles.button}
    >
      <Icon
        name={directionOf(locale) === 'rtl' ? 'arrow-forward' : 'arrow-back'}
        size={24}
        color={color.primary}
      />
    </Pressable>
  );
}

export const headerBack = { headerLeft: () => <BackButton /> };

const styles = StyleSheet.create({
  button: {
    width: target,
    height: target,
    alignItems: 'center',
    justifyContent: 'center',
    marginHorizontal: space.xs,
  },
});
