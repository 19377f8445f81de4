import type { Metadata } from 'next';
import { Settings } from '@/features/settings/settings';
import { PageWords, readWords } from '@/server/words';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await readWords('shell'))('settings'),
});

export default function SettingsPage() {
  return (
    <PageWords
      of={[
        'profile',
        'account',
        'fields',
        'signIn',
        'signInProblems',
        'calendar',
        'places',
        'kiosks',
        'timeRules',
        'payRules',
      ]}
    >
      <Settings />
    </PageWords>
  );
}
