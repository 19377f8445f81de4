import type { Metadata } from 'next';
import { Settings } from '@/features/settings/settings';
import { settingsOf } from '@/features/settings/settings-shown';
import { readMe } from '@/server/me';
import { PageWords, readWords } from '@/server/words';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await readWords('shell'))('settings'),
});

const OWN = ['profile', 'account', 'fields', 'signIn', 'signInProblems', 'calendar'] as const;

export default async function SettingsPage() {
  const { managesPlaces, managesKiosks } = settingsOf((await readMe()).permissions);
  return (
    <PageWords
      of={[
        ...OWN,
        ...(managesPlaces || managesKiosks ? (['places'] as const) : []),
        ...(managesPlaces ? (['timeRules', 'payRules'] as const) : []),
        ...(managesKiosks ? (['kiosks'] as const) : []),
      ]}
    >
      <Settings />
    </PageWords>
  );
}
