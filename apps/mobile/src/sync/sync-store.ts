import type { NewRow, OutboxRow, Owner, PunchBody, Settlement, Stream } from './outbox-row';

/** A sender that has said nothing for this long is taken for dead; longer than any request may last. */
export const LEASE_MS = 60_000;
/** No pause is longer. What lies further ahead comes of a clock that was set back, and is due. */
export const LONGEST_PAUSE_MS = 15 * 60_000;

export type Claim = {
  owner: Owner;
  stream: Stream;
  /** Names this attempt; only it may settle what it took. */
  token: string;
  limit: number;
  now: number;
};

export type CacheItem = { kind: string; id: string; item: unknown };
/** A page of changes, as it is applied: all of it together with its cursor, or nothing. */
export type CachePage = {
  /** The cursor the page was asked with (null: none). Another meanwhile: the page is not applied. */
  askedWith: string | null;
  cursor: string;
  /** The first page of a whole copy: what was there before goes when the last page is in. */
  reset: boolean;
  /** The last page for now. */
  last: boolean;
  put: readonly CacheItem[];
  remove: readonly { kind: string; id: string }[];
  /** Rows confirmed before the first page was asked for; with the last page they are seen. */
  seen: readonly string[];
  now: number;
};
export type CacheState = {
  /** Where to go on, also in the middle of a copy. */
  cursor: string | null;
  /** When the cache was last complete; null: never. */
  completeAt: number | null;
};

/**
 * What a platform must give: SQLite on devices, IndexedDB in the browser, memory in tests. Each method is one atomic and
 * durable step; several processes or tabs may hold the same store open.
 */
export interface SyncStore {
  /** Adds with the next `seq` of the owner. An id that is there already: the row as it is. */
  add(row: NewRow): Promise<OutboxRow>;
  /**
   * Takes the oldest unsettled rows of a stream, in order. Nothing while the first of them pauses or any is leased
   * to another sender: none overtakes.
   */
  claim(claim: Claim): Promise<OutboxRow[]>;
  /** Settles rows that this claim holds. Those that another has taken over are left alone. */
  settle(token: string, settlements: readonly Settlement[]): Promise<void>;
  /** Adds to a punch that has not been tried yet. False: too late. */
  amend(owner: Owner, id: string, part: Partial<PunchBody>): Promise<boolean>;
  /** Forgets a punch that has not been tried yet. False: too late. */
  takeBack(owner: Owner, id: string): Promise<boolean>;
  /** In order of `seq`. */
  rows(owner: Owner): Promise<OutboxRow[]>;
  /** Ends the pauses of what failed before: the network came back. */
  hurry(owner: Owner): Promise<void>;
  /** A refused row goes out again, or is forgotten. Others are left alone. */
  again(owner: Owner, id: string): Promise<void>;
  dismiss(owner: Owner, id: string): Promise<void>;
  /** Forgets confirmed rows that were seen and are older than `before`. Their `seq` never comes again. */
  prune(owner: Owner, before: number): Promise<number>;

  /** False: somebody else applied a page meanwhile. */
  apply(owner: Owner, page: CachePage): Promise<boolean>;
  cacheState(owner: Owner): Promise<CacheState>;
  /** What the last complete copy and later changes hold. */
  items(owner: Owner, kind: string): Promise<CacheItem[]>;
  /** Forgets what was read, never what was written. */
  forgetCache(owner: Owner): Promise<void>;

  /** Small facts of this owner on this phone, such as what was last looked at. */
  getNote(owner: Owner, key: string): Promise<string | null>;
  setNote(owner: Owner, key: string, value: string): Promise<void>;
}
