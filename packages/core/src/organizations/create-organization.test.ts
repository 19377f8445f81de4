import { expect } from 'vitest';
import { OrganizationView } from '@vaktplan/contracts/http/organizations';
import { dbTest } from '@vaktplan/testing/db-test';
import { listEmployees } from '../employees/list-employees.ts';
import type { Ctx } from '../context/ctx.ts';
import { createOrganization, type SignedInUser } from './create-organization.ts';
import { getOrganization } from './get-organization.ts';
import { listDepartments } from './list-departments.ts';
import { listLocations } from './list-locations.ts';

const cafe = { name: 'Café Nord', zone: 'Europe/Copenhagen', currency: 'DKK', locationName: 'Nørrebro' };

const newcomer = dbTest.extend<{ user: SignedInUser }>({
  user: async ({ ctx, foreign }, use) => {
    // a login of another organisation signs up for one more
    if (foreign.ctx.actor.kind !== 'user') throw new Error('a user');
    const { userId } = foreign.ctx.actor;
    await use({
      db: ctx.db,
      now: ctx.now,
      log: ctx.log,
      userId,
      userName: 'Ada Berg',
      email: 'ada@example.test',
    });
  },
});

const inside = (user: SignedInUser, orgId: string): Ctx => ({
  ...user,
  orgId,
  idempotency: undefined,
  actor: {
    kind: 'user',
    userId: user.userId,
    employeeId: null,
    grants: [{ role: 'owner', locationId: null, departmentId: null }],
  },
});

newcomer('makes organisation, location, department, owner and employee at once', async ({ user }) => {
  const view = OrganizationView.parse(await createOrganization(user, cafe));
  expect(view).toMatchObject({ name: 'Café Nord', currency: 'DKK', version: 1, abilities: { update: true } });
  const ctx = inside(user, view.id);
  expect((await getOrganization(ctx)).id).toBe(view.id);
  const [location] = (await listLocations(ctx)).data;
  expect(location).toMatchObject({ name: 'Nørrebro', zone: 'Europe/Copenhagen' });
  expect((await listDepartments(ctx)).data).toMatchObject([{ name: 'Team', locationId: location?.id }]);
  expect((await listEmployees(ctx, {})).data).toMatchObject([
    { name: 'Ada Berg', email: 'ada@example.test', status: 'active' },
  ]);
  const [grants, events] = await ctx.db.read(ctx.orgId, [
    {
      name: 'grants',
      text: 'select m.user_id, r.role from role_assignments r join memberships m on m.id = r.membership_id',
      values: [],
    },
    { name: 'events', text: 'select event_type, payload from events', values: [] },
  ]);
  expect(grants).toEqual([{ user_id: user.userId, role: 'owner' }]);
  expect(events).toEqual([{ event_type: 'organization.created', payload: { organizationId: view.id } }]);
});

newcomer('an unknown zone makes nothing', async ({ user }) => {
  await expect(createOrganization(user, { ...cafe, zone: 'Mars/Olympus' })).rejects.toMatchObject({
    code: 'unknown_zone',
  });
});

newcomer(
  'the same key gives the same organisation, also at once; another body is refused',
  async ({ user }) => {
    const asked = { key: 'k1', route: 'POST /organizations', bodyHash: 'a' };
    const again = { ...user, idempotency: asked };
    const views = await Promise.all(Array.from({ length: 5 }, () => createOrganization(again, cafe)));
    expect(new Set(views.map((view) => view.id)).size).toBe(1);
    expect(views.every((view) => JSON.stringify(view) === JSON.stringify(views[0]))).toBe(true);
    await expect(
      createOrganization({ ...user, idempotency: { ...asked, bodyHash: 'b' } }, { ...cafe, name: 'Other' }),
    ).rejects.toMatchObject({ code: 'idempotency_key_reused' });
  },
);
