/** Settings of this browser that the server reads too, so that the first paint is right. */
export const preference = {
  theme: 'vp_theme',
  rail: 'vp_rail',
  location: 'vp_location',
  language: 'vp_language',
} as const;

const yearSeconds = 31_536_000;

/** Keeps a setting for a year; `undefined` forgets it. In the browser only. */
export function keep(name: (typeof preference)[keyof typeof preference], value: string | undefined): void {
  const age = value === undefined ? 0 : yearSeconds;
  document.cookie = `${name}=${encodeURIComponent(value ?? '')}; path=/; max-age=${age}; samesite=lax`;
}

/** What the browser keeps under this name. @param cookies as `document.cookie` */
export const keptIn = (
  cookies: string,
  name: (typeof preference)[keyof typeof preference],
): string | undefined => new RegExp(`(?:^|; )${name}=([^;]+)`).exec(cookies)?.[1];
