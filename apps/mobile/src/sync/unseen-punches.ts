import type { PunchKind } from '@vaktplan/contracts/http/time-tracking';
import { rowsOf, type OutboxRow, type RowState } from './outbox-row';
import { happenedAt } from './stamp';

export type UnseenPunch = {
  id: string;
  kind: PunchKind;
  /** Milliseconds since the epoch, by the server's clock as far as the phone knows it. */
  at: number;
  locationId: string | null;
  state: RowState;
  seq: number;
};

/** Punches of this phone of which the fetched hours may know nothing yet, in the order they happened. */
export const unseenPunches = (rows: readonly OutboxRow[]): UnseenPunch[] =>
  rowsOf(rows, 'punch')
    .filter(({ state, seen }) => state !== 'refused' && !seen)
    .map(({ id, body, state, seq }) => ({
      id,
      kind: body.kind,
      at: happenedAt(body.stamp),
      locationId: body.locationId ?? null,
      state,
      seq,
    }))
    .toSorted((a, b) => a.at - b.at || a.seq - b.seq);
