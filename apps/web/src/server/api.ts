import { headers } from 'next/headers';
import { cache } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { checkAnswer } from '../lib/contract';
import { offline, problemOf, unreadable, ApiProblem } from '../lib/problem';
import { urlOf, type Resource } from '../lib/resource';
import { pick } from './forward';
import { tokenOf } from './session';
import { callUpstream, UpstreamUnavailable } from './upstream';

const incoming = cache(async () => {
  const received = await headers();
  const cookie = received.get('cookie');
  const correlationId = received.get('x-correlation-id') ?? uuidv7();
  const passedOn = pick(received, ['traceparent', 'x-forwarded-for']);
  return { token: await tokenOf(cookie), correlationId, passedOn };
});

/** Reads straight from the API while a page renders, as the signed-in user. Throws `ApiProblem`. */
export async function readFromApi<T>(resource: Resource<T>): Promise<T> {
  try {
    const { token, correlationId, passedOn } = await incoming();
    const sent = new Headers(passedOn);
    sent.set('accept', 'application/json');
    sent.set('x-correlation-id', correlationId);
    if (token) sent.set('authorization', `Bearer ${token}`);
    const response = await callUpstream({ path: urlOf(resource), method: 'GET', headers: sent });
    if (!response.ok) throw await problemOf(response);
    const body = await checkAnswer(resource.schema, await response.json());
    if (body.success) return body.data;
    console.error('Answer does not fit the contract', resource.path, JSON.stringify(body.issues));
    throw unreadable(response.status, correlationId);
  } catch (error) {
    if (error instanceof UpstreamUnavailable) throw offline();
    throw error;
  }
}

/** As `readFromApi`, with null for a failure that the browser may try again by itself. */
export async function tryReadFromApi<T>(resource: Resource<T>): Promise<T | null> {
  try {
    return await readFromApi(resource);
  } catch (error) {
    if (error instanceof ApiProblem) return null;
    throw error;
  }
}
