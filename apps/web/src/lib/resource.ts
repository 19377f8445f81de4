import type * as z from 'zod';

/** Something readable at a path under /api/v1, and the schema of what is there. Serves server and browser alike. */
export type Resource<T> = { path: string; params: Record<string, string>; schema: z.ZodType<T> };

type Params = Record<string, string | number | undefined>;

/** `path` without /api/v1, for instance `/employees`; undefined params are left out. */
export function resource<T>(path: string, schema: z.ZodType<T>, params: Params = {}): Resource<T> {
  const given = Object.entries(params).filter(([, value]) => value !== undefined && value !== '');
  return { path, schema, params: Object.fromEntries(given.map(([key, value]) => [key, String(value)])) };
}

/** Query key: the path's segments, then the parameters, so that `['employees']` covers all beneath it. */
export function keyOf(resource: Resource<unknown>): readonly unknown[] {
  return [...resource.path.split('/').filter(Boolean), resource.params];
}

export function urlOf(resource: Resource<unknown>): string {
  const search = new URLSearchParams(resource.params).toString();
  return `/api/v1${resource.path}${search ? `?${search}` : ''}`;
}
