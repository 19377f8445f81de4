import { Button } from '@vaktplan/ui';
import { BellRing, CalendarClock, Clock, Code, Keyboard, Moon, ShieldCheck, Undo2 } from 'lucide-react';
import Link from 'next/link';
import { SchedulePreview } from '@/features/site/schedule-preview';

const steps = [
  {
    title: 'Plan',
    text: 'Drag shifts onto the week, or type 9-17. Hours and cost add up while you plan, by day and by person.',
  },
  {
    title: 'Publish',
    text: 'See what changes for whom before you send it. Each person gets one message, however many shifts changed.',
  },
  {
    title: 'Work',
    text: 'Everyone clocks in with one button, also without a connection. You see who is here, on a break or late.',
  },
];

const qualities = [
  {
    icon: Moon,
    title: 'Nights and clock changes add up',
    text: 'A 22–06 shift lasts seven, eight or nine hours when the clocks change, and Vaktplan counts the right one in the location’s own time zone.',
  },
  {
    icon: CalendarClock,
    title: 'Drafts stay drafts',
    text: 'You change the working copy; employees keep seeing exactly what was published until you publish again.',
  },
  {
    icon: Keyboard,
    title: 'Everything by keyboard',
    text: 'Move, copy and create without a mouse, with each step spoken for screen readers. No drag is the only way.',
  },
  {
    icon: Undo2,
    title: 'Undo, not “are you sure”',
    text: 'Moves and deletions happen at once and come back with Ctrl+Z. If a colleague changed it meanwhile, you are told who and when.',
  },
  {
    icon: BellRing,
    title: 'Live, without reloading',
    text: 'A published week appears on every open screen in moments, and a colleague’s change never overwrites yours.',
  },
  {
    icon: Clock,
    title: 'Punches are never lost',
    text: 'A punch made offline stays on the device, shows that it is waiting, and is sent once when the connection returns.',
  },
  {
    icon: ShieldCheck,
    title: 'Each company apart',
    text: 'Tenants are separated in the database itself by row-level security, not only by the code in front of it.',
  },
  {
    icon: Code,
    title: 'Open source, MIT',
    text: 'The whole product, not a trial edition. One command runs it on your own machine, with no account anywhere.',
  },
];

export default function HomePage() {
  return (
    <>
      <section className="mx-auto max-w-6xl px-4 pt-16 pb-14 sm:px-6 sm:pt-24">
        <div className="mx-auto max-w-2xl text-center">
          <h1 className="text-4xl leading-[1.08] font-semibold tracking-tight sm:text-[56px]">
            The week’s schedule, planned and published
          </h1>
          <p className="mx-auto mt-5 max-w-xl text-base leading-7 text-pretty text-muted sm:text-lg">
            Vaktplan is open-source workforce scheduling for teams that work in shifts. Plan the week, publish
            it, clock in, and see who is at work.
          </p>
          <div className="mt-8 flex flex-wrap justify-center gap-3">
            <Button asChild variant="primary" size="lg">
              <Link href="/sign-up">Create an organisation</Link>
            </Button>
            <Button asChild size="lg">
              <Link href="/about">How it works</Link>
            </Button>
          </div>
        </div>
        <div className="mt-14">
          <SchedulePreview />
        </div>
      </section>

      <section aria-labelledby="steps" className="border-y border-border bg-surface">
        <div className="mx-auto max-w-6xl px-4 py-16 sm:px-6">
          <h2 id="steps" className="text-2xl font-semibold tracking-tight">
            From an empty week to people at work
          </h2>
          <ol className="mt-8 grid gap-8 md:grid-cols-3">
            {steps.map((step, index) => (
              <li key={step.title} className="border-t-2 border-primary pt-4">
                <h3 className="text-base font-semibold">
                  <span className="mr-2 text-muted tabular-nums">{index + 1}</span>
                  {step.title}
                </h3>
                <p className="mt-2 leading-6 text-pretty text-muted">{step.text}</p>
              </li>
            ))}
          </ol>
        </div>
      </section>

      <section aria-labelledby="qualities" className="mx-auto max-w-6xl px-4 py-16 sm:px-6 sm:py-20">
        <h2 id="qualities" className="text-2xl font-semibold tracking-tight">
          Built for the parts that usually go wrong
        </h2>
        <ul className="mt-8 grid gap-x-8 gap-y-9 sm:grid-cols-2 lg:grid-cols-4">
          {qualities.map(({ icon: Icon, title, text }) => (
            <li key={title}>
              <Icon aria-hidden="true" className="size-5 text-primary" />
              <h3 className="mt-3 text-[15px] font-semibold">{title}</h3>
              <p className="mt-1.5 leading-6 text-pretty text-muted">{text}</p>
            </li>
          ))}
        </ul>
      </section>

      <section aria-labelledby="start" className="border-t border-border bg-surface">
        <div className="mx-auto flex max-w-6xl flex-col items-start gap-6 px-4 py-14 sm:px-6 md:flex-row md:items-center md:justify-between">
          <div>
            <h2 id="start" className="text-2xl font-semibold tracking-tight">
              Plan your first week
            </h2>
            <p className="mt-2 max-w-lg leading-6 text-muted">
              Name your organisation and its first location, add people or import a CSV file, and start on the
              schedule.
            </p>
          </div>
          <Button asChild variant="primary" size="lg">
            <Link href="/sign-up">Create an organisation</Link>
          </Button>
        </div>
      </section>
    </>
  );
}
