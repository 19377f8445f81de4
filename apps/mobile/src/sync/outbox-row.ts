import type { PunchKind } from '@vaktplan/contracts/http/time-tracking';
import type { Stamp } from './stamp';

/** Whose data: one person in one organisation. Every row and every cached item carries it. */
export type Owner = string;
export const ownerOf = (organizationId: string, userId: string): Owner => `${organizationId}:${userId}`;

/** Rows of one stream go out in the order they were made; a stream that waits holds no other up. */
export const STREAMS = ['punch', 'correction', 'settings', 'inbox'] as const;
export type Stream = (typeof STREAMS)[number];

export type PunchPosition = {
  latitude: number;
  longitude: number;
  accuracyMeters: number;
  ageSeconds: number;
  mocked?: boolean;
};
export type PunchBody = {
  kind: PunchKind;
  stamp: Stamp;
  locationId?: string;
  deviceId?: string;
  position?: PunchPosition;
  /** True once it could not be sent in the moment of the tap. */
  offline?: boolean;
};

/** What is corrected: an entry as it was seen, the entry that a punch of this phone ends up in, or work never punched. */
export type CorrectionTarget =
  | { entryId: string; entryVersion: number }
  | { punchId: string }
  | { locationId: string };
export type CorrectionBody = {
  target: CorrectionTarget;
  startedAt: string;
  endedAt: string;
  /** Said where that hour comes twice. */
  startedAtFold?: 'earlier' | 'later';
  endedAtFold?: 'earlier' | 'later';
  breaks?: { startedAt: string; endedAt: string; paid?: boolean }[];
  comment: string;
};
export type ReadBody = { notificationId: string };
export type SettingsBody = { patch: Record<string, unknown> };

export type BodyOf = {
  punch: PunchBody;
  correction: CorrectionBody;
  inbox: ReadBody;
  settings: SettingsBody;
};

/**
 * saved: on this phone only. sending: on its way, or a sender died with it. confirmed: the server has it.
 * refused: the server will not take it; stays until the person has seen why.
 */
export type RowState = 'saved' | 'sending' | 'confirmed' | 'refused';

type Base<S extends Stream> = {
  /** Made on the phone (UUIDv7); the punch's id, or the Idempotency-Key. */
  id: string;
  owner: Owner;
  stream: S;
  body: BodyOf[S];
  /** Milliseconds since the epoch by the phone's clock. */
  createdAt: number;
  /** Not before this moment: a pause after a failure, or the time in which a tap can be taken back. */
  nextAt: number;
};
export type NewRow = { [S in Stream]: Base<S> }[Stream];

export type RowProgress = {
  /** Counts up for each owner and is never used twice. */
  seq: number;
  state: RowState;
  attempts: number;
  leaseUntil: number;
  /** Why it waits or was refused, in the server's words, and its code, which may be newer than this app. */
  reason: string | null;
  code: string | null;
  /** Of a punch that was confirmed: the entry it is in, null where there is none (its period is locked). */
  entryId: string | null;
  /** Confirmed, and what followed from it has been fetched: nothing needs to be laid over the cache any more. */
  seen: boolean;
};
export type OutboxRow = NewRow & RowProgress;
export type RowOf<S extends Stream> = Base<S> & RowProgress;
export const rowsOf = <S extends Stream>(rows: readonly OutboxRow[], stream: S): RowOf<S>[] =>
  rows.filter((row): row is OutboxRow & RowOf<S> => row.stream === stream);

/** What an attempt came to, for one row. */
export type Settlement = {
  id: string;
  /** saved: it failed for now and waits until `nextAt`. */
  state: 'saved' | 'confirmed' | 'refused';
  attempts: number;
  nextAt: number;
  reason: string | null;
  code: string | null;
  entryId: string | null;
  body?: BodyOf[Stream];
};
