import type { Tx } from '../database.ts';

/** What one person is to the product: a login, an employee, or both. */
export type Subject = { userId: string; employeeId: string | null };
export type OwnRow = Record<string, string | number | boolean | null>;

const of = (columns: string, from: string, order: string) =>
  `select ${columns} from ${from} order by ${order} limit 50000`;
const EMPLOYEE = 'x.organization_id = $1 and x.employee_id = $2';
const USER = 'x.organization_id = $1 and x.user_id = $2';

/** Everything that is stored about somebody, by kind. `user`: found by the login, else by the employee. */
export const OWN_DATA_KINDS: readonly { name: string; user?: true; text: string }[] = [
  {
    name: 'Person',
    text: of(
      'x.name, x.email, x.phone, x.number, x.status, x.last_day::text as "lastDay", x.created_at::text as "since"',
      'employees x where x.organization_id = $1 and x.id = $2',
      'x.id',
    ),
  },
  {
    name: 'Contracts',
    text: of(
      `lower(x.valid)::text as "from", (upper(x.valid) - 1)::text as "to", x.kind, x.minutes_per_week as "minutesPerWeek"`,
      `employment_contracts x where ${EMPLOYEE}`,
      'x.valid',
    ),
  },
  {
    name: 'Pay rates',
    text: of(
      `lower(x.valid)::text as "from", (upper(x.valid) - 1)::text as "to", p.name as position, x.hourly_minor as "hourlyMinor"`,
      `pay_rates x left join positions p on p.organization_id = x.organization_id and p.id = x.position_id where ${EMPLOYEE}`,
      'x.valid, x.id',
    ),
  },
  {
    name: 'Departments and positions',
    text: of(
      'x.what, x.name',
      `(select organization_id, employee_id, 'department' as what, d.name from employee_departments
         join departments d using (organization_id) where d.id = department_id
        union all select organization_id, employee_id, 'position', p.name from employee_positions
         join positions p using (organization_id) where p.id = position_id) x where ${EMPLOYEE}`,
      'x.what, x.name',
    ),
  },
  {
    name: 'Skills',
    text: of(
      's.name, lower(x.valid)::text as "from", (upper(x.valid) - 1)::text as "to"',
      `employee_skills x join skills s on s.organization_id = x.organization_id and s.id = x.skill_id where ${EMPLOYEE}`,
      's.name',
    ),
  },
  {
    name: 'PIN',
    text: of('x.set_at::text as "setAt"', `employee_pins x where ${EMPLOYEE}`, 'x.set_at'),
  },
  {
    name: 'Refused taps',
    text: of(
      'x.kind, x.occurred_at::text as "occurredAt", l.name as location, x.problem, x.state, x.reason, x.decided_at::text as "decidedAt"',
      `refused_taps x join locations l on l.organization_id = x.organization_id and l.id = x.location_id where ${EMPLOYEE}`,
      'x.occurred_at, x.id',
    ),
  },
  {
    name: 'Punches',
    text: of(
      `x.kind, x.occurred_at::text as "occurredAt", x.received_at::text as "receivedAt", x.zone, l.name as location, x.source,
       x.offline, x.place, x.device_id::text as "deviceId", array_to_string(x.flags, ' ') as flags,
       x.monotonic_ms as "monotonicMs", x.sequence, (x.corrected_by is not null) as corrected`,
      `time_punches x join locations l on l.organization_id = x.organization_id and l.id = x.location_id where ${EMPLOYEE}`,
      'x.occurred_at, x.id',
    ),
  },
  {
    name: 'Positions',
    text: of(
      `x.occurred_at::text as "occurredAt", x.latitude, x.longitude, x.accuracy_meters as "accuracyMeters",
       x.age_seconds as "ageSeconds", x.mocked`,
      `time_punches x where ${EMPLOYEE} and x.latitude is not null`,
      'x.occurred_at, x.id',
    ),
  },
  {
    name: 'Hours',
    text: of(
      `x.local_date::text as "localDate", l.name as location, x.started_at::text as "startedAt", x.ended_at::text as "endedAt",
       x.counted_start::text as "countedStart", x.counted_end::text as "countedEnd", x.worked_minutes as "workedMinutes",
       x.deducted_minutes as "deductedMinutes", array_to_string(x.flags, ' ') as flags, r.state as decision, r.reason,
       r.decided_at::text as "decidedAt"`,
      `time_entries x join locations l on l.organization_id = x.organization_id and l.id = x.location_id
       left join time_entry_reviews r on r.organization_id = x.organization_id and r.time_entry_id = x.id where ${EMPLOYEE}`,
      'x.started_at, x.id',
    ),
  },
  {
    name: 'Breaks',
    text: of(
      'b.started_at::text as "startedAt", b.ended_at::text as "endedAt", b.paid',
      `time_entry_breaks b join time_entries x on x.organization_id = b.organization_id and x.id = b.time_entry_id where ${EMPLOYEE}`,
      'b.started_at, b.id',
    ),
  },
  {
    name: 'Timesheets',
    text: of(
      `lower(p.period)::text as "startDate", (upper(p.period) - 1)::text as "endDate", x.state, x.counted_minutes as "countedMinutes",
       x.break_minutes as "breakMinutes", x.adjustment_minutes as "adjustmentMinutes", x.submitted_at::text as "submittedAt",
       x.approved_at::text as "approvedAt"`,
      `timesheets x join pay_periods p on p.organization_id = x.organization_id and p.id = x.pay_period_id where ${EMPLOYEE}`,
      'p.period',
    ),
  },
  {
    name: 'Corrections',
    text: of(
      `x.local_date::text as "localDate", x.before::text as before, x.requested::text as requested, x.comment, x.state, x.reason,
       x.created_at::text as "createdAt", x.decided_at::text as "decidedAt"`,
      `timesheet_corrections x where ${EMPLOYEE}`,
      'x.created_at, x.id',
    ),
  },
  {
    name: 'Late punches',
    text: of(
      'x.local_date::text as "localDate", x.state, x.minutes, x.reason, x.created_at::text as "createdAt"',
      `timesheet_adjustments x where ${EMPLOYEE}`,
      'x.created_at, x.id',
    ),
  },
  {
    name: 'Decisions',
    text: of(
      `x.subject_type as "about", x.step, x.decision, x.reason, x.before::text as before, x.after::text as after,
       x.decided_at::text as "decidedAt"`,
      `approvals x where ${EMPLOYEE}`,
      'x.decided_at, x.id',
    ),
  },
  {
    name: 'Shifts',
    text: of(
      `x.local_date::text as "localDate", l.name as location, x.starts_at::text as "startsAt", x.ends_at::text as "endsAt", x.notes,
       x.published_at::text as "publishedAt"`,
      `shift_publications x join locations l on l.organization_id = x.organization_id and l.id = x.location_id where ${EMPLOYEE}`,
      'x.starts_at, x.id',
    ),
  },
  {
    name: 'Photos',
    text: of(
      `x.created_at::text as "takenAt", x.state, x.content_type as "contentType", x.size_bytes as "sizeBytes"`,
      `files x where ${EMPLOYEE}`,
      'x.created_at, x.id',
    ),
  },
  {
    name: 'Rules that were overridden',
    text: of(
      `x.rule, x.severity, x.window_from::text as "windowFrom", x.window_to::text as "windowTo", x.actual, x.limit,
       x.override_reason as reason, x.override_at::text as "overriddenAt"`,
      `rule_violations x where ${EMPLOYEE}`,
      'x.override_at, x.id',
    ),
  },
  {
    name: 'Roles',
    user: true,
    text: of(
      'r.role, l.name as location, d.name as department, r.created_at::text as "since"',
      `memberships x join role_assignments r on r.organization_id = x.organization_id and r.membership_id = x.id
       left join locations l on l.organization_id = x.organization_id and l.id = r.location_id
       left join departments d on d.organization_id = x.organization_id and d.id = r.department_id where ${USER}`,
      'r.created_at, r.id',
    ),
  },
  {
    name: 'Calendar links',
    user: true,
    text: of(
      'x.kind, x.created_at::text as "createdAt", x.revoked_at::text as "revokedAt"',
      `calendar_feeds x where ${USER}`,
      'x.created_at, x.id',
    ),
  },
  {
    name: 'Devices',
    user: true,
    text: of(
      'x.kind, x.name, x.provider, x.app_version as "appVersion", x.last_seen_at::text as "lastSeenAt", x.created_at::text as "createdAt"',
      `devices x where ${USER}`,
      'x.created_at, x.id',
    ),
  },
  {
    name: 'Notification settings',
    user: true,
    text: of(
      `array_to_string(x.push_off, ', ') as "pushOff", array_to_string(x.email_off, ', ') as "emailOff", x.quiet_from as "quietFrom", x.quiet_to as "quietTo", x.zone,
        x.reminder_minutes as "reminderMinutes"`,
      `notification_settings x where ${USER}`,
      'x.user_id',
    ),
  },
  {
    name: 'Notifications',
    user: true,
    text: of(
      'x.created_at::text as "createdAt", x.title, x.body, x.read_at::text as "readAt"',
      `notifications x where ${USER}`,
      'x.created_at, x.id',
    ),
  },
];

/** All that is stored about the person, kind by kind; at most 50,000 rows of each. */
export async function listOwnData(
  tx: Tx,
  orgId: string,
  { userId, employeeId }: Subject,
): Promise<{ name: string; rows: OwnRow[] }[]> {
  const kinds = OWN_DATA_KINDS.filter((kind) => kind.user || employeeId !== null);
  const found = await Promise.all(
    kinds.map(({ text, user }) =>
      tx.$client.query<OwnRow>({ text, values: [orgId, user ? userId : employeeId] }),
    ),
  );
  return kinds.map(({ name }, i) => ({ name, rows: found[i]?.rows ?? [] }));
}

/**
 * Wipes the positions of punches that happened before, by our clock where the device's was wrong; the verdict about the
 * place stays. Gives how many, `limit` at most.
 */
export async function erasePositions(tx: Tx, orgId: string, before: string, limit: number): Promise<number> {
  const { rowCount } = await tx.$client.query({
    name: 'positions_erase',
    text: `update time_punches set latitude = null, longitude = null, accuracy_meters = null, age_seconds = null
           where organization_id = $1 and id in (select id from time_punches
             where organization_id = $1 and case when happened_at is null then occurred_at else happened_at end < $2
               and latitude is not null limit $3)`,
    values: [orgId, before, limit],
  });
  return rowCount ?? 0;
}
