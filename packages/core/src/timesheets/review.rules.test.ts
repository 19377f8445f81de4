import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedSinceDecision, lineState, refusalOf, type Act, type ReviewFacts } from './review.rules.ts';

const complete: ReviewFacts = { ended: true, version: 2, review: null, submitted: false, period: 'open' };
const approved: ReviewFacts = { ...complete, review: { state: 'approved', entryVersion: 2 } };
const rejected: ReviewFacts = { ...complete, review: { state: 'rejected', entryVersion: 2 } };

describe('where an entry stands', () => {
  it.each<[string, ReviewFacts, ReturnType<typeof lineState>]>([
    ['at work', { ...complete, ended: false }, 'open'],
    ['ended', complete, 'complete'],
    ['handed in', { ...complete, submitted: true }, 'submitted'],
    ['approved', approved, 'approved'],
    ['sent back', rejected, 'rejected'],
    ['changed after it was approved', { ...approved, version: 3 }, 'complete'],
    ['opened again', { ...approved, review: { state: 'reopened', entryVersion: 2 } }, 'complete'],
    ['approved in a locked period', { ...approved, period: 'locked' }, 'locked'],
    ['undecided in a locked period', { ...complete, period: 'locked' }, 'complete'],
    ['approved in a closed period', { ...approved, period: 'closed' }, 'approved'],
  ])('%s', (_, facts, state) => expect(lineState(facts)).toBe(state));

  it.each<[Act, ReviewFacts, string | null]>([
    ['approve', complete, null],
    ['approve', { ...complete, ended: false }, 'entry_open'],
    ['approve', approved, 'already_decided'],
    ['approve', rejected, null],
    ['reject', approved, null],
    ['reject', rejected, 'already_decided'],
    ['reopen', complete, 'already_decided'],
    ['reopen', approved, null],
    ['correct', { ...complete, ended: false }, null],
    ['propose', { ...complete, period: 'closed' }, 'period_locked'],
    ['correct', { ...complete, period: 'closed' }, null],
    ['correct', { ...approved, period: 'locked' }, 'period_locked'],
  ])('%s of %o: %s', (act, facts, refusal) => expect(refusalOf(act, facts)).toBe(refusal));
});

/** What a person would say of the entry, kept beside the facts and compared after every step. */
type Model = { state: ReturnType<typeof lineState>; decided: boolean; period: ReviewFacts['period'] };
type Real = { facts: ReviewFacts };
type Step = fc.Command<Model, Real>;

const step = (
  name: string,
  act: Act,
  apply: (facts: ReviewFacts) => ReviewFacts,
  next: Model['state'],
): Step => ({
  check: () => true,
  run: (model, real) => {
    const refusal = refusalOf(act, real.facts);
    const before = lineState(real.facts);
    if (refusal) {
      expect(
        model.period === 'locked' || model.state === 'open' || model.state === next || act === 'reopen',
      ).toBe(true);
    } else {
      expect(model.period).not.toBe('locked');
      real.facts = apply(real.facts);
      model.state = next;
      model.decided = next === 'approved' || next === 'rejected';
    }
    expect(lineState(real.facts)).toBe(refusal ? before : next);
  },
  toString: () => name,
});
const decided = (state: 'approved' | 'rejected' | 'reopened') => (facts: ReviewFacts) => ({
  ...facts,
  review: { state, entryVersion: facts.version },
});
const edited = (facts: ReviewFacts) => ({ ...facts, ended: true, version: facts.version + 1 });

const lock: Step = {
  check: (model) => model.period !== 'locked',
  run: (model, real) => {
    real.facts = { ...real.facts, period: 'locked' };
    model.period = 'locked';
    if (model.state === 'approved') model.state = 'locked';
    expect(lineState(real.facts)).toBe(model.state);
  },
  toString: () => 'lock',
};
const unlock: Step = {
  check: (model) => model.period === 'locked',
  run: (model, real) => {
    real.facts = { ...real.facts, period: 'closed' };
    model.period = 'closed';
    if (model.state === 'locked') model.state = 'approved';
    expect(lineState(real.facts)).toBe(model.state);
    expect(lineState(real.facts) === 'approved' || lineState(real.facts) === 'rejected').toBe(model.decided);
  },
  toString: () => 'unlock',
};

it('any order of steps: a decision stands until it is undone or the entry changes, and a lock stops everything', () => {
  const commands = fc.commands(
    [
      fc.constant(step('approve', 'approve', decided('approved'), 'approved')),
      fc.constant(step('reject', 'reject', decided('rejected'), 'rejected')),
      fc.constant(step('reopen', 'reopen', decided('reopened'), 'complete')),
      fc.constant(step('correct', 'correct', edited, 'complete')),
      fc.constant(lock),
      fc.constant(unlock),
    ],
    { maxCommands: 60 },
  );
  fc.assert(
    fc.property(commands, fc.boolean(), (steps, ended) => {
      const setup = () => ({
        model: { state: ended ? 'complete' : 'open', decided: false, period: 'open' } as Model,
        real: { facts: { ...complete, ended } },
      });
      fc.modelRun(setup, steps);
    }),
    { numRuns: 300 },
  );
});

it('whatever the facts: changed since a decision is never decided, and nothing is possible when locked', () => {
  const facts = fc.record<ReviewFacts>({
    ended: fc.boolean(),
    version: fc.integer({ min: 1, max: 3 }),
    review: fc.option(
      fc.record({
        state: fc.constantFrom('approved' as const, 'rejected' as const, 'reopened' as const),
        entryVersion: fc.integer({ min: 1, max: 3 }),
      }),
    ),
    submitted: fc.boolean(),
    period: fc.constantFrom('open' as const, 'closed' as const, 'locked' as const),
  });
  const acts = fc.constantFrom<Act>('approve', 'reject', 'reopen', 'correct', 'propose');
  fc.assert(
    fc.property(facts, acts, (one, act) => {
      if (changedSinceDecision(one)) expect(['open', 'complete', 'submitted']).toContain(lineState(one));
      if (one.period === 'locked') expect(refusalOf(act, one)).toBe('period_locked');
    }),
  );
});
