import type { Owner } from './outbox-row';

/** An app has one window. */
export const tabs =
  (_onChange: (owner: Owner) => void): ((owner: Owner) => void) =>
  () =>
    undefined;
