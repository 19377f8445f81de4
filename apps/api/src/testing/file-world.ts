import type { Ctx, UserActor } from '@vaktplan/core/context/ctx';
import * as schema from '@vaktplan/db/schema';
import { v7 as uuidv7 } from 'uuid';

type Place = { locationId: string; boss: UserActor; worker: string; peer: string; kioskId: string };

/** A punch without a photo and a stored photo: the boss's own, and one of the tablet each. Long ago, so that no hours follow. */
export async function createFiles(ctx: Ctx, { locationId, boss, worker, peer, kioskId }: Place) {
  const ids = {
    ownPunch: uuidv7(),
    kioskPunch: uuidv7(),
    ownFile: uuidv7(),
    kioskFile: uuidv7(),
    spareFile: uuidv7(),
  };
  const own = { organizationId: ctx.orgId, locationId };
  const then = '2025-06-01T08:00:00Z';
  const punch = { ...own, kind: 'out', occurredAt: then, receivedAt: then, zone: 'UTC' } as const;
  const file = {
    ...own,
    purpose: 'punch_photo',
    state: 'stored',
    contentType: 'image/jpeg',
    sizeBytes: 3,
    sha256: 'e'.repeat(64),
  } as const;
  await ctx.db.transaction(ctx.orgId, async (tx) => {
    await tx.insert(schema.timePunches).values([
      { ...punch, id: ids.ownPunch, employeeId: worker, userId: boss.userId },
      { ...punch, id: ids.kioskPunch, employeeId: peer, deviceId: kioskId },
    ]);
    await tx.insert(schema.files).values([
      { ...file, id: ids.ownFile, employeeId: worker, userId: boss.userId },
      { ...file, id: ids.spareFile, employeeId: peer },
      { ...file, id: ids.kioskFile, employeeId: peer, deviceId: kioskId },
    ]);
  });
  return ids;
}
