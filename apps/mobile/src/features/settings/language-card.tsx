import { LOCALE_NAMES, LOCALES } from '@vaktplan/i18n/locales';
import { Row } from '@/ui/row';
import { Card } from '@/ui/surface';
import { Text } from '@/ui/text';
import { space } from '@/ui/tokens';
import { useLanguage, useWords } from '@/ui/words';

export function LanguageCard() {
  const t = useWords('settings');
  const { chosen, choose } = useLanguage();
  return (
    <Card isList>
      <Text size="heading" style={{ paddingVertical: space.sm }}>
        {t('language')}
      </Text>
      <Row
        title={t('languageAsPhone')}
        mark={chosen === null ? 'chosen' : 'none'}
        onPress={() => choose(null)}
      />
      {LOCALES.map((locale) => (
        <Row
          key={locale}
          title={LOCALE_NAMES[locale]}
          testID={`language-${locale}`}
          mark={chosen === locale ? 'chosen' : 'none'}
          onPress={() => choose(locale)}
        />
      ))}
    </Card>
  );
}
