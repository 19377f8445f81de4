export const CHAIN_NAME = 'Havn & Hjem';

/** Twelve restaurants in four zones, the first a big one. `people` sums to 400. */
export const CHAIN_LOCATIONS = [
  { name: 'København Havn', zone: 'Europe/Copenhagen', people: 110 },
  { name: 'Aarhus Ø', zone: 'Europe/Copenhagen', people: 40 },
  { name: 'Odense Station', zone: 'Europe/Copenhagen', people: 36 },
  { name: 'Aalborg Kaj', zone: 'Europe/Copenhagen', people: 32 },
  { name: 'Esbjerg Torv', zone: 'Europe/Copenhagen', people: 30 },
  { name: 'London Shoreditch', zone: 'Europe/London', people: 28 },
  { name: 'London Soho', zone: 'Europe/London', people: 26 },
  { name: 'Manchester', zone: 'Europe/London', people: 24 },
  { name: 'New York Chelsea', zone: 'America/New_York', people: 22 },
  { name: 'Boston Seaport', zone: 'America/New_York', people: 20 },
  { name: 'Tokyo Shibuya', zone: 'Asia/Tokyo', people: 18 },
  { name: 'Tokyo Ginza', zone: 'Asia/Tokyo', people: 14 },
] as const;
export type ChainLocation = { name: string; zone: string; people: number };

export const CHAIN_DEPARTMENTS = ['Kitchen', 'Floor', 'Bar'] as const;

/** Of the whole organisation; `department` is where those who hold it work. Rates in euro cents. */
export const CHAIN_POSITIONS = [
  { name: 'Chef', department: 'Kitchen', color: '#c2410c', hourlyMinor: 2450 },
  { name: 'Line cook', department: 'Kitchen', color: '#a16207', hourlyMinor: 1890 },
  { name: 'Waiter', department: 'Floor', color: '#2563eb', hourlyMinor: 1720 },
  { name: 'Host', department: 'Floor', color: '#be185d', hourlyMinor: 1680 },
  { name: 'Bartender', department: 'Bar', color: '#7c3aed', hourlyMinor: 1950 },
  { name: 'Bar back', department: 'Bar', color: '#0f766e', hourlyMinor: 1580 },
] as const;

/** Wall-clock turns, night included; the early ones are the most common. */
export const TURNS = [
  ['07:00', '15:00'],
  ['07:00', '15:00'],
  ['10:00', '18:00'],
  ['11:00', '19:00'],
  ['15:00', '23:00'],
  ['15:00', '23:00'],
  ['16:00', '22:00'],
  ['22:00', '06:00'],
] as const;

export const FIRST_NAMES =
  'Ada Aisha Alma Anders Anika Aoife Arthur Astrid Ben Bo Camille Carl Chen Clara Dario Dina Eike Ella Emeka Emil Erik Esther Fatima Felix Finn Freja George Grace Hana Hugo Ida Ingrid Isak Jamal Jonas Julia Kaito Karim Kenji Lars Laura Leila Liam Lina Luca Maja Marco Mei Mia Mikkel Mina Nadia Nils Noah Nora Olga Omar Oscar Paula Priya Rafael Ravi Rosa Ruben Sara Selma Sofia Sven Tara Theo Tove Uma Viktor Wanda Yara Yuki Zoe'.split(
    ' ',
  );
export const LAST_NAMES =
  'Abe Ali Andersen Arnold Bach Bauer Becker Berg Brandt Brown Carter Clarke Costa Dahl Davies Diaz Eriksen Evans Falk Fischer Fraser Friis Garcia Green Gupta Hall Hansen Hassan Holm Hughes Ito Iversen Jansen Jensen Johnson Juhl Kato Keller Khan Klein Kowalski Krog Kumar Larsen Lee Lind Lopez Lund Madsen Martin Meyer Mori Murphy Nakamura Nielsen Novak Okafor Olsen Patel Petrov Quist Rossi Sato Schmidt Silva Smith Sommer Tanaka Thomsen Ueda Vogel Wagner Walsh Weber Wong Young Zhang'.split(
    ' ',
  );
