import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { PrintedSchedule } from '@/features/schedule/take-away/printed-schedule';
import { rosterResource } from '@/features/schedule/resources';
import { shiftListResource } from '@/features/schedule/take-away/resources';
import { loadView } from '@/features/schedule/view-params';
import { periodAround } from '@/features/schedule/week';
import { asProblem } from '@/lib/problem';
import { readFromApi } from '@/server/api';
import { readCurrentLocation, readMe } from '@/server/me';
import './print.css';

export const metadata: Metadata = { title: 'Schedule for printing', robots: { index: false } };

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
  return <PrintedSchedule period={period} view={view} roster={roster} shifts={shifts.data} />;
}

async function readSignedIn() {
  try {
    return await readMe();
  } catch (error) {
    if (asProblem(error).status === 401) redirect('/sign-in?next=/schedule');
    throw error;
  }
}
