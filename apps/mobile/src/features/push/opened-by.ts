import * as z from 'zod';

const Data = z.object({ link: z.string().optional() });

const ROUTES = { account: '/me', shifts: '/schedule', timesheet: '/hours' } as const;
type Page = keyof typeof ROUTES;

/** Where in the app a link of the web app leads; home for one that the app has no screen for. */
export function routeOf(link: string | undefined): '/' | (typeof ROUTES)[Page] {
  const page = link?.split(/[/?#]/)[1] ?? '';
  return Object.hasOwn(ROUTES, page) ? ROUTES[page as Page] : '/';
}

/** What a tapped message or its button asks for. */
export function openedBy(action: string, data: unknown): { punch: boolean; link: string | undefined } {
  return { punch: action === 'clock_in', link: Data.safeParse(data).data?.link };
}
