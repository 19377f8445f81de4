import { Avatar, cn } from '@vaktplan/ui';
import type { CSSProperties } from 'react';

type Chip = { day: number; time: string; place: string; hue: number; draft?: boolean };

const days = ['Mon 23', 'Tue 24', 'Wed 25', 'Thu 26', 'Fri 27'];
const people: { name: string; hours: string; chips: Chip[] }[] = [
  {
    name: 'Ida Holm',
    hours: '31 / 37 h',
    chips: [
      { day: 0, time: '07 – 15', place: 'Barista', hue: 200 },
      { day: 1, time: '07 – 15', place: 'Barista', hue: 200 },
      { day: 3, time: '09 – 17', place: 'Barista', hue: 200 },
      { day: 4, time: '07 – 15', place: 'Barista', hue: 200, draft: true },
    ],
  },
  {
    name: 'Bo Lind',
    hours: '24 / 24 h',
    chips: [
      { day: 0, time: '09 – 17', place: 'Kitchen', hue: 150 },
      { day: 2, time: '09 – 17', place: 'Kitchen', hue: 150 },
      { day: 4, time: '09 – 17', place: 'Kitchen', hue: 150 },
    ],
  },
  {
    name: 'Cid Amara',
    hours: '23 / 30 h',
    chips: [
      { day: 1, time: '15 – 23', place: 'Floor', hue: 300 },
      { day: 2, time: '15 – 23', place: 'Floor', hue: 300 },
      { day: 3, time: '22 – 06', place: 'Night', hue: 60, draft: true },
    ],
  },
];

/** A drawn week for the front page; a picture, not the real schedule. */
export function SchedulePreview() {
  return (
    <div
      aria-hidden="true"
      className="overflow-hidden rounded-xl border border-border bg-surface shadow-pop select-none"
    >
      <div className="flex items-center gap-3 border-b border-border px-4 py-3">
        <span className="text-sm font-semibold">Main Street</span>
        <span className="text-[13px] text-muted">Week 48</span>
        <span className="ml-auto rounded-full bg-warning/12 px-2 py-0.5 text-xs font-medium text-warning">
          2 drafts
        </span>
        <span className="rounded-md bg-primary px-3 py-1.5 text-[13px] font-medium text-primary-foreground">
          Publish
        </span>
      </div>
      <div className="overflow-hidden">
        <div className="grid min-w-[640px] grid-cols-[150px_repeat(5,1fr)] text-xs">
          <div className="border-b border-border px-4 py-2 text-muted">Employee</div>
          {days.map((day) => (
            <div key={day} className="border-b border-l border-border px-2 py-2 font-medium">
              {day}
            </div>
          ))}
          {people.map((person) => (
            <Row key={person.name} {...person} />
          ))}
        </div>
      </div>
    </div>
  );
}

function Row({ name, hours, chips }: (typeof people)[number]) {
  return (
    <>
      <div className="flex items-center gap-2.5 border-b border-border px-4 py-2.5">
        <Avatar id={name} name={name} size="sm" />
        <div>
          <div className="text-[13px] font-medium">{name}</div>
          <div className="text-[11px] text-muted tabular-nums">{hours}</div>
        </div>
      </div>
      {days.map((day, index) => {
        const chip = chips.find((one) => one.day === index);
        return (
          <div key={day} className="h-14 border-b border-l border-border p-1">
            {chip && (
              <div
                style={{ '--hue': chip.hue } as CSSProperties}
                className={cn(
                  'tint flex h-full flex-col justify-center rounded-sm px-2',
                  chip.draft && 'border border-dashed border-current',
                )}
              >
                <span className="font-semibold tabular-nums">{chip.time}</span>
                <span className="text-[11px]">{chip.place}</span>
              </div>
            )}
          </div>
        );
      })}
    </>
  );
}
