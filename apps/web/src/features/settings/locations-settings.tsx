'use client';
import { CreateLocationSchema, type LocationView } from '@vaktplan/contracts/http/organizations';
import { Field, Input } from '@vaktplan/ui';
import { MapPin } from 'lucide-react';
import { Controller } from 'react-hook-form';
import { CalendarSubscription } from '@/features/calendar/calendar-subscription';
import { locationsResource } from '@/features/organization/resources';
import { useMay, useMe } from '@/features/shell/me';
import { blankAsNull } from '@/lib/use-contract-form';
import { ClosedDates, ClosedWeekdays } from './closed-days-fields';
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
            {[location.zone.replaceAll('_', ' '), location.address, fence(location), closedWords(location)]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </>
      )}
      dialog={(location, close) => <LocationDialog location={location} onClose={close} />}
    />
  );
}

/** `closed Sundays and 12 dates` */
const closedWords = ({ closedWeekdays, closedDays }: LocationView) => {
  const dates = closedDays.filter((day) => !day.open).length;
  const parts = [
    closedWeekdays.length > 0 && `${closedWeekdays.length} days of the week`,
    dates > 0 && `${dates} ${dates === 1 ? 'date' : 'dates'}`,
  ].filter(Boolean);
  return parts.length > 0 && `closed on ${parts.join(' and ')}`;
};

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
        closedWeekdays: location?.closedWeekdays ?? [],
        closedDays: location?.closedDays ?? [],
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
          <section aria-label="Closed days" className="grid gap-3 border-t border-border pt-4">
            <div>
              <h3 className="text-[13px] font-medium">Closed days</h3>
              <p className="text-[13px] text-muted">
                The schedule shades them, warns of shifts there, and templates leave them out.
              </p>
            </div>
            <Controller
              control={form.control}
              name="closedWeekdays"
              render={({ field }) => <ClosedWeekdays value={field.value ?? []} onChange={field.onChange} />}
            />
            <Controller
              control={form.control}
              name="closedDays"
              render={({ field }) => (
                <ClosedDates
                  value={(field.value ?? []).map((day) => ({ ...day, name: day.name ?? null }))}
                  onChange={field.onChange}
                  {...(form.formState.errors.closedDays?.message && {
                    error: form.formState.errors.closedDays.message,
                  })}
                />
              )}
            />
          </section>
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
