import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { english } from './english.fixture.ts';
import { aShift, DAYS, PEOPLE } from './fixtures.ts';
import { ScheduleGrid } from './schedule-grid.tsx';

test('the server renders the rows, so that the first paint has them', () => {
  const html = renderToString(
    <ScheduleGrid
      words={english}
      zone="Europe/Copenhagen"
      locale="en-GB"
      currency="DKK"
      weekStart={1}
      days={DAYS}
      employees={PEOPLE}
      shifts={[aShift({ id: 'monday' })]}
      positions={[]}
      now="2026-11-23T08:00:00Z"
      label="Schedule, week 48, Main Street"
      canEdit
      onCommand={async () => ({ outcomes: [] })}
      onOpenShift={() => undefined}
      onCreateAt={() => undefined}
      onWeekChange={() => undefined}
    />,
  );
  expect(html.match(/role="row"/g)).toHaveLength(6);
  expect(html).toContain('09:00–17:00');
});
