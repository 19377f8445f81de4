import type { Metadata } from 'next';
import { shiftsFound } from '@vaktplan/core/rules';
import { notFound, redirect } from 'next/navigation';
import { PrintedSchedule } from '@/features/schedule/take-away/printed-schedule';
import { findingsResource, rosterResource } from '@/features/schedule/resources';
import { shiftListResource } from '@/features/schedule/take-away/resources';
import { loadView } from '@/features/schedule/view-params';
import { periodAround } from '@/features/schedule/week';
import { formatIn } from '@/lib/format';
import { asProblem } from '@/lib/problem';
import { tagOf } from '@/lib/words-in';
import { readFromApi } from '@/server/api';
import { readLocale } from '@/server/locale';
import { readCurrentLocation, readMe } from '@/server/me';
import { PageWords, readWords } from '@/server/words';
import './print.css';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await readWords('planPrint'))('title'),
  robots: { index: false },
});

type Parameters = Promise<Record<string, string | string[] | undefined>>;

/** The schedule on paper: every line in the page, no shell, nothing to click but the button. */
export default async function PrintPage({ searchParams }: { searchParams: Parameters }) {
  const [me, kept, view] = await Promise.all([readSignedIn(), readCurrentLocation(), loadView(searchParams)]);
  const location = me.locations.find((one) => one.id === view.location) ?? kept;
  if (!location) notFound();
  const period = periodAround(view.week, view.range, location.zone, me.organization.weekStart);
  const range = { locationId: location.id, startDate: period.startDate, endDate: period.endDate };
  const [roster, shifts] = await Promise.all([
    readFromApi(rosterResource(range)),
    readFromApi(shiftListResource(range)),
  ]);
  const found =
    view.findings && roster.abilities.createShift ? await readFromApi(findingsResource(range)) : undefined;
  return (
    <PageWords of={['app', 'planPrint']}>
      <PrintedSchedule
        period={period}
        view={view}
        roster={roster}
        shifts={shifts.data}
        only={found && shiftsFound(found.data)}
        spoken={await readSpoken(me.organization.locale)}
      />
    </PageWords>
  );
}

/** On paper English is written the same everywhere; other languages count the hours as the organisation does. */
async function readSpoken(ofOrganization: string) {
  const [t, units, locale] = await Promise.all([readWords('planPrint'), readWords('app'), readLocale()]);
  const language = tagOf(locale);
  const figures = { minimumFractionDigits: 2, maximumFractionDigits: 2, useGrouping: false };
  return {
    t,
    format: formatIn(language === 'en' ? 'en-GB' : ofOrganization, { language, units }),
    figure: new Intl.NumberFormat(language, figures),
  };
}

async function readSignedIn() {
  try {
    return await readMe();
  } catch (error) {
    if (asProblem(error).status === 401) redirect('/sign-in?next=/schedule');
    throw error;
  }
}
