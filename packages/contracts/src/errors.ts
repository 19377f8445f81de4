// no schema in here: the browser's rules throw these, and its first load carries no schemas

/**
 * The closed list of errors. Each code has one HTTP status and one plain sentence that says what to do.
 * A new error is a new line here; a screen may rely on the code, never on the text.
 */
export const ERRORS = {
  // the request itself
  bad_request: [400, 'The request could not be read. Check its form and send it again.'],
  validation_failed: [400, 'Some fields are not right. Correct them and send again.'],
  invalid_json: [400, 'The body is not valid JSON.'],
  body_too_large: [413, 'The body is too large. Send less at a time.'],
  unsupported_media_type: [415, 'This content type is not accepted here. Send application/json.'],
  range_too_long: [400, 'The range is too long. Ask for 62 days or less.'],
  not_found: [404, 'There is nothing here, or it is not yours to see.'],
  method_not_allowed: [405, 'This address does not take that method.'],
  too_many_requests: [429, 'Too many requests. Wait a moment and try again.'],
  // who is asking
  unauthenticated: [401, 'Sign in to go on.'],
  token_expired: [401, 'The sign-in has expired. Sign in again.'],
  token_invalid: [401, 'The sign-in is not valid. Sign in again.'],
  no_organization: [403, 'This account belongs to no organisation yet. Make one or accept an invitation.'],
  forbidden: [403, 'You do not have permission for this. Ask an administrator.'],
  // concurrency and repetition
  version_missing: [428, 'Say which version you are changing: send If-Match with the version you saw.'],
  version_conflict: [412, 'Somebody changed this meanwhile. Look at the newer version and try again.'],
  idempotency_key_reused: [422, 'This Idempotency-Key was used with another body. Use a new key.'],
  idempotency_key_in_use: [
    409,
    'The first request with this Idempotency-Key is still running. Try again in a moment.',
  ],
  // time
  end_before_start: [422, 'The end must come after the start.'],
  shift_too_long: [422, 'A shift can last 24 hours at most. Split it.'],
  local_time_missing: [
    422,
    'This local time does not exist: the clocks jump over it that night. Choose another time.',
  ],
  local_time_ambiguous: [422, 'This local time happens twice that night. Say which one: earlier or later.'],
  break_outside_shift: [422, 'A break must lie inside the shift and be shorter than it.'],
  // scheduling
  shift_overlap: [409, 'This person already has a shift at that time.'],
  employee_inactive: [422, 'This person is deactivated. Choose somebody else.'],
  outside_contract: [
    422,
    'This person has no contract on that date. Extend the contract or choose somebody else.',
  ],
  rule_blocked: [
    422,
    'A rule does not allow this. See which one, and change the shift or choose somebody else.',
  ],
  override_reason_required: [422, 'A rule warns of this and asks for a reason. Say why, and send again.'],
  position_not_held: [422, 'This person does not hold that position.'],
  position_elsewhere: [422, 'That position belongs to another location.'],
  shift_deleted: [409, 'This shift has been deleted. Restore it first.'],
  period_overlap: [409, 'Another schedule of this department covers some of these dates.'],
  too_many_changes: [
    422,
    'Too many changes at once. Send 500 changes at most in one request, or choose a shorter range or fewer departments.',
  ],
  duplicate_shift: [409, 'The same shift is there already.'],
  department_archived: [422, 'This department has been archived. Restore it or choose another.'],
  position_archived: [422, 'This position has been deleted. Choose another one for the shift.'],
  location_closed: [422, 'The location is closed on that day. Choose another day, or plan it all the same.'],
  template_empty: [422, 'There are no shifts to make a template of. Choose days that have some.'],
  nothing_to_publish: [422, 'There is nothing to publish in this selection.'],
  // people and places
  email_taken: [409, 'Somebody with this e-mail address is already here.'],
  number_taken: [409, 'This employee number is already in use.'],
  name_taken: [409, 'This name is already in use. Choose another.'],
  unknown_zone: [422, 'This time zone is not known. Use a name such as Europe/Copenhagen.'],
  still_in_use: [409, 'This is still in use and cannot be removed.'],
  last_owner: [409, 'An organisation needs at least one owner. Make somebody else owner first.'],
  invitation_invalid: [410, 'This invitation has been used, withdrawn or has expired. Ask for a new one.'],
  csv_unreadable: [422, 'The file could not be read as CSV with a header row.'],
  // the clock
  already_clocked_in: [409, 'You are already clocked in. Clock out first.'],
  not_clocked_in: [409, 'You are not clocked in.'],
  already_on_break: [409, 'You are already on a break.'],
  not_on_break: [409, 'You are not on a break.'],
  punch_in_future: [422, 'That lies in the future. Check the time, or the clock of the device.'],
  punch_too_old: [422, 'The punch is older than 31 days. Ask your manager to enter it.'],
  punch_out_of_order: [
    409,
    'This punch lies before one that is already recorded. Ask your manager to correct the times.',
  ],
  hours_overlap: [
    409,
    'This person has other hours in that time. Correct those, or choose times that do not meet them.',
  ],
  no_employee: [403, 'This account is not linked to an employee.'],
  outside_geofence: [422, 'You are too far from this location to clock in. Go there and try again.'],
  position_needed: [422, 'This location asks where you are. Allow your position and try again.'],
  position_mocked: [422, 'The position of this device is made up. Turn that off and try again.'],
  network_not_allowed: [422, 'You can clock in here only on the network of this location.'],
  source_not_allowed: [
    422,
    'You cannot clock in to this location with this kind of device. Use another one.',
  ],
  policy_in_past: [422, 'Time rules cannot change the past. Choose today or a later day.'],
  // timesheets
  period_locked: [
    409,
    'This pay period is locked. Unlock it first, or settle the matter in the next period.',
  ],
  period_not_over: [422, 'This pay period is not over yet. Close or lock it after its last day.'],
  period_unsettled: [
    409,
    'Not everything in this pay period is approved. Approve or reject the rest, or lock it all the same.',
  ],
  own_hours: [
    403,
    'These are your own hours. Ask somebody else who approves here, or let an administrator allow it in the settings.',
  ],
  entry_open: [409, 'This work has not ended yet. Decide when it has.'],
  already_decided: [409, 'This has been decided already. Look at it again.'],
  correction_pending: [409, 'A correction of this is waiting for an answer. Withdraw it first.'],
  // the kiosk
  kiosk_code_invalid: [
    410,
    'This code has been used, withdrawn or has expired. Ask your manager for a new one.',
  ],
  pin_wrong: [422, 'This PIN is not right. Try again.'],
  pin_locked: [429, 'Too many wrong PINs. Wait fifteen minutes, or ask your manager to set a new PIN.'],
  pin_missing: [422, 'No PIN has been set for you yet. Ask your manager.'],
  pin_ambiguous: [409, 'Several people have this PIN. Choose your name.'],
  kiosk_unscheduled: [422, 'You have no shift here now. Ask your manager to clock you in.'],
  // files
  file_exists: [409, 'There is a photo of this already.'],
  file_missing: [409, 'The file has not arrived. Send it again.'],
  file_not_as_announced: [422, 'The file is not what was announced: its type, size or content differs.'],
  // the server
  unavailable: [503, 'The service is not available right now. Try again in a moment.'],
  upstream_unavailable: [503, 'A service behind this one does not answer. Try again in a moment.'],
  internal: [500, 'Something went wrong on our side. It has been noted.'],
} as const satisfies Record<string, readonly [status: number, detail: string]>;

export type ErrorCode = keyof typeof ERRORS;
/** One wrong field: `path` as in `breaks.0.minutes`, `message` for people. */
export type FieldError = { path: string; message: string };
export type AppErrorOptions = {
  /** Replaces the standing sentence with one that names the thing. Never holds personal data of others. */
  detail?: string;
  errors?: FieldError[];
  /** The newer view, on version_conflict. */
  current?: unknown;
  cause?: unknown;
};

/** An expected failure of a verb. Everything else that is thrown is a bug and answers 500. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly errors: FieldError[] | undefined;
  readonly current: unknown;
  constructor(code: ErrorCode, options: AppErrorOptions = {}) {
    super(options.detail ?? ERRORS[code][1], { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.status = ERRORS[code][0];
    this.errors = options.errors;
    this.current = options.current;
  }
}
