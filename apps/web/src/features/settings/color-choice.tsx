'use client';
import { directionOf } from '@vaktplan/i18n/locales';
import { RadioGroup } from 'radix-ui';
import { Check } from 'lucide-react';
import type { CSSProperties } from 'react';
import { hueOfColor } from '@/lib/color';
import { useLocale, useWords } from '@/lib/words';

export const positionColors = [
  { value: '#2f7fd1', name: 'blue' },
  { value: '#1298a6', name: 'teal' },
  { value: '#2b9a55', name: 'green' },
  { value: '#7d9a1c', name: 'lime' },
  { value: '#c08a12', name: 'amber' },
  { value: '#d56a1f', name: 'orange' },
  { value: '#d64545', name: 'red' },
  { value: '#cc3f87', name: 'pink' },
  { value: '#9a4fd0', name: 'purple' },
  { value: '#5b5fd6', name: 'indigo' },
] as const;

/** One of ten colours that can be told apart; a colour set elsewhere stays selectable. */
export function ColorChoice({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useWords('places');
  const known = positionColors.some((color) => color.value === value);
  const named = positionColors.map((color) => ({ value: color.value, name: t(`colour_${color.name}`) }));
  const colors: { value: string; name: string }[] = known ? named : [...named, { value, name: value }];
  return (
    <div>
      <p id="color-label" className="mb-1.5 text-[13px] font-medium">
        {t('colour')}
      </p>
      <RadioGroup.Root
        dir={directionOf(useLocale())}
        value={value}
        onValueChange={onChange}
        aria-labelledby="color-label"
        className="flex flex-wrap gap-2"
      >
        {colors.map((color) => (
          <RadioGroup.Item
            key={color.value}
            value={color.value}
            aria-label={color.name}
            title={color.name}
            style={{ '--hue': hueOfColor(color.value) } as CSSProperties}
            className="tint-solid grid size-8 place-items-center rounded-full text-surface ring-offset-2 ring-offset-surface data-[state=checked]:ring-2 data-[state=checked]:ring-foreground"
          >
            <RadioGroup.Indicator>
              <Check aria-hidden="true" className="size-4" strokeWidth={3} />
            </RadioGroup.Indicator>
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  );
}
