import { useMemo } from 'react';
import type { PushWords } from '@/platform/push';
import { hours24OfPhone, tagOf } from '@/ui/times';
import { useLanguage, useWords } from '@/ui/words';

/** What messages and their buttons are said in; another object when the language is another. */
export function usePushWords(): PushWords {
  const t = useWords('settings');
  const clock = useWords('clock');
  const { locale } = useLanguage();
  return useMemo(
    () => ({
      general: t('notifications'),
      urgent: t('pushUrgent'),
      clockIn: clock('punch_in'),
      language: tagOf(locale),
      hours24: hours24OfPhone(),
    }),
    [t, clock, locale],
  );
}
