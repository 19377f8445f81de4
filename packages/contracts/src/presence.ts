import * as z from 'zod';
import { Id, LocalDate } from './primitives.ts';

/** Least time between two messages of one tab; more are gathered, the newest is told. */
export const PRESENCE_EVERY_MS = 200;
/** A month touches at most so many weeks. */
export const MAX_WEEKS_SHOWN = 6;
const cell = z.object({ employeeId: Id.nullable(), date: LocalDate });

/** What a tab says of itself: which weeks of which location it shows, where in it, and which shifts it is moving. */
export const Here = z.strictObject({
  locationId: Id,
  /** The first day of each week it shows, in whole or in part. */
  weeks: z.array(LocalDate).min(1).max(MAX_WEEKS_SHOWN),
  cell: cell.nullable(),
  dragging: z.array(Id).max(50),
});
export type Here = z.infer<typeof Here>;

/** The same as the others hear it. Who it is comes from the database, never from the tab. */
export const Peer = z.object({
  /** Of the tab; a person may have several. */
  id: z.string(),
  userId: Id,
  name: z.string(),
  ...Here.shape,
});
export type Peer = z.infer<typeof Peer>;
export const PeerGone = z.object({ id: z.string() });
export type PeerGone = z.infer<typeof PeerGone>;

export type PresenceToServer = { 'presence:here': (here: unknown) => void; 'presence:leave': () => void };
export type PresenceToClient = {
  'presence:peer': (peer: Peer) => void;
  'presence:gone': (gone: PeerGone) => void;
  /** Somebody came: say again where you are. */
  'presence:ask': () => void;
};
