import type { Temporal as TemporalTypes } from 'temporal-polyfill';

type Temporals = { Temporal?: typeof TemporalTypes };

/**
 * What browsers get for `temporal-polyfill`: their own Temporal. One that has none loads the polyfill before anything
 * is rendered, see `Providers`; importers see it through the live binding.
 */
export let Temporal = (globalThis as Temporals).Temporal as typeof TemporalTypes;

/** Settles once `Temporal` is there; null where it is from the start. */
export const temporalReady: Promise<void> | null =
  typeof window === 'undefined' || Temporal !== undefined
    ? null
    : import('temporal-polyfill/global').then(() => {
        Temporal = (globalThis as Temporals).Temporal as typeof TemporalTypes;
      });
