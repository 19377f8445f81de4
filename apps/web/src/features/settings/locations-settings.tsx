'use client';
import { CreateLocationSchema, type LocationView } from '@vaktplan/contracts/http/organizations';
import { Field, Input } from '@vaktplan/ui';
import { MapPin } from 'lucide-react';
import { Controller } from 'react-hook-form';
import { CalendarSubscription } from '@/features/calendar/calendar-subscription';
import { locationsResource } from '@/features/organization/resources';
import { useMay, useMe } from '@/features/shell/me';
import { blankAsNull } from '@/lib/use-contract-form';
import { GeofenceFields } from './geofence-fields';
import { SettingDialog } from './setting-dialog';
import { SettingList } from './setting-list';
import { ZoneSelect } from './zone-select';

/** Places with a schedule, a zone and, if wanted, a fence around the clock. */
export function LocationsSettings() {
  return (
    <SettingList
      title="Locations"
      noun="location"
      description="A place with its own schedule. Its time zone decides the business day."
      icon={<MapPin />}
      mayAdd={useMay('location:manage')}
      resource={locationsResource}
      row={(location) => (
        <>
          <p className="truncate font-medium">{location.name}</p>
          <p className="truncate text-[13px] text-muted">
            {[location.zone.replaceAll('_', ' '), location.address, fence(location)]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </>
      )}
      dialog={(location, close) => <LocationDialog location={location} onClose={close} />}
    />
  );
}

const fence = ({ geofence }: LocationView) => geofence && `clock within ${geofence.radiusMeters} m`;

function LocationDialog({ location, onClose }: { location: LocationView | undefined; onClose: () => void }) {
  const { organization } = useMe();
  return (
    <SettingDialog
      noun="location"
      path="/locations"
      item={location}
      schema={CreateLocationSchema}
      defaults={{
        name: location?.name ?? '',
        zone: location?.zone ?? organization.zone,
        address: location?.address ?? null,
        geofence: location?.geofence ?? null,
      }}
      onClose={onClose}
    >
      {(form) => (
        <>
          <Field label="Name" error={form.formState.errors.name?.message} required>
            <Input {...form.register('name')} autoFocus />
          </Field>
          <ZoneSelect
            register={form.register('zone')}
            zone={location?.zone}
            error={form.formState.errors.zone?.message}
          />
          <Field label="Address" error={form.formState.errors.address?.message} optional>
            <Input {...form.register('address', { setValueAs: blankAsNull })} autoComplete="street-address" />
          </Field>
          <Controller
            control={form.control}
            name="geofence"
            render={({ field }) => (
              <GeofenceFields
                value={field.value ?? null}
                onChange={field.onChange}
                errors={form.formState.errors.geofence}
              />
            )}
          />
          {location && (
            <section aria-label="Calendar" className="grid gap-3 border-t border-border pt-4">
              <h3 className="text-[13px] font-medium">Calendar</h3>
              <CalendarSubscription subject={{ kind: 'location', locationId: location.id }} />
            </section>
          )}
        </>
      )}
    </SettingDialog>
  );
}
