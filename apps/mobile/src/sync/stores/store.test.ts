import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { NewRow, Settlement } from '../outbox-row';
import { LEASE_MS, LONGEST_PAUSE_MS, type CachePage, type SyncStore } from '../sync-store';
import { idbStore } from './idb-store';
import { memoryStore } from './memory-store';
import { nodeSqlite } from './node-sqlite.fixture';
import { sqliteStore } from './sqlite-store';

const ada = 'org:ada';
const bo = 'org:bo';
let made = 0;
const read = (id: string, more: Partial<NewRow> = {}): NewRow =>
  ({
    id,
    owner: ada,
    stream: 'inbox',
    body: { notificationId: id },
    createdAt: 1,
    nextAt: 0,
    ...more,
  }) as NewRow;
const stamp = { wallMs: 1, zone: 'UTC', monoMs: 1, bootId: 'b', offsetMs: null };
const punch = (id: string, nextAt = 0) =>
  read(id, { stream: 'punch', body: { kind: 'in', stamp }, nextAt } as Partial<NewRow>);
const settle = (id: string, more: Partial<Settlement> = {}): Settlement => ({
  id,
  state: 'confirmed',
  attempts: 1,
  nextAt: 0,
  reason: null,
  code: null,
  entryId: null,
  ...more,
});
const page = (more: Partial<CachePage>): CachePage => ({
  askedWith: null,
  cursor: 'c1',
  reset: false,
  last: true,
  put: [],
  remove: [],
  seen: [],
  now: 5,
  ...more,
});
const shift = (id: string, item: unknown = { id }) => ({ kind: 'shift', id, item });
const claim = (store: SyncStore, token: string, now: number, limit = 10, owner = ada) =>
  store.claim({ owner, stream: 'inbox', token, limit, now });
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

describe.each<[string, () => SyncStore]>([
  ['memory', memoryStore],
  ['IndexedDB', () => idbStore(`store-${(made += 1)}`)],
  ['SQLite', () => sqliteStore(nodeSqlite(':memory:'))],
])('the outbox in %s', (_, make) => {
  test('counts for each owner by itself, and an id comes once', async () => {
    const store = make();
    expect((await store.add(read('a'))).seq).toBe(1);
    expect((await store.add(read('b'))).seq).toBe(2);
    expect(await store.add(read('a', { createdAt: 9 }))).toMatchObject({ seq: 1, createdAt: 1 });
    expect((await store.add(read('c', { owner: bo }))).seq).toBe(1);
    expect(ids(await store.rows(ada))).toEqual(['a', 'b']);
    expect(ids(await store.rows(bo))).toEqual(['c']);
  });

  test('twenty-five at the same moment get twenty-five numbers', async () => {
    const store = make();
    const rows = await Promise.all(Array.from({ length: 25 }, (_unused, i) => store.add(read(`r${i}`))));
    expect(new Set(rows.map(({ seq }) => seq)).size).toBe(25);
  });

  test('gives the oldest of one owner and stream, once, until the lease ends', async () => {
    const store = make();
    for (const id of ['a', 'b', 'c']) await store.add(read(id));
    await store.add(read('other', { owner: bo }));
    await store.add(punch('p'));
    expect(ids(await claim(store, 't1', 1000, 2))).toEqual(['a', 'b']);
    expect(await claim(store, 't2', 1001)).toEqual([]);
    expect(ids(await claim(store, 't3', 1000 + LEASE_MS))).toEqual(['a', 'b', 'c']);
  });

  test('two who ask at once do not get the same', async () => {
    const store = make();
    for (const id of ['a', 'b']) await store.add(read(id));
    const both = await Promise.all([claim(store, 't1', 1), claim(store, 't2', 1)]);
    expect(both.map((rows) => rows.length).toSorted()).toEqual([0, 2]);
  });

  test('a sender that was taken for dead settles nothing any more', async () => {
    const store = make();
    await store.add(read('a'));
    await claim(store, 't1', 0);
    await claim(store, 't2', LEASE_MS);
    await store.settle('t1', [settle('a', { state: 'refused', reason: 'late' })]);
    expect((await store.rows(ada))[0]).toMatchObject({ state: 'sending' });
    await store.settle('t2', [settle('a', { entryId: 'e1' })]);
    await store.settle('t2', [settle('a', { state: 'saved' })]);
    expect((await store.rows(ada))[0]).toMatchObject({ state: 'confirmed', entryId: 'e1', leaseUntil: 0 });
  });

  test('a pause of the first holds the rest; a refused one steps aside', async () => {
    const store = make();
    for (const id of ['a', 'b']) await store.add(read(id));
    await claim(store, 't', 0, 1);
    await store.settle('t', [settle('a', { state: 'saved', nextAt: 5000 })]);
    expect(await claim(store, 't', 4999)).toEqual([]);
    await store.hurry(ada);
    expect(ids(await claim(store, 't', 4999, 1))).toEqual(['a']);
    await store.settle('t', [settle('a', { state: 'refused', code: 'forbidden', reason: 'no' })]);
    expect(ids(await claim(store, 't', 5000))).toEqual(['b']);
  });

  test('a clock set back by a day freezes neither pause nor lease', async () => {
    const store = make();
    const day = 86_400_000;
    await store.add(read('a'));
    await claim(store, 't', 2 * day);
    expect(ids(await claim(store, 't', day))).toEqual(['a']);
    await store.settle('t', [settle('a', { state: 'saved', nextAt: 2 * day + LONGEST_PAUSE_MS })]);
    expect(ids(await claim(store, 't', day))).toEqual(['a']);
  });

  test('what may still be taken back lets nothing younger pass', async () => {
    const store = make();
    await store.add(punch('a'));
    await store.add(punch('b', 8000));
    await store.add(punch('c'));
    const take = (now: number) => store.claim({ owner: ada, stream: 'punch', token: 't', limit: 9, now });
    expect(ids(await take(1))).toEqual(['a']);
    await store.hurry(ada);
    await store.settle('t', [settle('a')]);
    expect(await take(2)).toEqual([]);
    expect(await store.amend(bo, 'b', { locationId: 'x' })).toBe(false);
    expect(await store.amend(ada, 'b', { locationId: 'here' })).toBe(true);
    expect(await take(7999)).toEqual([]);
    expect((await take(8000)).map(({ body }) => body)).toMatchObject([
      { locationId: 'here' },
      { kind: 'in' },
    ]);
    expect(await store.amend(ada, 'b', { locationId: 'late' })).toBe(false);
    expect(await store.takeBack(ada, 'b')).toBe(false);
  });

  test('a tap is taken back by its owner, before anybody tried to send it', async () => {
    const store = make();
    await store.add(punch('a', 8000));
    await store.add(read('b'));
    expect(await store.takeBack(bo, 'a')).toBe(false);
    expect(await store.takeBack(ada, 'b')).toBe(false);
    expect(await store.takeBack(ada, 'a')).toBe(true);
    expect(await store.takeBack(ada, 'a')).toBe(false);
    expect(ids(await store.rows(ada))).toEqual(['b']);
    expect((await store.add(read('c'))).seq).toBe(3);
  });

  test('only what was refused is sent again or dismissed', async () => {
    const store = make();
    for (const id of ['a', 'b', 'c']) await store.add(read(id));
    await claim(store, 't', 0);
    await store.settle('t', [
      settle('a'),
      settle('b', { state: 'refused', reason: 'no' }),
      settle('c', { state: 'refused' }),
    ]);
    for (const id of ['a', 'b']) await store.again(ada, id);
    for (const id of ['a', 'b', 'c']) await store.dismiss(bo, id);
    for (const id of ['a', 'b', 'c']) await store.dismiss(ada, id);
    expect((await store.rows(ada)).map(({ id, state, reason }) => [id, state, reason])).toEqual([
      ['a', 'confirmed', null],
      ['b', 'saved', null],
    ]);
  });

  test('forgets what was seen and is old, and never gives its number again', async () => {
    const store = make();
    for (const id of ['a', 'b']) await store.add(read(id));
    await claim(store, 't', 0);
    await store.settle('t', [settle('a'), settle('b')]);
    expect(await store.prune(ada, 10)).toBe(0);
    await store.apply(ada, page({ seen: ['a', 'b'] }));
    expect(await store.prune(bo, 10)).toBe(0);
    expect(await store.prune(ada, 1)).toBe(0);
    expect(await store.prune(ada, 2)).toBe(2);
    expect((await store.add(read('c'))).seq).toBe(3);
  });
});

describe.each<[string, () => SyncStore]>([
  ['memory', memoryStore],
  ['IndexedDB', () => idbStore(`cache-${(made += 1)}`)],
  ['SQLite', () => sqliteStore(nodeSqlite(':memory:'))],
])('the cache in %s', (_, make) => {
  test('takes changes and tombstones together with the cursor', async () => {
    const store = make();
    expect(await store.cacheState(ada)).toEqual({ cursor: null, completeAt: null });
    await store.apply(ada, page({ reset: true, put: [shift('a'), shift('b')] }));
    await store.apply(
      ada,
      page({
        askedWith: 'c1',
        cursor: 'c2',
        put: [shift('a', 2)],
        remove: [shift('b'), shift('none')],
        now: 7,
      }),
    );
    expect(await store.items(ada, 'shift')).toEqual([shift('a', 2)]);
    expect(await store.items(ada, 'colleague')).toEqual([]);
    expect(await store.items(bo, 'shift')).toEqual([]);
    expect(await store.cacheState(ada)).toEqual({ cursor: 'c2', completeAt: 7 });
  });

  test('a page asked for with another cursor is not applied', async () => {
    const store = make();
    expect(await store.apply(ada, page({ reset: true, put: [shift('a')] }))).toBe(true);
    expect(await store.apply(ada, page({ reset: true, cursor: 'x' }))).toBe(false);
    expect(await store.apply(ada, page({ askedWith: 'c0', remove: [shift('a')] }))).toBe(false);
    expect(ids(await store.items(ada, 'shift'))).toEqual(['a']);
  });

  test('a new copy shows when it is whole, and survives a start over', async () => {
    const store = make();
    await store.apply(ada, page({ reset: true, put: [shift('old'), shift('both')] }));
    const seen = async () => ids(await store.items(ada, 'shift'));
    const first = { askedWith: 'c1', cursor: 'h1', reset: true, last: false, put: [shift('half')] };
    await store.apply(ada, page(first));
    expect(await seen()).toEqual(['both', 'old']);
    await store.apply(ada, page({ ...first, askedWith: 'h1', cursor: 'h2', put: [shift('new')] }));
    await store.apply(ada, page({ askedWith: 'h2', cursor: 'h3', last: false, put: [shift('both', 2)] }));
    expect(await seen()).toEqual(['both', 'old']);
    await store.apply(ada, page({ askedWith: 'h3', cursor: 'c4', remove: [shift('never')] }));
    expect(await store.items(ada, 'shift')).toEqual([shift('both', 2), shift('new')]);
    await store.apply(ada, page({ askedWith: 'c4', cursor: 'c5', put: [shift('more')] }));
    expect(await seen()).toEqual(['both', 'more', 'new']);
  });

  test('forgets what one person read, and nothing that was written', async () => {
    const store = make();
    await store.add(read('a'));
    await store.setNote(ada, 'looked', '1');
    await store.setNote(ada, 'looked', '2');
    await store.setNote(bo, 'looked', '3');
    expect(await store.getNote(ada, 'looked')).toBe('2');
    await store.apply(ada, page({ reset: true, put: [shift('a')] }));
    await store.apply(bo, page({ reset: true, put: [shift('b')] }));
    await store.forgetCache(ada);
    expect(await store.items(ada, 'shift')).toEqual([]);
    expect(await store.cacheState(ada)).toEqual({ cursor: null, completeAt: null });
    expect(await store.getNote(ada, 'looked')).toBeNull();
    expect(await store.getNote(bo, 'looked')).toBe('3');
    expect(ids(await store.items(bo, 'shift'))).toEqual(['b']);
    expect(ids(await store.rows(ada))).toEqual(['a']);
  });
});
