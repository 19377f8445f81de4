import type { Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { ask } from './api.ts';
import { PASSWORD } from './journey.ts';

export const PHONE = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  locale: 'en-GB',
  timezoneId: 'Europe/Copenhagen',
  geolocation: { latitude: 55.6761, longitude: 12.5683, accuracy: 12 },
};
type Person = { employeeId: string; name: string; email: string };
type Employees = { data: { id: string; email: string | null; departmentIds: string[] }[] };
type Mails = { data: { to: string; text: string }[] };

/** Somebody new at the place of the demo employee, so that no other journey punches for them. */
export async function hire(desk: Page): Promise<Person> {
  const run = crypto.randomUUID().slice(0, 8);
  const person = { name: `Pia Phone ${run}`, email: `pia-${run}@vaktplan.test` };
  const { data } = await ask<Employees>(desk, 'GET', '/employees?limit=100');
  const departmentIds = data.find(({ email }) => email === 'employee@vaktplan.test')?.departmentIds;
  const { id } = await ask<{ id: string }>(desk, 'POST', '/employees', {
    body: { ...person, departmentIds },
  });
  await ask(desk, 'POST', `/employees/${id}/invite`, { body: {} });
  const letter = async () => {
    const mails = await ask<Mails>(desk, 'GET', '/dev/mails');
    return mails.data.find(({ to }) => to.includes(person.email))?.text;
  };
  await expect.poll(letter, { timeout: 20_000 }).toContain('/invite/');
  const token = /\/invite\/([\w.~-]+)/.exec((await letter()) ?? '')?.[1];
  const joined = await fetch(`${inject('api')}/api/v1/invitations/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, password: PASSWORD }),
  });
  expect(joined.status).toBeLessThan(300);
  return { employeeId: id, ...person };
}

/** The app is at `url`; it is told where the API is. */
export async function signInOnPhone(page: Page, url: string, email: string): Promise<void> {
  await page.goto(url);
  await page.getByTestId('server').tap();
  await page.getByTestId('server-address').fill(inject('api'));
  await page.getByTestId('server-save').tap();
  await page.getByTestId('email').fill(email);
  await page.getByTestId('password').fill(PASSWORD);
  await page.getByTestId('sign-in').tap();
  await page.getByText('You are not at work').waitFor();
}
