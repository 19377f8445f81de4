'use client';
import { Field, NativeSelect } from '@vaktplan/ui';
import { useMemo, type ComponentProps } from 'react';
import { zonesWith } from '@/lib/regions';
import { useWords } from '@/lib/words';

type ZoneSelectProps = {
  register: ComponentProps<'select'>;
  zone: string | undefined;
  error: string | undefined;
};

/** Time zone by IANA name. */
export function ZoneSelect({ register, zone, error }: ZoneSelectProps) {
  const t = useWords('places');
  const zones = useMemo(() => zonesWith(zone), [zone]);
  return (
    <Field label={t('zone')} error={error} required>
      <NativeSelect {...register}>
        {zones.map((one) => (
          <option key={one} value={one}>
            {one.replaceAll('_', ' ')}
          </option>
        ))}
      </NativeSelect>
    </Field>
  );
}
