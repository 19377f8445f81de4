import { twMerge } from 'tailwind-merge';

type ClassValue = string | false | null | undefined;

/** Joins class names; of two Tailwind classes for the same property the later wins. */
export function cn(...classes: ClassValue[]): string {
  return twMerge(classes.filter(Boolean).join(' '));
}
