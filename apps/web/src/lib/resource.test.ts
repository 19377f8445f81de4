import { expect, test } from 'vitest';
import * as z from 'zod';
import { keyOf, resource, urlOf } from './resource';

const schema = z.unknown();

test.each(['/api/v1/shifts?startDate=2026-11-23&open=true', '/shifts?startDate=2026-11-23&open=true'])(
  '%s is one resource, with or without the root',
  (url) => {
    const shifts = resource(url, schema);
    expect(keyOf(shifts)).toEqual(['shifts', { startDate: '2026-11-23', open: 'true' }]);
    expect(urlOf(shifts)).toBe('/api/v1/shifts?startDate=2026-11-23&open=true');
  },
);

test('what is not given is not asked for', () =>
  expect(urlOf(resource('/employees', schema, { search: '', status: undefined, limit: 100 }))).toBe(
    '/api/v1/employees?limit=100',
  ));
