import { describe, expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { createPool } from '@vaktplan/db/database';
import { InvitationView } from '@vaktplan/contracts/http/employees';
import { dbTest } from '@vaktplan/testing/db-test';
import { loadActor } from '../auth/load-actor.ts';
import { createShift } from '../shifts/create-shift.ts';
import { getShift } from '../shifts/get-shift.ts';
import { insertShift } from '../shifts/insert-shift.ts';
import { planShift } from '../shifts/plan-shift.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { deactivateEmployee } from './deactivate-employee.ts';
import { getEmployee } from './get-employee.ts';
import { getInvitation, type InvitationDesk } from './get-invitation.ts';
import { invitationToken, invitationTokenHash } from './invitation-token.ts';
import { inviteEmployee } from './invite-employee.ts';
import { reactivateEmployee } from './reactivate-employee.ts';
import { updateEmployee } from './update-employee.ts';

const SECRET = 'a secret of the test';
const code = (name: string) => ({ code: name });

type Shop = { departmentId: string; employeeId: string };
const shop = dbTest.extend<{ shop: Shop; desk: InvitationDesk; newUser: () => Promise<string> }>({
  shop: async ({ make }, use) => {
    const departmentId = await make.department(await make.location());
    await use({ departmentId, employeeId: await make.employee(departmentId, { email: 'ada@example.test' }) });
  },
  desk: async ({ ctx, testDatabase }, use) => {
    const authPool = createPool({ url: testDatabase.url.auth, max: 2 });
    await use({ db: ctx.db, now: ctx.now, log: ctx.log, authPool });
    await authPool.end();
  },
  newUser: async ({ desk }, use) =>
    use(async () => {
      const id = uuidv7();
      await desk.authPool.query('insert into users (id, name, email) values ($1, $2, $3)', [
        id,
        'New',
        `${id}@user.test`,
      ]);
      return id;
    }),
});

/** The token of the last mail that the event would send. */
async function mailedToken(ctx: Parameters<typeof getEmployee>[0]): Promise<string> {
  const [rows] = await ctx.db.read(ctx.orgId, [
    {
      name: 'last_invitation',
      text: "select payload->>'invitationId' as id from events where event_type = 'employee.invited' order by position desc limit 1",
      values: [],
    },
  ]);
  return invitationToken(SECRET, String(rows?.[0]?.['id']));
}

describe('invitations', () => {
  shop('invited, read, accepted once: the login is the employee', async ({ ctx, shop, desk, newUser }) => {
    expect(await inviteEmployee(ctx, shop.employeeId, {}, SECRET)).toMatchObject({
      status: 'invited',
      invitedAt: '2025-12-01T08:00:00Z',
      version: 2,
    });
    const token = await mailedToken(ctx);
    expect(InvitationView.parse(await getInvitation(desk, token))).toEqual({
      organizationName: 'Café Nord',
      name: expect.stringMatching(/^Person/),
      email: 'ada@example.test',
      expiresAt: '2025-12-15T08:00:00Z',
    });
    const [stored] = await ctx.db.read(ctx.orgId, [
      {
        name: 'stored_token',
        text: "select i.token_hash, e.payload::text from invitations i, events e where e.event_type = 'employee.invited'",
        values: [],
      },
    ]);
    expect(stored?.[0]).toMatchObject({ token_hash: invitationTokenHash(token) });
    expect(JSON.stringify(stored)).not.toContain(token);

    const userId = await newUser();
    const twice = await Promise.allSettled([1, 2].map(() => acceptInvitation(desk, token, userId)));
    expect(twice.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(getInvitation(desk, token)).rejects.toMatchObject(code('invitation_invalid'));
    expect(await getEmployee(ctx, shop.employeeId)).toMatchObject({
      status: 'active',
      version: 3,
      abilities: { invite: false },
    });
    const { actor } = await loadActor(ctx.db, { organizationId: ctx.orgId, userId, sessionId: null });
    expect(actor).toMatchObject({
      employeeId: shop.employeeId,
      grants: [{ role: 'employee', locationId: null, departmentId: null }],
    });
    await expect(inviteEmployee(ctx, shop.employeeId, {}, SECRET)).rejects.toMatchObject(code('email_taken'));
  });

  shop(
    'a second invitation withdraws the first; after 14 days it is over',
    async ({ ctx, shop, desk, clock, newUser }) => {
      await inviteEmployee(ctx, shop.employeeId, {}, SECRET);
      const first = await mailedToken(ctx);
      clock.advance({ hours: 1 });
      await inviteEmployee(ctx, shop.employeeId, {}, SECRET);
      const second = await mailedToken(ctx);
      await expect(getInvitation(desk, first)).rejects.toMatchObject(code('invitation_invalid'));
      expect((await getInvitation(desk, second)).email).toBe('ada@example.test');
      clock.advance({ hours: 14 * 24 });
      await expect(acceptInvitation(desk, second, await newUser())).rejects.toMatchObject(
        code('invitation_invalid'),
      );
      await expect(getInvitation(desk, 'x'.repeat(43))).rejects.toMatchObject(code('invitation_invalid'));
      await expect(getInvitation(desk, invitationTokenHash(second))).rejects.toMatchObject(
        code('invitation_invalid'),
      );
    },
  );

  shop(
    'a login that is another employee here already cannot be a second one',
    async ({ ctx, shop, desk, make }) => {
      const taken = await make.user('employee', { employeeId: await make.employee(shop.departmentId) });
      await inviteEmployee(ctx, shop.employeeId, {}, SECRET);
      await expect(acceptInvitation(desk, await mailedToken(ctx), taken.userId)).rejects.toMatchObject(
        code('email_taken'),
      );
    },
  );

  shop('roles above employee need role:assign, owners an owner', async ({ ctx, shop, make, foreign }) => {
    const manager = make.as(ctx, await make.user('manager', { departmentId: shop.departmentId }));
    const admin = make.as(ctx, await make.user('admin'));
    const invite = (by: typeof ctx, input: Parameters<typeof inviteEmployee>[2]) =>
      inviteEmployee(by, shop.employeeId, input, SECRET);
    await expect(invite(manager, { role: 'manager', departmentId: shop.departmentId })).rejects.toMatchObject(
      code('forbidden'),
    );
    await expect(invite(admin, { role: 'owner' })).rejects.toMatchObject(code('forbidden'));
    await expect(invite(admin, { role: 'admin', departmentId: shop.departmentId })).rejects.toMatchObject(
      code('validation_failed'),
    );
    expect(await invite(manager, {})).toMatchObject({ status: 'invited' });
    expect(await invite(admin, { role: 'manager', departmentId: shop.departmentId })).toMatchObject({
      status: 'invited',
    });
    const other = make.as(
      ctx,
      await make.user('manager', { departmentId: await make.department(await make.location()) }),
    );
    await expect(invite(other, {})).rejects.toMatchObject(code('forbidden'));
    await expect(invite(foreign.ctx, {})).rejects.toMatchObject(code('not_found'));
    const elsewhere = await foreign.make.department(await foreign.make.location());
    await expect(invite(admin, { role: 'manager', departmentId: elsewhere })).rejects.toMatchObject(
      code('not_found'),
    );
    const nobody = await make.employee(shop.departmentId, { email: null });
    await expect(inviteEmployee(ctx, nobody, {}, SECRET)).rejects.toMatchObject(code('validation_failed'));
  });
});

describe('leaving', () => {
  shop('ends contracts, opens later shifts, takes the roles', async ({ ctx, shop, make }) => {
    const user = await make.user('employee', { employeeId: shop.employeeId });
    const shiftOn = (date: string) =>
      createShift(ctx, { ...shop, startsAt: `${date}T09:00`, endsAt: `${date}T17:00` });
    const [kept, freed] = [await shiftOn('2025-12-03'), await shiftOn('2025-12-04')];
    const gone = await deactivateEmployee(ctx, shop.employeeId, 1, { lastDay: '2025-12-03' });
    expect(gone).toMatchObject({
      status: 'deactivated',
      contract: { to: '2025-12-04' },
      version: 2,
      abilities: { invite: false },
    });
    const [shifts, events] = await ctx.db.read(ctx.orgId, [
      {
        name: 'shifts_left',
        text: 'select id, employee_id, version from shifts order by local_date',
        values: [],
      },
      {
        name: 'what_happened',
        text: "select event_type, aggregate_id, payload from events where event_type in ('shift.updated', 'employee.deactivated')",
        values: [],
      },
    ]);
    expect(shifts).toEqual([
      { id: kept.id, employee_id: shop.employeeId, version: 1 },
      { id: freed.id, employee_id: null, version: 2 },
    ]);
    expect(events).toEqual([
      {
        event_type: 'shift.updated',
        aggregate_id: freed.id,
        payload: expect.objectContaining({
          shiftId: freed.id,
          employeeId: null,
          previousEmployeeId: shop.employeeId,
          version: 2,
          localDate: '2025-12-04',
        }),
      },
      {
        event_type: 'employee.deactivated',
        aggregate_id: shop.employeeId,
        payload: { employeeId: shop.employeeId },
      },
    ]);
    const { actor } = await loadActor(ctx.db, {
      organizationId: ctx.orgId,
      userId: user.userId,
      sessionId: null,
    });
    expect(actor?.grants ?? []).toEqual([]);
    await expect(shiftOn('2025-12-02')).rejects.toMatchObject(code('employee_inactive'));
    await expect(deactivateEmployee(ctx, shop.employeeId, 2, {})).rejects.toMatchObject(
      code('employee_inactive'),
    );

    const back = await reactivateEmployee(ctx, shop.employeeId, 2);
    expect(back).toMatchObject({ status: 'active', version: 3 });
    const again = await loadActor(ctx.db, {
      organizationId: ctx.orgId,
      userId: user.userId,
      sessionId: null,
    });
    expect(again.actor?.grants).toMatchObject([{ role: 'employee' }]);
    await expect(shiftOn('2025-12-05')).rejects.toMatchObject(code('outside_contract'));
    await updateEmployee(ctx, shop.employeeId, 3, {
      contract: { from: '2025-12-05', to: null, minutesPerWeek: null },
    });
    await shiftOn('2025-12-05');
  });

  shop('a shift that is being given to who leaves opens too', async ({ ctx, shop }) => {
    const waiting = async () =>
      (await ctx.db.pool.query("select from pg_locks where locktype = 'advisory' and not granted")).rowCount;
    let left = false;
    let leaving: Promise<unknown> | undefined;
    const given = await ctx.db.transaction(ctx.orgId, async (tx) => {
      const planned = await planShift(tx, ctx, 'shift:create', {
        ...shop,
        startsAt: '2025-12-04T09:00',
        endsAt: '2025-12-04T17:00',
        positionId: null,
        notes: null,
        breaks: [],
      });
      leaving = deactivateEmployee(ctx, shop.employeeId, 1, {}).finally(() => (left = true));
      await expect.poll(async () => left || ((await waiting()) ?? 0) > 0).toBe(true);
      return insertShift(tx, ctx, undefined, planned);
    });
    await leaving;
    expect(await getShift(ctx, given.id)).toMatchObject({ employeeId: null, version: 2 });
  });

  shop(
    'the last owner stays, also when two owners remove each other at once',
    async ({ ctx, shop, make }) => {
      const first = make.as(ctx, await make.user('owner', { employeeId: shop.employeeId }));
      const secondId = await make.employee(shop.departmentId);
      const second = make.as(ctx, await make.user('owner', { employeeId: secondId }));
      // the owner of the fixture has no employee: take its role away
      await ctx.db.transaction(ctx.orgId, (tx) =>
        tx.$client.query(
          'delete from role_assignments r using memberships m where m.id = r.membership_id and m.user_id = $1',
          [ctx.actor.kind === 'user' ? ctx.actor.userId : null],
        ),
      );
      const both = await Promise.allSettled([
        deactivateEmployee(first, secondId, 1, {}),
        deactivateEmployee(second, shop.employeeId, 1, {}),
      ]);
      expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(both.find((one) => one.status === 'rejected')?.reason).toMatchObject(code('last_owner'));
    },
  );

  shop('is for administrators; owners only by owners', async ({ ctx, shop, make, foreign }) => {
    const manager = make.as(ctx, await make.user('manager', { departmentId: shop.departmentId }));
    const admin = make.as(ctx, await make.user('admin'));
    const ownerId = await make.employee(shop.departmentId);
    await make.user('owner', { employeeId: ownerId });
    await expect(deactivateEmployee(manager, shop.employeeId, 1, {})).rejects.toMatchObject(
      code('forbidden'),
    );
    await expect(reactivateEmployee(manager, shop.employeeId, 1)).rejects.toMatchObject(code('forbidden'));
    await expect(deactivateEmployee(admin, ownerId, 1, {})).rejects.toMatchObject(code('forbidden'));
    await expect(deactivateEmployee(foreign.ctx, ownerId, 1, {})).rejects.toMatchObject(code('not_found'));
    await expect(reactivateEmployee(foreign.ctx, ownerId, 1)).rejects.toMatchObject(code('not_found'));
    await expect(deactivateEmployee(ctx, ownerId, 7, {})).rejects.toMatchObject(code('version_conflict'));
    await expect(reactivateEmployee(ctx, ownerId, undefined)).rejects.toMatchObject(code('version_missing'));
  });

  shop('an open invitation ends with it', async ({ ctx, shop, desk }) => {
    await inviteEmployee(ctx, shop.employeeId, {}, SECRET);
    const token = await mailedToken(ctx);
    await deactivateEmployee(ctx, shop.employeeId, 2, {});
    await expect(getInvitation(desk, token)).rejects.toMatchObject(code('invitation_invalid'));
    await expect(inviteEmployee(ctx, shop.employeeId, {}, SECRET)).rejects.toMatchObject(
      code('employee_inactive'),
    );
  });
});
