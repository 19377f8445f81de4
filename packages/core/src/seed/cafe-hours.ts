import { Temporal } from 'temporal-polyfill';
import { insertRefusedTap } from '@vaktplan/db/queries/refused-taps';
import { newId } from '@vaktplan/platform/new-id';
import type { Ctx } from '../context/ctx.ts';
import { createKiosk } from '../kiosk/create-kiosk.ts';
import { setPin } from '../kiosk/set-pin.ts';
import { approveEntries } from '../timesheets/approve-entries.ts';
import { getTimesheet } from '../timesheets/get-timesheet.ts';
import { listTimesheetLines } from '../timesheets/list-lines.ts';
import { proposeCorrection } from '../timesheets/propose-correction.ts';
import { CAFE_PEOPLE, firstNumber, type CafePerson } from './cafe-people.ts';
import type { Today } from './cafe-plan.ts';
import type { Cafe } from './cafe-structure.ts';

/** Of the demo only: 1 and the employee number, so Freja (101) has 1101. */
const demoPin = (person: CafePerson): string => `1${firstNumber + Object.keys(CAFE_PEOPLE).indexOf(person)}`;

/** A tablet at the door and a PIN for everybody; one tap of this morning was refused, with a wrong PIN. */
export async function equipCafe(ctx: Ctx, cafe: Cafe, pinSecret: string): Promise<void> {
  for (const [person, id] of Object.entries(cafe.people) as [CafePerson, string][])
    await setPin(ctx, id, demoPin(person), pinSecret);
  const { locationId } = cafe;
  const { kiosk } = await createKiosk(ctx, { locationId, name: 'Entrance', photo: 'optional' }, pinSecret);
  const at = ctx.now().subtract({ hours: 26 }).toString();
  const tap = { kioskId: kiosk.id, locationId, employeeId: cafe.people.oscar, kind: 'in' } as const;
  await ctx.db.transaction(ctx.orgId, (tx) =>
    insertRefusedTap(tx, ctx.orgId, {
      ...tap,
      id: newId(),
      occurredAt: at,
      problem: 'pin_wrong',
      createdAt: at,
    }),
  );
}

/** The owner has approved the weeks before the last; what came since is there to be looked at. */
export async function approveCafe(ctx: Ctx, { monday }: Today): Promise<void> {
  const before = (days: number) => Temporal.PlainDate.from(monday).subtract({ days }).toString();
  const { data } = await listTimesheetLines(ctx, { startDate: before(42), endDate: before(8) });
  const entries = data
    .filter((line) => !line.exception && line.abilities.approve)
    .map(({ id, version }) => ({ id, version }));
  if (entries.length > 0) await approveEntries(ctx, { entries });
}

/** The employee says that the last shift was longer, and that work of three days ago was never punched. */
export async function proposeCafe(ctx: Ctx, { locationId, people }: Cafe, today: Today): Promise<void> {
  const { lines } = await getTimesheet(ctx, { employeeId: people.sofie, date: today.date });
  const last = lines.findLast((line) => line.endedAt !== null && line.abilities.propose);
  const later = (instant: string, minutes: number) =>
    Temporal.Instant.from(instant).add({ minutes }).toString();
  if (last?.endedAt && later(last.endedAt, 30) < ctx.now().toString()) {
    await proposeCorrection(ctx, {
      entryId: last.id,
      entryVersion: last.version,
      startedAt: last.startedAt,
      endedAt: later(last.endedAt, 25),
      breaks: last.breaks.flatMap(({ startedAt, endedAt, paid }) =>
        endedAt ? [{ startedAt, endedAt, paid }] : [],
      ),
      comment: 'I counted the till after clocking out.',
    });
  }
  const days = new Set(lines.map(({ localDate }) => localDate));
  const free = [3, 4, 5, 6].map((back) =>
    Temporal.PlainDate.from(today.date).subtract({ days: back }).toString(),
  );
  const date = free.find((day) => !days.has(day));
  if (!date) return;
  await proposeCorrection(ctx, {
    locationId,
    startedAt: `${date}T14:00`,
    endedAt: `${date}T16:00`,
    comment: 'Helped with the delivery, the tablet was off.',
  });
}
