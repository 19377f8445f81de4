import { AppError } from '@vaktplan/contracts/errors';
import type { KioskScreen } from '@vaktplan/contracts/http/kiosk';
import { kioskPeopleStatement, type KioskPersonRow } from '@vaktplan/db/queries/kiosk-people';
import { kioskScreenStatement, type KioskScreenRow } from '@vaktplan/db/queries/kiosks';
import type { Ctx } from '../context/ctx.ts';
import { peopleFilter } from './find-people.ts';
import { kioskOf } from './kiosk-actor.ts';
import { presentKioskPerson } from './kiosk.presenter.ts';
import { sealKeyOf } from './seal-pin.ts';

/**
 * All the tablet shows: its place, its profile, and its people unless they only type a PIN. Never a PIN or a hash of one:
 * a tablet can be carried away. Errors: forbidden, not_found.
 */
export async function getKioskScreen(ctx: Ctx, pinSecret: string): Promise<KioskScreen> {
  const kiosk = kioskOf(ctx);
  const named = kiosk.identification !== 'pin';
  const [screens, people] = await ctx.db.read(ctx.orgId, [
    kioskScreenStatement(ctx.orgId, kiosk.deviceId),
    ...(named ? [kioskPeopleStatement(ctx.orgId, peopleFilter(ctx, kiosk))] : []),
  ]);
  const screen = screens?.[0] as KioskScreenRow | undefined;
  if (!screen) throw new AppError('not_found');
  return {
    id: kiosk.deviceId,
    name: screen.name,
    organizationName: screen.organizationName,
    locale: screen.locale,
    location: { id: kiosk.locationId, name: screen.locationName, zone: screen.zone },
    identification: kiosk.identification,
    photo: screen.photo,
    unscheduled: kiosk.unscheduled,
    sealKey: sealKeyOf(pinSecret, kiosk.deviceId),
    people: ((people ?? []) as KioskPersonRow[]).map(presentKioskPerson),
    serverTime: ctx.now().toString(),
  };
}
