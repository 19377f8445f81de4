import { staysOpen, type Database, type Tx } from '@vaktplan/db/database';

const NO_ORGANIZATION = '00000000-0000-0000-0000-000000000000';

/**
 * Runs `work` on a database whose transactions all lie inside one: a seed that breaks off leaves nothing behind and can
 * run again.
 */
export const inOneTransaction = <T>(db: Database, work: (inside: Database) => Promise<T>): Promise<T> =>
  db.transaction(NO_ORGANIZATION, (tx) => {
    staysOpen(tx);
    return work(nested(db, tx));
  });

function nested(db: Database, tx: Tx): Database {
  const { $client } = tx;
  const enter = (organizationId: string) =>
    $client.query("select set_config('app.organization_id', $1, true)", [organizationId]);
  let last: Promise<unknown> = Promise.resolve();
  /** One after the other: each sets its organisation for the one connection. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    pool: db.pool,
    ping: db.ping,
    close: db.close,
    transaction: (organizationId, work) =>
      inTurn(async () => {
        await enter(organizationId);
        // no savepoint: each would lock the rows referred to once more, which Postgres then looks through for every insert
        return work(tx);
      }),
    read: (organizationId, statements) =>
      inTurn(async () => {
        await enter(organizationId);
        const answers = statements.map((one) => $client.query<Record<string, unknown>>(one));
        return (await Promise.all(answers)).map((answer) => answer.rows);
      }),
  };
}
