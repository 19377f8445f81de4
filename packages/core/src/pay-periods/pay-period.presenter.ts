import type { PayPeriodView } from '@vaktplan/contracts/http/pay-periods';
import type { PayPeriodRow } from '@vaktplan/db/queries/pay-periods';
import { can } from '../context/authorize.ts';
import type { Actor } from '../context/ctx.ts';

/** Row -> the only outward shape. `today` where it is the earliest: what is not over everywhere cannot be closed or locked. */
export function presentPayPeriod(actor: Actor, row: PayPeriodRow, today: string): PayPeriodView {
  const over = row.endDate < today;
  const locks = can(actor, 'pay-period:lock');
  return {
    id: row.id,
    startDate: row.startDate,
    endDate: row.endDate,
    state: row.state,
    relockAt: row.relockAt,
    version: row.version,
    abilities: {
      close: locks && over && row.state === 'open',
      reopen: locks && row.state === 'closed' && row.relockAt === null,
      lock: locks && over && row.state !== 'locked',
      unlock: row.state === 'locked' && can(actor, 'pay-period:unlock'),
    },
  };
}
