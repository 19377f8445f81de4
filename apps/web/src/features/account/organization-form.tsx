'use client';
import { getCreateSignUpUrl } from '@vaktplan/api-client';
import { CreateOrganizationSchema, OrganizationView } from '@vaktplan/contracts/http/organizations';
import { Button, Field, Input, NativeSelect } from '@vaktplan/ui';
import { useMemo } from 'react';
import { write } from '@/lib/api';
import { browserDefaults, currencies, zonesWith } from '@/lib/regions';
import { useLocale, useWords } from '@/lib/words';
import { tagOf } from '@/lib/words-in';
import { useContractForm } from '@/lib/use-contract-form';
import { FormProblem } from './form-parts';

/** Second step of signing up; in the browser only, because its defaults are the browser's. */
export function OrganizationForm() {
  const t = useWords('account');
  const language = tagOf(useLocale());
  const defaults = useMemo(browserDefaults, []);
  const form = useContractForm(CreateOrganizationSchema, { name: '', locationName: '', ...defaults });
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState;
  const submit = form.submitWith(async (organization, idempotencyKey) => {
    await write('POST', getCreateSignUpUrl(), {
      body: organization,
      schema: OrganizationView,
      idempotencyKey,
    });
    location.assign('/schedule');
  });
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <FormProblem message={form.rootError} />
      <Field label={t('organization')} hint={t('organizationHint')} error={errors.name?.message} required>
        <Input {...form.register('name')} autoComplete="organization" autoFocus className="h-10" />
      </Field>
      <Field label={t('location')} hint={t('locationHint')} error={errors.locationName?.message} required>
        <Input {...form.register('locationName')} placeholder={t('locationExample')} className="h-10" />
      </Field>
      <Field label={t('zone')} hint={t('zoneHint')} error={errors.zone?.message} required>
        <NativeSelect {...form.register('zone')} className="h-10">
          {zonesWith(defaults.zone).map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <Field label={t('currency')} error={errors.currency?.message} required>
        <NativeSelect {...form.register('currency')} className="h-10">
          {currencies(language).map(({ code, name }) => (
            <option key={code} value={code}>
              {code} – {name}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <Button
        type="submit"
        variant="primary"
        className="h-10"
        loading={isSubmitting || (isSubmitSuccessful && !form.rootError)}
      >
        {t('create')}
      </Button>
    </form>
  );
}
