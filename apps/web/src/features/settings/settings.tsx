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

const panels: Record<Tab, { label: string; body: () => ReactNode }> = {
  organization: { label: 'Organisation', body: () => <OrganizationSettings /> },
  locations: { label: 'Locations', body: () => <LocationsSettings /> },
  departments: { label: 'Departments', body: () => <DepartmentsSettings /> },
  positions: { label: 'Positions', body: () => <PositionsSettings /> },
  skills: { label: 'Skills', body: () => <SkillsSettings /> },
  clock: { label: 'Time clock', body: () => <TimeRulesSettings /> },
  kiosks: { label: 'Kiosks', body: () => <KioskSettings /> },
  timesheets: { label: 'Timesheets', body: () => <TimesheetSettings /> },
  profile: { label: 'Profile and security', body: () => <ProfileSettings /> },
};

/** The organisation's settings for those who may change something, one's own for everybody. */
export function Settings() {
  const t = useWords('shell');
  const { permissions } = useMe();
  const managesPlaces =
    permissions.includes('location:manage') || permissions.includes('organization:update');
  const managesKiosks = permissions.includes('kiosk:manage');
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
                {panels[one].label}
              </TabsTrigger>
            ))}
          </TabsList>
        )}
        <TabsContent value={tab}>{panels[tab].body()}</TabsContent>
      </Tabs>
    </Page>
  );
}
