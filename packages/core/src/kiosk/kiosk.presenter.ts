import type { KioskPerson, KioskView } from '@vaktplan/contracts/http/kiosk';
import type { KioskPersonRow } from '@vaktplan/db/queries/kiosk-people';
import type { KioskRow } from '@vaktplan/db/queries/kiosks';
import { can } from '../context/authorize.ts';
import type { Actor } from '../context/ctx.ts';

const stateOf = (row: KioskRow, now: number): KioskView['state'] => {
  if (row.enrolledAt) return 'active';
  return row.codeExpiresAt && Date.parse(row.codeExpiresAt) > now ? 'waiting' : 'expired';
};

/** Row -> the only outward shape of a kiosk. `now` in milliseconds. */
export const presentKiosk = (actor: Actor, row: KioskRow, now: number): KioskView => ({
  ...row,
  codeExpiresAt: row.codeExpiresAt && Date.parse(row.codeExpiresAt) > now ? row.codeExpiresAt : null,
  state: stateOf(row, now),
  abilities: { update: can(actor, 'kiosk:manage', { locationId: row.locationId }) },
});

/** A person as the tablet shows them. */
export const presentKioskPerson = (row: KioskPersonRow): KioskPerson => ({
  employeeId: row.employeeId,
  name: row.name,
  state: row.startedAt === null ? 'out' : row.breakStartedAt === null ? 'in' : 'on_break',
  since: row.breakStartedAt ?? row.startedAt,
  shift: row.shiftId
    ? {
        id: row.shiftId,
        startsAt: row.shiftStartsAt,
        endsAt: row.shiftEndsAt,
        positionName: row.positionName,
      }
    : null,
  hasPin: row.pinHash !== null,
});
