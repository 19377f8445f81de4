import type { Identified, Identify } from '@vaktplan/contracts/http/kiosk';
import type { Ctx } from '../context/ctx.ts';
import { identifyPerson, type PinDesk } from './identify-person.ts';
import { kioskOf } from './kiosk-actor.ts';
import { presentKioskPerson } from './kiosk.presenter.ts';

/** Who stands before the tablet, with what goes on and the shift. Errors: forbidden and those of `identifyPerson`. */
export async function identify(ctx: Ctx, input: Identify, desk: PinDesk): Promise<Identified> {
  const people = await identifyPerson(ctx, kioskOf(ctx), desk, input);
  return { people: people.map(presentKioskPerson) };
}
