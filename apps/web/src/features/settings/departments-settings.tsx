'use client';
import { CreateDepartmentSchema, type DepartmentView } from '@vaktplan/contracts/http/organizations';
import { Field, Input, NativeSelect } from '@vaktplan/ui';
import { Network } from 'lucide-react';
import { departmentsResource } from '@/features/organization/resources';
import { useMay, useMe } from '@/features/shell/me';
import { blankAsNull } from '@/lib/use-contract-form';
import { useWords } from '@/lib/words';
import { SettingDialog } from './setting-dialog';
import { SettingList } from './setting-list';

/** Parts of a location that are planned by themselves. */
export function DepartmentsSettings() {
  const { locations } = useMe();
  return (
    <SettingList
      kind="department"
      icon={<Network />}
      mayAdd={useMay('location:manage') && locations.length > 0}
      resource={departmentsResource}
      row={(department) => (
        <>
          <p className="truncate font-medium">{department.name}</p>
          <p className="truncate text-[13px] text-muted">
            {[
              locations.find((location) => location.id === department.locationId)?.name,
              department.costCentre,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </>
      )}
      dialog={(department, close) => <DepartmentDialog department={department} onClose={close} />}
    />
  );
}

type DepartmentDialogProps = { department: DepartmentView | undefined; onClose: () => void };

function DepartmentDialog({ department, onClose }: DepartmentDialogProps) {
  const t = useWords('places');
  const { locations } = useMe();
  return (
    <SettingDialog
      kind="department"
      path="/departments"
      item={department}
      schema={CreateDepartmentSchema}
      createOnly={['locationId']}
      defaults={{
        locationId: department?.locationId ?? locations[0]?.id ?? '',
        name: department?.name ?? '',
        costCentre: department?.costCentre ?? null,
      }}
      onClose={onClose}
    >
      {({ register, formState: { errors } }) => (
        <>
          <Field label={t('name')} error={errors.name?.message} required>
            <Input {...register('name')} autoFocus />
          </Field>
          {!department && (
            <Field label={t('location')} error={errors.locationId?.message} required>
              <NativeSelect {...register('locationId')}>
                {locations.map((location) => (
                  <option key={location.id} value={location.id}>
                    {location.name}
                  </option>
                ))}
              </NativeSelect>
            </Field>
          )}
          <Field label={t('costCentre')} error={errors.costCentre?.message} optional>
            <Input {...register('costCentre', { setValueAs: blankAsNull })} />
          </Field>
        </>
      )}
    </SettingDialog>
  );
}
