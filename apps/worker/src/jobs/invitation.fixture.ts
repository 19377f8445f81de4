import type { Ctx } from '@vaktplan/core/context/ctx';
import { inviteEmployee } from '@vaktplan/core/employees/invite-employee';
import type { JobPayload } from '@vaktplan/contracts/jobs';
import type { Make } from '@vaktplan/testing/make';
import { testSecret } from '../worker.fixture.ts';

/** Invites somebody new; returns the job that follows from it. */
export async function invite(ctx: Ctx, make: Make): Promise<JobPayload<'send-invitation'>> {
  const locationId = await make.location();
  const departmentId = await make.department(locationId);
  const employeeId = await make.employee(departmentId, { name: 'Ida', email: 'ida@example.com' });
  await inviteEmployee(ctx, employeeId, {}, testSecret);
  const [rows] = await ctx.db.read(ctx.orgId, [
    {
      name: 'last_invited',
      text: `select event_id as "eventId", payload->>'invitationId' as "invitationId" from events
             where organization_id = $1 and event_type = 'employee.invited' order by position desc limit 1`,
      values: [ctx.orgId],
    },
  ]);
  const told = rows?.[0] as { eventId: string; invitationId: string };
  return { organizationId: ctx.orgId, employeeId, ...told };
}
