import type { MeView } from '@vaktplan/contracts/http/me';
import type { WordKey } from '@vaktplan/i18n/catalogue';
import {
  Activity,
  CalendarClock,
  CalendarDays,
  ClipboardCheck,
  Hourglass,
  LayoutDashboard,
  Mail,
  Radio,
  Settings,
  Users,
  type LucideIcon,
} from 'lucide-react';

/** `label` is its name among the words of the shell. */
export type Destination = { href: string; label: WordKey<'shell'>; icon: LucideIcon };

type Rule = Destination & { shownTo: (me: MeView) => boolean };

const destinations: Rule[] = [
  {
    href: '/dashboard',
    label: 'dashboard',
    icon: LayoutDashboard,
    shownTo: (me) => me.permissions.includes('time-entry:read'),
  },
  {
    href: '/schedule',
    label: 'schedule',
    icon: CalendarDays,
    shownTo: (me) => me.permissions.includes('shift:read-draft'),
  },
  {
    href: '/board',
    label: 'board',
    icon: Radio,
    shownTo: (me) => me.permissions.includes('time-entry:read'),
  },
  {
    href: '/timesheets',
    label: 'timesheets',
    icon: ClipboardCheck,
    shownTo: (me) => me.permissions.includes('timesheet:approve'),
  },
  { href: '/shifts', label: 'shifts', icon: CalendarClock, shownTo: (me) => me.employeeId !== null },
  { href: '/timesheet', label: 'timesheet', icon: Hourglass, shownTo: (me) => me.employeeId !== null },
  {
    href: '/employees',
    label: 'employees',
    icon: Users,
    shownTo: (me) => me.permissions.includes('employee:read'),
  },
  { href: '/settings', label: 'settings', icon: Settings, shownTo: () => true },
  {
    href: '/status',
    label: 'status',
    icon: Activity,
    shownTo: (me) => me.permissions.includes('status:read'),
  },
  {
    href: '/developer/mail',
    label: 'developer_mail',
    icon: Mail,
    shownTo: (me) => me.developer && me.permissions.includes('developer:read'),
  },
];

/** Where this person may go, in order of the rail. */
export const destinationsFor = (me: MeView): Destination[] =>
  destinations.filter((destination) => destination.shownTo(me));

export const isAt = (pathname: string, href: string): boolean =>
  pathname === href || pathname.startsWith(`${href}/`);
