'use client';
import { onDemand } from '@vaktplan/ui';
import { ChevronsUpDown, MapPin } from 'lucide-react';
import { useWords } from '@/lib/words';
import { useCurrentLocation } from './current-location';
import { useMe } from './me';

const Menu = onDemand(() => import('./location-menu'));

/** Which location the pages are about. With one location it only says its name. */
export function LocationPicker() {
  const t = useWords('shell');
  const { locations } = useMe();
  const { location } = useCurrentLocation();
  if (!location) return null;
  if (locations.length === 1) {
    return (
      <span className="flex min-w-0 items-center gap-2 px-2 text-sm font-medium">
        <MapPin aria-hidden="true" className="size-4 shrink-0 text-muted" />
        <span className="truncate">{location.name}</span>
      </span>
    );
  }
  return (
    <Menu
      button={{
        variant: 'ghost',
        className: 'min-w-0 shrink px-2',
        children: (
          <>
            <MapPin className="text-muted" />
            <span className="truncate">
              <span className="sr-only">{t('locationIs')}</span>
              {location.name}
            </span>
            <ChevronsUpDown className="size-3.5 text-muted" />
          </>
        ),
      }}
    />
  );
}
