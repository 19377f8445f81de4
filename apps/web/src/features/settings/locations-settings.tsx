'use client';
import { CreateLocationSchema, type LocationView } from '@vaktplan/contracts/http/organizations';
import type { WordKey } from '@vaktplan/i18n/catalogue';
import { Field, Input } from '@vaktplan/ui';
import { MapPin } from 'lucide-react';
import { Controller } from 'react-hook-form';
import { CalendarSubscription } from '@/features/calendar/calendar-subscription';
import { locationsResource } from '@/features/organization/resources';
import { useMay, useMe } from '@/features/shell/me';
import { blankAsNull } from '@/lib/use-contract-form';
import { useWords } from '@/lib/words';
import type { Words } from '@/lib/words-in';
import { ClosedDates, ClosedWeekdays } from './closed-days-fields';
import { GeofenceFields } from './geofence-fields';
import { SettingDialog } from './setting-dialog';
import { SettingList } from './setting-list';
import { ZoneSelect } from './zone-select';

/** Places with a schedule, a zone and, if wanted, a fence around the clock. */
export function LocationsSettings() {
  const t = useWords('places');
  return (
    <SettingList
      kind="location"
      icon={<MapPin />}
      mayAdd={useMay('location:manage')}
      resource={locationsResource}
      row={(location) => (
        <>
          <p className="truncate font-medium">{location.name}</p>
          <p className="text-[13px] break-words text-muted">
            {[
              location.zone.replaceAll('_', ' '),
              location.address,
              fence(t, location),
              closedWords(t, location),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </>
      )}
      dialog={(location, close) => <LocationDialog location={location} onClose={close} />}
    />
  );
}

type PlaceWords = Words<WordKey<'places'>>;

/** `closed on 1 day of the week and 12 dates` */
const closedWords = (t: PlaceWords, { closedWeekdays, closedDays }: LocationView) => {
  const days = closedWeekdays.length;
  const dates = closedDays.filter((day) => !day.open).length;
  if (days > 0 && dates > 0) return t('closedBoth', { days, dates });
  if (days > 0) return t('closedWeekdays', { days });
  return dates > 0 && t('closedDates', { dates });
};

const fence = (t: PlaceWords, { geofence }: LocationView) =>
  geofence && t('fence', { metres: geofence.radiusMeters });

function LocationDialog({ location, onClose }: { location: LocationView | undefined; onClose: () => void }) {
  const t = useWords('places');
  const { organization } = useMe();
  return (
    <SettingDialog
      kind="location"
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
          <Field label={t('name')} error={form.formState.errors.name?.message} required>
            <Input {...form.register('name')} autoFocus />
          </Field>
          <ZoneSelect
            register={form.register('zone')}
            zone={location?.zone}
            error={form.formState.errors.zone?.message}
          />
          <Field label={t('address')} error={form.formState.errors.address?.message} optional>
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
          <section aria-label={t('closedDays')} className="grid gap-3 border-t border-border pt-4">
            <div>
              <h3 className="text-[13px] font-medium">{t('closedDays')}</h3>
              <p className="text-[13px] text-muted">{t('closedDaysHint')}</p>
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
            <section aria-label={t('calendar')} className="grid gap-3 border-t border-border pt-4">
              <h3 className="text-[13px] font-medium">{t('calendar')}</h3>
              <CalendarSubscription subject={{ kind: 'location', locationId: location.id }} />
            </section>
          )}
        </>
      )}
    </SettingDialog>
  );
}
