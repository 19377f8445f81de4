import * as z from 'zod';

const Data = z.object({ link: z.string().optional() });

const ROUTES = [
  ['/account', '/me'],
  ['/shifts', '/schedule'],
  ['/my-hours', '/hours'],
] as const;
type Route = '/' | (typeof ROUTES)[number][1];

/** Where in the app a link of the web app leads; home for one that the app has no screen for. */
export const routeOf = (link: string | undefined): Route =>
  ROUTES.find(([start]) => link?.startsWith(start))?.[1] ?? '/';

/** What a tapped message or its button asks for. */
export function openedBy(action: string, data: unknown): { punch: boolean; link: string | undefined } {
  return { punch: action === 'clock_in', link: Data.safeParse(data).data?.link };
}
