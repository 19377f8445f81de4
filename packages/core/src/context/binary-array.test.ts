import { binaryArray, uuidArray } from '@vaktplan/db/binary-array';
import { dbTest } from '@vaktplan/testing/db-test';
import fc from 'fast-check';
import { expect } from 'vitest';

const texts = fc.array(fc.option(fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', ''))));
const values = fc.array(fc.jsonValue({ noUnicodeString: false }));

dbTest('what goes as a binary array comes back as it was', async ({ db }) => {
  const backFrom = async (type: string, array: Buffer): Promise<unknown> => {
    const { rows } = await db.pool.query(`select to_json($1::${type}[]) as back`, [array]);
    return rows[0].back;
  };
  await fc.assert(
    fc.asyncProperty(texts, values, async (some, documents) => {
      expect(await backFrom('text', binaryArray('text', some))).toEqual(some);
      // Postgres keeps no NUL in a JSON, and no minus before a zero
      const kept = JSON.parse(JSON.stringify(documents).replaceAll(String.raw`\u0000`, ''));
      const written = (kept as unknown[]).map((document) => JSON.stringify(document));
      expect(await backFrom('json', binaryArray('json', written))).toEqual(kept);
      expect(await backFrom('jsonb', binaryArray('jsonb', written))).toEqual(kept);
    }),
    { numRuns: 50 },
  );
});

dbTest('ids go as they are, none as null', async ({ db }) => {
  const ids = ['0190a5f2-0000-7000-8000-000000000001', null];
  const { rows } = await db.pool.query('select $1::uuid[] as some, $2::uuid[] as none', [
    uuidArray(ids),
    uuidArray([]),
  ]);
  expect(rows[0]).toEqual({ some: ids, none: [] });
});
