import { Button } from '@vaktplan/ui';
import { Check } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { Passage, PageIntro } from '@/features/site/prose';

export const metadata: Metadata = {
  title: 'Pricing',
  description: 'Vaktplan is free and open source. What running it yourself costs, plainly.',
};

const included = [
  'Every feature; there is no paid edition',
  'Any number of organisations, locations and employees',
  'The web app, the API and the background worker',
  'Change it, rebrand it, build on it: the licence is MIT',
];

const costs = [
  { what: 'Licence', cost: 'Nothing' },
  { what: 'A machine or cloud account with PostgreSQL and Redis', cost: 'What your provider charges' },
  { what: 'Sending mail, if you use a mail service', cost: 'What that service charges' },
  { what: 'Your time to install and update it', cost: 'Yours to judge' },
];

export default function PricingPage() {
  return (
    <div className="pb-10">
      <PageIntro title="Free, because it is yours to run">
        Vaktplan is open source under the MIT licence. We sell nothing: no seats, no tiers, no trial that
        ends.
      </PageIntro>
      <div className="mx-auto grid max-w-3xl gap-6 px-4 pb-12 sm:px-6">
        <section
          aria-labelledby="all"
          className="rounded-xl border border-border bg-surface p-6 shadow-card sm:p-8"
        >
          <div className="flex flex-wrap items-baseline justify-between gap-4">
            <h2 id="all" className="text-lg font-semibold">
              All of Vaktplan
            </h2>
            <p className="text-3xl font-semibold tracking-tight">
              0 <span className="text-base font-normal text-muted">per employee, per month</span>
            </p>
          </div>
          <ul className="mt-6 grid gap-3">
            {included.map((item) => (
              <li key={item} className="flex gap-3 leading-6">
                <Check aria-hidden="true" className="mt-1 size-4 shrink-0 text-success" />
                {item}
              </li>
            ))}
          </ul>
          <Button asChild variant="primary" size="lg" className="mt-8 max-sm:w-full">
            <Link href="/sign-up">Create an organisation</Link>
          </Button>
        </section>
      </div>
      <Passage title="What running it does cost">
        <p>Free software still runs somewhere. So that nothing surprises you:</p>
        <table className="w-full text-left text-sm">
          <thead>
            <tr className="border-b border-border text-xs">
              <th scope="col" className="py-2 pr-6 font-medium">
                For
              </th>
              <th scope="col" className="py-2 font-medium">
                You pay
              </th>
            </tr>
          </thead>
          <tbody>
            {costs.map((row) => (
              <tr key={row.what} className="border-b border-border">
                <td className="py-3 pr-6 text-foreground">{row.what}</td>
                <td className="py-3">{row.cost}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Passage>
      <Passage title="Support">
        <p>
          There is no support contract. Questions and faults belong in the project’s issues, where the answer
          helps the next person too. MIT software comes without warranty, as the licence says.
        </p>
      </Passage>
    </div>
  );
}
