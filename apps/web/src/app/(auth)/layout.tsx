import { Toaster } from '@vaktplan/ui';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { LanguageChoice } from '@/features/account/language-choice';
import { Brand } from '@/lib/brand';
import { readWords, Spoken } from '@/server/words';

export const dynamic = 'force-dynamic';

const OWN_WORDS = ['account', 'signIn', 'signInProblems', 'fields'] as const;

export default async function AccountLayout({ children }: { children: ReactNode }) {
  const t = await readWords('account');
  return (
    <Spoken besides={OWN_WORDS}>
      <div className="flex min-h-dvh flex-col items-center px-4 py-10 sm:justify-center">
        <Link href="/" aria-label={t('home')} className="mb-8 rounded-md p-1">
          <Brand className="text-base" />
        </Link>
        <main className="w-full max-w-[400px] rounded-xl border border-border bg-surface p-6 shadow-card sm:p-8">
          {children}
        </main>
        <LanguageChoice />
        <Toaster />
      </div>
    </Spoken>
  );
}
