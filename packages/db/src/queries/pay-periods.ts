import type { Statement, Tx } from '../database.ts';

export type PayPeriodRow = {
  id: string;
  /** First and last business day, both included. */
  startDate: string;
  endDate: string;
  state: 'open' | 'closed' | 'locked';
  relockAt: string | null;
  version: number;
};

const COLUMNS = `p.id, lower(p.period)::text as "startDate", (upper(p.period) - 1)::text as "endDate", p.state,
  p.relock_at as "relockAt", p.version`;

/** Gives PayPeriodRows that touch the days, in order. */
export const payPeriodsStatement = (
  orgId: string,
  range: { startDate: string; endDate: string },
): Statement => ({
  name: 'pay_periods_list',
  text: `select ${COLUMNS} from pay_periods p
         where p.organization_id = $1 and p.period && daterange($2::date, $3::date, '[]') order by p.period`,
  values: [orgId, range.startDate, range.endDate],
});

/** Stored periods that touch the days, in order. */
export async function listPayPeriods(
  tx: Tx,
  orgId: string,
  range: { startDate: string; endDate: string },
): Promise<PayPeriodRow[]> {
  const { rows } = await tx.$client.query<PayPeriodRow>(payPeriodsStatement(orgId, range));
  return rows;
}

/** Adds periods; days that got one meanwhile keep it. */
export async function insertPayPeriods(
  tx: Tx,
  orgId: string,
  periods: readonly { id: string; startDate: string; endDate: string }[],
): Promise<void> {
  if (periods.length === 0) return;
  await tx.$client.query({
    name: 'pay_periods_insert',
    text: `insert into pay_periods (organization_id, id, period)
           select $1, p.id, daterange(p.first, p.last, '[]') from unnest($2::uuid[], $3::date[], $4::date[]) as p(id, first, last)
           on conflict do nothing`,
    values: [
      orgId,
      periods.map((period) => period.id),
      periods.map((period) => period.startDate),
      periods.map((period) => period.endDate),
    ],
  });
}

/** One period; `update` keeps others from changing it, `share` from locking it, until this transaction ends. */
export async function lockPayPeriod(
  tx: Tx,
  orgId: string,
  id: string,
  strength: 'update' | 'share',
): Promise<PayPeriodRow | undefined> {
  const { rows } = await tx.$client.query<PayPeriodRow>({
    name: `pay_period_for_${strength}`,
    text: `select ${COLUMNS} from pay_periods p where p.organization_id = $1 and p.id = $2 for ${strength}`,
    values: [orgId, id],
  });
  return rows[0];
}

/** The new state, one version on. */
export async function updatePayPeriod(
  tx: Tx,
  orgId: string,
  id: string,
  values: { state: PayPeriodRow['state']; relockAt: string | null },
): Promise<PayPeriodRow> {
  const { rows } = await tx.$client.query<PayPeriodRow>({
    name: 'pay_period_update',
    text: `update pay_periods p set state = $3, relock_at = $4, version = version + 1
           where p.organization_id = $1 and p.id = $2 returning ${COLUMNS}`,
    values: [orgId, id, values.state, values.relockAt],
  });
  return rows[0] as PayPeriodRow;
}

/** Ids of unlocked periods whose time is up. */
export async function listPeriodsToRelock(tx: Tx, orgId: string, now: string): Promise<string[]> {
  const { rows } = await tx.$client.query<{ id: string }>({
    name: 'pay_periods_to_relock',
    text: 'select id from pay_periods where organization_id = $1 and relock_at <= $2 order by period',
    values: [orgId, now],
  });
  return rows.map((row) => row.id);
}

/** Periods from a day on that nobody has touched: they may give way to another calendar. */
export async function deleteUntouchedPeriods(tx: Tx, orgId: string, after: string): Promise<void> {
  // a sheet that was only looked at says nothing yet
  await tx.$client.query({
    name: 'pay_periods_untouched_sheets',
    text: `delete from timesheets s using pay_periods p where s.organization_id = $1 and p.organization_id = $1
             and p.id = s.pay_period_id and lower(p.period) > $2::date and s.version = 1`,
    values: [orgId, after],
  });
  await tx.$client.query({
    name: 'pay_periods_untouched',
    text: `delete from pay_periods p where p.organization_id = $1 and lower(p.period) > $2::date and p.state = 'open'
             and p.version = 1
             and not exists (select 1 from timesheets s where s.organization_id = p.organization_id and s.pay_period_id = p.id)
             and not exists (select 1 from timesheet_adjustments a where a.organization_id = p.organization_id
               and p.id in (a.pay_period_id, a.counted_in_id))`,
    values: [orgId, after],
  });
}
