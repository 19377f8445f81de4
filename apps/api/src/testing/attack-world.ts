import { createShift } from '@vaktplan/core/shifts/create-shift';
import { deleteShift } from '@vaktplan/core/shifts/delete-shift';
import { publishSchedule } from '@vaktplan/core/schedules/publish-schedule';
import { deactivateEmployee } from '@vaktplan/core/employees/deactivate-employee';
import { inviteEmployee } from '@vaktplan/core/employees/invite-employee';
import { invitationToken } from '@vaktplan/core/employees/invitation-token';
import { createKiosk } from '@vaktplan/core/kiosk/create-kiosk';
import { setPin } from '@vaktplan/core/kiosk/set-pin';
import { createSkill } from '@vaktplan/core/organizations/create-skill';
import { recordPunch } from '@vaktplan/core/time-tracking/record-punch';
import type { Ctx, UserActor } from '@vaktplan/core/context/ctx';
import * as schema from '@vaktplan/db/schema';
import type { Make } from '@vaktplan/testing/make';
import { eq } from 'drizzle-orm';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { createFeeds } from './calendar-rows.ts';
import { createTimesheets } from './timesheet-world.ts';
import type { Env } from '../env.ts';
import { MINUTES, PRIVATE, RATE } from './private.ts';
import { createTemplates } from './template-world.ts';
import { createFiles } from './file-world.ts';
import { makeKiosk } from './kiosk.ts';

export type World = {
  ids: Readonly<Record<string, string>>;
  token: string;
  /** The key of `ids.kiosk`, and a code that no tablet has used. */
  kioskToken: string;
  kioskCode: string;
  /** The key of the owner’s own calendar. */
  feedToken: string;
  /** Owner, and an employee of the department. */
  boss: UserActor;
  /** An employee of the same department, no more. */
  peer: UserActor;
  /** A manager of another department. */
  elsewhere: UserActor;
};

const day = (date: string) => ({ startsAt: `${date}T09:00`, endsAt: `${date}T17:00` });

/** An organisation with at least one row of everything that an address or a body can name. */
export async function createWorld(ctx: Ctx, make: Make, env: Env): Promise<World> {
  const { AUTH_SECRET: authSecret } = env;
  const place = await createPlaces(ctx, make);
  const people = await createPeople(make, place.department);
  const boss = await make.user('owner', { employeeId: people.worker });
  const peer = await make.user('employee', { employeeId: people.peer });
  const clocked = await make.user('employee', { employeeId: people.colleague });
  const elsewhere = await make.user('manager', { departmentId: place.elsewhere });
  const own = make.as(ctx, boss);

  const shifts = await createShifts(own, place, people);
  await deactivateEmployee(own, people.leaver, 1, { lastDay: '2025-12-01' });
  await inviteEmployee(own, people.newcomer, {}, authSecret);
  const punched = await recordPunch(make.as(ctx, clocked), {
    id: uuidv7(),
    kind: 'in',
    locationId: place.location,
  });
  const rest = await ctx.db.transaction(ctx.orgId, async (tx) => {
    const notification = uuidv7();
    await tx.insert(schema.notifications).values({
      organizationId: ctx.orgId,
      id: notification,
      userId: boss.userId,
      kind: 'welcome',
      title: PRIVATE.draft,
      body: PRIVATE.draft,
      dedupeKey: notification,
    });
    const device = uuidv7();
    await tx.insert(schema.devices).values({
      organizationId: ctx.orgId,
      id: device,
      userId: boss.userId,
      kind: 'ios',
      name: 'Phone',
      provider: 'apns',
      pushToken: `token-${device}`,
    });
    await tx
      .update(schema.employmentContracts)
      .set({ minutesPerWeek: MINUTES })
      .where(eq(schema.employmentContracts.employeeId, people.colleague));
    const [invitation] = await tx.select({ id: schema.invitations.id }).from(schema.invitations);
    return { notification, device, invitation: invitation?.id ?? '' };
  });
  const tablets = await createKiosks(own, env, place.location, people.peer);
  const photos = await createFiles(ctx, {
    locationId: place.location,
    boss,
    worker: people.worker,
    peer: people.peer,
    kioskId: tablets.ids.kiosk,
  });
  const hours = await createTimesheets({
    boss: own,
    bossId: people.worker,
    colleague: make.as(ctx, clocked),
    employeeId: people.colleague,
    locationId: place.location,
  });
  const feeds = await createFeeds(own, env, place);
  const ids = {
    organization: ctx.orgId,
    ...(await createTemplates(own, place, people.colleague)),
    ...hours,
    ...place,
    ...people,
    ...shifts,
    ...tablets.ids,
    ...photos,
    ...feeds.ids,
    notification: rest.notification,
    device: rest.device,
    entry: punched.entry.id,
    punch: punched.punch.id,
  };
  return {
    ids,
    token: invitationToken(authSecret, rest.invitation),
    ...tablets.keys,
    feedToken: feeds.feedToken,
    boss,
    peer,
    elsewhere,
  };
}

export const PEER_PIN = '2468';

async function createKiosks(own: Ctx, env: Env, locationId: string, peer: string) {
  const kiosk = await makeKiosk(own, env, { locationId });
  const spare = await makeKiosk(own, env, { locationId });
  const { code } = await createKiosk(own, { locationId, name: 'Not yet' }, env.PIN_SECRET);
  await setPin(own, peer, PEER_PIN, env.PIN_SECRET);
  return {
    ids: { kiosk: kiosk.id, spareKiosk: spare.id },
    keys: { kioskToken: kiosk.token, kioskCode: code },
  };
}

async function createPlaces(ctx: Ctx, make: Make) {
  const location = await make.location();
  const other = await make.location();
  const department = await make.department(location);
  const spareDepartment = await make.department(location);
  return {
    location,
    department,
    spareDepartment,
    spareLocation: await make.location(),
    elsewhere: await make.department(other),
    position: await make.position(department),
    sparePosition: await make.position(spareDepartment),
    skill: (await createSkill(ctx, { name: 'First aid' })).id,
    licence: (await createSkill(ctx, { name: 'Licence' })).id,
  };
}

async function createPeople(make: Make, department: string) {
  return {
    worker: await make.employee(department),
    colleague: await make.employee(department, {
      email: PRIVATE.email,
      phone: PRIVATE.phone,
      number: PRIVATE.number,
      hourlyMinor: RATE,
    }),
    peer: await make.employee(department),
    newcomer: await make.employee(department),
    candidate: await make.employee(department),
    leaver: await make.employee(department),
  };
}

async function createShifts(
  own: Ctx,
  place: { location: string; department: string; position: string },
  people: { colleague: string; worker: string },
) {
  const wish = { departmentId: place.department, positionId: place.position, notes: PRIVATE.draft };
  const published = await createShift(own, { ...wish, employeeId: people.colleague, ...day('2025-12-03') });
  const scope = { locationId: place.location, startDate: '2025-12-01', endDate: '2025-12-07' };
  await publishSchedule(own, { ...scope, notify: 'none' });
  const draft = await createShift(own, { ...wish, employeeId: people.colleague, ...day('2025-12-02') });
  const open = await createShift(own, { ...wish, ...day('2025-12-04') });
  const gone = await createShift(own, { ...wish, ...day('2025-12-05') });
  await deleteShift(own, gone.id, 1);
  return {
    shift: draft.id,
    open: open.id,
    published: published.id,
    gone: gone.id,
    schedule: draft.scheduleId,
  };
}

/**
 * One sum over every row of an organisation, as the database's owner sees them; but what a phone was told is noted as it reads,
 * and a refusal as it is refused.
 */
export async function sumOf(ownerUrl: string, orgId: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select table_name as name from information_schema.columns
       where table_schema = 'public' and column_name = 'organization_id' and table_name <> 'sync_cursors' order by 1`,
    );
    const each = tables.map(
      ({ name }) =>
        `select '${name}' as name, t::text as line from ${name} t where t.organization_id = $1
           and to_jsonb(t)->>'event_type' is distinct from 'action.refused'`,
    );
    const text = `select count(*)::int as rows, md5(string_agg(name || line, '|' order by name, line)) as sum
                  from (${each.join(' union all ')} union all select 'organizations', o::text from organizations o where o.id = $1) x`;
    const { rows } = await client.query<{ rows: number; sum: string }>(text, [orgId]);
    return `${rows[0]?.rows} rows, ${rows[0]?.sum}`;
  } finally {
    await client.end();
  }
}
