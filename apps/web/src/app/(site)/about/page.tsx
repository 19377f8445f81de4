import type { Metadata } from 'next';
import { Passage, PageIntro } from '@/features/site/prose';

export const metadata: Metadata = {
  title: 'About',
  description: 'What Vaktplan is, how it treats time, privacy and access, and how it is built.',
};

export default function AboutPage() {
  return (
    <article className="pb-10">
      <PageIntro title="Scheduling you can read">
        Vaktplan helps a manager make next week’s schedule and helps everybody on it know when they work. It
        is open source under the MIT licence, from the database to the buttons.
      </PageIntro>
      <Passage title="What it does">
        <p>
          A manager plans shifts for a location on a week of people and days, sees hours and cost as they add
          up, and publishes. Employees see the published week at once, on a computer or a phone, and clock in
          with one button. The manager sees who is at work, who is on a break and who is late.
        </p>
        <p>
          <strong>Draft and published are two copies.</strong> Changing a draft changes nothing for employees.
          Before publishing, you see what changes for whom; afterwards there is a record of what each person
          was shown.
        </p>
      </Passage>
      <Passage title="Time is taken seriously">
        <p>
          Most mistakes in scheduling are mistakes about time: a night shift that crosses midnight, a night
          when the clocks change, a chain with locations in several zones. Vaktplan keeps instants in UTC,
          takes the business day from each location’s own zone, and counts elapsed minutes, so a shift over a
          clock change is paid for the hours it lasted. A local time that happens twice is asked about, never
          guessed.
        </p>
      </Passage>
      <Passage title="Made for everybody on the team">
        <p>
          Everything that can be dragged can be done by keyboard and by menu. Colour is never the only sign.
          The interface aims at WCAG 2.2 AA in light, dark and high contrast, and works on a narrow phone.
        </p>
      </Passage>
      <Passage title="Your data">
        <p>
          You run Vaktplan on your own machine or your own cloud account; there is no server of ours in
          between and nothing is reported back. Organisations that share an installation are separated by the
          database itself. Who may see pay, drafts or punches follows from one table of permissions that the
          buttons and the API share.
        </p>
      </Passage>
      <Passage title="How it is built">
        <p>
          TypeScript throughout: Next.js for the web, NestJS for the API and the background worker, React
          Native for the phone, PostgreSQL for the truth and Redis for queues and live updates. One set of
          contracts describes every request, event and message. The repository runs with one command and tests
          itself with another.
        </p>
      </Passage>
    </article>
  );
}
