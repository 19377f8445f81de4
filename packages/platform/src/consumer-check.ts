import type { JobQueue, JobWorker } from './queue.ts';
import type { HealthCheck } from './health.ts';

/**
 * A health check that fails when jobs wait although this worker has touched none for `maxIdleMs`:
 * a worker can hang with its process looking well.
 */
export const createConsumerCheck = <Data extends object>(
  queue: JobQueue<Data>,
  worker: JobWorker<Data>,
  maxIdleMs: number,
): HealthCheck => {
  let active = 0;
  let touchedAt = performance.now();
  const touch = (change: number) => () => {
    active += change;
    touchedAt = performance.now();
  };
  worker.on('active', touch(1));
  worker.on('completed', touch(-1));
  worker.on('failed', touch(-1));

  return async () => {
    if (!worker.isRunning()) throw new Error(`the worker of ${queue.name} is not running`);
    const waiting = await queue.getWaitingCount();
    // an empty queue is no sign of trouble, and a long job is at work
    if (waiting === 0 || active > 0) {
      touchedAt = performance.now();
      return;
    }
    const idleMs = performance.now() - touchedAt;
    if (idleMs > maxIdleMs)
      throw new Error(`${waiting} jobs wait in ${queue.name}, none taken for ${Math.round(idleMs)} ms`);
  };
};
