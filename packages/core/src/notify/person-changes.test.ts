import { expect, test } from 'vitest';
import { changesOf } from './person-changes.ts';

const seen = (employeeId: string | null, changes: object = {}) => ({
  employeeId,
  positionName: null,
  departmentName: 'Floor',
  locationName: 'Torvet',
  startsAt: '2025-12-01T08:00:00Z',
  endsAt: '2025-12-01T16:00:00Z',
  zone: 'Europe/Copenhagen',
  notes: null,
  breaks: [],
  ...changes,
});
const later = { endsAt: '2025-12-01T17:00:00Z' };
const pause = { breaks: [{ minutes: 30, paid: false, startsAt: null }] };

test.each([
  ['new', null, seen('ida'), { added: 1, changed: 0, removed: 0 }],
  ['taken away', seen('ida'), null, { added: 0, changed: 0, removed: 1 }],
  ['moved in time', seen('ida'), seen('ida', later), { added: 0, changed: 1, removed: 0 }],
  ['another break', seen('ida'), seen('ida', pause), { added: 0, changed: 1, removed: 0 }],
  ['as it was', seen('ida'), seen('ida'), { added: 0, changed: 0, removed: 0 }],
  ['given to ida', seen('bo'), seen('ida'), { added: 1, changed: 0, removed: 0 }],
  ['taken over from open', seen(null), seen('ida'), { added: 1, changed: 0, removed: 0 }],
  ['given away', seen('ida'), seen('bo', later), { added: 0, changed: 0, removed: 1 }],
  ['of somebody else', seen('bo'), seen('bo', later), { added: 0, changed: 0, removed: 0 }],
])('%s', (_case, before, after, expected) => {
  const { added, changed, removed } = changesOf([{ shiftId: 's', before, after }], 'ida');
  expect({ added: added.length, changed: changed.length, removed: removed.length }).toEqual(expected);
});
