import type { BreakerState } from './breaker.ts';
import type { Metrics } from './metrics.ts';

const STATES: readonly BreakerState[] = ['closed', 'half-open', 'open'];

/** The breakers of this process, as their gauge has them. */
export async function breakerStates(metrics: Metrics): Promise<{ upstream: string; state: BreakerState }[]> {
  const gauge = metrics.gauge({
    name: 'upstream_breaker_state',
    help: 'Circuit breaker of an upstream: 0 closed, 1 half-open, 2 open',
    labels: ['upstream'],
  });
  const { values } = await gauge.get();
  return values.map(({ labels, value }) => ({
    upstream: String(labels.upstream),
    state: STATES[value] ?? 'closed',
  }));
}
