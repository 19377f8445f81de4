import type { CSSProperties } from 'react';
import { cn } from './class-names.ts';

const graphemes = new Intl.Segmenter();

const firstLetter = (word: string) => graphemes.segment(word).containing(0)?.segment ?? '';

/** Up to two letters: of the first and the last word. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0] ?? '?';
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  return [first, last]
    .map((word) => (word ? firstLetter(word) : ''))
    .join('')
    .toLocaleUpperCase();
}

/** A hue in degrees, the same for the same id everywhere. */
export function hueOf(id: string): number {
  let hash = 2166136261;
  for (let i = 0; i < id.length; i += 1) hash = Math.imul(hash ^ id.charCodeAt(i), 16777619);
  // ids that differ in one character must not get neighbouring hues
  hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
  hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
  return ((hash ^ (hash >>> 16)) >>> 0) % 360;
}

const sizes = { sm: 'size-6 text-[10px]', md: 'size-8 text-xs', lg: 'size-11 text-sm' };

export type AvatarProps = { id: string; name: string; size?: keyof typeof sizes; className?: string };

/** Initials on a colour of one's own. Decorative: the name stands beside it. */
export function Avatar({ id, name, size = 'md', className }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      data-initials={initials(name)}
      style={{ '--hue': hueOf(id) } as CSSProperties}
      className={cn(
        'tint inline-grid before:content-[attr(data-initials)] shrink-0 place-items-center rounded-full font-semibold select-none',
        sizes[size],
        className,
      )}
    />
  );
}
