import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { createSchemaCheck } from '@vaktplan/db/schema-check';
import { dbTest } from '@vaktplan/testing/db-test';

const folder = path.resolve(import.meta.dirname, '../../../db/migrations');
const newest = readdirSync(folder).toSorted().at(-1);

dbTest('a database without the newest migration is told, one that has it is well', async ({ db }) => {
  await expect(createSchemaCheck(db.pool, '29991231235959_tomorrow')()).rejects.toThrow('29991231235959');
  await expect(createSchemaCheck(db.pool, newest)()).resolves.toBeUndefined();
  // sources that run unbundled wait for nothing
  await expect(createSchemaCheck(db.pool)()).resolves.toBeUndefined();
});
