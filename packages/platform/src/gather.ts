export type Outcome<Answer> = { answer: Answer } | { refusal: unknown };
type Waiting<Item, Answer> = {
  item: Item;
  answer: (answer: Answer) => void;
  refuse: (error: unknown) => void;
};
type Queue<Item, Answer> = {
  waiting: Waiting<Item, Answer>[];
  /** Batches, and the items in them. */
  running: number;
  onTheirWay: number;
  woken: boolean;
};

export type Gathering<Item, Answer> = {
  /** Items of one key may go together: the organisation, say. */
  keyOf: (item: Item) => string;
  /**
   * Does the work of all: an outcome for each, in their order. Throws when none of it happened; then each item is run
   * again on its own, so one that breaks the others' work is refused alone. `run` must bear being repeated.
   */
  run: (items: readonly Item[]) => Promise<Outcome<Answer>[]>;
  mostTogether?: number;
  mostAtOnce?: number;
};

/**
 * Answers each item by running what waits at the same time together. A lone item goes at once: nobody is held back to
 * fill a batch, batches grow only while earlier ones are on their way. A further batch starts beside others when as many
 * wait as each of these holds: the few that come first after a full one cost as much as it did, were they to go alone.
 */
export function gather<Item, Answer>({
  keyOf,
  run,
  mostTogether = 64,
  mostAtOnce = 2,
}: Gathering<Item, Answer>): (item: Item) => Promise<Answer> {
  const queues = new Map<string, Queue<Item, Answer>>();

  const runBatch = async (batch: Waiting<Item, Answer>[]): Promise<void> => {
    try {
      const outcomes = await run(batch.map(({ item }) => item));
      for (const [nr, one] of batch.entries()) {
        const outcome = outcomes[nr];
        if (outcome && 'answer' in outcome) one.answer(outcome.answer);
        else one.refuse(outcome ? outcome.refusal : new Error('an item was left without an outcome'));
      }
    } catch (error) {
      const [first] = batch;
      if (batch.length === 1) first?.refuse(error);
      else for (const one of batch) await runBatch([one]);
    }
  };

  const start = (key: string, queue: Queue<Item, Answer>): void => {
    const { waiting } = queue;
    while (
      waiting.length > 0 &&
      queue.running < mostAtOnce &&
      waiting.length * queue.running >= queue.onTheirWay
    ) {
      const batch = waiting.splice(0, mostTogether);
      queue.running += 1;
      queue.onTheirWay += batch.length;
      void runBatch(batch).then(() => {
        queue.running -= 1;
        queue.onTheirWay -= batch.length;
        wake(key, queue);
      });
    }
    if (queue.running === 0 && waiting.length === 0) queues.delete(key);
  };
  /** Looks at what waits, after the requests that arrive in the same turn. */
  const wake = (key: string, queue: Queue<Item, Answer>): void => {
    if (queue.woken) return;
    queue.woken = true;
    setImmediate(() => {
      queue.woken = false;
      start(key, queue);
    });
  };

  return (item) => {
    const key = keyOf(item);
    const queue = queues.get(key) ?? { waiting: [], running: 0, onTheirWay: 0, woken: false };
    queues.set(key, queue);
    return new Promise((answer, refuse) => {
      queue.waiting.push({ item, answer, refuse });
      wake(key, queue);
    });
  };
}
