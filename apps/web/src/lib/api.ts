import { v7 as uuidv7 } from 'uuid';
import { checkAnswer, type Contract } from './contract';
import { offline, problemOf, unreadable } from './problem';
import { apiRoot, urlOf, type Resource } from './resource';
import { fetchTraced } from './trace';

type Write<T> = {
  body?: unknown;
  /** Of what comes back; left out: nothing is read. */
  schema?: Contract<T>;
  /** The version this change starts from: becomes If-Match. */
  version?: number;
  /** Reused when the same submission is sent again; left out: a new one. */
  idempotencyKey?: string;
};

/** The request did not get through, or its answer broke off. */
function lost(error: unknown): never {
  throw error instanceof DOMException && error.name === 'AbortError' ? error : offline();
}

async function answerTo(sent: Promise<Response>): Promise<Response> {
  const response = await sent.catch(lost);
  if (!response.ok) throw await problemOf(response);
  return response;
}

async function parse<T>(response: Response, schema: Contract<T>): Promise<T> {
  const answer: unknown = await response
    .json()
    .catch((error: unknown) => (error instanceof SyntaxError ? undefined : lost(error)));
  const body = await checkAnswer(schema, answer);
  if (body.success) return body.data;
  console.error('Answer does not fit the contract', response.url, JSON.stringify(body.issues));
  throw unreadable(response.status, response.headers.get('x-correlation-id') ?? undefined);
}

/** Reads through the BFF and checks the answer. Throws `ApiProblem`. */
export async function read<T>(resource: Resource<T>, signal?: AbortSignal): Promise<T> {
  const headers = { accept: 'application/json' };
  const response = await answerTo(fetch(urlOf(resource), { signal, headers, credentials: 'same-origin' }));
  return parse(response, resource.schema);
}

/** Writes through the BFF. `url` as the generated client makes it, or a path under /api/v1. Throws `ApiProblem`. */
export async function write<T = void>(
  method: 'POST' | 'PATCH' | 'PUT' | 'DELETE',
  url: string,
  { body, schema, version, idempotencyKey }: Write<T> = {},
): Promise<T> {
  const headers = new Headers({ accept: 'application/json' });
  headers.set('idempotency-key', idempotencyKey ?? uuidv7());
  if (body !== undefined) headers.set('content-type', 'application/json');
  if (version !== undefined) headers.set('if-match', `"${version}"`);
  const sent = fetchTraced(url.startsWith(`${apiRoot}/`) ? url : apiRoot + url, {
    method,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
    credentials: 'same-origin',
  });
  const response = await answerTo(sent);
  return schema ? parse(response, schema) : (undefined as T);
}
