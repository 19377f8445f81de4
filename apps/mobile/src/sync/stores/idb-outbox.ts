import type { OutboxRow, Owner } from '../outbox-row';
import type { SyncStore } from '../sync-store';
import {
  amended,
  claimable,
  hurried,
  isAmendable,
  isPrunable,
  isUnsettled,
  sentAgain,
  settled,
  started,
  withLease,
} from './claimable';
import { allOf, asked, type IdbTransact } from './idb-database';

type Kept = { row: OutboxRow; claim: string | null };

const get = (store: IDBObjectStore, id: string): Promise<Kept | undefined> =>
  asked(store.get(id) as IDBRequest<Kept | undefined>);
const put = (store: IDBObjectStore, row: OutboxRow, claim: string | null = null) =>
  asked(store.put({ row, claim } satisfies Kept));
const list = async (store: IDBObjectStore, owner: Owner): Promise<Kept[]> =>
  asked(store.index('order').getAll(allOf(owner)) as IDBRequest<Kept[]>);

type Outbox = Pick<
  SyncStore,
  'add' | 'claim' | 'settle' | 'amend' | 'takeBack' | 'rows' | 'hurry' | 'again' | 'dismiss' | 'prune'
>;

export function idbOutbox(transact: IdbTransact): Outbox {
  const writing = <T>(work: (store: IDBObjectStore) => Promise<T>): Promise<T> =>
    transact('readwrite', ['outbox'], (store) => work(store('outbox')));
  /** Changes the owner's row, if it is there. */
  const change = (owner: Owner, id: string, by: (row: OutboxRow) => OutboxRow | null) =>
    writing(async (store) => {
      const kept = await get(store, id);
      const next = kept?.row.owner === owner ? by(kept.row) : null;
      if (next) await put(store, next);
      return next !== null;
    });

  return {
    add: (row) =>
      transact('readwrite', ['outbox', 'sequences'], async (store) => {
        const there = await get(store('outbox'), row.id);
        if (there) return there.row;
        const known = await asked(
          store('sequences').get(row.owner) as IDBRequest<{ last: number } | undefined>,
        );
        const added = started(row, (known?.last ?? 0) + 1);
        await asked(store('sequences').put({ owner: row.owner, last: added.seq }));
        await put(store('outbox'), added);
        return added;
      }),
    claim: ({ owner, stream, token, limit, now }) =>
      writing(async (store) => {
        const open = (await list(store, owner))
          .map(({ row }) => row)
          .filter((row) => row.stream === stream && isUnsettled(row));
        const taken = claimable(open, now, limit).map((row) => withLease(row, now));
        for (const row of taken) await put(store, row, token);
        return taken;
      }),
    settle: (token, settlements) =>
      writing(async (store) => {
        for (const settlement of settlements) {
          const kept = await get(store, settlement.id);
          if (kept?.row.state === 'sending' && kept.claim === token) {
            await put(store, settled(kept.row, settlement));
          }
        }
      }),
    amend: (owner, id, part) => change(owner, id, (row) => (isAmendable(row) ? amended(row, part) : null)),
    takeBack: (owner, id) =>
      writing(async (store) => {
        const kept = await get(store, id);
        if (kept?.row.owner !== owner || !isAmendable(kept.row)) return false;
        await asked(store.delete(id));
        return true;
      }),
    rows: (owner) =>
      transact('readonly', ['outbox'], async (store) =>
        (await list(store('outbox'), owner)).map(({ row }) => row),
      ),
    hurry: (owner) =>
      writing(async (store) => {
        for (const { row } of await list(store, owner)) {
          const next = hurried(row);
          if (next !== row) await put(store, next);
        }
      }),
    again: async (owner, id) => {
      await change(owner, id, (row) => (row.state === 'refused' ? sentAgain(row) : null));
    },
    dismiss: (owner, id) =>
      writing(async (store) => {
        const kept = await get(store, id);
        if (kept?.row.owner === owner && kept.row.state === 'refused') await asked(store.delete(id));
      }),
    prune: (owner, before) =>
      writing(async (store) => {
        const old = (await list(store, owner)).filter(({ row }) => isPrunable(row, before));
        for (const { row } of old) await asked(store.delete(row.id));
        return old.length;
      }),
  };
}
