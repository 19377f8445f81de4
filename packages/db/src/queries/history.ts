import type { Tx } from '../database.ts';

// Writing much at once, as a seed does: the rows that the verbs would leave, many in a statement.

export type BulkShift = {
  id: string;
  scheduleId: string;
  departmentId: string;
  positionId: string;
  employeeId: string | null;
  startsAt: string;
  endsAt: string;
  localDate: string;
  /** One unpaid break without a time. */
  breakId: string;
  breakMinutes: number;
  /** The snapshot's id, when the shift is published. */
  snapshotId: string | null;
};
export type BulkPlan = {
  locationId: string;
  zone: string;
  plannedAt: string;
  by: string;
  /** Left out: drafts. */
  publication: { id: string; at: string } | undefined;
};

/** Shifts with their breaks and, when published, the snapshots that employees saw: one statement. */
export async function insertShiftsInBulk(
  tx: Tx,
  orgId: string,
  plan: BulkPlan,
  shifts: readonly BulkShift[],
): Promise<void> {
  await tx.$client.query({
    name: 'shifts_bulk',
    text: `with given as materialized (
        select * from json_to_recordset($2) as g(id uuid, "scheduleId" uuid, "departmentId" uuid, "positionId" uuid, "employeeId" uuid,
          "startsAt" timestamptz, "endsAt" timestamptz, "localDate" date, "breakId" uuid, "breakMinutes" int, "snapshotId" uuid)
      ), planned as (
        insert into shifts (organization_id, id, schedule_id, location_id, department_id, position_id, employee_id, starts_at, ends_at,
          zone, local_date, version, published_version, publication_id, updated_at, updated_by)
        select $1, id, "scheduleId", $3, "departmentId", "positionId", "employeeId", "startsAt", "endsAt", $4, "localDate", 1,
          case when "snapshotId" is not null then 1 end, "snapshotId", $5, $6 from given
      ), paused as (
        insert into shift_breaks (organization_id, id, shift_id, minutes, paid)
        select $1, "breakId", id, "breakMinutes", false from given
      )
      insert into shift_publications (organization_id, id, publication_id, shift_id, kind, version, schedule_id, location_id, department_id,
        position_id, employee_id, starts_at, ends_at, zone, local_date, breaks, published_at, published_by)
      select $1, "snapshotId", $7, id, 'published', 1, "scheduleId", $3, "departmentId", "positionId", "employeeId", "startsAt", "endsAt",
        $4, "localDate", jsonb_build_array(jsonb_build_object('minutes', "breakMinutes", 'paid', false, 'startsAt', null)), $8, $6
      from given where "snapshotId" is not null`,
    values: [
      orgId,
      JSON.stringify(shifts),
      plan.locationId,
      plan.zone,
      plan.plannedAt,
      plan.by,
      plan.publication?.id ?? null,
      plan.publication?.at ?? null,
    ],
  });
}

export type BulkSchedule = {
  id: string;
  locationId: string;
  departmentId: string;
  startDate: string;
  endDate: string;
  publishedAt: string | null;
};

export async function insertSchedulesInBulk(
  tx: Tx,
  orgId: string,
  schedules: readonly BulkSchedule[],
): Promise<void> {
  await tx.$client.query({
    name: 'schedules_bulk',
    text: `insert into schedules (organization_id, id, location_id, department_id, period, state, published_at, version)
           select $1, s.id, s."locationId", s."departmentId", daterange(s."startDate", s."endDate", '[]'),
             case when s."publishedAt" is null then 'draft' else 'published' end, s."publishedAt",
             case when s."publishedAt" is null then 1 else 2 end
           from json_to_recordset($2) as s(id uuid, "locationId" uuid, "departmentId" uuid, "startDate" date, "endDate" date, "publishedAt" timestamptz)`,
    values: [orgId, JSON.stringify(schedules)],
  });
}

export type PastEvent = {
  eventId: string;
  eventType: string;
  aggregate: { type: string; id: string };
  payload: unknown;
  metadata: unknown;
};

/** Events of long ago: they count as announced, so the relay does not tell them again. */
export async function insertPastEvents(
  tx: Tx,
  orgId: string,
  events: readonly PastEvent[],
  at: string,
): Promise<void> {
  for (let from = 0; from < events.length; from += 5000) {
    await tx.$client.query({
      name: 'events_bulk',
      text: `insert into events (event_id, event_type, aggregate_id, aggregate_type, organization_id, payload, metadata, dispatched_at)
             select e."eventId", e."eventType", e.aggregate ->> 'id', e.aggregate ->> 'type', $1, e.payload, e.metadata, $3
             from json_to_recordset($2) as e("eventId" uuid, "eventType" text, aggregate jsonb, payload jsonb, metadata jsonb)`,
      values: [orgId, JSON.stringify(events.slice(from, from + 5000)), at],
    });
  }
}
