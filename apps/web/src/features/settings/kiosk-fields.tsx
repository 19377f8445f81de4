'use client';
import type { CreateKiosk } from '@vaktplan/contracts/http/kiosk';
import { Field, Input, NativeSelect, Switch } from '@vaktplan/ui';
import { Controller } from 'react-hook-form';
import { departmentsResource } from '@/features/organization/resources';
import { useMe } from '@/features/shell/me';
import { CheckboxGroup } from '@/lib/controls';
import type { useContractForm } from '@/lib/use-contract-form';
import { useResource } from '@/lib/use-resource';
import { useWords } from '@/lib/words';

type Form = ReturnType<typeof useContractForm<CreateKiosk, CreateKiosk>>;

/** What a kiosk is called, whom it serves and how people say who they are. */
export function KioskFields({ form, fixedLocation }: { form: Form; fixedLocation: boolean }) {
  const t = useWords('kiosks');
  const places = useWords('places');
  const { locations } = useMe();
  const { errors } = form.formState;
  const locationId = form.watch('locationId');
  const departments = (useResource(departmentsResource).data?.data ?? []).filter(
    (department) => department.locationId === locationId,
  );
  return (
    <>
      <Field label={places('name')} hint={t('nameHint')} error={errors.name?.message} required>
        <Input {...form.register('name')} autoComplete="off" autoFocus />
      </Field>
      <Field label={places('location')} error={errors.locationId?.message} required>
        <NativeSelect {...form.register('locationId')} disabled={fixedLocation}>
          {locations.map((location) => (
            <option key={location.id} value={location.id}>
              {location.name}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <Field label={t('identification')} error={errors.identification?.message}>
        <NativeSelect {...form.register('identification')}>
          <option value="name_and_pin">{t('identification_name_and_pin')}</option>
          <option value="pin">{t('identification_pin')}</option>
          <option value="name">{t('identification_name')}</option>
        </NativeSelect>
      </Field>
      <Field label={t('photo')} error={errors.photo?.message}>
        <NativeSelect {...form.register('photo')}>
          <option value="off">{t('photo_off')}</option>
          <option value="optional">{t('photo_optional')}</option>
          <option value="required">{t('photo_required')}</option>
        </NativeSelect>
      </Field>
      <Controller
        control={form.control}
        name="unscheduled"
        render={({ field }) => (
          <Field label={t('unscheduled')} className="flex-row items-center justify-between">
            <Switch checked={field.value ?? true} onCheckedChange={field.onChange} />
          </Field>
        )}
      />
      {departments.length > 1 && (
        <Controller
          control={form.control}
          name="departmentIds"
          render={({ field }) => (
            <CheckboxGroup
              legend={t('onlySome')}
              none={t('noDepartments')}
              options={departments}
              value={field.value ?? []}
              onChange={field.onChange}
              error={errors.departmentIds?.message}
            />
          )}
        />
      )}
    </>
  );
}
