import { expect, test } from 'vitest';
import { momentsOf, wallOf } from './wall-moments';

const iso = (ms: number) => new Date(ms).toISOString().slice(0, 16);

test.each([
  ['Europe/Copenhagen', '2026-07-01T08:00', ['2026-07-01T06:00']],
  ['Europe/Copenhagen', '2026-10-25T02:30', ['2026-10-25T00:30', '2026-10-25T01:30']],
  ['Europe/Copenhagen', '2026-10-25T03:00', ['2026-10-25T02:00']],
  ['Europe/Copenhagen', '2026-03-29T02:30', []],
  ['Europe/Copenhagen', '2026-03-29T03:00', ['2026-03-29T01:00']],
  ['America/New_York', '2026-11-01T01:15', ['2026-11-01T05:15', '2026-11-01T06:15']],
  // half an hour, and far from Greenwich on either side
  ['Australia/Lord_Howe', '2026-04-05T01:45', ['2026-04-04T14:45', '2026-04-04T15:15']],
  ['Pacific/Kiritimati', '2026-01-01T00:10', ['2025-12-31T10:10']],
  ['Pacific/Pago_Pago', '2026-01-01T23:50', ['2026-01-02T10:50']],
  ['Asia/Kathmandu', '2026-01-01T00:00', ['2025-12-31T18:15']],
])('%s, %s', (zone, wall, moments) => {
  expect(momentsOf(wall, zone).map(iso)).toEqual(moments);
});

test('every minute around a change of the clocks is found again', () => {
  for (const zone of ['Europe/Copenhagen', 'Australia/Lord_Howe', 'America/St_Johns']) {
    for (const day of ['2026-03-07', '2026-03-28', '2026-04-04', '2026-10-03', '2026-10-24', '2026-10-31']) {
      for (let quarter = 0; quarter < 192; quarter++) {
        const ms = Date.parse(`${day}T00:00Z`) + quarter * 900_000;
        expect(momentsOf(wallOf(ms, zone), zone)).toContain(ms);
      }
    }
  }
});
