'use client';
import { CreatePositionSchema, type PositionView } from '@vaktplan/contracts/http/organizations';
import { Badge, Field, Input, NativeSelect } from '@vaktplan/ui';
import { Shapes } from 'lucide-react';
import type { CSSProperties } from 'react';
import { Controller } from 'react-hook-form';
import { departmentsResource, positionsResource } from '@/features/organization/resources';
import { useMay } from '@/features/shell/me';
import { hueOfColor } from '@/lib/color';
import { blankAsNull } from '@/lib/use-contract-form';
import { useResource } from '@/lib/use-resource';
import { useWords } from '@/lib/words';
import { ColorChoice, positionColors } from './color-choice';
import { SettingDialog } from './setting-dialog';
import { SettingList } from './setting-list';

/** What people do on a shift, each with a colour on the schedule. */
export function PositionsSettings() {
  const t = useWords('places');
  const departments = useResource(departmentsResource).data?.data ?? [];
  return (
    <SettingList
      kind="position"
      icon={<Shapes />}
      mayAdd={useMay('location:manage')}
      resource={positionsResource}
      row={(position) => (
        <div className="flex flex-wrap items-center gap-x-3">
          <Badge tone="tint" style={{ '--hue': hueOfColor(position.color) } as CSSProperties}>
            {position.name}
          </Badge>
          <span className="text-[13px] text-muted">
            {departments.find((department) => department.id === position.departmentId)?.name ??
              t('everywhere')}
          </span>
        </div>
      )}
      dialog={(position, close) => <PositionDialog position={position} onClose={close} />}
    />
  );
}

function PositionDialog({ position, onClose }: { position: PositionView | undefined; onClose: () => void }) {
  const t = useWords('places');
  const departments = useResource(departmentsResource).data?.data ?? [];
  return (
    <SettingDialog
      kind="position"
      path="/positions"
      item={position}
      schema={CreatePositionSchema}
      createOnly={['departmentId']}
      defaults={{
        departmentId: position?.departmentId ?? null,
        name: position?.name ?? '',
        color: position?.color ?? positionColors[0].value,
      }}
      onClose={onClose}
    >
      {({ register, control, formState: { errors } }) => (
        <>
          <Field label={t('name')} error={errors.name?.message} required>
            <Input {...register('name')} autoFocus />
          </Field>
          {!position && (
            <Field label={t('department')} error={errors.departmentId?.message}>
              <NativeSelect {...register('departmentId', { setValueAs: blankAsNull })}>
                <option value="">{t('everywhere')}</option>
                {departments.map((department) => (
                  <option key={department.id} value={department.id}>
                    {department.name}
                  </option>
                ))}
              </NativeSelect>
            </Field>
          )}
          <Controller
            control={control}
            name="color"
            render={({ field }) => <ColorChoice value={field.value} onChange={field.onChange} />}
          />
        </>
      )}
    </SettingDialog>
  );
}
