import type { Ctx } from '../context/ctx.ts';
import { createEmployee } from '../employees/create-employee.ts';
import { listEmployees } from '../employees/list-employees.ts';
import { updateEmployee } from '../employees/update-employee.ts';
import { createDepartment } from '../organizations/create-department.ts';
import { createPosition } from '../organizations/create-position.ts';
import { createSkill } from '../organizations/create-skill.ts';
import { listDepartments } from '../organizations/list-departments.ts';
import { listLocations } from '../organizations/list-locations.ts';
import { updateDepartment } from '../organizations/update-department.ts';
import { updateLocation } from '../organizations/update-location.ts';
import {
  CAFE_PEOPLE,
  CAFE_POSITIONS,
  firstNumber,
  type CafeDepartment,
  type CafePerson,
  type CafePosition,
} from './cafe-people.ts';

export type Cafe = {
  locationId: string;
  departments: Record<CafeDepartment, string>;
  positions: Record<CafePosition, string>;
  people: Record<CafePerson, string>;
};

/** Departments, positions and people of an organisation that has just signed up. `hired` is everybody's first day. */
export async function buildCafe(
  ctx: Ctx,
  hired: string,
  emails: Partial<Record<CafePerson, string>>,
): Promise<Cafe> {
  const [location] = (await listLocations(ctx)).data;
  const [team] = (await listDepartments(ctx)).data;
  if (!location || !team) throw new Error('sign-up makes a location and a department');
  await updateLocation(ctx, location.id, location.version, {
    address: 'Jægersborggade 41, 2200 København N',
    geofence: { latitude: 55.6929, longitude: 12.5446, radiusMeters: 120 },
  });
  const floor = await updateDepartment(ctx, team.id, team.version, { name: 'Floor' });
  const kitchen = await createDepartment(ctx, { locationId: location.id, name: 'Kitchen' });
  const departments = { Floor: floor.id, Kitchen: kitchen.id };
  for (const name of ['Barista certificate', 'Food hygiene']) await createSkill(ctx, { name });

  const positions: Partial<Record<CafePosition, string>> = {};
  for (const { name, department, color } of CAFE_POSITIONS)
    positions[name] = (await createPosition(ctx, { departmentId: departments[department], name, color })).id;

  const people: Partial<Record<CafePerson, string>> = {};
  const [owner] = (await listEmployees(ctx, {})).data;
  const entries = Object.entries(CAFE_PEOPLE) as [CafePerson, (typeof CAFE_PEOPLE)[CafePerson]][];
  for (const [index, [key, person]] of entries.entries()) {
    const facts = {
      name: person.name,
      email: emails[key] ?? `${key}@cafe-nord.test`,
      number: String(firstNumber + index),
      departmentIds: person.departments.map((department) => departments[department]),
      positionIds: person.positions.map((position) => positions[position] as string),
      contract: { from: hired, to: null, minutesPerWeek: person.hoursPerWeek * 60 },
      rate: { from: hired, hourlyMinor: person.hourlyMinor },
    };
    const saved =
      key === 'freja' && owner
        ? updateEmployee(ctx, owner.id, owner.version, facts)
        : createEmployee(ctx, facts);
    people[key] = (await saved).id;
  }
  return {
    locationId: location.id,
    departments,
    positions: positions as Cafe['positions'],
    people: people as Cafe['people'],
  };
}
