import { expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { httpTest } from '../testing/http-test.ts';

const week = { startDate: '2025-12-01', endDate: '2025-12-07' };

httpTest('findings, verdicts and candidates over HTTP', async ({ app, owner, make, ctx }) => {
  const locationId = await make.location();
  const departmentId = await make.department(locationId);
  const employeeId = await make.employee(departmentId);
  const plan = async (startsAt: string, endsAt: string) => {
    const payload = { departmentId, employeeId, startsAt, endsAt };
    const answer = await owner.inject({ method: 'POST', url: '/api/v1/shifts', payload });
    return answer.json<{ id: string }>().id;
  };
  const late = await plan('2025-12-01T14:00', '2025-12-01T23:00');
  const early = await plan('2025-12-02T07:00', '2025-12-02T15:00');

  const findings = await owner.inject({
    url: `/api/v1/findings?locationId=${locationId}&${new URLSearchParams(week)}`,
  });
  expect(findings.json()).toMatchObject({
    data: [{ rule: 'rest_short', shiftIds: [late, early] }],
    meta: { count: 1 },
  });

  const ask = (path: string, payload: object) =>
    owner.inject({ method: 'POST', url: `/api/v1/shifts/${path}`, payload });
  const verdicts = await ask('feasibility', { locationId, ...week, shiftIds: [early] });
  expect(verdicts.statusCode).toBe(200);
  expect(verdicts.json()).toMatchObject({
    employees: [employeeId],
    days: expect.arrayContaining([week.startDate]),
  });
  expect((await ask('candidates', { shiftId: early })).json()).toEqual({
    data: [],
    meta: { count: 0, blocked: 0 },
  });

  const refused = [
    ['feasibility', { locationId, ...week }],
    ['feasibility', { locationId, ...week, shiftIds: [] }],
    ['feasibility', { locationId, startDate: '2025-12-01', endDate: '2026-02-01', shiftIds: [early] }],
    ['feasibility', { locationId, ...week, shiftIds: Array.from({ length: 201 }, () => uuidv7()) }],
    ['candidates', {}],
    [
      'candidates',
      { shiftId: early, draft: { departmentId, startsAt: '2025-12-01T09:00', endsAt: '2025-12-01T10:00' } },
    ],
    ['candidates', { shiftId: early, limit: 0 }],
  ] as const;
  for (const [path, payload] of refused)
    expect((await ask(path, payload)).json(), JSON.stringify(payload).slice(0, 99)).toMatchObject({
      code: 'validation_failed',
    });
  const long = await owner.inject({
    url: `/api/v1/findings?locationId=${locationId}&startDate=2025-01-01&endDate=2026-02-05`,
  });
  expect(long.json()).toMatchObject({ code: 'validation_failed' });

  const employee = await app.as(await make.user('employee', { employeeId }), ctx.orgId);
  const url = `/api/v1/findings?locationId=${locationId}&${new URLSearchParams(week)}`;
  expect((await employee.inject({ url })).statusCode).toBe(403);
});
