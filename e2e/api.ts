import type { Page } from 'playwright-core';
import { inject } from 'vitest';

type Write = { body?: unknown; version?: number; key?: string };

/** Asks as the person signed in on the page, through the same door as the page: to bring the data into a known state. */
export async function ask<T>(page: Page, method: string, path: string, write: Write = {}): Promise<T> {
  const answer = await page.context().request.fetch(`/api/v1${path}`, {
    method,
    data: write.body,
    headers: {
      'sec-fetch-site': 'same-origin',
      ...(method === 'GET' ? {} : { 'idempotency-key': write.key ?? crypto.randomUUID() }),
      ...(write.version === undefined ? {} : { 'if-match': `"${write.version}"` }),
    },
  });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** Signs in or up without the form: the session is the page's from then on. */
export async function authenticate(page: Page, path: string, account: Record<string, string>): Promise<void> {
  const answer = await page.context().request.post(`/api/auth/${path}/email`, {
    data: account,
    headers: { origin: inject('web') },
  });
  if (!answer.ok()) throw new Error(`${path} of ${account.email}: ${answer.status()} ${await answer.text()}`);
}
