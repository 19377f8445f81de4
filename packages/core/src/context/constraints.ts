import { AppError, type ErrorCode } from '@vaktplan/contracts/errors';
import { sqlError } from '@vaktplan/db/database';

/** Postgres holds the invariant; here its name becomes the product's error. */
const CONSTRAINT_CODES: Readonly<Record<string, ErrorCode>> = {
  shifts_no_double_booking: 'shift_overlap',
  shifts_interval: 'end_before_start',
  shifts_length: 'shift_too_long',
  shifts_pkey: 'idempotency_key_reused',
  schedules_no_overlap: 'period_overlap',
  time_entries_one_open: 'already_clocked_in',
  time_entries_no_overlap: 'punch_out_of_order',
  time_entry_breaks_one_open: 'already_on_break',
  time_punches_pkey: 'idempotency_key_reused',
  time_entries_locked: 'period_locked',
  pay_periods_no_overlap: 'period_overlap',
  timesheet_corrections_one_proposal: 'correction_pending',
  employees_email: 'email_taken',
  employees_user: 'email_taken',
  employees_number: 'number_taken',
  locations_name: 'name_taken',
  departments_name: 'name_taken',
  positions_name: 'name_taken',
  skills_name: 'name_taken',
  shift_templates_name: 'name_taken',
  time_clock_devices_name: 'name_taken',
};

const FOREIGN_KEY = '23503';
/** Text that Postgres cannot hold: a NUL character. */
const UNSTORABLE = /^(22021|22P05)$/;

/** The product's error for a refused write, or the error itself when it is none of ours to explain. */
export function asAppError(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const sql = sqlError(error);
  const code = sql?.constraint ? CONSTRAINT_CODES[sql.constraint] : undefined;
  if (code) return new AppError(code, { cause: error });
  // a reference to something that is not in this organisation
  if (sql?.state === FOREIGN_KEY) return new AppError('not_found', { cause: error });
  if (sql && UNSTORABLE.test(sql.state)) return new AppError('validation_failed', { cause: error });
  return error;
}
