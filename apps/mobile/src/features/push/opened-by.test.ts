import { expect, test } from 'vitest';
import { openedBy, routeOf } from './opened-by';

test.each([
  ['/account/password', '/me'],
  ['/shifts?date=2026-03-02', '/schedule'],
  ['/timesheet?date=2026-03-02', '/hours'],
  ['/timesheets?date=2026-03-02', '/'],
  ['/settings/organization', '/'],
  [undefined, '/'],
])('%s leads to %s', (link, route) => {
  expect(routeOf(link)).toBe(route);
});

test('the button punches, the message only opens', () => {
  expect(openedBy('clock_in', { link: '/shifts' })).toEqual({ punch: true, link: '/shifts' });
  expect(openedBy('expo.modules.notifications.actions.DEFAULT', null)).toEqual({
    punch: false,
    link: undefined,
  });
  expect(openedBy('', { link: 7 }).link).toBeUndefined();
});
