import type { CollectedSpan } from '@vaktplan/testing/otlp-collector';
import { expect, inject, vi } from 'vitest';
import { journey } from './journey.ts';
import { cell, openEmptyWeek, toast, typeShift } from './schedule-page.ts';

const MONDAY = '2027-05-17';

const spansOf = async (traceId: string): Promise<CollectedSpan[]> =>
  (await (await fetch(`${inject('traces')}/?trace=${traceId}`)).json()) as CollectedSpan[];

journey(
  'one trace goes from the click that publishes to the sockets and the mail',
  { timeout: 120_000 },
  async ({ signedIn }) => {
    const page = await signedIn('owner@vaktplan.test');
    await openEmptyWeek(page, MONDAY);
    await typeShift(page, cell(page, 'Emil Krogh', MONDAY), '10-15');
    await page.getByRole('button', { name: /^Publish/ }).click();
    const answered = page.waitForResponse(
      (answer) => answer.request().method() === 'POST' && answer.url().endsWith('/schedules/publish'),
    );
    await page.getByRole('dialog').getByRole('button', { name: 'Publish 1 change' }).click();
    const traceId = (await answered).headers()['x-trace-id'] ?? '';
    await toast(page, 'Published 1 change').waitFor();

    const wanted = [
      'browser POST /api/v1/schedules/publish',
      'web POST /api/v1/schedules/publish',
      'api POST /api/v1/schedules/publish',
      'worker relay schedule.published',
      'worker job notify-publication',
      'worker job send-shift-notification',
      'api socket schedule:published',
    ];
    const spans = await vi.waitFor(
      async () => {
        const found = await spansOf(traceId);
        expect(found.map(({ service, name }) => `${service} ${name}`)).toEqual(
          expect.arrayContaining(wanted),
        );
        return found;
      },
      { timeout: 20_000, interval: 200 },
    );
    const by = (name: string): CollectedSpan | undefined =>
      spans.find((span) => `${span.service} ${span.name}` === name);
    const parents = wanted.map((name) => {
      const parent = spans.find(({ spanId }) => spanId === by(name)?.parentId);
      return parent && `${parent.service} ${parent.name}`;
    });
    expect(parents).toEqual([undefined, wanted[0], wanted[1], wanted[2], wanted[3], wanted[4], wanted[3]]);
    expect(by('api postgres append_events')?.parentId).toBe(by(wanted[2]!)?.spanId);
    // every span hangs below the click
    const ids = new Set(spans.map(({ spanId }) => spanId));
    expect(spans.filter(({ parentId }) => parentId === undefined)).toHaveLength(1);
    expect(spans.filter(({ parentId }) => parentId !== undefined && !ids.has(parentId))).toEqual([]);
  },
);
