import { binaryArray, uuidArray } from '../binary-array.ts';
import type { Tx } from '../database.ts';

export type NewPunch = {
  id: string;
  employeeId: string;
  locationId: string;
  zone: string;
  kind: string;
  occurredAt: string;
  receivedAt: string;
  /** Left out where it is what the device said. */
  happenedAt?: string;
  sequence?: number;
  monotonicMs?: number;
  bootId?: string;
  source: 'web' | 'mobile' | 'kiosk' | 'manager';
  place?: string;
  flags: readonly string[];
  offline: boolean;
  deviceId?: string;
  latitude?: number;
  longitude?: number;
  accuracyMeters?: number;
  ageSeconds?: number;
  mocked?: boolean;
  photoKey?: string;
  userId: string | null;
  replacesId?: string;
  correctedBy?: string;
  correctionId?: string;
  breakPaid?: boolean;
  /** What the device is told. */
  answer?: unknown;
};

export type EntryBreakChange = {
  id: string;
  timeEntryId: string;
  startedAt: string;
  endedAt: string | null;
  paid: boolean;
};
/** An entry as computed. Instants are ISO text. */
export type EntryChange = {
  id: string;
  employeeId: string;
  locationId: string;
  shiftId: string | null;
  /** Left out where nothing was planned right after it. */
  furtherShiftIds?: readonly string[];
  startedAt: string;
  endedAt: string | null;
  countedStart: string;
  countedEnd: string | null;
  zone: string;
  localDate: string;
  workedMinutes: number | null;
  deductedMinutes: number;
  flags: readonly string[];
  deviations: unknown;
  days: unknown;
  openedBy: string;
  closedBy: string | null;
  punchIds: readonly string[];
  settledAt: string | null;
  dueAt: string | null;
  policyId: string | null;
  policyVersion: number;
  engineVersion: number;
  inputsHash: string;
  version: number;
};
export type PunchChanges = {
  punches: readonly NewPunch[];
  inserted: readonly EntryChange[];
  updated: readonly EntryChange[];
  removedIds: readonly string[];
  /** All breaks of the entries in `restedIds`: what is not among them goes. */
  breaks: readonly EntryBreakChange[];
  restedIds: readonly string[];
};

const ENTRY_FIELDS = [
  ['employee_id', 'employeeId', 'uuid'],
  ['location_id', 'locationId', 'uuid'],
  ['shift_id', 'shiftId', 'uuid'],
  ['further_shift_ids', 'furtherShiftIds', 'uuid[]'],
  ['started_at', 'startedAt', 'timestamptz'],
  ['ended_at', 'endedAt', 'timestamptz'],
  ['counted_start', 'countedStart', 'timestamptz'],
  ['counted_end', 'countedEnd', 'timestamptz'],
  ['zone', 'zone', 'text'],
  ['local_date', 'localDate', 'date'],
  ['worked_minutes', 'workedMinutes', 'int'],
  ['deducted_minutes', 'deductedMinutes', 'int'],
  ['flags', 'flags', 'text[]'],
  ['deviations', 'deviations', 'jsonb'],
  ['days', 'days', 'jsonb'],
  ['opened_by', 'openedBy', 'uuid'],
  ['closed_by', 'closedBy', 'uuid'],
  ['punch_ids', 'punchIds', 'uuid[]'],
  ['settled_at', 'settledAt', 'timestamptz'],
  ['due_at', 'dueAt', 'timestamptz'],
  ['policy_id', 'policyId', 'uuid'],
  ['policy_version', 'policyVersion', 'int'],
  ['engine_version', 'engineVersion', 'int'],
  ['inputs_hash', 'inputsHash', 'text'],
  ['version', 'version', 'int'],
] as const;
const PUNCH_FIELDS = [
  ['id', 'id', 'uuid'],
  ['employee_id', 'employeeId', 'uuid'],
  ['location_id', 'locationId', 'uuid'],
  ['zone', 'zone', 'text'],
  ['kind', 'kind', 'text'],
  ['occurred_at', 'occurredAt', 'timestamptz'],
  ['received_at', 'receivedAt', 'timestamptz'],
  ['happened_at', 'happenedAt', 'timestamptz'],
  ['sequence', 'sequence', 'int'],
  ['monotonic_ms', 'monotonicMs', 'float8'],
  ['boot_id', 'bootId', 'uuid'],
  ['source', 'source', 'text'],
  ['place', 'place', 'text'],
  ['flags', 'flags', 'text[]'],
  ['offline', 'offline', 'boolean'],
  ['device_id', 'deviceId', 'uuid'],
  ['latitude', 'latitude', 'float8'],
  ['longitude', 'longitude', 'float8'],
  ['accuracy_meters', 'accuracyMeters', 'float8'],
  ['age_seconds', 'ageSeconds', 'float8'],
  ['mocked', 'mocked', 'boolean'],
  ['photo_key', 'photoKey', 'text'],
  ['user_id', 'userId', 'uuid'],
  ['replaces_id', 'replacesId', 'uuid'],
  ['corrected_by', 'correctedBy', 'uuid'],
  ['correction_id', 'correctionId', 'uuid'],
  ['break_paid', 'breakPaid', 'boolean'],
] as const;

type Fields = readonly (readonly [column: string, name: string, type: string])[];
const columns = (fields: Fields): string => fields.map(([column]) => column).join(', ');
const names = (fields: Fields, row: string): string =>
  fields.map(([, name]) => `${row}."${name}"`).join(', ');
const recordset = (fields: Fields): string => fields.map(([, name, type]) => `"${name}" ${type}`).join(', ');

// an answer is as long as all the rest: read as part of it, Postgres would take it apart and put it together again
const INSERT_PUNCHES = `insert into time_punches (organization_id, ${columns(PUNCH_FIELDS)}, answer)
  select $1, ${names(PUNCH_FIELDS, 'p')}, p.answer
  from rows from (json_to_recordset($2) as (${recordset(PUNCH_FIELDS)}), unnest($3::json[]))
    as p(${PUNCH_FIELDS.map(([, name]) => `"${name}"`).join(', ')}, answer)`;
const insertEntries = (
  parameter: string,
): string => `insert into time_entries (organization_id, id, ${columns(ENTRY_FIELDS)})
  select $1, e.id, ${names(ENTRY_FIELDS, 'e')} from json_to_recordset(${parameter}) as e(id uuid, ${recordset(ENTRY_FIELDS)})`;
// clock-ins are what everybody does at nine: their two inserts are one statement
const INSERT_BOTH = `with entry as (${insertEntries('$4')}) ${INSERT_PUNCHES}`;
const UPDATE_ENTRIES = `update time_entries t set ${ENTRY_FIELDS.map(([column, name]) => `${column} = e."${name}"`).join(', ')}
  from json_to_recordset($2) as e(id uuid, ${recordset(ENTRY_FIELDS)}) where t.organization_id = $1 and t.id = e.id`;

/** Writes punches and what follows from them. A second open entry of one person is refused by Postgres. */
export async function savePunches(tx: Tx, orgId: string, changes: PunchChanges): Promise<void> {
  const { punches, inserted, updated, removedIds, breaks, restedIds } = changes;
  const write = (name: string, text: string, ...values: unknown[]) =>
    tx.$client.query({ name: `punches_${name}`, text, values: [orgId, ...values] });
  const asText = (rows: readonly unknown[]) => JSON.stringify(rows);
  const facts = () => [
    asText(punches.map((punch) => ({ ...punch, answer: undefined }))),
    binaryArray(
      'json',
      punches.map(({ answer }) => (answer ? JSON.stringify(answer) : null)),
    ),
  ];
  // in one flight; an entry that ends makes room for one that begins
  await Promise.all([
    removedIds.length > 0 &&
      write(
        'remove',
        'delete from time_entries where organization_id = $1 and id = any($2::uuid[])',
        uuidArray(removedIds),
      ),
    updated.length > 0 && write('update', UPDATE_ENTRIES, asText(updated)),
    inserted.length > 0 && punches.length > 0
      ? write('insert_both', INSERT_BOTH, ...facts(), asText(inserted))
      : inserted.length > 0
        ? write('insert_entries', insertEntries('$2'), asText(inserted))
        : punches.length > 0 && write('insert', INSERT_PUNCHES, ...facts()),
    restedIds.length > 0 &&
      write(
        'clear_breaks',
        'delete from time_entry_breaks where organization_id = $1 and time_entry_id = any($2::uuid[]) and id <> all($3::uuid[])',
        uuidArray(restedIds),
        uuidArray(breaks.map((pause) => pause.id)),
      ),
    breaks.length > 0 &&
      write(
        'breaks',
        `insert into time_entry_breaks (organization_id, id, time_entry_id, started_at, ended_at, paid)
         select $1, b.id, b."timeEntryId", b."startedAt", b."endedAt", b.paid
         from json_to_recordset($2) as b(id uuid, "timeEntryId" uuid, "startedAt" timestamptz, "endedAt" timestamptz, paid boolean)
         on conflict (organization_id, id) do update set time_entry_id = excluded.time_entry_id,
           started_at = excluded.started_at, ended_at = excluded.ended_at, paid = excluded.paid
         where time_entry_breaks.time_entry_id = any($3::uuid[])`,
        asText(breaks),
        uuidArray(restedIds),
      ),
  ]);
}
