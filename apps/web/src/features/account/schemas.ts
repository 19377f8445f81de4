'use client';
import { Email, Name } from '@vaktplan/contracts/primitives';
import { useMemo } from 'react';
import * as z from 'zod';
import { useWords } from '@/lib/words';

/** What the forms of sign-in and sign-up take, with what is wrong told in the language of the page. */
export function useAccountSchemas() {
  const t = useWords('account');
  const fields = useWords('fields');
  return useMemo(() => {
    const email = z.string().trim().min(1, t('enterEmail')).pipe(Email);
    const password = z
      .string()
      .min(10, fields('minCharacters', { count: 10 }))
      .max(128, fields('maxCharacters', { count: 128 }));
    return {
      signIn: z.object({ email, password: z.string().min(1, t('enterPassword')) }),
      code: z.object({ code: z.string().trim().min(6, t('enterCode')).max(20) }),
      signUp: z.object({ name: Name.min(1, t('enterName')), email, password }),
      forgotPassword: z.object({ email }),
      newPassword: z.object({ password }),
      password,
    };
  }, [t, fields]);
}
