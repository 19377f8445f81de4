'use client';
import {
  Button,
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from '@vaktplan/ui';
import { ChevronsUpDown, MapPin } from 'lucide-react';
import { useCurrentLocation } from './current-location';
import { useMe } from './me';

/** Which location the pages are about. With one location it only says its name. */
export function LocationPicker() {
  const { locations } = useMe();
  const { location, choose } = useCurrentLocation();
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
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" className="min-w-0 shrink px-2">
          <MapPin className="text-muted" />
          <span className="truncate">
            <span className="sr-only">Location: </span>
            {location.name}
          </span>
          <ChevronsUpDown className="size-3.5 text-muted" />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" className="max-h-[60dvh] min-w-60 overflow-y-auto">
        <DropdownMenuLabel>Location</DropdownMenuLabel>
        <DropdownMenuRadioGroup value={location.id} onValueChange={choose}>
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
