import * as z from 'zod';

const Data = z.object({ link: z.string().optional() });

/** Where in the app a link of the web app leads; home for one that the app has no screen for. */
export function routeOf(link: string | undefined): '/' | '/me' {
  return link?.startsWith('/account') ? '/me' : '/';
}

/** What a tapped message or its button asks for. */
export function openedBy(action: string, data: unknown): { punch: boolean; link: string | undefined } {
  return { punch: action === 'clock_in', link: Data.safeParse(data).data?.link };
}
