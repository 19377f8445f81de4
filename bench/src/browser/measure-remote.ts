import { quantile } from '../statistics.ts';
import type { Measure } from './measures.ts';
import type { Visit } from './open-page.ts';

const EDITS = 12;

type Shift = { id: string; version: number };

/** Another manager changes a shift; the time until this page shows it, from the answer the other one gets. */
export async function measureRemote(here: Visit, other: Visit, monday: string): Promise<Measure> {
  await here.page.goto(`/schedule?week=${monday}`);
  await here.page.locator('[role=grid] [data-chip]').first().waitFor();
  // the socket opens when the page is idle
  await here.page.waitForEvent('websocket', { timeout: 20_000 }).catch(() => undefined);
  await here.page.waitForLoadState('networkidle');
  const times: number[] = [];
  for (let edit = 0; edit < EDITS; edit += 1) {
    const chip = here.page.locator('[role=grid] [data-chip]').nth(edit);
    const id = (await chip.getAttribute('data-chip')) ?? '';
    const note = `edit ${edit}`;
    const seen = here.page.evaluate(
      (shiftId) =>
        window.watched
          .painted(
            () =>
              document.querySelector(`[data-chip="${shiftId}"]`)?.ariaLabel?.includes('has a note') ?? false,
          )
          .then(() => Date.now()),
      id,
    );
    const { version } = await ask<Shift>(other, 'GET', `/shifts/${id}`);
    await ask(other, 'PATCH', `/shifts/${id}`, version, { notes: note });
    const answered = Date.now();
    times.push((await seen) - answered);
  }
  return { name: 'remote edit seen, p95', unit: 'ms', value: quantile(times, 0.95), goal: 500, failAt: 1000 };
}

async function ask<T>(
  visit: Visit,
  method: string,
  path: string,
  version?: number,
  data?: unknown,
): Promise<T> {
  const answer = await visit.page.context().request.fetch(`/api/v1${path}`, {
    method,
    data,
    headers: {
      'sec-fetch-site': 'same-origin',
      'idempotency-key': crypto.randomUUID(),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    },
  });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as T;
}
