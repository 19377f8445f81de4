import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { Signed } from './create-test-app.ts';
import type { Operation } from './documented-routes.ts';
import type { Request } from './recipe.ts';

const textOf = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined')).toWellFormed();

/** A request as it goes out: odd values are sent as they are, as text where there is only text. */
export function requestOf({ method, url }: Operation, request: Request): InjectOptions {
  const path = url.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(textOf(request.path?.[name] ?? name)),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(request.query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, textOf(one));
  }
  const headers = { ...request.header };
  return {
    method: method as 'GET',
    url: `${path}?${query}`,
    headers: request.body === undefined ? headers : { 'content-type': 'application/json', ...headers },
    ...(request.body !== undefined && { payload: JSON.stringify(request.body) }),
  };
}

/** Sends; a stale version is looked up in the refusal and sent again. */
export async function send(
  person: Signed,
  operation: Operation,
  request: Request,
): Promise<LightMyRequestResponse> {
  const answer = await person.inject(requestOf(operation, request));
  if (answer.statusCode !== 412) return answer;
  const { current } = answer.json<{ current?: { version?: number } }>();
  const header = { ...request.header, 'If-Match': `"${current?.version}"` };
  return person.inject(requestOf(operation, { ...request, header }));
}

type Tree = { [key: string]: unknown };
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** Every value of a request that is no object, by where it is: `body.breaks.0.minutes`. */
export const leavesOf = (value: unknown, at = ''): [at: string, value: unknown][] =>
  isTree(value)
    ? Object.entries(value).flatMap(([key, below]) => leavesOf(below, at ? `${at}.${key}` : key))
    : [[at, value]];

/** The request with one value put in another's place. */
export function withValue(request: Request, at: string, value: unknown): Request {
  const copy = structuredClone(request);
  const keys = at.split('.');
  const last = keys.pop() ?? '';
  let tree = copy as Tree;
  for (const key of keys) {
    const below = tree[key];
    tree = isTree(below) ? below : ((tree[key] = {}) as Tree);
  }
  // not an assignment: that would set the prototype
  Object.defineProperty(tree, last, { value, enumerable: true, configurable: true, writable: true });
  return copy;
}
