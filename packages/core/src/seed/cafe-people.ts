export type CafeDepartment = 'Floor' | 'Kitchen';

export const CAFE_POSITIONS = [
  { name: 'Shift lead', department: 'Floor', color: '#be185d' },
  { name: 'Barista', department: 'Floor', color: '#7c3aed' },
  { name: 'Waiter', department: 'Floor', color: '#2563eb' },
  { name: 'Chef', department: 'Kitchen', color: '#c2410c' },
  { name: 'Kitchen hand', department: 'Kitchen', color: '#0f766e' },
  { name: 'Baker', department: 'Kitchen', color: '#a16207' },
] as const satisfies { name: string; department: CafeDepartment; color: string }[];
export type CafePosition = (typeof CAFE_POSITIONS)[number]['name'];

type Person = {
  name: string;
  departments: readonly CafeDepartment[];
  positions: readonly CafePosition[];
  hoursPerWeek: number;
  /** In øre. */
  hourlyMinor: number;
};

/** The owner signs up; the others are hired. */
export const CAFE_PEOPLE = {
  freja: {
    name: 'Freja Holm',
    departments: ['Floor', 'Kitchen'],
    positions: ['Shift lead'],
    hoursPerWeek: 37,
    hourlyMinor: 24_000,
  },
  mads: {
    name: 'Mads Lindqvist',
    departments: ['Floor', 'Kitchen'],
    positions: ['Shift lead', 'Waiter'],
    hoursPerWeek: 37,
    hourlyMinor: 22_500,
  },
  sofie: {
    name: 'Sofie Nygaard',
    departments: ['Floor'],
    positions: ['Barista', 'Waiter'],
    hoursPerWeek: 30,
    hourlyMinor: 16_200,
  },
  emil: {
    name: 'Emil Krogh',
    departments: ['Floor'],
    positions: ['Barista'],
    hoursPerWeek: 37,
    hourlyMinor: 16_550,
  },
  ida: {
    name: 'Ida Sommer',
    departments: ['Floor'],
    positions: ['Waiter', 'Barista'],
    hoursPerWeek: 28,
    hourlyMinor: 15_800,
  },
  noah: {
    name: 'Noah Bech',
    departments: ['Floor'],
    positions: ['Waiter'],
    hoursPerWeek: 37,
    hourlyMinor: 16_000,
  },
  clara: {
    name: 'Clara Friis',
    departments: ['Floor'],
    positions: ['Waiter', 'Barista'],
    hoursPerWeek: 25,
    hourlyMinor: 15_450,
  },
  oscar: {
    name: 'Oscar Lund',
    departments: ['Floor'],
    positions: ['Waiter'],
    hoursPerWeek: 20,
    hourlyMinor: 14_900,
  },
  yasmin: {
    name: 'Yasmin Aydin',
    departments: ['Kitchen'],
    positions: ['Chef'],
    hoursPerWeek: 37,
    hourlyMinor: 19_800,
  },
  viktor: {
    name: 'Viktor Dam',
    departments: ['Kitchen'],
    positions: ['Chef', 'Kitchen hand'],
    hoursPerWeek: 37,
    hourlyMinor: 19_250,
  },
  laerke: {
    name: 'Lærke Juhl',
    departments: ['Kitchen'],
    positions: ['Kitchen hand'],
    hoursPerWeek: 25,
    hourlyMinor: 15_300,
  },
  tomasz: {
    name: 'Tomasz Nowak',
    departments: ['Kitchen'],
    positions: ['Kitchen hand', 'Chef'],
    hoursPerWeek: 37,
    hourlyMinor: 16_900,
  },
  malthe: {
    name: 'Malthe Ravn',
    departments: ['Kitchen'],
    positions: ['Baker'],
    hoursPerWeek: 32,
    hourlyMinor: 18_500,
  },
  amina: {
    name: 'Amina Hassan',
    departments: ['Kitchen'],
    positions: ['Baker'],
    hoursPerWeek: 24,
    hourlyMinor: 18_200,
  },
} as const satisfies Record<string, Person>;
/** The first employee number; the others follow in order. */
export const firstNumber = 101;
export type CafePerson = keyof typeof CAFE_PEOPLE;
