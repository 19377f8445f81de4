'use client';
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from '@vaktplan/ui';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { useWords } from '@/lib/words';
import { isAt, type Destination } from './navigation';

export type MoreMenuProps = { rest: readonly Destination[] };

/** The destinations that find no room at the bottom edge. */
export default function MoreMenu({ trigger, rest }: MoreMenuProps & { trigger: ReactNode }) {
  const pathname = usePathname();
  const t = useWords('shell');
  return (
    <DropdownMenu defaultOpen>
      <DropdownMenuTrigger asChild>{trigger}</DropdownMenuTrigger>
      <DropdownMenuContent align="end" side="top">
        {rest.map(({ href, label, icon: Icon }) => (
          <DropdownMenuItem key={href} asChild>
            <Link href={href} aria-current={isAt(pathname, href) ? 'page' : undefined}>
              <Icon aria-hidden="true" />
              {t(label)}
            </Link>
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
