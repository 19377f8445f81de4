'use client';
import type { MeView } from '@vaktplan/contracts/http/me';
import type { Permission } from '@vaktplan/contracts/permissions';
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { formatIn, type Format } from '@/lib/format';
import { useLocale, useWords } from '@/lib/words';
import { tagOf } from '@/lib/words-in';

type Me = { me: MeView; format: Format };
const MeContext = createContext<Me | undefined>(undefined);

export function MeProvider({ me, children }: { me: MeView; children: ReactNode }) {
  const language = tagOf(useLocale());
  const units = useWords('app');
  const value = useMemo(
    () => ({ me, format: formatIn(me.organization.locale, { language, units }) }),
    [me, language, units],
  );
  return <MeContext value={value}>{children}</MeContext>;
}

function useMeContext(): Me {
  const value = useContext(MeContext);
  if (!value) throw new Error('Used outside the signed-in app');
  return value;
}

/** Who is signed in, and where. */
export const useMe = (): MeView => useMeContext().me;

/** Words for times and money in the language of the page, in the organisation's form. */
export const useFormat = (): Format => useMeContext().format;

/** Held anywhere; the row in question may still say no, see its `abilities`. */
export const useMay = (permission: Permission): boolean => useMe().permissions.includes(permission);
