export type Outcome<Answer> = { answer: Answer } | { refusal: unknown };
type Waiting<Item, Answer> = {
  item: Item;
  answer: (answer: Answer) => void;
  refuse: (error: unknown) => void;
};
type Queue<Item, Answer> = { waiting: Waiting<Item, Answer>[]; running: number };

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
 * fill a batch, batches grow only while earlier ones are on their way.
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

  const drain = async (key: string, queue: Queue<Item, Answer>): Promise<void> => {
    if (queue.running >= mostAtOnce || queue.waiting.length === 0) return;
    queue.running += 1;
    while (queue.waiting.length > 0) await runBatch(queue.waiting.splice(0, mostTogether));
    queue.running -= 1;
    if (queue.running === 0 && queues.get(key) === queue) queues.delete(key);
  };

  return (item) => {
    const key = keyOf(item);
    const queue = queues.get(key) ?? { waiting: [], running: 0 };
    queues.set(key, queue);
    return new Promise((answer, refuse) => {
      queue.waiting.push({ item, answer, refuse });
      // after the requests that arrived in the same turn
      if (queue.waiting.length === 1) setImmediate(() => void drain(key, queue));
    });
  };
}
