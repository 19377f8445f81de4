import type { Metrics } from '@vaktplan/platform/metrics';

export type RelayMetrics = ReturnType<typeof createRelayMetrics>;

export const createRelayMetrics = (metrics: Metrics) => ({
  /** Of the relay that claimed last; a standby relay says 0, so take the maximum over workers. */
  lag: metrics.gauge({
    name: 'outbox_lag_seconds',
    help: 'Age of the oldest undispatched event when it was last claimed',
  }),
  delay: metrics.histogram({
    name: 'outbox_dispatch_delay_seconds',
    help: 'From the writing of an event to its dispatch',
  }),
  batch: metrics.histogram({
    name: 'outbox_batch_size',
    help: 'Events in one batch',
    buckets: [1, 2, 5, 10, 25, 50, 100, 250, 500],
  }),
  dispatched: metrics.counter({
    name: 'outbox_dispatched_total',
    help: 'Events dispatched',
    labels: ['event'],
  }),
  failures: metrics.counter({ name: 'outbox_failures_total', help: 'Batches that will be tried again' }),
});
