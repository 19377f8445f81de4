import { createPool } from '@vaktplan/db/database';
import { startTracing, traced } from '@vaktplan/platform/tracing';
import { dbTest } from '@vaktplan/testing/db-test';
import { startOtlpCollector } from '@vaktplan/testing/otlp-collector';
import { expect, test } from 'vitest';

test('without traces a pool is as it was made', async () => {
  const pool = createPool({ url: 'postgres://nobody@127.0.0.1:1/none' });
  expect(Object.hasOwn(pool, 'query')).toBe(false);
  await pool.end();
});

dbTest(
  'statements that wait for one connection stay with the work that asked; values are told nowhere',
  async ({ testDatabase }) => {
    const collector = await startOtlpCollector();
    const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_TRACES_SAMPLER_ARG: 1 };
    const tracing = await startTracing({ service: 'db', RELEASE: 'r1', ...endpoint });
    if (!tracing) throw new Error('tracing is off');
    const pool = createPool({ url: testDatabase.url.app, max: 1, tracing });
    const ask = async (name: string): Promise<unknown> => {
      const { rows } = await pool.query<{ said: string }>('select pg_sleep(0.01), $1::text as said', [name]);
      return rows[0]?.said;
    };
    const works = ['one', 'two', 'three'];
    const answers = works.map((name) => traced(tracing, name, { kind: 'internal' }, () => ask(name)));
    expect(await Promise.all(answers)).toEqual(works);
    await expect(
      traced(tracing, 'wrong', { kind: 'internal' }, () => pool.query('select kari')),
    ).rejects.toThrow();
    expect(await ask('nobody')).toBe('nobody');
    await pool.end();
    await tracing.close();

    const statements = collector.spans.filter(({ name }) => name === 'postgres select');
    const parents = statements.map(
      ({ parentId }) => collector.spans.find(({ spanId }) => spanId === parentId)?.name,
    );
    expect(parents.toSorted()).toEqual(['one', 'three', 'two', 'wrong']);
    expect(statements[0]?.attributes).toEqual({
      'db.system.name': 'postgresql',
      'db.query.text': 'select pg_sleep(0.01), $1::text as said',
    });
    expect(statements.at(-1)?.attributes['error.type']).toBe('error');
    await collector.close();
  },
);
