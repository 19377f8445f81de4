import { describe, expect, test } from 'vitest';
import type { NewRow, Settlement } from './outbox-row';
import { pull } from './pull';
import type { Answer } from './retry';
import { memoryStore } from './stores/memory-store';
import { NotSignedIn } from './transport';

type Page = { changes?: unknown[]; cursor: string; more?: boolean; reset?: boolean };
const shift = (id: string) => ({ kind: 'shift', id, item: { id } });
const row = (id: string): NewRow => ({
  id,
  owner: 'o',
  stream: 'inbox',
  body: { notificationId: id },
  createdAt: 1,
  nextAt: 0,
});
const confirmed = (id: string): Settlement => ({
  id,
  state: 'confirmed',
  attempts: 1,
  nextAt: 0,
  reason: null,
  code: null,
  entryId: null,
});

/** A server that gives these pages one after the other; `meanwhile` happens while the phone waits for the first. */
function rig(pages: (Page | Answer | 'lost' | 'signed out')[], meanwhile?: () => Promise<void>) {
  const store = memoryStore();
  const asked: string[] = [];
  const transport = {
    async send(_owner: string, { path }: { path: string }): Promise<Answer> {
      asked.push(new URL(path, 'http://server').searchParams.get('cursor') ?? 'none');
      const page = pages[asked.length - 1] ?? 'lost';
      if (asked.length === 1) await meanwhile?.();
      if (page === 'lost') throw new TypeError('Network request failed');
      if (page === 'signed out') throw new NotSignedIn();
      if ('status' in page) return page;
      return { status: 200, body: { changes: [], more: false, reset: false, ...page } };
    },
  };
  const run = (afresh = false) => pull({ store, transport, now: () => 7 }, 'o', { afresh });
  const kept = async () => (await store.items('o', 'shift')).map(({ id }) => id);
  const settle = async (id: string) => {
    await store.claim({ owner: 'o', stream: 'inbox', token: id, limit: 1, now: 0 });
    await store.settle(id, [confirmed(id)]);
  };
  return { store, asked, run, kept, settle };
}

describe('fetching what changed', () => {
  test('goes on where it was cut off', async () => {
    const { asked, run, kept } = rig([
      { cursor: 'a', reset: true, more: true, changes: [shift('1')] },
      'lost',
      { cursor: 'b', changes: [shift('2')] },
    ]);
    expect(await run()).toBe('later');
    expect(await kept()).toEqual([]);
    expect(await run()).toBe('whole');
    expect(asked).toEqual(['none', 'a', 'a']);
    expect(await kept()).toEqual(['1', '2']);
  });

  test('a cursor that is too old brings everything anew, and the old shows until it is all there', async () => {
    const { run, kept, asked } = rig([
      { cursor: 'a', reset: true, changes: [shift('old')] },
      { cursor: 'b', reset: true, more: true, changes: [shift('1')] },
      'lost',
      { cursor: 'c', changes: [shift('2')] },
    ]);
    await run();
    expect(await run()).toBe('later');
    expect(await kept()).toEqual(['old']);
    expect(await run()).toBe('whole');
    expect(await kept()).toEqual(['1', '2']);
    expect(asked).toEqual(['none', 'a', 'b', 'b']);
  });

  test('afresh asks without the cursor and forgets what is not told again', async () => {
    const { run, kept, asked } = rig([
      { cursor: 'a', reset: true, changes: [shift('1'), shift('2')] },
      { cursor: 'b', reset: true, changes: [shift('2')] },
    ]);
    await run();
    expect(await run(true)).toBe('whole');
    expect(asked).toEqual(['none', 'none']);
    expect(await kept()).toEqual(['2']);
  });

  test.each<[Page | Answer | 'lost' | 'signed out', string]>([
    ['lost', 'later'],
    ['signed out', 'signedOut'],
    [{ status: 401, body: {} }, 'signedOut'],
    [{ status: 200, body: '<html>' }, 'later'],
    [{ status: 200, body: { changes: [{ kind: 'shift' }], cursor: 'x', more: false, reset: true } }, 'later'],
    [{ status: 503, body: undefined }, 'later'],
  ])('%j changes nothing', async (answer, outcome) => {
    const { run, store } = rig([answer]);
    expect(await run()).toBe(outcome);
    expect(await store.cacheState('o')).toEqual({ cursor: null, completeAt: null });
  });

  test('what was asked for without a cursor is the whole, also from a server that does not say so', async () => {
    const { run, kept } = rig([
      { changes: [shift('a')], cursor: 'c1', reset: true },
      { changes: [shift('b')], cursor: 'c2' },
    ]);
    await run();
    await run(true);
    expect(await kept()).toEqual(['b']);
  });

  test('what another tab fetched meanwhile is not gone back on', async () => {
    const other = { askedWith: null, cursor: 'new', reset: true, last: true, remove: [], seen: [], now: 1 };
    const first = { cursor: 'stale', reset: true, changes: [shift('stale')] };
    const { asked, kept, run, store } = rig([first, { cursor: 'newer', changes: [shift('2')] }], async () => {
      await store.apply('o', { ...other, put: [shift('1')] });
    });
    expect(await run()).toBe('whole');
    expect(asked).toEqual(['none', 'new']);
    expect(await kept()).toEqual(['1', '2']);
  });

  test('only what was confirmed before it was asked is seen', async () => {
    const { store, run, settle } = rig([{ cursor: 'a', reset: true }], () => settle('late'));
    for (const id of ['early', 'late']) await store.add(row(id));
    await settle('early');
    await run();
    expect((await store.rows('o')).map(({ id, seen }) => [id, seen])).toEqual([
      ['early', true],
      ['late', false],
    ]);
  });
});
