import type { Contract } from './contract';

/** Something readable at a path under /api/v1, and the schema of what is there. Serves server and browser alike. */
export type Resource<T> = { path: string; params: Record<string, string>; schema: Contract<T> };

type Params = Record<string, string | number | undefined>;

export const apiRoot = '/api/v1';

/** `url` as the generated client makes it, or a path under /api/v1; undefined params are left out. */
export function resource<T>(url: string, schema: Contract<T>, params: Params = {}): Resource<T> {
  const { pathname, searchParams } = new URL(url, 'http://api');
  const path = pathname.startsWith(`${apiRoot}/`) ? pathname.slice(apiRoot.length) : pathname;
  const added = Object.entries(params).filter(([, value]) => value !== undefined && value !== '');
  const given = [...searchParams, ...added].map(([key, value]) => [key, String(value)]);
  return { path, schema, params: Object.fromEntries(given) };
}

/** Query key: the path's segments, then the parameters, so that `['employees']` covers all beneath it. */
export function keyOf(resource: Resource<unknown>): readonly unknown[] {
  return [...resource.path.split('/').filter(Boolean), resource.params];
}

export function urlOf(resource: Resource<unknown>): string {
  const search = new URLSearchParams(resource.params).toString();
  return `${apiRoot}${resource.path}${search ? `?${search}` : ''}`;
}
