import type { Statement, Tx } from '../database.ts';

export type BudgetLocationRow = { id: string; currency: string; departmentIds: string[] };
export type ForecastRow = {
  date: string;
  revenueMinor: number | null;
  minutes: number | null;
  targetBasisPoints: number | null;
  currency: string;
  version: number;
};
export type RevenueDayRow = { date: string; revenueMinor: number; currency: string; version: number };
export type BudgetRateRow = {
  employeeId: string;
  from: string;
  to: string | null;
  hourlyMinor: number;
  positionId: string | null;
};

type Range = { locationId: string; startDate: string; endDate: string };

const FORECAST = `local_date as date, revenue_minor as "revenueMinor", minutes,
  target_basis_points as "targetBasisPoints", currency, version`;
const REVENUE = 'local_date as date, revenue_minor as "revenueMinor", currency, version';

/** For one round trip: the location (BudgetLocationRow), its forecasts (ForecastRow) and revenue (RevenueDayRow). */
export const enteredStatements = (orgId: string, range: Range): Statement[] => {
  const values = [orgId, range.locationId, range.startDate, range.endDate];
  const days =
    'where organization_id = $1 and location_id = $2 and local_date between $3 and $4 order by local_date';
  return [
    {
      name: 'budget_location',
      text: `select l.id, o.currency, coalesce((select array_agg(d.id) from departments d
               where d.organization_id = $1 and d.location_id = l.id and d.archived_at is null), '{}') as "departmentIds"
             from locations l join organizations o on o.id = l.organization_id
             where l.organization_id = $1 and l.id = $2 and l.archived_at is null`,
      values: [orgId, range.locationId],
    },
    { name: 'budget_forecasts', text: `select ${FORECAST} from demand_forecasts ${days}`, values },
    { name: 'budget_revenue', text: `select ${REVENUE} from revenue_days ${days}`, values },
  ];
};

/** The same, and the rates in force (BudgetRateRow) of everybody who is planned there. */
export const budgetStatements = (orgId: string, range: Range): Statement[] => [
  ...enteredStatements(orgId, range),
  {
    name: 'budget_rates',
    // a night shift of the last day ends on a day of its own
    text: `select r.employee_id as "employeeId", coalesce(lower(r.valid), date '0001-01-01') as "from",
             upper(r.valid) as "to", r.hourly_minor as "hourlyMinor", r.position_id as "positionId"
           from pay_rates r where r.organization_id = $1 and r.valid && daterange($3::date, $4::date + 2, '[]')
             and r.employee_id in (select s.employee_id from shifts s
               where s.organization_id = $1 and s.location_id = $2 and s.local_date between $3 and $4)`,
    values: [orgId, range.locationId, range.startDate, range.endDate],
  },
];

/** The location's currency, with the location held so that its forecasts are written by one at a time. */
export async function holdBudget(tx: Tx, orgId: string, locationId: string): Promise<string | undefined> {
  const { rows } = await tx.$client.query<{ currency: string }>({
    name: 'budget_hold',
    text: `select o.currency from locations l join organizations o on o.id = l.organization_id
           where l.organization_id = $1 and l.id = $2 and l.archived_at is null for no key update of l`,
    values: [orgId, locationId],
  });
  return rows[0]?.currency;
}

export async function findForecasts(
  tx: Tx,
  orgId: string,
  locationId: string,
  dates: readonly string[],
): Promise<ForecastRow[]> {
  const { rows } = await tx.$client.query<ForecastRow>({
    name: 'forecasts_find',
    text: `select ${FORECAST} from demand_forecasts
           where organization_id = $1 and location_id = $2 and local_date = any($3)`,
    values: [orgId, locationId, dates],
  });
  return rows;
}

export async function findRevenueDays(
  tx: Tx,
  orgId: string,
  locationId: string,
  dates: readonly string[],
): Promise<RevenueDayRow[]> {
  const { rows } = await tx.$client.query<RevenueDayRow>({
    name: 'revenue_days_find',
    text: `select ${REVENUE} from revenue_days
           where organization_id = $1 and location_id = $2 and local_date = any($3)`,
    values: [orgId, locationId, dates],
  });
  return rows;
}

/** Writes the days, new ones and changed ones alike, versions as given; the caller holds the location. */
export async function writeForecasts(
  tx: Tx,
  orgId: string,
  locationId: string,
  rows: readonly (ForecastRow & { id: string })[],
): Promise<void> {
  await tx.$client.query({
    name: 'forecasts_write',
    text: `insert into demand_forecasts (organization_id, location_id, id, local_date, revenue_minor, minutes,
             target_basis_points, currency, version)
           select $1, $2, * from unnest($3::uuid[], $4::date[], $5::bigint[], $6::int[], $7::int[], $8::text[], $9::int[])
           on conflict on constraint demand_forecasts_day do update set revenue_minor = excluded.revenue_minor,
             minutes = excluded.minutes, target_basis_points = excluded.target_basis_points,
             currency = excluded.currency, version = excluded.version`,
    values: [
      orgId,
      locationId,
      rows.map((row) => row.id),
      rows.map((row) => row.date),
      rows.map((row) => row.revenueMinor),
      rows.map((row) => row.minutes),
      rows.map((row) => row.targetBasisPoints),
      rows.map((row) => row.currency),
      rows.map((row) => row.version),
    ],
  });
}

/** The same for revenue. */
export async function writeRevenueDays(
  tx: Tx,
  orgId: string,
  locationId: string,
  rows: readonly (RevenueDayRow & { id: string })[],
): Promise<void> {
  await tx.$client.query({
    name: 'revenue_days_write',
    text: `insert into revenue_days (organization_id, location_id, id, local_date, revenue_minor, currency, version)
           select $1, $2, * from unnest($3::uuid[], $4::date[], $5::bigint[], $6::text[], $7::int[])
           on conflict on constraint revenue_days_day do update set revenue_minor = excluded.revenue_minor,
             currency = excluded.currency, version = excluded.version`,
    values: [
      orgId,
      locationId,
      rows.map((row) => row.id),
      rows.map((row) => row.date),
      rows.map((row) => row.revenueMinor),
      rows.map((row) => row.currency),
      rows.map((row) => row.version),
    ],
  });
}
