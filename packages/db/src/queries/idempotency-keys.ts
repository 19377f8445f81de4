import type { Tx } from '../database.ts';

type Asked = { key: string; route: string; bodyHash: string };

/** The stored first answer to a key, for a verb that makes the organisation the keys live in. */
export async function findFirstAnswer<T>(
  tx: Tx,
  orgId: string,
  userId: string,
  asked: Asked,
): Promise<{ bodyHash: string; response: T } | undefined> {
  const { rows } = await tx.$client.query<{ bodyHash: string; response: T }>({
    name: 'first_answer_find',
    text: `select body_hash as "bodyHash", response from idempotency_keys
           where organization_id = $1 and user_id = $2 and route = $3 and key = $4`,
    values: [orgId, userId, asked.route, asked.key],
  });
  return rows[0];
}

/** Keeps the answer for repetitions of the key; the key must be new in the organisation. */
export async function storeFirstAnswer(
  tx: Tx,
  orgId: string,
  userId: string,
  asked: Asked,
  response: unknown,
): Promise<void> {
  await tx.$client.query({
    name: 'first_answer_store',
    text: `insert into idempotency_keys (organization_id, user_id, route, key, body_hash, response)
           values ($1, $2, $3, $4, $5, $6)`,
    values: [orgId, userId, asked.route, asked.key, asked.bodyHash, JSON.stringify(response)],
  });
}
