import type { Finding } from './facts.rules.ts';

/** What ranking looks at. `contractedMinutes` null: no number; `costMinor` null: not known or not to be seen. */
export type Ranked = {
  id: string;
  name: string;
  findings: readonly Pick<Finding, 'severity' | 'rule'>[];
  fits: { position: boolean; department: boolean };
  plannedMinutes: number;
  contractedMinutes: number | null;
  costMinor: number | null;
};

const warnings = (one: Ranked): number => one.findings.filter(({ severity }) => severity === 'warn').length;

/** Hours of the contract that are left, in minutes, once the shift is worked; who has no number is never over. */
const left = (one: Ranked, minutes: number): number =>
  one.contractedMinutes === null ? 0 : one.contractedMinutes - one.plannedMinutes - minutes;

/**
 * The order in which people are proposed for a shift of so many paid minutes: fewest warnings, who holds the position,
 * who belongs to the department, who stays within the contract, most hours left, cheapest, then by name and id, so that
 * the same facts always give the same order.
 */
export const byFitness =
  (minutes: number) =>
  (a: Ranked, b: Ranked): number =>
    warnings(a) - warnings(b) ||
    Number(b.fits.position) - Number(a.fits.position) ||
    Number(b.fits.department) - Number(a.fits.department) ||
    Math.max(0, -left(a, minutes)) - Math.max(0, -left(b, minutes)) ||
    left(b, minutes) - left(a, minutes) ||
    (a.costMinor ?? Infinity) - (b.costMinor ?? Infinity) ||
    compare(a.name, b.name) ||
    compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
