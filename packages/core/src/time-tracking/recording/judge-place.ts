import { BlockList, isIPv4, isIPv6 } from 'node:net';
import type { ErrorCode } from '@vaktplan/contracts/errors';
import type { PlaceAction, TimePolicySettings } from '@vaktplan/contracts/http/time-policies';
import type { CreatePunch, EntryFlag } from '@vaktplan/contracts/http/time-tracking';
import type { FlagsAt, PolicyOf } from '../compute/facts.rules.ts';
import { zoneClock } from '../compute/zone-clock.rules.ts';

const EARTH_METERS = 6_371_000;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

type Point = { latitude: number; longitude: number };
/** Metres along the surface of the earth. */
export function distanceMeters(a: Point, b: Point): number {
  const half =
    Math.sin(radians(b.latitude - a.latitude) / 2) ** 2 +
    Math.cos(radians(a.latitude)) *
      Math.cos(radians(b.latitude)) *
      Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  return 2 * EARTH_METERS * Math.asin(Math.min(1, Math.sqrt(half)));
}

export type Verdict = 'inside' | 'uncertain' | 'outside';
/** Inside or outside whatever the accuracy; uncertain where it leaves both possible. */
export function geofenceVerdict(distance: number, accuracy: number, radius: number): Verdict {
  if (distance + accuracy <= radius) return 'inside';
  return distance - accuracy > radius ? 'outside' : 'uncertain';
}

const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
/** Does the address lie in one of the networks (CIDR)? An IPv4 address written as IPv6 is itself. */
export function isInNetworks(address: string, networks: readonly string[]): boolean {
  const plain = mapped.exec(address)?.[1] ?? address;
  const family = isIPv4(plain) ? 'ipv4' : isIPv6(plain) ? 'ipv6' : null;
  if (!family) return false;
  const list = new BlockList();
  for (const network of networks) {
    const [base = '', bits] = network.split('/');
    if ((family === 'ipv4') === isIPv4(base)) list.addSubnet(base, Number(bits), family);
  }
  return list.check(plain, family);
}

export type Whereabouts = {
  kind: CreatePunch['kind'];
  source: 'web' | 'mobile' | 'kiosk' | 'manager';
  position: CreatePunch['position'];
  /** Null: not known, as of a punch that waited offline. */
  address: string | null;
  /** A tap of now; what has happened already can be flagged, not prevented. */
  live: boolean;
};
type Place = { latitude: number | null; longitude: number | null; radiusMeters: number | null };
export const NOWHERE: Place = { latitude: null, longitude: null, radiusMeters: null };
export type Whereof = { place: string | null; flags: EntryFlag[]; blocked: ErrorCode | null };

/** What a location's rules say of a punch from there. Only a clock-in of now is ever blocked, never leaving. */
export function judgePlace(
  { kind, source, position, address, live }: Whereabouts,
  place: Place,
  where: TimePolicySettings['where'],
): Whereof {
  // the tablet hangs on the wall of the place, and a manager answers for what is typed in
  if (source === 'manager') return { place: null, flags: [], blocked: null };
  const flags: EntryFlag[] = [];
  let blocked: ErrorCode | null = null;
  const say = (action: PlaceAction, flag: EntryFlag, code: ErrorCode): void => {
    if (action === 'off') return;
    flags.push(flag);
    if (action === 'block' && kind === 'in' && live) blocked ??= code;
  };
  if (!where[source]) say('block', 'source_not_allowed', 'source_not_allowed');
  if (source === 'kiosk') return { place: 'kiosk', flags, blocked };
  const { networks, geofence } = where;
  if (networks.action !== 'off' && address !== null && !isInNetworks(address, networks.allowed)) {
    say(networks.action, 'network_not_allowed', 'network_not_allowed');
  }
  if (position?.mocked) say(where.mocked, 'mock_position', 'position_mocked');
  const { latitude, longitude, radiusMeters } = place;
  if (latitude === null || longitude === null || radiusMeters === null)
    return { place: null, flags, blocked };
  if (kind === 'out' ? geofence.out === 'off' : geofence.in === 'off') return { place: null, flags, blocked };
  if (!position) {
    say(where.position.missing, 'place_unknown', 'position_needed');
    return { place: 'unknown', flags, blocked };
  }
  if (position.ageSeconds > where.position.maxAgeSeconds) {
    // where the phone was the last time says nothing of now
    flags.push('stale_position');
    say(where.position.missing, 'place_unknown', 'position_needed');
    return { place: 'stale', flags, blocked };
  }
  const distance = distanceMeters(position, { latitude, longitude });
  const verdict = geofenceVerdict(distance, position.accuracyMeters, radiusMeters);
  if (verdict === 'uncertain') flags.push('place_uncertain');
  if (verdict === 'outside')
    say(kind === 'out' ? geofence.out : geofence.in, 'outside_place', 'outside_geofence');
  return { place: verdict, flags, blocked };
}

/** From which network a tap came is known when it comes and not after: what that said stays. */
const OF_PLACE: ReadonlySet<EntryFlag> = new Set([
  'source_not_allowed',
  'mock_position',
  'place_unknown',
  'stale_position',
  'place_uncertain',
  'outside_place',
]);

/**
 * Judges again what follows a clock-in, by the place of the work that it turned out to belong to: so it says the same
 * whether it came before or after its clock-in.
 */
export const flagsAt =
  (locations: ReadonlyMap<string, Place>, policyOf: PolicyOf): FlagsAt =>
  ({ kind, at, origin, flags, locationId }, place) => {
    if (!origin || locationId === place.locationId) return flags;
    const { where } = policyOf(place.locationId, zoneClock.dateOf(place.zone, at)).settings;
    const asked = { kind, ...origin, address: null, live: false };
    const judged = judgePlace(asked, locations.get(place.locationId) ?? NOWHERE, where);
    return [...flags.filter((flag) => !OF_PLACE.has(flag)), ...judged.flags];
  };
