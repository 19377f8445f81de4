// The floor of a burst: single inserts by prepared statement over 8 connections, as pgbench does them. No HTTP, no tenant.
import { createServer } from 'node:http';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';

const CONNECTIONS = 8;
const PUNCH = `
  insert into bare_punches (organization_id, id, employee_id, location_id, kind, occurred_at, received_at)
  values ($1, $2, $3, $4, $5, $6, now()) on conflict (organization_id, id) do nothing returning id`;

const clients = await Promise.all(
  Array.from({ length: CONNECTIONS }, async () => {
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    return client;
  }),
);
await clients[0]
  ?.query(`create table if not exists bare_punches (organization_id uuid, id uuid, employee_id uuid, location_id uuid,
  kind text, occurred_at timestamptz, received_at timestamptz, primary key (organization_id, id))`);

/** Inserts so many rows, each waited for, and tells how long it took. */
async function run(count: number): Promise<number> {
  const [organizationId, employeeId, locationId] = [uuidv7(), uuidv7(), uuidv7()];
  let left = count;
  const started = performance.now();
  await Promise.all(
    clients.map(async (client) => {
      while (left-- > 0) {
        const values = [organizationId, uuidv7(), employeeId, locationId, 'in', new Date()];
        await client.query({ name: 'punch', text: PUNCH, values });
      }
    }),
  );
  return (performance.now() - started) / 1000;
}

createServer((request, response) => {
  const count = Number(new URL(request.url ?? '', 'http://floor').searchParams.get('count') ?? 0);
  void run(count).then((seconds) => response.end(JSON.stringify({ seconds })));
}).listen(Number(process.env.PORT), '127.0.0.1');
