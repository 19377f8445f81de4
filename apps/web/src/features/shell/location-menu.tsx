'use client';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from '@vaktplan/ui';
import type { ReactNode } from 'react';
import { useWords } from '@/lib/words';
import { useCurrentLocation } from './current-location';
import { useMe } from './me';

/** The locations to choose from. */
export default function LocationMenu({ trigger }: { trigger: ReactNode }) {
  const t = useWords('shell');
  const { locations } = useMe();
  const { location, choose } = useCurrentLocation();
  return (
    <DropdownMenu defaultOpen>
      <DropdownMenuTrigger asChild>{trigger}</DropdownMenuTrigger>
      <DropdownMenuContent align="start" className="max-h-[60dvh] min-w-60 overflow-y-auto">
        <DropdownMenuLabel>{t('location')}</DropdownMenuLabel>
        <DropdownMenuRadioGroup value={location?.id ?? ''} onValueChange={choose}>
          {locations.map((one) => (
            <DropdownMenuRadioItem key={one.id} value={one.id}>
              <span className="min-w-0">
                <span className="block truncate">{one.name}</span>
                <span className="block truncate text-xs text-muted">{one.zone.replaceAll('_', ' ')}</span>
              </span>
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
