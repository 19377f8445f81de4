'use client';
import type { LocationView } from '@vaktplan/contracts/http/organizations';
import { Button, Checkbox, Field, toast } from '@vaktplan/ui';
import { LocateFixed } from 'lucide-react';
import { ScaledNumberInput } from '@/lib/controls';
import { useWords } from '@/lib/words';
import { useState } from 'react';

type Geofence = NonNullable<LocationView['geofence']>;
type FieldErrors = { [K in keyof Geofence]?: { message?: string } } | undefined;

const usualRadius = 150;
const start: Geofence = { latitude: Number.NaN, longitude: Number.NaN, radiusMeters: usualRadius };
const shown = (value: number) => (Number.isNaN(value) ? null : value);

type GeofenceFieldsProps = {
  value: Geofence | null;
  onChange: (value: Geofence | null) => void;
  errors: FieldErrors;
};

/** Where people are when they clock in, by number or by this device's own position. */
export function GeofenceFields({ value, onChange, errors }: GeofenceFieldsProps) {
  const t = useWords('places');
  const [found, setFound] = useState(0);
  const change = (part: Partial<Record<keyof Geofence, number | null>>) =>
    onChange({
      ...start,
      ...value,
      ...Object.fromEntries(Object.entries(part).map(([k, v]) => [k, v ?? Number.NaN])),
    });
  const locate = () =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
        change({ latitude: round(coords.latitude), longitude: round(coords.longitude) });
        setFound((count) => count + 1);
      },
      () => toast.error(t('noPosition')),
      { enableHighAccuracy: true, timeout: 10_000 },
    );
  return (
    <div className="grid gap-3">
      <Checkbox
        label={t('near')}
        hint={t('nearHint')}
        checked={value !== null}
        onCheckedChange={(on) => onChange(on === true ? start : null)}
      />
      {value && (
        <div className="grid gap-3 rounded-md border border-border p-3">
          <div key={found} className="grid grid-cols-2 gap-3 sm:grid-cols-3">
            <Field label={t('latitude')} error={errors?.latitude && t('latitudeWrong')} required>
              <ScaledNumberInput
                scale={1}
                decimals
                value={shown(value.latitude)}
                onChange={(latitude) => change({ latitude })}
              />
            </Field>
            <Field label={t('longitude')} error={errors?.longitude && t('longitudeWrong')} required>
              <ScaledNumberInput
                scale={1}
                decimals
                value={shown(value.longitude)}
                onChange={(longitude) => change({ longitude })}
              />
            </Field>
            <Field label={t('radius')} error={errors?.radiusMeters && t('radiusWrong')} required>
              <ScaledNumberInput
                scale={1}
                value={shown(value.radiusMeters)}
                onChange={(radiusMeters) => change({ radiusMeters })}
              />
            </Field>
          </div>
          <Button size="sm" className="justify-self-start" onClick={locate}>
            <LocateFixed />
            {t('useMine')}
          </Button>
        </div>
      )}
    </div>
  );
}
