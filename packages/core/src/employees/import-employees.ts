import { AppError, ERRORS } from '@vaktplan/contracts/errors';
import type { ImportEmployees, ImportResult } from '@vaktplan/contracts/http/employees';
import type { Tx } from '@vaktplan/db/database';
import { listDepartmentRows } from '@vaktplan/db/queries/departments';
import { insertEmployee } from '@vaktplan/db/queries/employee-writes';
import { findOrganization } from '@vaktplan/db/queries/organizations';
import { listPositionRows } from '@vaktplan/db/queries/positions';
import { appendEvents } from '../context/append-event.ts';
import { authorize, can } from '../context/authorize.ts';
import { asAppError } from '../context/constraints.ts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { localDateOf } from '../time/local-time.rules.ts';
import { readImportRow, type ImportSetting } from './import-row.ts';
import { minorDigits } from './import.rules.ts';
import { readEmployeeCsv, type CsvRow } from './read-employee-csv.ts';

type RowResult = ImportResult['rows'][number];

/**
 * Makes an employee of each row of a CSV file. Every row has its own result: one that fails leaves its neighbours alone.
 * `dryRun` tells what would happen and keeps nothing. Rates and contracts begin today in the organisation's zone.
 * Throws `not_found` (department), `forbidden`, `csv_unreadable`, `validation_failed` (more than 2,000 rows).
 */
export const importEmployees = (ctx: Ctx, input: ImportEmployees): Promise<ImportResult> =>
  transact(ctx, 'employees.import', async (tx) => {
    const setting = await loadSetting(tx, ctx, input.departmentId);
    const rows: RowResult[] = [];
    const { $client } = tx;
    await $client.query('savepoint import');
    for (const row of readEmployeeCsv(input.csv)) rows.push(await importRow(tx, ctx, setting, row));
    const created = rows.flatMap((row) => row.employeeId ?? []);
    if (input.dryRun) {
      await $client.query('rollback to savepoint import');
      return summary(
        rows.map((row) =>
          row.employeeId ? { ...row, result: 'would_create' as const, employeeId: null } : row,
        ),
        0,
      );
    }
    await appendEvents(
      tx,
      ctx,
      'employee.created',
      created.map((id) => ({ aggregate: { type: 'employee', id, version: 1 }, payload: { employeeId: id } })),
    );
    return summary(rows, created.length);
  });

const summary = (rows: RowResult[], created: number): ImportResult => ({
  created,
  failed: rows.filter((row) => row.result === 'failed').length,
  rows,
});

async function loadSetting(tx: Tx, ctx: Ctx, departmentId: string): Promise<ImportSetting> {
  const [organization, departments, positions] = await Promise.all([
    findOrganization(tx, ctx.orgId),
    listDepartmentRows(tx, ctx.orgId),
    listPositionRows(tx, ctx.orgId),
  ]);
  const home = departments.find((department) => department.id === departmentId);
  if (!organization || !home) throw new AppError('not_found');
  const place = { locationId: home.locationId, departmentId };
  authorize(ctx.actor, 'employee:create', place);
  return {
    home,
    // only names that the actor may put people into can be matched
    departments: departments.filter((one) =>
      can(ctx.actor, 'employee:create', { locationId: one.locationId, departmentId: one.id }),
    ),
    positions,
    today: localDateOf(ctx.now(), organization.zone),
    digits: minorDigits(organization.currency),
    seen: new Map(),
  };
}

async function importRow(tx: Tx, ctx: Ctx, setting: ImportSetting, row: CsvRow): Promise<RowResult> {
  const told = { line: row.line, name: row.name.slice(0, 120) };
  try {
    const employee = readImportRow(setting, row);
    const { locationId, id: departmentId } = setting.home;
    if (employee.rate) authorize(ctx.actor, 'pay:read', { locationId, departmentId });
    await tx.$client.query('savepoint import_row');
    const employeeId = await insertEmployee(tx, ctx.orgId, employee).catch(async (error: unknown) => {
      await tx.$client.query('rollback to savepoint import_row');
      throw asAppError(error);
    });
    await tx.$client.query('release savepoint import_row');
    return { ...told, result: 'created', employeeId, code: null, message: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const message = error.errors?.map((field) => `${field.path}: ${field.message}`).join('; ');
    return {
      ...told,
      result: 'failed',
      employeeId: null,
      code: error.code,
      message: message ?? ERRORS[error.code][1],
    };
  }
}
