import type { MeView } from '@vaktplan/contracts/http/me';
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

export type Destination = { href: string; label: string; icon: LucideIcon };

type Rule = Destination & { shownTo: (me: MeView) => boolean };

const destinations: Rule[] = [
  {
    href: '/dashboard',
    label: 'Dashboard',
    icon: LayoutDashboard,
    shownTo: (me) => me.permissions.includes('time-entry:read'),
  },
  {
    href: '/schedule',
    label: 'Schedule',
    icon: CalendarDays,
    shownTo: (me) => me.permissions.includes('shift:read-draft'),
  },
  {
    href: '/board',
    label: 'Live board',
    icon: Radio,
    shownTo: (me) => me.permissions.includes('time-entry:read'),
  },
  {
    href: '/timesheets',
    label: 'Timesheets',
    icon: ClipboardCheck,
    shownTo: (me) => me.permissions.includes('timesheet:approve'),
  },
  { href: '/shifts', label: 'My shifts', icon: CalendarClock, shownTo: (me) => me.employeeId !== null },
  { href: '/timesheet', label: 'My hours', icon: Hourglass, shownTo: (me) => me.employeeId !== null },
  {
    href: '/employees',
    label: 'Employees',
    icon: Users,
    shownTo: (me) => me.permissions.includes('employee:read'),
  },
  { href: '/settings', label: 'Settings', icon: Settings, shownTo: () => true },
  {
    href: '/status',
    label: 'Status',
    icon: Activity,
    shownTo: (me) => me.permissions.includes('status:read'),
  },
  {
    href: '/developer/mail',
    label: 'Developer: mail',
    icon: Mail,
    shownTo: (me) => me.developer && me.permissions.includes('developer:read'),
  },
];

/** Where this person may go, in order of the rail. */
export const destinationsFor = (me: MeView): Destination[] =>
  destinations.filter((destination) => destination.shownTo(me));

export const isAt = (pathname: string, href: string): boolean =>
  pathname === href || pathname.startsWith(`${href}/`);
