'use client';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@vaktplan/ui';
import type { ReactNode } from 'react';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { useMe } from '@/features/shell/me';
import { Page } from '@/features/shell/page';
import { useWords } from '@/lib/words';
import { DepartmentsSettings } from './departments-settings';
import { KioskSettings } from './kiosk-settings';
import { LocationsSettings } from './locations-settings';
import { OrganizationSettings } from './organization-settings';
import { PositionsSettings } from './positions-settings';
import { ProfileSettings } from './profile-settings';
import { settingsOf } from './settings-shown';
import { SkillsSettings } from './skills-settings';
import { TimeRulesSettings } from './time-rules/time-rules-settings';
import { TimesheetSettings } from './timesheet-settings';

const tabs = [
  'organization',
  'locations',
  'departments',
  'positions',
  'skills',
  'clock',
  'kiosks',
  'timesheets',
  'profile',
] as const;
type Tab = (typeof tabs)[number];

const panels: Record<Tab, () => ReactNode> = {
  organization: () => <OrganizationSettings />,
  locations: () => <LocationsSettings />,
  departments: () => <DepartmentsSettings />,
  positions: () => <PositionsSettings />,
  skills: () => <SkillsSettings />,
  clock: () => <TimeRulesSettings />,
  kiosks: () => <KioskSettings />,
  timesheets: () => <TimesheetSettings />,
  profile: () => <ProfileSettings />,
};

/** The organisation's settings for those who may change something, one's own for everybody. */
export function Settings() {
  const t = useWords('shell');
  const { managesPlaces, managesKiosks } = settingsOf(useMe().permissions);
  const isShown = (one: Tab) => one === 'profile' || (one === 'kiosks' ? managesKiosks : managesPlaces);
  const shown = tabs.filter(isShown);
  const fallback = managesPlaces ? 'organization' : 'profile';
  const [asked, setTab] = useQueryState('tab', parseAsStringLiteral(tabs));
  const tab = shown.find((one) => one === asked) ?? fallback;
  return (
    <Page title={t('settings')} className="max-w-5xl">
      <Tabs value={tab} onValueChange={(next) => void setTab(tabs.find((one) => one === next) ?? null)}>
        {shown.length > 1 && (
          <TabsList aria-label={t('settings')}>
            {shown.map((one) => (
              <TabsTrigger key={one} value={one}>
                {one === 'profile' ? t('profile') : <PlaceTab of={one} />}
              </TabsTrigger>
            ))}
          </TabsList>
        )}
        <TabsContent value={tab}>{panels[tab]()}</TabsContent>
      </Tabs>
    </Page>
  );
}

/** A tab of those who manage: nobody else is sent its words. */
function PlaceTab({ of }: { of: Exclude<Tab, 'profile'> }) {
  return useWords('places')(of === 'organization' ? of : `tab_${of}`);
}
