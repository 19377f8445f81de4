import type { Tx } from '../database.ts';

export type TimesheetSettingsRow = {
  frequency: 'weekly' | 'two_weekly' | 'monthly';
  anchor: string;
  relockHours: number;
  positionRetentionDays: number;
  photoRetentionDays: number;
  ownApproval: boolean;
  version: number;
};

const COLUMNS = `frequency, anchor, relock_hours as "relockHours", position_retention_days as "positionRetentionDays",
  photo_retention_days as "photoRetentionDays", own_approval as "ownApproval", version`;

/** The organisation's settings; the row is made with the standing ones at the first look, and held until the end. */
export async function lockTimesheetSettings(
  tx: Tx,
  orgId: string,
  strength: 'share' | 'update' = 'share',
): Promise<TimesheetSettingsRow> {
  const find = () =>
    tx.$client.query<TimesheetSettingsRow>({
      name: `timesheet_settings_for_${strength}`,
      text: `select ${COLUMNS} from timesheet_settings where organization_id = $1 for ${strength}`,
      values: [orgId],
    });
  const found = await find();
  if (found.rows[0]) return found.rows[0];
  await tx.$client.query({
    name: 'timesheet_settings_make',
    text: 'insert into timesheet_settings (organization_id) values ($1) on conflict do nothing',
    values: [orgId],
  });
  return (await find()).rows[0] as TimesheetSettingsRow;
}

export async function updateTimesheetSettingsRow(
  tx: Tx,
  orgId: string,
  row: Omit<TimesheetSettingsRow, 'version'>,
): Promise<TimesheetSettingsRow> {
  const { rows } = await tx.$client.query<TimesheetSettingsRow>({
    name: 'timesheet_settings_update',
    text: `update timesheet_settings set frequency = $2, anchor = $3, relock_hours = $4, position_retention_days = $5,
             photo_retention_days = $6, own_approval = $7, version = version + 1
           where organization_id = $1 returning ${COLUMNS}`,
    values: [
      orgId,
      row.frequency,
      row.anchor,
      row.relockHours,
      row.positionRetentionDays,
      row.photoRetentionDays,
      row.ownApproval,
    ],
  });
  return rows[0] as TimesheetSettingsRow;
}

/** Who may decide about hours of their own; of the one person of an organisation the owner. */
export type OwnDecides = 'nobody' | 'owner' | 'anybody';
/** As an expression; `$1` is the organisation, so it is looked up once a statement. */
export const OWN_DECIDES = `(select case
    when exists (select 1 from timesheet_settings where organization_id = $1 and own_approval) then 'anybody'
    when (select count(*) from (select 1 from employees where organization_id = $1 and status <> 'deactivated' limit 2) n) < 2
      then 'owner' else 'nobody' end)`;

export type ToleranceRow = {
  locationId: string;
  locationName: string;
  automatic: boolean;
  startMinutes: number;
  endMinutes: number;
  totalMinutes: number;
  /** 0: the location has none of its own. */
  version: number;
};

/** Minutes of a location that has said nothing. */
export const STANDING_TOLERANCE = { startMinutes: 15, endMinutes: 15, totalMinutes: 30 } as const;

/** Tolerances of all locations that are in use, by name; of one when it is named. */
export async function listTolerances(
  tx: Tx,
  orgId: string,
  locationId: string | null = null,
): Promise<ToleranceRow[]> {
  const { rows } = await tx.$client.query<ToleranceRow>({
    name: 'approval_tolerances_list',
    text: `select l.id as "locationId", l.name as "locationName", coalesce(t.automatic, false) as automatic,
             coalesce(t.start_minutes, ${STANDING_TOLERANCE.startMinutes}) as "startMinutes",
             coalesce(t.end_minutes, ${STANDING_TOLERANCE.endMinutes}) as "endMinutes",
             coalesce(t.total_minutes, ${STANDING_TOLERANCE.totalMinutes}) as "totalMinutes",
             coalesce(t.version, 0) as version
           from locations l
           left join approval_tolerances t on t.organization_id = l.organization_id and t.location_id = l.id
           where l.organization_id = $1 and l.archived_at is null and ($2::uuid is null or l.id = $2) order by lower(l.name)`,
    values: [orgId, locationId],
  });
  return rows;
}

export async function putTolerance(
  tx: Tx,
  orgId: string,
  row: Omit<ToleranceRow, 'locationName' | 'version'>,
): Promise<void> {
  await tx.$client.query({
    name: 'approval_tolerance_put',
    text: `insert into approval_tolerances (organization_id, location_id, automatic, start_minutes, end_minutes, total_minutes)
           values ($1, $2, $3, $4, $5, $6)
           on conflict (organization_id, location_id) do update set automatic = $3, start_minutes = $4, end_minutes = $5,
             total_minutes = $6, version = approval_tolerances.version + 1`,
    values: [orgId, row.locationId, row.automatic, row.startMinutes, row.endMinutes, row.totalMinutes],
  });
}
