import lighthouse, { desktopConfig, type Flags, type Result } from 'lighthouse';
import { chromium, type Cookie } from 'playwright-core';
import { obtainChromium } from '../../../scripts/lib/chromium.mjs';
import type { Measure } from '../browser/measures.ts';
import { quantile } from '../statistics.ts';

export type Route = {
  path: string;
  form: 'desktop' | 'mobile';
  /** Of the speed; accessibility and best practices are the same everywhere. */
  performance?: { goal: number; failAt: number };
};
type Signed = { web: string; port: number };

const RUNS = 3;
const EVERYWHERE = { goal: 100, failAt: 98 };

/**
 * A Chromium that Lighthouse may drive by its debugging port, with this session: Lighthouse opens its pages in the browser's
 * own profile.
 */
export async function launchForAudits(
  port: number,
  cookies: readonly Cookie[],
  undo: (() => unknown)[],
): Promise<void> {
  const found = obtainChromium();
  if ('missing' in found) throw new Error(found.missing);
  const profile = await chromium.launchPersistentContext('', {
    executablePath: found.browser,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      `--remote-debugging-port=${port}`,
    ],
  });
  undo.push(() => profile.close());
  await profile.addCookies([...cookies]);
}

/** The scores of a page as somebody signed in, of each the median; what was found wrong stands beside it. */
export async function auditRoute(route: Route, signed: Signed): Promise<Measure[]> {
  const results: Result[] = [];
  for (let run = 0; run < RUNS; run++) results.push(await audit(route, signed));
  const scores = (category: string): number[] =>
    results.map((result) => (result.categories[category]?.score ?? Number.NaN) * 100);
  const measure = (category: string, limits: { goal: number; failAt: number }, note: string): Measure => ({
    name: `${route.path} ${route.form}: ${category}`,
    unit: '',
    value: quantile(scores(category), 0.5),
    // more is better here, and the table asks for less
    higher: true,
    ...limits,
    ...(note && { note }),
  });
  return [
    ...(route.performance ? [measure('performance', route.performance, speeds(results))] : []),
    ...['accessibility', 'best-practices'].map((category) =>
      measure(category, EVERYWHERE, failures(results.at(-1), category)),
    ),
  ];
}

async function audit({ path, form }: Route, { web, port }: Signed): Promise<Result> {
  const flags: Flags = {
    port,
    output: 'json',
    logLevel: 'error',
    onlyCategories: ['performance', 'accessibility', 'best-practices'],
    // the session is a cookie, and the same browser serves all runs
    disableStorageReset: true,
  };
  const answer = await lighthouse(`${web}${path}`, flags, form === 'desktop' ? desktopConfig : undefined);
  if (!answer) throw new Error(`${path}: Lighthouse said nothing`);
  const { lhr } = answer;
  if (lhr.runtimeError) throw new Error(`${path}: ${lhr.runtimeError.message}`);
  if (!lhr.finalDisplayedUrl.includes(path)) throw new Error(`${path} led to ${lhr.finalDisplayedUrl}`);
  return lhr;
}

const SPEEDS = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift',
];

/** `FCP 0.6 s, LCP 1.1 s, TBT 90 ms, CLS 0`: the median of each. */
const speeds = (results: readonly Result[]): string =>
  SPEEDS.map((id) => {
    const median = quantile(
      results.map((result) => result.audits[id]?.numericValue ?? Number.NaN),
      0.5,
    );
    const name = id
      .split('-')
      .map((word) => word[0]?.toUpperCase())
      .join('');
    return `${name} ${id.endsWith('shift') ? median.toFixed(3) : `${Math.round(median)} ms`}`;
  }).join(', ');

/** Titles of the audits of a category that found something. */
const failures = (result: Result | undefined, category: string): string =>
  (result?.categories[category]?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && (result?.audits[id]?.score ?? 1) < 1)
    .map(({ id }) => id)
    .join(', ');
