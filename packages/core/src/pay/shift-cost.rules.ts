/** An hourly rate in minor units, in force on the days `[from, to)`; `to` null: without end. */
export type Rate = { from: string; to: string | null; hourlyMinor: number };

/** The rate of a business day, or undefined. Dates are YYYY-MM-DD and compare as text. */
export const rateOn = (rates: readonly Rate[], date: string): Rate | undefined =>
  rates.find((rate) => rate.from <= date && (rate.to === null || date < rate.to));

/**
 * Cost of planned work in minor units: paid minutes times the rate of the day the shift starts on.
 * Rounded half up once per shift (the rounding point); sums add rounded shifts. Null when no rate is in force.
 */
export function shiftCost(paidMinutes: number, rates: readonly Rate[], localDate: string): number | null {
  const rate = rateOn(rates, localDate);
  return rate ? Math.floor((paidMinutes * rate.hourlyMinor + 30) / 60) : null;
}
