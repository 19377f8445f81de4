import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../database.ts';
import { shiftTemplates } from '../schema.ts';
import type { TemplateBreak } from '../schema/shift-templates.ts';

/** A location's zone and all its departments, archived ones too. */
export async function findLocationDepartments(
  tx: Tx,
  orgId: string,
  locationId: string,
): Promise<{ locationId: string; zone: string; departmentIds: string[] } | undefined> {
  const { rows } = await tx.$client.query<{ locationId: string; zone: string; departmentIds: string[] }>({
    name: 'location_departments',
    text: `select l.id as "locationId", l.zone,
             array(select d.id::text from departments d where d.organization_id = l.organization_id and d.location_id = l.id order by d.id) as "departmentIds"
           from locations l where l.organization_id = $1 and l.id = $2`,
    values: [orgId, locationId],
  });
  return rows[0];
}

export type TemplateRow = {
  id: string;
  locationId: string;
  name: string;
  kind: 'week' | 'rotation';
  cycleDays: number;
  anchorDate: string;
  onClosedDays: 'skip' | 'keep';
  version: number;
  shifts: number;
  open: number;
  people: number;
  departmentIds: string[];
};

const TEMPLATES = `select t.id, t.location_id as "locationId", t.name, t.kind, t.cycle_days as "cycleDays", t.anchor_date as "anchorDate", t.on_closed_days as "onClosedDays", t.version,
    i.shifts, i.open, i.people, i."departmentIds"
  from shift_templates t cross join lateral (
    select count(*)::int as shifts, (count(*) filter (where employee_id is null))::int as open, count(distinct employee_id)::int as people,
      coalesce(array_agg(distinct department_id::text), '{}') as "departmentIds"
    from shift_template_items where organization_id = t.organization_id and template_id = t.id) i
  where t.organization_id = $1`;

/** The templates of a location by name; 500 at most. */
export async function listTemplateRows(tx: Tx, orgId: string, locationId: string): Promise<TemplateRow[]> {
  const { rows } = await tx.$client.query<TemplateRow>({
    name: 'shift_templates_list',
    text: `${TEMPLATES} and t.location_id = $2 order by lower(t.name), t.id limit 500`,
    values: [orgId, locationId],
  });
  return rows;
}

/** One template; `lock` holds it until the transaction ends. */
export async function findTemplate(
  tx: Tx,
  orgId: string,
  id: string,
  lock = false,
): Promise<TemplateRow | undefined> {
  const { rows } = await tx.$client.query<TemplateRow>({
    name: lock ? 'shift_template_locked' : 'shift_template',
    text: `${TEMPLATES} and t.id = $2${lock ? ' for update of t' : ''}`,
    values: [orgId, id],
  });
  return rows[0];
}

export type TemplateItemRow = {
  id: string;
  day: number;
  startMinutes: number;
  endMinutes: number;
  departmentId: string;
  positionId: string | null;
  employeeId: string | null;
  notes: string | null;
  breaks: TemplateBreak[];
};

/** What a template holds, by day and start. */
export async function findTemplateItems(
  tx: Tx,
  orgId: string,
  templateId: string,
  departmentIds: readonly string[],
): Promise<TemplateItemRow[]> {
  const { rows } = await tx.$client.query<TemplateItemRow>({
    name: 'shift_template_items',
    text: `select id, day, start_minutes as "startMinutes", end_minutes as "endMinutes", department_id as "departmentId",
             position_id as "positionId", employee_id as "employeeId", notes, breaks
           from shift_template_items where organization_id = $1 and template_id = $2 and department_id = any($3)
           order by day, start_minutes, id`,
    values: [orgId, templateId, departmentIds],
  });
  return rows;
}

type NewTemplate = Pick<
  TemplateRow,
  'id' | 'locationId' | 'name' | 'kind' | 'cycleDays' | 'anchorDate' | 'onClosedDays'
>;

/** Puts these items in place of the ones the template held. */
export async function replaceTemplateItems(
  tx: Tx,
  orgId: string,
  templateId: string,
  items: readonly TemplateItemRow[],
): Promise<void> {
  await tx.$client.query({
    name: 'shift_template_items_clear',
    text: 'delete from shift_template_items where organization_id = $1 and template_id = $2',
    values: [orgId, templateId],
  });
  await insertItems(tx, orgId, templateId, items);
}

/** A template with its items, in two statements. */
export async function insertTemplate(
  tx: Tx,
  orgId: string,
  template: NewTemplate,
  items: readonly TemplateItemRow[],
): Promise<void> {
  await tx.insert(shiftTemplates).values({ organizationId: orgId, ...template });
  await insertItems(tx, orgId, template.id, items);
}

async function insertItems(
  tx: Tx,
  orgId: string,
  templateId: string,
  items: readonly TemplateItemRow[],
): Promise<void> {
  await tx.$client.query({
    name: 'shift_template_items_insert',
    text: `insert into shift_template_items
             (organization_id, template_id, id, day, start_minutes, end_minutes, department_id, position_id, employee_id, notes, breaks)
           select $1, $2, r.* from unnest($3::uuid[], $4::int[], $5::int[], $6::int[], $7::uuid[], $8::uuid[], $9::uuid[], $10::text[], $11::jsonb[]) as r`,
    values: [
      orgId,
      templateId,
      items.map((item) => item.id),
      items.map((item) => item.day),
      items.map((item) => item.startMinutes),
      items.map((item) => item.endMinutes),
      items.map((item) => item.departmentId),
      items.map((item) => item.positionId),
      items.map((item) => item.employeeId),
      items.map((item) => item.notes),
      items.map((item) => JSON.stringify(item.breaks)),
    ],
  });
}

export type TemplateChange = Partial<Pick<TemplateRow, 'name' | 'cycleDays' | 'anchorDate' | 'onClosedDays'>>;

/** Changes the row, which the caller holds locked, and counts its version up. */
export async function updateTemplateRow(
  tx: Tx,
  orgId: string,
  id: string,
  change: TemplateChange,
): Promise<void> {
  await tx
    .update(shiftTemplates)
    .set({ ...change, version: sql`${shiftTemplates.version} + 1` })
    .where(and(eq(shiftTemplates.organizationId, orgId), eq(shiftTemplates.id, id)));
}

export async function deleteTemplateRow(tx: Tx, orgId: string, id: string): Promise<void> {
  await tx
    .delete(shiftTemplates)
    .where(and(eq(shiftTemplates.organizationId, orgId), eq(shiftTemplates.id, id)));
}
