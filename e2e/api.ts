import type { Page } from 'playwright-core';

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
