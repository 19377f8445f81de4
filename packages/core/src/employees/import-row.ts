import { AppError, type FieldError } from '@vaktplan/contracts/errors';
import { fieldWords } from '@vaktplan/contracts/field-words';
import { CreateEmployeeSchema } from '@vaktplan/contracts/http/employees';
import type { DepartmentRow } from '@vaktplan/db/queries/departments';
import type { NewEmployee } from '@vaktplan/db/queries/employee-writes';
import type { PositionRow } from '@vaktplan/db/queries/positions';
import { decimalToMinor, hoursToMinutes } from './import.rules.ts';
import type { CsvRow } from './read-employee-csv.ts';

export type ImportSetting = {
  /** Where people go whose row names no department; other names are first looked for at its location. */
  home: DepartmentRow;
  departments: readonly DepartmentRow[];
  positions: readonly PositionRow[];
  /** First day of contracts and rates. */
  today: string;
  /** Minor digits of the currency. */
  digits: number;
  /** E-mail addresses and numbers of earlier rows, with their line. */
  seen: Map<string, number>;
};

const Facts = CreateEmployeeSchema.pick({ name: true, email: true, number: true });

/**
 * A row of the file as a new employee. Throws `validation_failed` with the wrong columns, `email_taken` or
 * `number_taken` when an earlier row has the same.
 */
export function readImportRow(setting: ImportSetting, row: CsvRow): NewEmployee {
  const errors: FieldError[] = [];
  const wrong = (path: string, message: string) => void errors.push({ path, message });
  const given = { name: row.name, email: row.email || null, number: row.number || null };
  const facts = Facts.safeParse(given, { error: fieldWords });
  if (!facts.success) for (const issue of facts.error.issues) wrong(issue.path.join('.'), issue.message);

  const department = findDepartment(setting, row.department);
  if (!department) wrong('department', `There is no department "${row.department}" that you may use`);
  const position = row.position ? findPosition(setting, department, row.position) : undefined;
  if (row.position && !position) wrong('position', `There is no position "${row.position}" there`);
  const hourlyMinor = row.hourly_rate ? decimalToMinor(row.hourly_rate, setting.digits) : undefined;
  if (row.hourly_rate && hourlyMinor === undefined)
    wrong('hourly_rate', `"${row.hourly_rate}" is not an amount such as 185.50`);
  const minutesPerWeek = row.hours_per_week ? hoursToMinutes(row.hours_per_week) : undefined;
  if (row.hours_per_week && minutesPerWeek === undefined)
    wrong('hours_per_week', `"${row.hours_per_week}" is not a number of hours from 0 to 100`);

  if (!facts.success || !department || errors.length > 0) throw new AppError('validation_failed', { errors });
  remember(setting, row.line, 'email', facts.data.email?.toLowerCase());
  remember(setting, row.line, 'number', facts.data.number);
  return {
    ...facts.data,
    departmentIds: [department.id],
    positionIds: position ? [position.id] : [],
    contract: { from: setting.today, to: null, minutesPerWeek: minutesPerWeek ?? null },
    rate: hourlyMinor === undefined ? undefined : { from: setting.today, hourlyMinor },
  };
}

const same = (name: string) => (row: { name: string }) => row.name.toLowerCase() === name.toLowerCase();

function findDepartment({ home, departments }: ImportSetting, name: string): DepartmentRow | undefined {
  if (!name) return home;
  const named = departments.filter(same(name));
  return (
    named.find((one) => one.locationId === home.locationId) ?? (named.length === 1 ? named[0] : undefined)
  );
}

function findPosition(
  { positions }: ImportSetting,
  department: DepartmentRow | undefined,
  name: string,
): PositionRow | undefined {
  const named = positions.filter(same(name));
  return (
    named.find((one) => one.departmentId === department?.id) ?? named.find((one) => one.departmentId === null)
  );
}

function remember(
  { seen }: ImportSetting,
  line: number,
  what: 'email' | 'number',
  value: string | null | undefined,
): void {
  if (!value) return;
  const first = seen.get(`${what} ${value}`);
  if (first !== undefined)
    throw new AppError(what === 'email' ? 'email_taken' : 'number_taken', {
      errors: [{ path: what, message: `Line ${first} has the same` }],
    });
  seen.set(`${what} ${value}`, line);
}
