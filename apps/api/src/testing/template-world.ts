import type { Ctx } from '@vaktplan/core/context/ctx';
import { createTemplate } from '@vaktplan/core/shift-templates/create-template';
import { PRIVATE } from './private.ts';

/** Two rotations of the department, one of them to be deleted. */
export async function createTemplates(
  own: Ctx,
  place: { location: string; department: string; position: string },
  employeeId: string,
) {
  const of = async (name: string) => {
    const template = await createTemplate(own, {
      locationId: place.location,
      name,
      kind: 'rotation',
      cycleDays: 8,
      anchorDate: '2025-12-01',
      items: [
        {
          day: 0,
          startMinutes: 540,
          endMinutes: 1020,
          departmentId: place.department,
          positionId: place.position,
          employeeId,
          notes: PRIVATE.draft,
        },
      ],
    });
    return template.id;
  };
  return { template: await of('Four on'), spareTemplate: await of('Four off') };
}
