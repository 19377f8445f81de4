import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EVER, person, world } from './fixtures.ts';
import { evaluate, evaluateShift, gravest, gravestOfShift, inOrder } from './evaluate.rules.ts';
import { firstOfWeek, type Finding, type PlannedFact } from './facts.rules.ts';

const HOUR = 3_600_000;
const QUARTER = HOUR / 4;
// a fortnight around the turn of a year, in quarters of an hour
const BEGIN = Date.UTC(2025, 11, 27);

const shift = fc
  .record({
    at: fc.integer({ min: 0, max: 14 * 96 }),
    length: fc.integer({ min: 1, max: 96 }),
    place: fc.constantFrom('a', 'b'),
  })
  .map(({ at, length, place }): Omit<PlannedFact, 'id'> => {
    const from = BEGIN + at * QUARTER;
    const to = from + length * QUARTER;
    const dayIn = (ms: number) => Math.floor(ms / (24 * HOUR));
    return {
      locationId: place,
      positionId: null,
      from,
      to,
      day: dayIn(from),
      endDay: dayIn(to - 1),
      paidMinutes: length * 15,
    };
  });
const plans = fc
  .array(shift, { maxLength: 9 })
  .map((list) => list.map((one, nr): PlannedFact => ({ ...one, id: String(nr) })));
const who = person({ contracts: [{ ...EVER, minutesPerWeek: 1800 }] });
const say = (one: Finding) => JSON.stringify(one);

test('the order in which shifts are given does not matter', () => {
  fc.assert(
    fc.property(
      plans.chain((plan) =>
        fc.tuple(fc.constant(plan), fc.shuffledSubarray(plan, { minLength: plan.length })),
      ),
      ([plan, shuffled]) => {
        expect(evaluate(who, shuffled, world()).map(say)).toEqual(evaluate(who, plan, world()).map(say));
      },
    ),
  );
});

test('the gravest finding of a shift is the same, asked for alone', () => {
  fc.assert(
    fc.property(plans, shift, fc.constantFrom('0', 'new'), (plan, one, id) => {
      const placed = { ...one, id };
      expect(gravestOfShift(who, plan.toSorted(inOrder), placed, world())).toEqual(
        gravest(evaluateShift(who, plan, placed, world())),
      );
    }),
  );
});

test('overlaps are exactly the pairs that share a moment, once each', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const found = evaluate(who, plan, world())
        .filter((one) => one.unit === 'minutes' && /overlap|double/.test(one.rule))
        .map((one) => one.shiftIds.toSorted().join('+'));
      const wanted = plan.flatMap((a, i) =>
        plan.slice(i + 1).flatMap((b) => (a.from < b.to && b.from < a.to ? [`${a.id}+${b.id}`] : [])),
      );
      expect(found.toSorted()).toEqual(wanted.toSorted());
    }),
  );
});

test('moving everything by whole weeks moves the findings and changes nothing else', () => {
  fc.assert(
    fc.property(plans, fc.integer({ min: -60, max: 60 }), (plan, weeks) => {
      const by = (one: PlannedFact): PlannedFact => ({
        ...one,
        from: one.from + weeks * 168 * HOUR,
        to: one.to + weeks * 168 * HOUR,
        day: one.day + weeks * 7,
        endDay: one.endDay + weeks * 7,
      });
      const bare = (one: Finding) => `${one.rule} ${one.shiftIds.join('+')} ${one.actual}/${one.limit}`;
      expect(evaluate(who, plan.map(by), world()).map(bare)).toEqual(evaluate(who, plan, world()).map(bare));
    }),
  );
});

test('a rest that is too short is free of work, shorter than the limit and not empty', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      for (const one of evaluate(who, plan, world()).filter(({ rule }) => rule === 'rest_short')) {
        expect(one.to - one.from).toBeGreaterThan(0);
        expect(one.actual).toBeLessThan(660);
        expect(plan.some((work) => work.from < one.to && one.from < work.to)).toBe(false);
      }
    }),
  );
});

test('taking a shift away never adds an overlap nor hours', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const count = (list: PlannedFact[]) =>
        evaluate(who, list, world()).filter(({ rule }) => rule !== 'rest_short').length;
      expect(count(plan.slice(1))).toBeLessThanOrEqual(count(plan));
    }),
  );
});

test('a week is seven days that begin on its first day', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -40_000, max: 400_000 }),
      fc.integer({ min: 1, max: 7 }),
      (day, weekStart) => {
        const first = firstOfWeek(day, weekStart);
        expect(day - first).toBeGreaterThanOrEqual(0);
        expect(day - first).toBeLessThan(7);
        expect(new Date(first * 24 * HOUR).getUTCDay()).toBe(weekStart % 7);
      },
    ),
  );
});
