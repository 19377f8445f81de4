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
import { weekdaysIn } from '@/lib/weekdays';
import { useLocale, useWords } from '@/lib/words';
import { tagOf } from '@/lib/words-in';
import { ZoneSelect } from './zone-select';

const locales = [
  'en-GB',
  'en-US',
  'da-DK',
  'sv-SE',
  'nb-NO',
  'fi-FI',
  'de-DE',
  'de-AT',
  'de-CH',
  'nl-NL',
  'fr-FR',
  'es-ES',
  'pl-PL',
  'ar-EG',
  'ar-AE',
];
const localeName = (locale: string, language: string) =>
  new Intl.DisplayNames([language], { type: 'language' }).of(locale) ?? locale;

/** Name, zone, currency, formats and first day of the week. */
export function OrganizationSettings() {
  const t = useWords('places');
  const query = useResource(organizationResource);
  return (
    <Card aria-labelledby="organization">
      <CardHeader id="organization" title={t('organization')} description={t('organizationHint')} />
      <QueryRegion query={query} loading={<FormLoading />}>
        {(organization) => <OrganizationForm key={organization.version} organization={organization} />}
      </QueryRegion>
    </Card>
  );
}

function OrganizationForm({ organization }: { organization: OrganizationView }) {
  const t = useWords('places');
  const save = useWords('app')('save');
  const language = tagOf(useLocale());
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
    toast.success(t('saved'));
  });
  return (
    <form onSubmit={submit} noValidate className="border-t border-border p-4">
      <fieldset disabled={!abilities.update} className="grid max-w-xl gap-4">
        <FormProblem message={form.rootError} />
        <Field label={t('name')} error={errors.name?.message} required>
          <Input {...form.register('name')} autoComplete="organization" />
        </Field>
        <ZoneSelect register={form.register('zone')} zone={zone} error={errors.zone?.message} />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('currency')} error={errors.currency?.message} required>
            <NativeSelect {...form.register('currency')}>
              {currencies(language).map((one) => (
                <option key={one.code} value={one.code}>
                  {one.code} – {one.name}
                </option>
              ))}
            </NativeSelect>
          </Field>
          <Field label={t('weekStart')} error={errors.weekStart?.message}>
            <NativeSelect {...form.register('weekStart', { valueAsNumber: true })}>
              {weekdaysIn(language, 'long').map((name, index) => (
                <option key={name} value={index + 1}>
                  {name}
                </option>
              ))}
            </NativeSelect>
          </Field>
        </div>
        <Field label={t('formats')} error={errors.locale?.message}>
          <NativeSelect {...form.register('locale')}>
            {[...new Set([locale, ...locales])].map((one) => (
              <option key={one} value={one}>
                {localeName(one, language)}
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
            {save}
          </Button>
        )}
      </fieldset>
    </form>
  );
}

function FormLoading() {
  const t = useWords('places');
  return (
    <Loading label={t('loadingOrganization')} className="grid max-w-xl gap-4 border-t border-border p-4">
      {[0, 1, 2, 3].map((field) => (
        <div key={field} className="space-y-1.5">
          <Skeleton className="h-5 w-24" />
          <Skeleton className="h-9" />
        </div>
      ))}
    </Loading>
  );
}
