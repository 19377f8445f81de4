import type { SignedIn } from '../bench/src/sign-tokens.ts';
import type { Service } from './services.ts';
import type { Stand } from './stand.ts';

/** `status` 0: no answer came, the connection broke. */
export type Answer = { status: number; body: string; ms: number; retryAfter: string | null };

export type Asked = {
  method?: string;
  path: string;
  body?: unknown;
  key?: string;
  version?: number;
};

/** Sends as this person and never throws: what became of it is the trial's to judge. */
export async function ask(
  { tokens }: Stand,
  { url }: Pick<Service, 'url'>,
  person: SignedIn,
  { method = 'GET', path, body, key, version }: Asked,
): Promise<Answer> {
  const started = performance.now();
  const headers: Record<string, string> = { authorization: `Bearer ${tokens.bearer(person)}` };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (key !== undefined) headers['idempotency-key'] = key;
  if (version !== undefined) headers['if-match'] = `"${version}"`;
  const ms = (): number => Math.round(performance.now() - started);
  try {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    });
    const text = await answer.text();
    return { status: answer.status, body: text, ms: ms(), retryAfter: answer.headers.get('retry-after') };
  } catch {
    return { status: 0, body: '', ms: ms(), retryAfter: null };
  }
}

export const isGood = ({ status }: Pick<Answer, 'status'>): boolean => status >= 200 && status < 300;

/** How often each status was answered. */
export const statuses = (answers: readonly Pick<Answer, 'status'>[]): Record<number, number> => {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};

/** Runs `work` for each item, `atOnce` at a time. */
export async function eachOf<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T, nr: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const runner = async (): Promise<void> => {
    for (let nr = next++; nr < items.length; nr = next++) results[nr] = await work(items[nr] as T, nr);
  };
  await Promise.all(Array.from({ length: atOnce }, runner));
  return results;
}
