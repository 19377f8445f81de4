import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds. From 1 ms (a cached read) to 30 s (a report). */
const secondsBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

type Description<L extends string> = { name: string; help: string; labels?: readonly L[] };

type HistogramDescription<L extends string> = Description<L> & { buckets?: readonly number[] };

type Reader<L extends string> = (
  set: (labels: Record<L, string>, value: number) => void,
) => void | Promise<void>;

export type Metrics = {
  counter: <L extends string = never>(description: Description<L>) => Counter<L>;
  gauge: <L extends string = never>(description: Description<L>) => Gauge<L>;
  /** A gauge that `read` fills each time the metrics are asked for; one that cannot be read keeps what it had. */
  sampled: <L extends string>(description: Description<L>, read: Reader<L>) => void;
  /** Buckets are seconds unless given. */
  histogram: <L extends string = never>(description: HistogramDescription<L>) => Histogram<L>;
  /** All metrics in Prometheus' text format, to be served with `contentType`. */
  text: () => Promise<string>;
  contentType: string;
};

/**
 * One registry for a process, with the runtime's own metrics and the label `service` on all.
 * Asking twice for one name gives the same metric, so that it can be declared where it is used.
 */
export const createMetrics = (service: string): Metrics => {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  // the delay of the event loop is sampled by a timer: at its usual 10 ms it is most of what an idle process costs
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 100 });

  const once = <M>(name: string, isKind: (known: unknown) => known is M, create: () => M): M => {
    const known: unknown = registry.getSingleMetric(name);
    if (known === undefined) return create();
    if (isKind(known)) return known;
    throw new Error(`metric ${name} exists with another type`);
  };
  const config = <L extends string>({ name, help, labels = [] }: Description<L>) => ({
    name,
    help,
    labelNames: labels,
    registers: [registry],
  });

  const readers = new Map<Gauge<string>, Reader<string>[]>();
  const sampled = (d: Description<string>, read: Reader<string>): void => {
    const known = registry.getSingleMetric(d.name);
    if (known instanceof Gauge) {
      readers.get(known)?.push(read);
      return;
    }
    const gauge: Gauge<string> = new Gauge({
      ...config(d),
      async collect() {
        for (const reader of readers.get(gauge) ?? []) {
          await Promise.resolve(reader((labels, value) => gauge.set(labels, value))).catch(() => undefined);
        }
      },
    });
    readers.set(gauge, [read]);
  };

  return {
    sampled: <L extends string>(d: Description<L>, read: Reader<L>) =>
      sampled(d, read as unknown as Reader<string>),
    counter: <L extends string>(d: Description<L>) =>
      once(
        d.name,
        (known): known is Counter<L> => known instanceof Counter,
        () => new Counter(config(d)),
      ),
    gauge: <L extends string>(d: Description<L>) =>
      once(
        d.name,
        (known): known is Gauge<L> => known instanceof Gauge,
        () => new Gauge(config(d)),
      ),
    histogram: <L extends string>(d: HistogramDescription<L>) =>
      once(
        d.name,
        (known): known is Histogram<L> => known instanceof Histogram,
        () => new Histogram({ ...config(d), buckets: [...(d.buckets ?? secondsBuckets)] }),
      ),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
};
