import { Temporal } from 'temporal-polyfill';
import type { CafeDepartment, CafePerson, CafePosition } from './cafe-people.ts';

/** Who works it; null: an open shift; undefined: no such shift that day. Monday to Sunday. */
type Turn = CafePerson | null | undefined;
type Duty = {
  from: string;
  to: string;
  department: CafeDepartment;
  position: CafePosition;
  by: readonly [Turn, Turn, Turn, Turn, Turn, Turn, Turn];
};
const none = undefined;

/** The café never sleeps: bread is baked at night, so somebody is at work whatever the hour. */
const DUTIES: readonly Duty[] = [
  {
    from: '06:00',
    to: '14:00',
    department: 'Floor',
    position: 'Barista',
    by: ['emil', 'emil', 'emil', 'emil', 'emil', 'sofie', 'sofie'],
  },
  {
    from: '10:00',
    to: '16:00',
    department: 'Floor',
    position: 'Barista',
    by: ['sofie', 'clara', 'sofie', 'sofie', 'clara', none, none],
  },
  {
    from: '10:00',
    to: '18:00',
    department: 'Floor',
    position: 'Waiter',
    by: ['noah', 'noah', 'noah', 'noah', 'ida', 'ida', 'clara'],
  },
  {
    from: '16:00',
    to: '23:00',
    department: 'Floor',
    position: 'Waiter',
    by: ['ida', 'ida', 'oscar', 'clara', 'noah', 'oscar', 'oscar'],
  },
  {
    from: '09:00',
    to: '17:00',
    department: 'Floor',
    position: 'Shift lead',
    by: ['mads', 'mads', 'mads', 'mads', 'mads', 'freja', none],
  },
  {
    from: '12:00',
    to: '20:00',
    department: 'Floor',
    position: 'Shift lead',
    by: [none, none, 'freja', none, 'freja', none, none],
  },
  {
    from: '08:00',
    to: '16:00',
    department: 'Kitchen',
    position: 'Chef',
    by: ['yasmin', 'yasmin', 'yasmin', 'yasmin', 'yasmin', 'tomasz', 'tomasz'],
  },
  {
    from: '14:00',
    to: '22:00',
    department: 'Kitchen',
    position: 'Chef',
    by: ['viktor', 'viktor', 'tomasz', 'viktor', 'viktor', 'viktor', null],
  },
  {
    from: '10:00',
    to: '18:00',
    department: 'Kitchen',
    position: 'Kitchen hand',
    by: ['laerke', 'tomasz', null, 'laerke', 'tomasz', 'laerke', none],
  },
  {
    from: '22:00',
    to: '06:00',
    department: 'Kitchen',
    position: 'Baker',
    by: ['malthe', 'malthe', 'malthe', 'malthe', 'amina', 'amina', 'amina'],
  },
];

/** Who takes Sofie's turn of a day on which the demo has other plans for her. Monday to Sunday. */
export const INSTEAD_OF_SOFIE: readonly CafePerson[] = [
  'clara',
  'clara',
  'clara',
  'ida',
  'clara',
  'emil',
  'emil',
];

export type CafeShift = {
  /** Wall-clock times of the location. */
  startsAt: string;
  endsAt: string;
  date: string;
  department: CafeDepartment;
  position: CafePosition;
  by: CafePerson | null;
};

/** The week that begins on `monday`, as it is usually planned. */
export const cafeWeek = (monday: string): CafeShift[] =>
  DUTIES.flatMap(({ by, from, to, department, position }) =>
    by.flatMap((turn, day) => {
      if (turn === undefined) return [];
      const date = Temporal.PlainDate.from(monday).add({ days: day });
      const last = to > from ? date : date.add({ days: 1 });
      return [
        {
          startsAt: `${date}T${from}`,
          endsAt: `${last}T${to}`,
          date: date.toString(),
          department,
          position,
          by: turn,
        },
      ];
    }),
  );
