'use client';
import { RadioGroup } from 'radix-ui';
import { Check } from 'lucide-react';
import type { CSSProperties } from 'react';
import { hueOfColor } from '@/lib/color';

export const positionColors = [
  { value: '#2f7fd1', name: 'Blue' },
  { value: '#1298a6', name: 'Teal' },
  { value: '#2b9a55', name: 'Green' },
  { value: '#7d9a1c', name: 'Lime' },
  { value: '#c08a12', name: 'Amber' },
  { value: '#d56a1f', name: 'Orange' },
  { value: '#d64545', name: 'Red' },
  { value: '#cc3f87', name: 'Pink' },
  { value: '#9a4fd0', name: 'Purple' },
  { value: '#5b5fd6', name: 'Indigo' },
] as const;

/** One of ten colours that can be told apart; a colour set elsewhere stays selectable. */
export function ColorChoice({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const known = positionColors.some((color) => color.value === value);
  const colors = known ? positionColors : [...positionColors, { value, name: value }];
  return (
    <div>
      <p id="color-label" className="mb-1.5 text-[13px] font-medium">
        Colour
      </p>
      <RadioGroup.Root
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
