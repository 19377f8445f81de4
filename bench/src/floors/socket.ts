// The floor of the socket jobs: a bare `ws` server that passes on what Redis publishes, and a change that is published
// straight after its commit (which loses it when the process dies in between).
import fastify from 'fastify';
import { Redis } from 'ioredis';
import pg from 'pg';
import { WebSocketServer } from 'ws';

const CHANGE = 'update shifts set notes = $3, version = version + 1 where organization_id = $1 and id = $2';
const CHANNEL = 'changes';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 4 });
const redis = new Redis(String(process.env.REDIS_URL));
const subscriber = new Redis(String(process.env.REDIS_URL));

const app = fastify();
app.post<{ Body: { organizationId: string; id: string; notes: string; frame: string } }>(
  '/change',
  async ({ body }) => {
    await pool.query({ name: 'change', text: CHANGE, values: [body.organizationId, body.id, body.notes] });
    await redis.publish(CHANNEL, body.frame);
    return { changed: body.id };
  },
);
app.get('/health/ready', () => 'ready');

const sockets = new WebSocketServer({ server: app.server });
subscriber.on('message', (_channel, message) => {
  for (const socket of sockets.clients) socket.send(message);
});
await subscriber.subscribe(CHANNEL);
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
