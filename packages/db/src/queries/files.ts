import type { Tx } from '../database.ts';

export type FileRow = {
  id: string;
  purpose: 'punch_photo';
  state: 'pending' | 'stored' | 'removed';
  contentType: string;
  sizeBytes: number;
  sha256: string;
  employeeId: string;
  locationId: string;
  punchId: string | null;
  deviceId: string | null;
  userId: string | null;
  createdAt: string;
};

const COLUMNS = `f.id, f.purpose, f.state, f.content_type as "contentType", f.size_bytes as "sizeBytes", f.sha256,
  f.employee_id as "employeeId", f.location_id as "locationId", f.punch_id as "punchId", f.device_id as "deviceId",
  f.user_id as "userId", f.created_at as "createdAt"`;

export type PunchOfFile = { employeeId: string; locationId: string; deviceId: string | null };

/** Whose the punch is; held until the transaction ends, so that two announcements of one photo follow each other. */
export async function lockPunchOfFile(
  tx: Tx,
  orgId: string,
  punchId: string,
): Promise<PunchOfFile | undefined> {
  const [, { rows }] = await Promise.all([
    tx.$client.query({
      name: 'file_punch_lock',
      text: `select pg_advisory_xact_lock(hashtextextended('file:' || $1, 0))`,
      values: [punchId],
    }),
    tx.$client.query<PunchOfFile>({
      name: 'file_punch',
      text: `select employee_id as "employeeId", location_id as "locationId", device_id as "deviceId" from time_punches
             where organization_id = $1 and id = $2`,
      values: [orgId, punchId],
    }),
  ]);
  return rows[0];
}

/** What was announced or stored for the punch, without what is removed. */
export async function filesOfPunch(tx: Tx, orgId: string, punchId: string): Promise<FileRow[]> {
  const { rows } = await tx.$client.query<FileRow>({
    name: 'files_of_punch',
    text: `select ${COLUMNS} from files f where f.organization_id = $1 and f.punch_id = $2 and f.state <> 'removed'
           order by f.created_at limit 20`,
    values: [orgId, punchId],
  });
  return rows;
}

export async function insertFile(tx: Tx, orgId: string, file: Omit<FileRow, 'state'>): Promise<FileRow> {
  const { rows } = await tx.$client.query<FileRow>({
    name: 'file_insert',
    text: `insert into files as f (organization_id, id, purpose, content_type, size_bytes, sha256, employee_id, location_id, punch_id,
             device_id, user_id, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning ${COLUMNS}`,
    values: [
      orgId,
      file.id,
      file.purpose,
      file.contentType,
      file.sizeBytes,
      file.sha256,
      file.employeeId,
      file.locationId,
      file.punchId,
      file.deviceId,
      file.userId,
      file.createdAt,
    ],
  });
  return rows[0] as FileRow;
}

/** A file that is not removed. */
export async function findFile(tx: Tx, orgId: string, id: string): Promise<FileRow | undefined> {
  const { rows } = await tx.$client.query<FileRow>({
    name: 'file_find',
    text: `select ${COLUMNS} from files f where f.organization_id = $1 and f.id = $2 and f.state <> 'removed'`,
    values: [orgId, id],
  });
  return rows[0];
}

/** Puts a pending file into its next state, once: false when somebody did so before. */
export async function settleFile(
  tx: Tx,
  orgId: string,
  id: string,
  state: 'stored' | 'removed',
  at: string,
): Promise<boolean> {
  const { rowCount } = await tx.$client.query({
    name: 'file_settle',
    text: `update files set state = $3, stored_at = case when $3 = 'stored' then $4::timestamptz end,
             removed_at = case when $3 = 'removed' then $4::timestamptz end
           where organization_id = $1 and id = $2 and state = 'pending'`,
    values: [orgId, id, state, at],
  });
  return rowCount === 1;
}

/** Removes files that are not yet: one, or those of a purpose from before a moment, 500 at a time. Gives what they were. */
export async function removeFileRows(
  tx: Tx,
  orgId: string,
  which: { id: string } | { purpose: FileRow['purpose']; before: string },
  at: string,
): Promise<FileRow[]> {
  const one = 'id' in which;
  const { rows } = await tx.$client.query<FileRow>({
    name: one ? 'file_remove' : 'files_remove_before',
    text: `update files f set state = 'removed', removed_at = $2 where f.organization_id = $1 and f.id in (
             select id from files where organization_id = $1 and state <> 'removed'
               and ${one ? 'id = $3' : 'purpose = $3 and created_at < $4'} limit 500) returning ${COLUMNS}`,
    values: one ? [orgId, at, which.id] : [orgId, at, which.purpose, which.before],
  });
  return rows;
}

/** Stored files of the punches of a time entry, oldest first. */
export async function filesOfEntry(tx: Tx, orgId: string, timeEntryId: string): Promise<FileRow[]> {
  const { rows } = await tx.$client.query<FileRow>({
    name: 'files_of_entry',
    text: `select ${COLUMNS} from time_entries t
           join files f on f.organization_id = t.organization_id and f.state = 'stored' and f.punch_id = any(t.punch_ids || array(
             select p.id from time_punches p where p.organization_id = t.organization_id and p.time_entry_id = t.id))
           where t.organization_id = $1 and t.id = $2 order by f.created_at limit 100`,
    values: [orgId, timeEntryId],
  });
  return rows;
}

/** Whose a time entry is, and where. */
export async function findEntryPlace(
  tx: Tx,
  orgId: string,
  id: string,
): Promise<{ employeeId: string; locationId: string; departmentIds: string[] } | undefined> {
  const { rows } = await tx.$client.query<{
    employeeId: string;
    locationId: string;
    departmentIds: string[];
  }>({
    name: 'file_entry_place',
    text: `select t.employee_id as "employeeId", t.location_id as "locationId",
             coalesce((select array[s.department_id::text] from shifts s where s.organization_id = $1 and s.id = t.shift_id),
               array(select m.department_id::text from employee_departments m
                 join departments d on d.organization_id = $1 and d.id = m.department_id and d.location_id = t.location_id
                 where m.organization_id = $1 and m.employee_id = t.employee_id)) as "departmentIds"
           from time_entries t where t.organization_id = $1 and t.id = $2`,
    values: [orgId, id],
  });
  return rows[0];
}

/** Promised and never come since `before`, or removed while the object may still lie there; 200 at a time. */
export async function filesToSweep(
  tx: Tx,
  orgId: string,
  before: string,
): Promise<Pick<FileRow, 'id' | 'purpose'>[]> {
  const { rows } = await tx.$client.query<Pick<FileRow, 'id' | 'purpose'>>({
    name: 'files_to_sweep',
    text: `select id, purpose from files where organization_id = $1
             and ((state = 'pending' and created_at < $2) or (state = 'removed' and gone_at is null))
           order by created_at limit 200`,
    values: [orgId, before],
  });
  return rows;
}

/** The objects of these are gone. One that was confirmed meanwhile stays. */
export async function noteGone(tx: Tx, orgId: string, ids: readonly string[], at: string): Promise<void> {
  await tx.$client.query({
    name: 'files_gone',
    text: `update files set state = 'removed', removed_at = coalesce(removed_at, $3), gone_at = $3
           where organization_id = $1 and id = any($2) and state <> 'stored'`,
    values: [orgId, ids, at],
  });
}
