'use client';
import { getUpdateOrganizationsUrl } from '@vaktplan/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { OrganizationView, UpdateOrganizationSchema } from '@vaktplan/contracts/http/organizations';
import { Button, Card, CardHeader, Field, Input, Loading, NativeSelect, Skeleton, toast } from '@vaktplan/ui';
import { useRouter } from 'next/navigation';
import { FormProblem } from '@/features/account/form-parts';
import { organizationResource } from '@/features/organization/resources';
import { write } from '@/lib/api';
import { QueryRegion } from '@/lib/query-region';
import { currencies } from '@/lib/regions';
import { keyOf } from '@/lib/resource';
import { useContractForm } from '@/lib/use-contract-form';
import { useResource } from '@/lib/use-resource';
import { ZoneSelect } from './zone-select';

const locales = [
  'en-GB',
  'en-US',
  'da-DK',
  'sv-SE',
  'nb-NO',
  'fi-FI',
  'de-DE',
  'nl-NL',
  'fr-FR',
  'es-ES',
  'pl-PL',
];
const monday = Date.UTC(2026, 0, 5);
const dayMs = 86_400_000;

const weekdays = (locale: string) =>
  Array.from({ length: 7 }, (_, index) => ({
    value: index + 1,
    name: new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
      monday + index * dayMs,
    ),
  }));

const localeName = (locale: string) =>
  new Intl.DisplayNames(['en'], { type: 'language' }).of(locale) ?? locale;

/** Name, zone, currency, formats and first day of the week. */
export function OrganizationSettings() {
  const query = useResource(organizationResource);
  return (
    <Card aria-labelledby="organization">
      <CardHeader
        id="organization"
        title="Organisation"
        description="Applies where a location says nothing else."
      />
      <QueryRegion query={query} loading={<FormLoading />}>
        {(organization) => <OrganizationForm key={organization.version} organization={organization} />}
      </QueryRegion>
    </Card>
  );
}

function OrganizationForm({ organization }: { organization: OrganizationView }) {
  const client = useQueryClient();
  const router = useRouter();
  const { name, zone, currency, locale, weekStart, version, abilities } = organization;
  const form = useContractForm(UpdateOrganizationSchema, { name, zone, currency, locale, weekStart });
  const { errors, isSubmitting, isDirty } = form.formState;
  const submit = form.submitWith(async (body, idempotencyKey) => {
    const saved = await write('PATCH', getUpdateOrganizationsUrl(), {
      body,
      version,
      idempotencyKey,
      schema: OrganizationView,
    });
    client.setQueryData(keyOf(organizationResource), saved);
    router.refresh();
    toast.success('Saved');
  });
  return (
    <form onSubmit={submit} noValidate className="border-t border-border p-4">
      <fieldset disabled={!abilities.update} className="grid max-w-xl gap-4">
        <FormProblem message={form.rootError} />
        <Field label="Name" error={errors.name?.message} required>
          <Input {...form.register('name')} autoComplete="organization" />
        </Field>
        <ZoneSelect register={form.register('zone')} zone={zone} error={errors.zone?.message} />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Currency" error={errors.currency?.message} required>
            <NativeSelect {...form.register('currency')}>
              {currencies('en').map((one) => (
                <option key={one.code} value={one.code}>
                  {one.code} – {one.name}
                </option>
              ))}
            </NativeSelect>
          </Field>
          <Field label="Week starts on" error={errors.weekStart?.message}>
            <NativeSelect {...form.register('weekStart', { valueAsNumber: true })}>
              {weekdays('en').map((day) => (
                <option key={day.value} value={day.value}>
                  {day.name}
                </option>
              ))}
            </NativeSelect>
          </Field>
        </div>
        <Field label="Dates, times and numbers as in" error={errors.locale?.message}>
          <NativeSelect {...form.register('locale')}>
            {[...new Set([locale, ...locales])].map((one) => (
              <option key={one} value={one}>
                {localeName(one)}
              </option>
            ))}
          </NativeSelect>
        </Field>
        {abilities.update && (
          <Button
            type="submit"
            variant="primary"
            className="justify-self-start"
            disabled={!isDirty}
            loading={isSubmitting}
          >
            Save
          </Button>
        )}
      </fieldset>
    </form>
  );
}

function FormLoading() {
  return (
    <Loading label="Loading the organisation" className="grid max-w-xl gap-4 border-t border-border p-4">
      {[0, 1, 2, 3].map((field) => (
        <div key={field} className="space-y-1.5">
          <Skeleton className="h-5 w-24" />
          <Skeleton className="h-9" />
        </div>
      ))}
    </Loading>
  );
}
