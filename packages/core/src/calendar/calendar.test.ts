import ICAL from 'ical.js';
import { describe, expect } from 'vitest';
import { CalendarFeedList, CalendarFeedView } from '@vaktplan/contracts/http/calendar-feeds';
import { dbTest } from '@vaktplan/testing/db-test';
import type { Ctx } from '../context/ctx.ts';
import { deactivateEmployee } from '../employees/deactivate-employee.ts';
import { publishSchedule } from '../schedules/publish-schedule.ts';
import { unpublishSchedule } from '../schedules/unpublish-schedule.ts';
import { createShift } from '../shifts/create-shift.ts';
import { deleteShift } from '../shifts/delete-shift.ts';
import { updateShift } from '../shifts/update-shift.ts';
import { createCalendarFeed } from './create-calendar-feed.ts';
import { listCalendarFeeds } from './list-calendar-feeds.ts';
import { readCalendar } from './read-calendar.ts';
import { renewCalendarFeed } from './renew-calendar-feed.ts';
import { revokeCalendarFeed } from './revoke-calendar-feed.ts';

const links = { secret: 'a secret of thirty-two characters', webUrl: 'https://vaktplan.test' };
const week = { startDate: '2025-12-01', endDate: '2025-12-07' };
const fails = (code: string) => expect.objectContaining({ code });
const tokenIn = (feed: CalendarFeedView): string => /\/calendar\/(.+)\.ics$/.exec(feed.url ?? '')?.[1] ?? '';
const SHAPE = /^https:\/\/vaktplan\.test\/calendar\/[\w-]{54}\.ics$/;

type Seen = {
  uid: string;
  status: string;
  sequence: number;
  start: string;
  end: string;
  title: string;
  text: string;
};
/** What a client reads, by a parser that throws on what is not right. */
const read = async (desk: Ctx, feed: CalendarFeedView): Promise<Seen[]> => {
  const { text } = await readCalendar(desk, tokenIn(feed));
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component, { strictExceptions: true });
    return {
      uid: event.uid,
      status: String(component.getFirstPropertyValue('status')),
      sequence: event.sequence,
      start: event.startDate.toICALString(),
      end: event.endDate.toICALString(),
      title: event.summary,
      text: event.description,
    };
  });
};

const shop = dbTest.extend<{
  shop: {
    locationId: string;
    bar: string;
    floor: string;
    anna: string;
    bo: string;
    own: Ctx;
    publish: () => Promise<unknown>;
    plan: (from: string, to: string, more?: object) => Promise<string>;
  };
}>({
  shop: async ({ ctx, make }, use) => {
    const locationId = await make.location({ name: 'Nørrebro', address: 'Elmegade 1, 2200 København' });
    const bar = await make.department(locationId, 'Bar');
    const floor = await make.department(locationId, 'Floor');
    const bartender = await make.position(bar, 'Bartender');
    const anna = await make.employee(bar, { name: 'Anna', positionIds: [bartender] });
    const bo = await make.employee(bar, { name: 'Bo' });
    const own = make.as(ctx, await make.user('employee', { employeeId: anna }));
    const plan = async (from: string, to: string, more: object = {}) =>
      (
        await createShift(ctx, {
          departmentId: bar,
          positionId: bartender,
          employeeId: anna,
          startsAt: from,
          endsAt: to,
          ...more,
        })
      ).id;
    const publish = () => publishSchedule(ctx, { locationId, ...week, notify: 'none' });
    await use({ locationId, bar, floor, anna, bo, own, publish, plan });
  },
});

describe('what the calendar says', () => {
  shop(
    'one’s own published shifts in UTC, drafts not; the same text while nothing changes',
    async ({ ctx, shop }) => {
      const id = await shop.plan('2025-12-01T22:00', '2025-12-02T06:00', {
        notes: 'Nøgle; hos Bo, \\ "kom"\nto linjer',
        breaks: [{ minutes: 30, paid: false }],
      });
      await shop.publish();
      await shop.plan('2025-12-04T10:00', '2025-12-04T12:00');
      const feed = await createCalendarFeed(shop.own, { kind: 'employee' }, links);
      expect(await read(ctx, feed)).toEqual([
        {
          uid: `${id}@vaktplan`,
          status: 'CONFIRMED',
          sequence: 0,
          start: '20251201T210000Z',
          end: '20251202T050000Z',
          title: 'Bartender, Nørrebro',
          text: 'Department: Bar\nBreak 30 min, unpaid\nNøgle; hos Bo, \\ "kom"\nto linjer',
        },
      ]);
      const first = await readCalendar(ctx, tokenIn(feed));
      expect(await readCalendar(ctx, tokenIn(feed))).toEqual(first);
      expect(first.text).toContain('X-WR-CALNAME:Anna · Vaktplan\r\n');
      expect(first.text).toMatch(/METHOD:PUBLISH\r\n/);
      expect(first.text).not.toMatch(/TZID|VTIMEZONE/);
    },
  );

  shop(
    'a shift keeps its UID, its sequence rises with each publication, and one taken away is cancelled',
    async ({ ctx, clock, shop }) => {
      const moved = await shop.plan('2025-12-01T10:00', '2025-12-01T12:00');
      const given = await shop.plan('2025-12-02T10:00', '2025-12-02T12:00');
      const gone = await shop.plan('2025-12-03T10:00', '2025-12-03T12:00');
      await shop.publish();
      const feed = await createCalendarFeed(shop.own, { kind: 'employee' }, links);
      clock.advance({ hours: 1 });
      await updateShift(ctx, moved, 1, { startsAt: '2025-12-01T11:00', endsAt: '2025-12-01T13:00' });
      await updateShift(ctx, given, 1, { employeeId: shop.bo, positionId: null });
      await deleteShift(ctx, gone, 1);
      expect((await read(ctx, feed)).map(({ status, sequence }) => [status, sequence])).toEqual([
        ['CONFIRMED', 0],
        ['CONFIRMED', 0],
        ['CONFIRMED', 0],
      ]);
      await shop.publish();
      const seen = new Map((await read(ctx, feed)).map((one) => [one.uid, one]));
      expect(seen.get(`${moved}@vaktplan`)).toMatchObject({
        status: 'CONFIRMED',
        sequence: 1,
        start: '20251201T100000Z',
      });
      expect(seen.get(`${given}@vaktplan`)).toMatchObject({
        status: 'CANCELLED',
        sequence: 1,
        start: '20251202T090000Z',
      });
      expect(seen.get(`${gone}@vaktplan`)).toMatchObject({ status: 'CANCELLED', sequence: 1 });
      clock.advance({ hours: 1 });
      await updateShift(ctx, given, 2, { employeeId: shop.anna });
      await shop.publish();
      clock.advance({ hours: 1 });
      await unpublishSchedule(ctx, {
        locationId: shop.locationId,
        startDate: '2025-12-01',
        endDate: '2025-12-01',
      });
      const later = new Map((await read(ctx, feed)).map((one) => [one.uid, one]));
      expect(later.get(`${given}@vaktplan`)).toMatchObject({ status: 'CONFIRMED', sequence: 2 });
      expect(later.get(`${moved}@vaktplan`)).toMatchObject({ status: 'CANCELLED', sequence: 2 });
    },
  );

  shop('nights when the clocks change are as long as they are', async ({ ctx, clock, shop }) => {
    clock.set('2026-03-01T08:00:00Z');
    await shop.plan('2026-03-28T22:00', '2026-03-29T06:00');
    await shop.plan('2026-10-24T22:00', '2026-10-25T06:00');
    await publishSchedule(ctx, {
      locationId: shop.locationId,
      startDate: '2026-03-28',
      endDate: '2026-03-28',
      notify: 'none',
    });
    await publishSchedule(ctx, {
      locationId: shop.locationId,
      startDate: '2026-10-24',
      endDate: '2026-10-24',
      notify: 'none',
    });
    const seen = await read(ctx, await createCalendarFeed(shop.own, { kind: 'employee' }, links));
    expect(seen.map(({ start, end }) => [start, end])).toEqual([
      ['20260328T210000Z', '20260329T040000Z'],
      ['20261024T200000Z', '20261025T050000Z'],
    ]);
  });

  shop('from a month back to a year ahead', async ({ ctx, clock, shop }) => {
    await shop.plan('2025-12-01T10:00', '2025-12-01T12:00');
    await shop.publish();
    const feed = await createCalendarFeed(shop.own, { kind: 'employee' }, links);
    for (const [now, seen] of [
      ['2024-11-30T08:00:00Z', 0],
      ['2024-12-01T08:00:00Z', 1],
      ['2026-01-01T08:00:00Z', 1],
      ['2026-01-02T08:00:00Z', 0],
    ] as const) {
      clock.set(now);
      expect([now, await read(ctx, feed)]).toEqual([now, expect.objectContaining({ length: seen })]);
    }
  });

  shop(
    'a location’s shifts, open ones too, to a manager as far as they plan there',
    async ({ ctx, make, shop }) => {
      await shop.plan('2025-12-01T10:00', '2025-12-01T12:00');
      await shop.plan('2025-12-02T10:00', '2025-12-02T12:00', { employeeId: null });
      await createShift(ctx, {
        departmentId: shop.floor,
        startsAt: '2025-12-03T10:00',
        endsAt: '2025-12-03T12:00',
      });
      await shop.publish();
      const titles = async (as: Ctx) => {
        const feed = await createCalendarFeed(as, { kind: 'location', locationId: shop.locationId }, links);
        return (await read(ctx, feed)).map(({ title }) => title);
      };
      expect(await titles(ctx)).toEqual(['Anna: Bartender', 'Open shift: Bartender', 'Open shift: Floor']);
      expect(await titles(make.as(ctx, await make.user('manager', { departmentId: shop.floor })))).toEqual([
        'Open shift: Floor',
      ]);
    },
  );
});

describe('subscriptions', () => {
  shop('one each, shown again with its address; only the hash is kept', async ({ ctx, shop, db }) => {
    const feed = CalendarFeedView.parse(await createCalendarFeed(shop.own, { kind: 'employee' }, links));
    expect(feed.url).toMatch(SHAPE);
    expect(await createCalendarFeed(shop.own, { kind: 'employee' }, links)).toEqual(feed);
    expect(CalendarFeedList.parse(await listCalendarFeeds(shop.own, links)).data).toEqual([feed]);
    expect((await listCalendarFeeds(ctx, links)).data).toEqual([]);
    const [other] = (await listCalendarFeeds(shop.own, { ...links, secret: 'another secret' })).data;
    expect(other).toMatchObject({ id: feed.id, url: null });
    const [feeds, events] = await db.read(ctx.orgId, [
      { name: 'f', text: 'select f::text as line from calendar_feeds f', values: [] },
      {
        name: 'e',
        text: "select e::text as line from events e where event_type = 'calendarFeed.changed'",
        values: [],
      },
    ]);
    expect(events).toHaveLength(1);
    expect(JSON.stringify([feeds, events])).not.toContain(tokenIn(feed));
  });

  shop('renewed: another address, and the old one finds nothing; revoked: none', async ({ ctx, shop }) => {
    const feed = await createCalendarFeed(shop.own, { kind: 'employee' }, links);
    const renewed = await renewCalendarFeed(shop.own, feed.id, links);
    expect(renewed.url).toMatch(SHAPE);
    expect(renewed.url).not.toBe(feed.url);
    await expect(readCalendar(ctx, tokenIn(feed))).rejects.toThrow(fails('not_found'));
    expect(await read(ctx, renewed)).toEqual([]);
    await expect(renewCalendarFeed(shop.own, feed.id, links)).rejects.toThrow(fails('not_found'));
    await revokeCalendarFeed(shop.own, renewed.id);
    await expect(readCalendar(ctx, tokenIn(renewed))).rejects.toThrow(fails('not_found'));
    expect((await listCalendarFeeds(shop.own, links)).data).toEqual([]);
  });

  shop('renewing twice with one key renews once', async ({ shop }) => {
    const feed = await createCalendarFeed(shop.own, { kind: 'employee' }, links);
    const once = { ...shop.own, idempotency: { key: 'k', route: 'POST renew', bodyHash: 'b' } };
    const renewed = await renewCalendarFeed(once, feed.id, links);
    expect(await renewCalendarFeed(once, feed.id, links)).toEqual(renewed);
  });

  shop(
    'not for others: another’s subscription, another place, another organisation',
    async ({ ctx, make, shop, foreign }) => {
      const feed = await createCalendarFeed(shop.own, { kind: 'employee' }, links);
      for (const stranger of [ctx, foreign.ctx]) {
        await expect(renewCalendarFeed(stranger, feed.id, links)).rejects.toThrow(fails('not_found'));
        await expect(revokeCalendarFeed(stranger, feed.id)).rejects.toThrow(fails('not_found'));
      }
      const place = { kind: 'location', locationId: shop.locationId } as const;
      await expect(createCalendarFeed(shop.own, place, links)).rejects.toThrow(fails('forbidden'));
      await expect(createCalendarFeed(foreign.ctx, place, links)).rejects.toThrow(fails('not_found'));
      const far = make.as(ctx, await make.user('manager', { locationId: await make.location() }));
      await expect(createCalendarFeed(far, place, links)).rejects.toThrow(fails('forbidden'));
      await expect(createCalendarFeed(ctx, { kind: 'employee' }, links)).rejects.toThrow(
        fails('no_employee'),
      );
    },
  );

  shop('who left, or plans there no more, reads nothing more', async ({ ctx, make, shop, db }) => {
    const manager = make.as(ctx, await make.user('manager', { locationId: shop.locationId }));
    const place = await createCalendarFeed(manager, { kind: 'location', locationId: shop.locationId }, links);
    const feed = await createCalendarFeed(shop.own, { kind: 'employee' }, links);
    await db.transaction(ctx.orgId, (tx) =>
      tx.$client.query(
        "update role_assignments set role = 'employee', location_id = null where role = 'manager'",
      ),
    );
    await expect(readCalendar(ctx, tokenIn(place))).rejects.toThrow(fails('not_found'));
    await deactivateEmployee(ctx, shop.anna, 1, { lastDay: '2025-12-01' });
    await expect(readCalendar(ctx, tokenIn(feed))).rejects.toThrow(fails('not_found'));
  });

  shop.for(['', 'x', 'A'.repeat(54), '../../etc/passwd', '\0'.repeat(54), 'a'.repeat(5000)])(
    'no token: %j',
    async (token, { ctx }) => {
      await expect(readCalendar(ctx, token)).rejects.toThrow(fails('not_found'));
    },
  );
});
