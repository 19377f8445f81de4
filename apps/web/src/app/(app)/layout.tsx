import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { RealtimeProvider } from '@/features/realtime/realtime-provider';
import { CurrentLocationProvider } from '@/features/shell/current-location';
import { MeProvider } from '@/features/shell/me';
import { Providers } from '@/features/shell/providers';
import { Shell } from '@/features/shell/shell';
import { asTheme } from '@/features/shell/theme';
import { Unavailable } from '@/features/shell/unavailable';
import { preference } from '@/lib/cookies';
import { asProblem } from '@/lib/problem';
import { readChosenLocale } from '@/server/locale';
import { readMe } from '@/server/me';
import { Spoken } from '@/server/words';

const OWN_WORDS = ['shell', 'inbox', 'news'] as const;

async function me() {
  try {
    return await readMe();
  } catch (error) {
    const problem = asProblem(error);
    if (problem.status === 401) {
      const here = (await headers()).get('x-pathname') ?? '/dashboard';
      redirect(`/sign-in?next=${encodeURIComponent(here)}`);
    }
    if (problem.code === 'no_organization') redirect('/sign-up/organization');
    return problem;
  }
}

export default async function AppLayout({ children }: { children: ReactNode }) {
  const found = await me();
  if (found instanceof Error)
    return (
      <Spoken besides={OWN_WORDS}>
        <Unavailable code={found.code} detail={found.detail} />
      </Spoken>
    );
  const kept = await cookies();
  return (
    <Spoken besides={OWN_WORDS}>
      <Providers>
        <MeProvider me={found}>
          <CurrentLocationProvider initialId={kept.get(preference.location)?.value}>
            <RealtimeProvider>
              <Shell
                railCollapsed={kept.get(preference.rail)?.value === 'collapsed'}
                theme={asTheme(kept.get(preference.theme)?.value)}
                language={await readChosenLocale()}
              >
                {children}
              </Shell>
            </RealtimeProvider>
          </CurrentLocationProvider>
        </MeProvider>
      </Providers>
    </Spoken>
  );
}
