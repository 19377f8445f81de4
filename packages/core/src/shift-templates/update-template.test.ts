import { expect } from 'vitest';
import { ShiftTemplateDetail, UpdateShiftTemplateSchema } from '@vaktplan/contracts/http/shift-templates';
import { dbTest } from '@vaktplan/testing/db-test';
import { createTemplate } from './create-template.ts';
import { getTemplate } from './get-template.ts';
import { updateTemplate } from './update-template.ts';

const code = (name: string) => expect.objectContaining({ code: name });
const shop = dbTest.extend<{ shop: Record<'locationId' | 'bar' | 'kitchen' | 'barista' | 'ida', string> }>({
  shop: async ({ make }, use) => {
    const locationId = await make.location();
    const [bar, kitchen] = [await make.department(locationId), await make.department(locationId)];
    const barista = await make.position(bar);
    await use({ locationId, bar, kitchen, barista, ida: await make.employee(bar) });
  },
});
const item = (departmentId: string, more: object = {}) => ({
  day: 0,
  startMinutes: 540,
  endMinutes: 1020,
  departmentId,
  ...more,
});

shop('shifts of a template are added, moved, changed and removed', async ({ ctx, shop }) => {
  const { locationId, bar, barista, ida } = shop;
  const made = await createTemplate(ctx, {
    locationId,
    name: 'Week',
    kind: 'week',
    items: [item(bar), item(bar, { day: 1 })],
  });
  const breaks = [{ minutes: 30, paid: false, startMinutes: 720 }];
  const night = {
    day: 4,
    startMinutes: 1320,
    endMinutes: 1800,
    positionId: barista,
    employeeId: ida,
    breaks,
  };
  const changed = await updateTemplate(ctx, made.id, 1, {
    name: 'Week A',
    items: [item(bar, { day: 2 }), item(bar, night)],
  });
  expect(changed).toMatchObject({ name: 'Week A', version: 2, shifts: 2, open: 1, people: 1 });
  const { items } = ShiftTemplateDetail.parse(await getTemplate(ctx, made.id));
  expect(items).toMatchObject([{ day: 2, employeeId: null }, night]);
  // what is as before makes no new version
  expect(await updateTemplate(ctx, made.id, 2, { name: 'Week A' })).toMatchObject({ version: 2 });
  await expect(updateTemplate(ctx, made.id, 1, { items: [item(bar)] })).rejects.toMatchObject({
    code: 'version_conflict',
    current: { version: 2, shifts: 2 },
  });
});

shop('a cycle holds its days; a week keeps its seven', async ({ ctx, shop }) => {
  const { locationId, bar } = shop;
  const week = await createTemplate(ctx, { locationId, name: 'W', kind: 'week', items: [item(bar)] });
  const rotation = await createTemplate(ctx, {
    locationId,
    name: 'R',
    kind: 'rotation',
    cycleDays: 8,
    anchorDate: '2025-12-01',
    items: [item(bar, { day: 7 })],
  });
  const wrong = code('validation_failed');
  await expect(updateTemplate(ctx, week.id, 1, { items: [item(bar, { day: 7 })] })).rejects.toEqual(wrong);
  await expect(updateTemplate(ctx, week.id, 1, { cycleDays: 14 })).rejects.toEqual(wrong);
  await expect(updateTemplate(ctx, rotation.id, 1, { cycleDays: 7 })).rejects.toEqual(wrong);
  const longer = { cycleDays: 14, anchorDate: '2025-12-08', items: [item(bar, { day: 13 })] };
  expect(await updateTemplate(ctx, rotation.id, 1, longer)).toMatchObject({
    cycleDays: 14,
    anchorDate: '2025-12-08',
    version: 2,
  });
  expect((await getTemplate(ctx, week.id)).items).toMatchObject([{ day: 0 }]);
  for (const bad of [{ items: [] }, { items: [item(bar, { endMinutes: 540 })] }, { shifts: 3 }])
    expect(UpdateShiftTemplateSchema.safeParse(bad).success).toBe(false);
});

shop(
  'only in departments that are one’s own, with people of the house',
  async ({ ctx, shop, make, foreign }) => {
    const { locationId, bar, kitchen } = shop;
    const made = await createTemplate(ctx, { locationId, name: 'W', kind: 'week', items: [item(bar)] });
    const chef = make.as(ctx, await make.user('manager', { departmentId: kitchen }));
    await expect(updateTemplate(chef, made.id, 1, { items: [item(kitchen)] })).rejects.toEqual(
      code('forbidden'),
    );
    const host = make.as(ctx, await make.user('manager', { departmentId: bar }));
    await expect(updateTemplate(host, made.id, 1, { items: [item(kitchen)] })).rejects.toEqual(
      code('forbidden'),
    );
    expect(await updateTemplate(host, made.id, 1, { items: [item(bar, { day: 3 })] })).toMatchObject({
      version: 2,
    });
    const theirs = await foreign.make.department(await foreign.make.location());
    const stranger = await foreign.make.employee(theirs);
    for (const bad of [
      item(bar, { employeeId: stranger }),
      item(bar, { positionId: stranger }),
      item(theirs),
    ])
      await expect(updateTemplate(ctx, made.id, 2, { items: [bad] })).rejects.toEqual(code('not_found'));
  },
);
