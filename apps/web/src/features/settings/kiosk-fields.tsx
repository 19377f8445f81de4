'use client';
import type { CreateKiosk } from '@vaktplan/contracts/http/kiosk';
import { Field, Input, NativeSelect, Switch } from '@vaktplan/ui';
import { Controller } from 'react-hook-form';
import { departmentsResource } from '@/features/organization/resources';
import { useMe } from '@/features/shell/me';
import { CheckboxGroup } from '@/lib/controls';
import type { useContractForm } from '@/lib/use-contract-form';
import { useResource } from '@/lib/use-resource';

type Form = ReturnType<typeof useContractForm<CreateKiosk, CreateKiosk>>;

/** What a kiosk is called, whom it serves and how people say who they are. */
export function KioskFields({ form, fixedLocation }: { form: Form; fixedLocation: boolean }) {
  const { locations } = useMe();
  const { errors } = form.formState;
  const locationId = form.watch('locationId');
  const departments = (useResource(departmentsResource).data?.data ?? []).filter(
    (department) => department.locationId === locationId,
  );
  return (
    <>
      <Field label="Name" hint="Where it stands: “Entrance”" error={errors.name?.message} required>
        <Input {...form.register('name')} autoComplete="off" autoFocus />
      </Field>
      <Field label="Location" error={errors.locationId?.message} required>
        <NativeSelect {...form.register('locationId')} disabled={fixedLocation}>
          {locations.map((location) => (
            <option key={location.id} value={location.id}>
              {location.name}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <Field label="How people say who they are" error={errors.identification?.message}>
        <NativeSelect {...form.register('identification')}>
          <option value="name_and_pin">Choose a name, then type a PIN</option>
          <option value="pin">Type a PIN only; no names are shown</option>
          <option value="name">Choose a name only</option>
        </NativeSelect>
      </Field>
      <Field label="Photo when clocking in and out" error={errors.photo?.message}>
        <NativeSelect {...form.register('photo')}>
          <option value="off">No photo</option>
          <option value="optional">If the tablet has a camera</option>
          <option value="required">Expected; without a camera it still counts</option>
        </NativeSelect>
      </Field>
      <Controller
        control={form.control}
        name="unscheduled"
        render={({ field }) => (
          <Field
            label="People without a shift now may clock in"
            className="flex-row items-center justify-between"
          >
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
              legend="Only for some departments"
              none="This location has no departments."
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
