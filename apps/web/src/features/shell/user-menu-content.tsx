'use client';
import { getSwitchOrganizationMeUrl } from '@vaktplan/api-client';
import type { WordsLocale } from '@vaktplan/i18n/words';
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
import { useProblemWords } from '@/lib/problem-words';
import { useWords } from '@/lib/words';
import { LanguageItems } from './language-items';
import { useMe } from './me';
import { applyTheme, asTheme, type Theme } from './theme';

const themes = [
  { value: 'light', icon: Sun },
  { value: 'dark', icon: Moon },
  { value: 'system', icon: Monitor },
] as const;

async function leave() {
  await forgetPages();
  await signOut();
  location.assign('/sign-in');
}

async function switchTo(organizationId: string) {
  await write('POST', getSwitchOrganizationMeUrl(), { body: { organizationId } });
  location.assign('/');
}

type UserMenuContentProps = { initialTheme: Theme; language: WordsLocale | null; trigger: ReactNode };

/** Person, theme, language, other organisations, sign out. */
export default function UserMenuContent(props: UserMenuContentProps) {
  const t = useWords('shell');
  const wordsOf = useProblemWords();
  const { user, organization, organizations, developer, permissions } = useMe();
  const [theme, setTheme] = useState(props.initialTheme);
  const change = (value: string) => {
    const next = asTheme(value);
    setTheme(next);
    applyTheme(next);
  };
  const attempt = (doing: Promise<void>) =>
    void doing.catch((error) => toast.error(wordsOf(asProblem(error))));
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
            {t('profile')}
          </Link>
        </DropdownMenuItem>
        {developer && permissions.includes('developer:read') && (
          <DropdownMenuItem asChild className="md:hidden">
            <Link href="/developer/mail">
              <Mail />
              {t('developer_mail')}
            </Link>
          </DropdownMenuItem>
        )}
        <DropdownMenuSeparator />
        <DropdownMenuLabel>{t('theme')}</DropdownMenuLabel>
        <DropdownMenuRadioGroup value={theme} onValueChange={change}>
          {themes.map(({ value, icon: Icon }) => (
            <DropdownMenuRadioItem key={value} value={value} onSelect={(event) => event.preventDefault()}>
              <Icon />
              {t(`theme_${value}`)}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
        <DropdownMenuSeparator />
        <LanguageItems chosen={props.language} />
        {organizations.length > 1 && (
          <>
            <DropdownMenuSeparator />
            <DropdownMenuLabel>{t('organization')}</DropdownMenuLabel>
            <DropdownMenuRadioGroup value={organization.id} onValueChange={(id) => attempt(switchTo(id))}>
              {organizations.map((one) => (
                <DropdownMenuRadioItem key={one.id} value={one.id}>
                  {one.name}
                </DropdownMenuRadioItem>
              ))}
            </DropdownMenuRadioGroup>
          </>
        )}
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={() => attempt(leave())}>
          <LogOut />
          {t('signOut')}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
