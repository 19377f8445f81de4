import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';
import { obtainChromium } from '../../../scripts/lib/chromium.mjs';
import { joinAsManager, type Product } from './open-product.ts';
import { watchPage } from './watch-page.ts';

/** Background traffic off: it would be measured too. */
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'];
const SLOWDOWN = 4;
/** Fast 4G as the developer tools have it. */
const FAST_4G = { offline: false, latency: 60, downloadThroughput: 1_012_500, uploadThroughput: 168_750 };

export type Visit = { page: Page; cdp: CDPSession };

/** Debian's or the machine's own Chromium, without a window. */
export async function openBrowser(undo: (() => unknown)[]): Promise<Browser> {
  const found = obtainChromium();
  if ('missing' in found) throw new Error(found.missing);
  const browser = await chromium.launch({ executablePath: found.browser, args: FLAGS });
  undo.push(() => browser.close());
  return browser;
}

/** A manager's page, signed in, not yet anywhere; its CPU four times slower unless `fast`. */
export async function openManager(browser: Browser, product: Product, fast = false): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: product.web,
    viewport: { width: 1440, height: 900 },
  });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const email = `manager-${crypto.randomUUID()}@bench.test`;
  const answer = await context.request.post('/api/auth/sign-up/email', {
    data: { name: 'Mona Manager', email, password: 'a-long-password' },
    headers: { origin: product.web },
  });
  if (!answer.ok()) throw new Error(`signing up: ${answer.status()} ${await answer.text()}`);
  await joinAsManager(product, email);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  if (!fast) await slowDown(cdp);
  await page.addInitScript(watchPage);
  return { page, cdp };
}

/** To a quarter of its speed. */
export const slowDown = (cdp: CDPSession): Promise<unknown> =>
  cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });

/** As over a phone's network, until it is taken back. */
export const slowNetwork = async ({ cdp }: Visit, on: boolean): Promise<void> => {
  const none = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
  await cdp.send('Network.emulateNetworkConditions', on ? FAST_4G : none);
};

/** Nothing of 50 ms and more for a second: as long as anybody looks before doing the next thing. */
export const hasRested = (page: Visit['page']): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let timer = setTimeout(resolve, 1000);
        new PerformanceObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(resolve, 1000);
        }).observe({ type: 'longtask' });
      }),
  );
