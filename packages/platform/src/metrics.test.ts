import { expect, test } from 'vitest';
import { createMetrics } from './metrics.ts';

test('text for Prometheus: own metrics, the runtime, the service label', async () => {
  const metrics = createMetrics('worker');
  metrics
    .counter({ name: 'mails_total', help: 'Mails sent', labels: ['outcome'] })
    .inc({ outcome: 'sent' }, 2);
  metrics.gauge({ name: 'backlog', help: 'Waiting' }).set(7);
  metrics.histogram({ name: 'send_seconds', help: 'Time to send' }).observe(0.02);
  const text = await metrics.text();
  expect(text).toContain('mails_total{outcome="sent",service="worker"} 2');
  expect(text).toContain('backlog{service="worker"} 7');
  expect(text).toContain('send_seconds_bucket{le="0.025",service="worker"} 1');
  expect(text).toContain('nodejs_eventloop_lag_seconds');
  expect(metrics.contentType).toContain('text/plain');
});

test('one name is one metric, and never two types', async () => {
  const metrics = createMetrics('api');
  const calls = () => metrics.counter({ name: 'calls_total', help: 'Calls' });
  calls().inc();
  calls().inc();
  expect(await metrics.text()).toContain('calls_total{service="api"} 2');
  expect(() => metrics.gauge({ name: 'calls_total', help: 'Calls' })).toThrow('another type');
});

test('two registries do not see each other', async () => {
  const [api, worker] = [createMetrics('api'), createMetrics('worker')];
  api.counter({ name: 'calls_total', help: 'Calls' }).inc();
  expect(await worker.text()).not.toContain('calls_total');
});
