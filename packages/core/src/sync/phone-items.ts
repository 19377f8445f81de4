import type { SyncItem, SyncLocation, SyncProfile } from '@vaktplan/contracts/http/sync';
import { permissionsOf } from '@vaktplan/contracts/permissions';
import type { PhoneRows, PlaceRow } from '@vaktplan/db/queries/sync';
import type { UserActor } from '../context/ctx.ts';
import { presentNotification } from '../notifications/notification.presenter.ts';
import { presentSettings } from '../notification-settings/settings.presenter.ts';
import { zoneClock } from '../time-tracking/compute/zone-clock.rules.ts';
import { policyFinder } from '../time-tracking/recording/policies.ts';
import { presentCorrection } from '../timesheets/correction.presenter.ts';
import { presentLine } from '../timesheets/line.presenter.ts';
import { phoneTimesheets } from './phone-timesheets.ts';

type PhoneOrganization = NonNullable<PhoneRows['organization']>;

/** Rows -> everything that the person's phone keeps, in the order in which it is told. `now` in milliseconds. */
export function phoneItems(
  actor: UserActor,
  rows: PhoneRows & { organization: PhoneOrganization },
  now: number,
): SyncItem[] {
  const profile = profileOf(actor, rows);
  return [
    { kind: 'profile', id: actor.userId, item: profile },
    ...placesOf(rows, now).map((item) => ({ kind: 'location' as const, id: item.id, item })),
    ...rows.shifts.map((item) => ({ kind: 'shift' as const, id: item.id, item })),
    ...rows.lines.map((row) => ({ kind: 'time_entry' as const, id: row.id, item: presentLine(actor, row) })),
    ...phoneTimesheets(actor, rows).map((item) => ({ kind: 'timesheet' as const, id: item.id, item })),
    ...rows.corrections.map((row) => ({
      kind: 'correction' as const,
      id: row.id,
      item: presentCorrection(actor, row),
    })),
    ...rows.notifications.map((row) => ({
      kind: 'notification' as const,
      id: row.id,
      item: presentNotification(row),
    })),
    ...rows.colleagues.map((item) => ({ kind: 'colleague' as const, id: item.shiftId, item })),
  ];
}

const profileOf = (
  { userId, grants }: UserActor,
  { organization, employee, settings }: PhoneRows & { organization: PhoneOrganization },
): SyncProfile => ({
  userId,
  employee: employee ?? null,
  organization,
  permissions: permissionsOf(grants),
  settings: presentSettings(settings),
});

/** Where the person belongs or has a shift, with what holds there today. */
function placesOf({ employee, shifts, locations, policies }: PhoneRows, now: number): SyncLocation[] {
  const own = new Set([
    ...(employee?.departments ?? []).map(({ locationId }) => locationId),
    ...shifts.map(({ locationId }) => locationId),
  ]);
  const policyOf = policyFinder(policies);
  return locations
    .filter(({ id }) => own.has(id))
    .map((place) => {
      const { where } = policyOf(place.id, zoneClock.dateOf(place.zone, now)).settings;
      const geofence = circleOf(place);
      const looked = where.geofence.in !== 'off' || where.geofence.out !== 'off';
      return {
        id: place.id,
        name: place.name,
        zone: place.zone,
        address: place.address,
        geofence,
        punch: {
          mobile: where.mobile,
          asksPosition: geofence !== null && looked,
          asksPhoto: where.photo ?? false,
          positionMissing: where.position.missing,
          outside: where.geofence.in,
          maxAgeSeconds: where.position.maxAgeSeconds,
        },
      };
    });
}

const circleOf = ({ latitude, longitude, radiusMeters }: PlaceRow): SyncLocation['geofence'] =>
  latitude === null || longitude === null || radiusMeters === null
    ? null
    : { latitude, longitude, radiusMeters };
