import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../database.ts';

type Series = 'contract' | 'rate';

// rates of a single position are another series
const SERIES = {
  contract: { table: 'employment_contracts', only: 'true' },
  rate: { table: 'pay_rates', only: 'position_id is null' },
} as const;

/** Does a fact of the person hold on a day of `[from, to)` that lies before `today`? */
export async function holdsInThePast(
  tx: Tx,
  orgId: string,
  what: Series,
  employeeId: string,
  from: string,
  to: string | null,
  today: string,
): Promise<boolean> {
  const { table, only } = SERIES[what];
  const { rows } = await tx.$client.query<{ holds: boolean }>({
    name: `past_${what}`,
    text: `select $3::date < $5::date and exists (
             select 1 from ${table} where organization_id = $1 and employee_id = $2 and ${only}
               and valid && daterange($3::date, least($4::date, $5::date))) as holds`,
    values: [orgId, employeeId, from, to, today],
  });
  return rows[0]?.holds === true;
}

/** Ends what holds on `from` there, and takes away what would begin inside `[from, to)`. */
async function makeRoom(
  tx: Tx,
  orgId: string,
  what: Series,
  employeeId: string,
  from: string,
  to: string | null,
): Promise<void> {
  const { table, only } = SERIES[what];
  await tx.$client.query({
    name: `clear_${what}`,
    text: `delete from ${table} where organization_id = $1 and employee_id = $2 and ${only}
             and lower(valid) >= $3::date and valid && daterange($3::date, $4::date)`,
    values: [orgId, employeeId, from, to],
  });
  await tx.$client.query({
    name: `end_${what}`,
    text: `update ${table} set valid = daterange(lower(valid), $3::date)
           where organization_id = $1 and employee_id = $2 and ${only} and valid @> $3::date`,
    values: [orgId, employeeId, from],
  });
}

/** A contract from `from` on, which ends the one before on that day. */
export async function startContract(
  tx: Tx,
  orgId: string,
  employeeId: string,
  contract: { from: string; to: string | null; minutesPerWeek: number | null },
): Promise<void> {
  await makeRoom(tx, orgId, 'contract', employeeId, contract.from, contract.to);
  await tx.$client.query({
    name: 'contract_insert',
    text: `insert into employment_contracts (organization_id, id, employee_id, minutes_per_week, valid)
           values ($1, $2, $3, $4, daterange($5::date, $6::date))`,
    values: [orgId, uuidv7(), employeeId, contract.minutesPerWeek, contract.from, contract.to],
  });
}

/** An hourly rate (minor units) from `from` on, which ends the one before on that day. */
export async function startRate(
  tx: Tx,
  orgId: string,
  employeeId: string,
  rate: { from: string; hourlyMinor: number },
): Promise<void> {
  await makeRoom(tx, orgId, 'rate', employeeId, rate.from, null);
  await tx.$client.query({
    name: 'rate_insert',
    text: `insert into pay_rates (organization_id, id, employee_id, hourly_minor, valid)
           values ($1, $2, $3, $4, daterange($5::date, null))`,
    values: [orgId, uuidv7(), employeeId, rate.hourlyMinor, rate.from],
  });
}

/** No contract from `from` on: the one that holds ends there, later ones never begin. */
export const endContracts = (tx: Tx, orgId: string, employeeId: string, from: string): Promise<void> =>
  makeRoom(tx, orgId, 'contract', employeeId, from, null);
