'use client';
import { getSwitchOrganizationMeUrl } from '@vaktplan/api-client';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
  toast,
} from '@vaktplan/ui';
import { LogOut, Mail, Monitor, Moon, Sun, UserRound } from 'lucide-react';
import Link from 'next/link';
import { type ReactNode, useState } from 'react';
import { write } from '@/lib/api';
import { forgetPages } from '@/features/offline/forget-pages';
import { signOut } from '@/lib/auth';
import { asProblem } from '@/lib/problem';
import { useMe } from './me';
import { applyTheme, asTheme, type Theme } from './theme';

const themes = [
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
  { value: 'system', label: 'As the device', icon: Monitor },
] as const;

async function leave() {
  try {
    await forgetPages();
    await signOut();
    location.assign('/sign-in');
  } catch (error) {
    toast.error(asProblem(error).detail);
  }
}

async function switchTo(organizationId: string) {
  try {
    await write('POST', getSwitchOrganizationMeUrl(), { body: { organizationId } });
    location.assign('/');
  } catch (error) {
    toast.error(asProblem(error).detail);
  }
}

/** Person, theme, other organisations, sign out. */
export default function UserMenuContent(props: { initialTheme: Theme; trigger: ReactNode }) {
  const { user, organization, organizations, developer, permissions } = useMe();
  const [theme, setTheme] = useState(props.initialTheme);
  const change = (value: string) => {
    const next = asTheme(value);
    setTheme(next);
    applyTheme(next);
  };
  return (
    <DropdownMenu defaultOpen>
      <DropdownMenuTrigger asChild>{props.trigger}</DropdownMenuTrigger>
      <DropdownMenuContent align="end" className="w-64">
        <DropdownMenuLabel className="py-2">
          <span className="block truncate text-sm text-foreground">{user.name}</span>
          <span className="block truncate font-normal">{user.email}</span>
        </DropdownMenuLabel>
        <DropdownMenuSeparator />
        <DropdownMenuItem asChild>
          <Link href="/settings?tab=profile">
            <UserRound />
            Profile and security
          </Link>
        </DropdownMenuItem>
        {developer && permissions.includes('developer:read') && (
          <DropdownMenuItem asChild className="md:hidden">
            <Link href="/developer/mail">
              <Mail />
              Developer: mail
            </Link>
          </DropdownMenuItem>
        )}
        <DropdownMenuSeparator />
        <DropdownMenuLabel>Theme</DropdownMenuLabel>
        <DropdownMenuRadioGroup value={theme} onValueChange={change}>
          {themes.map(({ value, label, icon: Icon }) => (
            <DropdownMenuRadioItem key={value} value={value} onSelect={(event) => event.preventDefault()}>
              <Icon />
              {label}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
        {organizations.length > 1 && (
          <>
            <DropdownMenuSeparator />
            <DropdownMenuLabel>Organisation</DropdownMenuLabel>
            <DropdownMenuRadioGroup value={organization.id} onValueChange={(id) => void switchTo(id)}>
              {organizations.map((one) => (
                <DropdownMenuRadioItem key={one.id} value={one.id}>
                  {one.name}
                </DropdownMenuRadioItem>
              ))}
            </DropdownMenuRadioGroup>
          </>
        )}
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={() => void leave()}>
          <LogOut />
          Sign out
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
