import { expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { HeldSkillsView, RequiredSkillsView } from '@vaktplan/contracts/http/qualifications';
import { dbTest } from '@vaktplan/testing/db-test';
import { createSkill } from '../organizations/create-skill.ts';
import { createShift } from '../shifts/create-shift.ts';
import { getHeldSkills } from './get-held-skills.ts';
import { getRequiredSkills } from './get-required-skills.ts';
import { replaceHeldSkillsOf } from './replace-held-skills.ts';
import { replaceRequiredSkillsOf } from './replace-required-skills.ts';

const bar = dbTest.extend<{
  bar: Record<'departmentId' | 'elsewhere' | 'positionId' | 'employeeId' | 'licence' | 'firstAid', string>;
}>({
  bar: async ({ ctx, make }, use) => {
    const departmentId = await make.department(await make.location());
    const positionId = await make.position(departmentId);
    await use({
      departmentId,
      positionId,
      elsewhere: await make.department(await make.location()),
      employeeId: await make.employee(departmentId, { positionIds: [positionId] }),
      licence: (await createSkill(ctx, { name: 'Licence' })).id,
      firstAid: (await createSkill(ctx, { name: 'First aid' })).id,
    });
  },
});

bar('held with issue and expiry, renewed, and asked for by a position', async ({ ctx, bar }) => {
  const asked = await replaceRequiredSkillsOf(ctx, bar.positionId, 1, {
    skillIds: [bar.licence, bar.licence],
  });
  expect(RequiredSkillsView.parse(asked)).toEqual({ version: 2, skillIds: [bar.licence] });
  expect(await getRequiredSkills(ctx, bar.positionId)).toEqual(asked);
  const skills = [
    { skillId: bar.licence, from: null, to: '2025-12-02' },
    { skillId: bar.licence, from: '2025-12-10', to: null },
    { skillId: bar.firstAid, from: '2025-01-01', to: '2026-01-01' },
  ];
  const held = await replaceHeldSkillsOf(ctx, bar.employeeId, 1, { skills });
  expect(HeldSkillsView.parse(held).skills).toEqual(expect.arrayContaining(skills));
  expect(held.version).toBe(2);

  const shiftOn = (day: string) =>
    createShift(ctx, {
      departmentId: bar.departmentId,
      positionId: bar.positionId,
      employeeId: bar.employeeId,
      startsAt: `2025-12-${day}T09:00`,
      endsAt: `2025-12-${day}T17:00`,
    });
  await shiftOn('01');
  await expect(shiftOn('02')).rejects.toMatchObject({ code: 'override_reason_required' });
  await shiftOn('10');
  await replaceHeldSkillsOf(ctx, bar.employeeId, 2, { skills: [] });
  expect((await getHeldSkills(ctx, bar.employeeId)).skills).toEqual([]);
  await expect(shiftOn('11')).rejects.toMatchObject({ code: 'override_reason_required' });
});

bar(
  'wrong days, strangers’ skills, stale versions, other departments',
  async ({ ctx, bar, make, foreign }) => {
    const put = (
      skills: Parameters<typeof replaceHeldSkillsOf>[3]['skills'],
      version: number | undefined = 1,
      as = ctx,
    ) => replaceHeldSkillsOf(as, bar.employeeId, version, { skills });
    const licence = { skillId: bar.licence, from: null, to: null };
    for (const skills of [
      [{ ...licence, from: '2025-12-02', to: '2025-12-02' }],
      [
        { ...licence, to: '2025-12-02' },
        { ...licence, from: '2025-12-01' },
      ],
      [licence, licence],
    ])
      await expect(put(skills)).rejects.toMatchObject({ code: 'validation_failed' });
    const theirs = await createSkill(foreign.ctx, { name: 'Theirs' });
    for (const skillId of [theirs.id, uuidv7()])
      await expect(put([{ ...licence, skillId }])).rejects.toMatchObject({ code: 'not_found' });
    await expect(
      replaceRequiredSkillsOf(ctx, bar.positionId, 1, { skillIds: [theirs.id] }),
    ).rejects.toMatchObject({ code: 'not_found' });
    await expect(put([licence], 7)).rejects.toMatchObject({
      code: 'version_conflict',
      current: { version: 1, skills: [] },
    });
    await expect(replaceHeldSkillsOf(ctx, bar.employeeId, undefined, { skills: [] })).rejects.toMatchObject({
      code: 'version_missing',
    });

    const manager = make.as(ctx, await make.user('manager', { departmentId: bar.elsewhere }));
    const employee = make.as(ctx, await make.user('employee', { employeeId: bar.employeeId }));
    for (const as of [manager, employee]) {
      await expect(put([licence], 1, as)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(getHeldSkills(as, bar.employeeId)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(replaceRequiredSkillsOf(as, bar.positionId, 1, { skillIds: [] })).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
    for (const read of [
      () => put([licence], 1, foreign.ctx),
      () => getHeldSkills(foreign.ctx, bar.employeeId),
      () => getRequiredSkills(foreign.ctx, bar.positionId),
    ])
      await expect(read()).rejects.toMatchObject({ code: 'not_found' });
  },
);
