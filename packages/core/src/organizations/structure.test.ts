import { describe, expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import * as http from '@vaktplan/contracts/http/organizations';
import { dbTest } from '@vaktplan/testing/db-test';
import { createShift } from '../shifts/create-shift.ts';
import { archiveDepartment } from './archive-department.ts';
import { archiveLocation } from './archive-location.ts';
import { archivePosition } from './archive-position.ts';
import { archiveSkill } from './archive-skill.ts';
import { createDepartment } from './create-department.ts';
import { createLocation } from './create-location.ts';
import { createPosition } from './create-position.ts';
import { createSkill } from './create-skill.ts';
import { getOrganization } from './get-organization.ts';
import { listDepartments } from './list-departments.ts';
import { listLocations } from './list-locations.ts';
import { listPositions } from './list-positions.ts';
import { listSkills } from './list-skills.ts';
import { updateDepartment } from './update-department.ts';
import { updateLocation } from './update-location.ts';
import { updateOrganization } from './update-organization.ts';
import { updatePosition } from './update-position.ts';
import { updateSkill } from './update-skill.ts';

const code = (name: string) => ({ code: name });
const zone = 'Europe/Copenhagen';

describe('the organisation', () => {
  dbTest('changes with the version in hand', async ({ ctx }) => {
    const before = await getOrganization(ctx);
    const after = await updateOrganization(ctx, before.version, { name: 'Café Syd', weekStart: 7 });
    expect(after).toMatchObject({ name: 'Café Syd', weekStart: 7, zone: before.zone, version: 2 });
    await expect(updateOrganization(ctx, 1, { name: 'x' })).rejects.toMatchObject({
      code: 'version_conflict',
      current: { name: 'Café Syd', version: 2 },
    });
    await expect(updateOrganization(ctx, undefined, {})).rejects.toMatchObject(code('version_missing'));
    await expect(updateOrganization(ctx, 2, { zone: 'Nowhere' })).rejects.toMatchObject(code('unknown_zone'));
  });

  dbTest('is read by all members, changed by administrators', async ({ ctx, make }) => {
    const location = await make.location();
    for (const actor of [await make.user('employee'), await make.user('manager', { locationId: location })]) {
      const own = make.as(ctx, actor);
      expect((await getOrganization(own)).abilities.update).toBe(false);
      expect((await listLocations(own)).data[0]?.abilities.update).toBe(false);
      await expect(updateOrganization(own, 1, { name: 'x' })).rejects.toMatchObject(code('forbidden'));
      await expect(createLocation(own, { name: 'x', zone })).rejects.toMatchObject(code('forbidden'));
      await expect(createSkill(own, { name: 'x' })).rejects.toMatchObject(code('forbidden'));
      await expect(createPosition(own, { name: 'x', color: '#112233' })).rejects.toMatchObject(
        code('forbidden'),
      );
      await expect(createDepartment(own, { locationId: location, name: 'x' })).rejects.toMatchObject(
        code('forbidden'),
      );
    }
  });
});

describe('locations', () => {
  dbTest('made, changed, archived, each with its event', async ({ ctx }) => {
    const geofence = { latitude: 55.69, longitude: 12.55, radiusMeters: 120 };
    const made = http.LocationView.parse(await createLocation(ctx, { name: 'Havn', zone, geofence }));
    expect(made).toMatchObject({ geofence, version: 1, abilities: { update: true } });
    const kept = await updateLocation(ctx, made.id, 1, { address: 'Kajen 1' });
    expect(kept).toMatchObject({ geofence, address: 'Kajen 1', version: 2 });
    expect(await updateLocation(ctx, made.id, 2, { geofence: null })).toMatchObject({ geofence: null });
    await archiveLocation(ctx, made.id, 3);
    expect((await listLocations(ctx)).data).toEqual([]);
    await expect(updateLocation(ctx, made.id, 4, {})).rejects.toMatchObject(code('not_found'));
    const [events] = await ctx.db.read(ctx.orgId, [
      { name: 'e', text: 'select event_type, payload, aggregate_type from events', values: [] },
    ]);
    expect(events).toHaveLength(4);
    expect(events?.[0]).toEqual({
      event_type: 'location.changed',
      payload: { locationId: made.id },
      aggregate_type: 'location',
    });
  });

  dbTest('names are taken once, in any case, until archived', async ({ ctx }) => {
    const first = await createLocation(ctx, { name: 'Havn', zone });
    await expect(createLocation(ctx, { name: 'HAVN', zone })).rejects.toMatchObject(code('name_taken'));
    await archiveLocation(ctx, first.id, 1);
    await createLocation(ctx, { name: 'Havn', zone });
    await expect(createLocation(ctx, { name: 'x', zone: 'Mars' })).rejects.toMatchObject(
      code('unknown_zone'),
    );
  });
});

describe('what is planned stays in use', () => {
  dbTest('location, department and position of a shift to come', async ({ ctx, make, clock }) => {
    const locationId = await make.location();
    const departmentId = await make.department(locationId);
    const positionId = await make.position(departmentId);
    await createShift(ctx, {
      departmentId,
      positionId,
      startsAt: '2025-12-02T09:00',
      endsAt: '2025-12-02T17:00',
    });
    await expect(archiveLocation(ctx, locationId, 1)).rejects.toMatchObject(code('still_in_use'));
    await expect(archiveDepartment(ctx, departmentId, 1)).rejects.toMatchObject(code('still_in_use'));
    await expect(archivePosition(ctx, positionId, 1)).rejects.toMatchObject(code('still_in_use'));
    clock.set('2025-12-02T16:00:00Z');
    await archivePosition(ctx, positionId, 1);
    await archiveLocation(ctx, locationId, 1);
    expect((await listDepartments(ctx)).data).toEqual([]);
  });
});

describe('departments, positions and skills', () => {
  dbTest('made, changed and archived', async ({ ctx, make }) => {
    const locationId = await make.location();
    const department = http.DepartmentView.parse(
      await createDepartment(ctx, { locationId, name: 'Kitchen' }),
    );
    expect(await updateDepartment(ctx, department.id, 1, { costCentre: '4100' })).toMatchObject({
      name: 'Kitchen',
      costCentre: '4100',
      version: 2,
    });
    const chef = http.PositionView.parse(
      await createPosition(ctx, { departmentId: department.id, name: 'Chef', color: '#aa3311' }),
    );
    const runner = await createPosition(ctx, { name: 'Runner', color: '#1133aa' });
    expect(await updatePosition(ctx, runner.id, 1, { color: '#22bb44' })).toMatchObject({ color: '#22bb44' });
    expect((await listPositions(ctx)).data.map((one) => one.name)).toEqual(['Chef', 'Runner']);
    const skill = http.SkillView.parse(await createSkill(ctx, { name: 'Forklift' }));
    expect(await updateSkill(ctx, skill.id, 1, { name: 'First aid' })).toMatchObject({ version: 2 });
    await archiveSkill(ctx, skill.id, 2);
    await archivePosition(ctx, chef.id, 1);
    await archiveDepartment(ctx, department.id, 2);
    expect((await listSkills(ctx)).meta.count).toBe(0);
    expect((await listPositions(ctx)).meta.count).toBe(1);
    expect((await listDepartments(ctx)).meta.count).toBe(0);
  });

  dbTest('a stale version is refused with the newer view', async ({ ctx, make }) => {
    const location = await createLocation(ctx, { name: 'Havn', zone });
    const department = await createDepartment(ctx, { locationId: location.id, name: 'Bar' });
    const position = await createPosition(ctx, { name: 'Barista', color: '#aa3311' });
    const skill = await createSkill(ctx, { name: 'Latte art' });
    const tries = [
      (version: number | undefined) => updateLocation(ctx, location.id, version, { name: 'y' }),
      (version: number | undefined) => archiveLocation(ctx, location.id, version),
      (version: number | undefined) => updateDepartment(ctx, department.id, version, { name: 'y' }),
      (version: number | undefined) => archiveDepartment(ctx, department.id, version),
      (version: number | undefined) => updatePosition(ctx, position.id, version, { name: 'y' }),
      (version: number | undefined) => archivePosition(ctx, position.id, version),
      (version: number | undefined) => updateSkill(ctx, skill.id, version, { name: 'y' }),
      (version: number | undefined) => archiveSkill(ctx, skill.id, version),
    ];
    for (const attempt of tries) {
      await expect(attempt(9)).rejects.toMatchObject({ code: 'version_conflict', current: { version: 1 } });
      await expect(attempt(undefined)).rejects.toMatchObject(code('version_missing'));
    }
    expect(await make.location()).toBeTruthy();
  });

  dbTest('another organisation finds nothing, in path or body', async ({ ctx, foreign }) => {
    const locationId = await foreign.make.location();
    const departmentId = await foreign.make.department(locationId);
    const positionId = await foreign.make.position();
    const skill = await createSkill(foreign.ctx, { name: 'Fire' });
    const tries = [
      () => updateLocation(ctx, locationId, 1, { name: 'x' }),
      () => archiveLocation(ctx, locationId, 1),
      () => createDepartment(ctx, { locationId, name: 'x' }),
      () => updateDepartment(ctx, departmentId, 1, { name: 'x' }),
      () => archiveDepartment(ctx, departmentId, 1),
      () => createPosition(ctx, { departmentId, name: 'x', color: '#112233' }),
      () => updatePosition(ctx, positionId, 1, { name: 'x' }),
      () => archivePosition(ctx, positionId, 1),
      () => updateSkill(ctx, skill.id, 1, { name: 'x' }),
      () => archiveSkill(ctx, skill.id, 1),
      () => updateSkill(ctx, uuidv7(), 1, { name: 'x' }),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toMatchObject(code('not_found'));
    expect((await listLocations(ctx)).data).toEqual([]);
  });

  dbTest('the same key makes one', async ({ ctx }) => {
    const once = { ...ctx, idempotency: { key: 'k', route: 'POST /skills', bodyHash: 'a' } };
    const [first, second] = [
      await createSkill(once, { name: 'Fire' }),
      await createSkill(once, { name: 'Fire' }),
    ];
    expect(second).toEqual(first);
    await expect(
      createSkill({ ...once, idempotency: { ...once.idempotency, bodyHash: 'b' } }, { name: 'Water' }),
    ).rejects.toMatchObject(code('idempotency_key_reused'));
  });
});
