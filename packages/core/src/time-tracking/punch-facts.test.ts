import { describe, expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { makeClocker, rowsOf } from '@vaktplan/testing/clock-rows';
import { dbTest } from '@vaktplan/testing/db-test';
import { recordPunchBatch } from './record-punch-batch.ts';

describe('a punch is a fact', () => {
  dbTest('all that the device tells of it is kept, with when it came', async ({ ctx, make }) => {
    const { as, employeeId, locationId } = await makeClocker(ctx, make);
    const id = uuidv7();
    const bootId = uuidv7();
    const deviceId = uuidv7();
    const position = { latitude: 55.7, longitude: 12.5, accuracyMeters: 8, ageSeconds: 3, mocked: true };
    await recordPunchBatch(as, {
      punches: [
        {
          id,
          kind: 'in',
          occurredAt: '2025-12-01T07:00:00.123Z',
          offline: true,
          source: 'mobile',
          deviceId,
          locationId,
          position,
          photoKey: 'punches/a.jpg',
          tapped: { bootId, monotonicMs: 3_600_123, sequence: 4 },
        },
      ],
      sent: { bootId, monotonicMs: 7_200_123 },
    });
    const [row] = await rowsOf(ctx, 'select * from time_punches');
    expect(row).toMatchObject({
      id,
      employee_id: employeeId,
      location_id: locationId,
      zone: 'Europe/Copenhagen',
      kind: 'in',
      source: 'mobile',
      occurred_at: '2025-12-01T07:00:00.123Z',
      received_at: ctx.now().toString(),
      monotonic_ms: 3_600_123,
      boot_id: bootId,
      sequence: 4,
      offline: true,
      device_id: deviceId,
      latitude: 55.7,
      longitude: 12.5,
      accuracy_meters: 8,
      age_seconds: 3,
      mocked: true,
      photo_key: 'punches/a.jpg',
    });
  });

  dbTest('nothing changes or removes it', async ({ ctx, make }) => {
    const { as } = await makeClocker(ctx, make);
    await recordPunchBatch(as, {
      punches: [{ id: uuidv7(), kind: 'in', occurredAt: '2025-12-01T07:00:00Z', offline: true }],
    });
    for (const change of [
      "update time_punches set occurred_at = occurred_at + interval '1 hour'",
      "update time_punches set kind = 'out'",
      'delete from time_punches',
    ]) {
      await expect(rowsOf(ctx, change), change).rejects.toMatchObject({ code: '42501' });
    }
  });
});
