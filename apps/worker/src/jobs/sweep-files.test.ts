import { expect } from 'vitest';
import type { ObjectStore } from '@vaktplan/adapters/object-store/object-store';
import * as schema from '@vaktplan/db/schema';
import { workerTest } from '../worker.fixture.ts';

/** Remembers what it was asked to delete; refuses while told to. */
const countingStore = () => {
  const deleted: string[] = [];
  const state = { down: false };
  const store: ObjectStore = {
    presignPut: () => Promise.reject(new Error('not asked')),
    presignGet: () => Promise.reject(new Error('not asked')),
    get: () => Promise.reject(new Error('not asked')),
    delete: async (key) => {
      if (state.down) throw new Error('the store is away');
      deleted.push(key);
    },
  };
  return { store, deleted, state };
};

workerTest(
  'what never came and what is removed goes once; the rest stays',
  async ({ ctx, make, tools, handle }) => {
    const { store, deleted, state } = countingStore();
    tools.files = store;
    const locationId = await make.location();
    const employeeId = await make.employee(await make.department(locationId));
    const file = {
      organizationId: ctx.orgId,
      purpose: 'punch_photo',
      contentType: 'image/jpeg',
      sizeBytes: 3,
      sha256: 'a'.repeat(64),
      employeeId,
      locationId,
    } as const;
    const [old, , removed] = await ctx.db.transaction(ctx.orgId, (tx) =>
      tx
        .insert(schema.files)
        .values([
          { ...file, createdAt: '2025-11-30T08:00:00Z' },
          { ...file, createdAt: '2025-12-01T07:59:00Z' },
          { ...file, state: 'removed', createdAt: '2025-11-30T08:00:00Z', removedAt: '2025-12-01T07:00:00Z' },
          { ...file, state: 'stored', createdAt: '2025-11-30T08:00:00Z', storedAt: '2025-11-30T08:01:00Z' },
        ])
        .returning({ id: schema.files.id }),
    );
    state.down = true;
    await expect(handle('sweep-files', { organizationId: ctx.orgId })).rejects.toThrow(
      '2 files could not be deleted',
    );
    state.down = false;
    expect(await handle('sweep-files', { organizationId: ctx.orgId }, true)).toEqual({ swept: 2 });
    expect(await handle('sweep-files', { organizationId: ctx.orgId })).toEqual({ swept: 0 });
    expect(deleted.toSorted()).toEqual(
      [old, removed].map((row) => `${ctx.orgId}/punch_photo/${row?.id}`).toSorted(),
    );
    tools.files = undefined;
    expect(await handle('sweep-files', { organizationId: ctx.orgId })).toEqual({ swept: 0 });
  },
);
