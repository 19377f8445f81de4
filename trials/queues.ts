import { Queue } from 'bullmq';

const NAMES = ['events', 'email-notifications'];

/** The queues of telling people, on this Redis. */
export function openQueues(redisUrl: string) {
  const { hostname, port } = new URL(redisUrl);
  const connection = { host: hostname, port: Number(port) };
  const queues = NAMES.map((name) => {
    const queue = new Queue(name, { connection });
    queue.on('error', () => undefined);
    return queue;
  });
  const [events, mails] = queues as [Queue, Queue];
  return {
    events,
    mails,
    /** Jobs that somebody still has to do. */
    pending: async (): Promise<number> => {
      const counts = await Promise.all(
        queues.map((queue) => queue.getJobCountByTypes('waiting', 'active', 'delayed')),
      );
      return counts.reduce((sum, count) => sum + count, 0);
    },
    close: () => Promise.all(queues.map((queue) => queue.close())),
  };
}
