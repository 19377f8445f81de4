import type { Owner } from './outbox-row';
import type { Answer } from './retry';

export type Request = {
  method: 'GET' | 'POST' | 'PATCH';
  /** Begins with /api/v1. */
  path: string;
  body?: unknown;
  idempotencyKey?: string;
};

/** Nobody is signed in, or somebody else: what is this owner's must not go out now. */
export class NotSignedIn extends Error {
  constructor() {
    super('not signed in');
    this.name = 'NotSignedIn';
  }
}

/** The way to the server. Whose token a request carries is made sure with the very token that it carries. */
export interface Transport {
  /** @throws NotSignedIn, and anything else when no answer came: whether the request did is unknown */
  send(owner: Owner, request: Request): Promise<Answer>;
}
