import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { inject, test } from 'vitest';
import { assertAccessible } from './accessible.ts';
import { authenticate } from './api.ts';

/** Background traffic off: on a machine without internet it only makes noise. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // a camera that shows a moving test picture, and nobody to ask whether it may be used
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
];
export const WIDE = { width: 1440, height: 900 };
/** 1280 px at 400 %: WCAG's reflow. */
export const NARROWEST = { width: 320, height: 640 };
export const PHONE = { width: 380, height: 800 };
export const PASSWORD = 'vaktplan-demo';

type Fixtures = {
  browser: Browser;
  /** A page of a fresh browser profile, not signed in. */
  visitor: (options?: BrowserContextOptions) => Promise<Page>;
  /** The same with the session of a demo account, shown `at` if that is given. The form itself has journeys of its own. */
  signedIn: (email: string, at?: string, options?: BrowserContextOptions) => Promise<Page>;
};

/** What the console may say: a refused request is shown by the page, and the test looks there. */
const EXPECTED = /Failed to load resource|net::ERR_INTERNET_DISCONNECTED/;

/** Fills the sign-in form and waits for the page that was wanted. */
export async function signInByForm(
  page: Page,
  email: string,
  at: string,
  password = PASSWORD,
): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(at)}`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => url.pathname === at.split('?')[0]);
}

/** A test in Chromium. It fails on any page error or console error, and on inaccessible pages at its end. */
export const journey = test.extend<Fixtures>({
  browser: [
    async ({}, use) => {
      const browser = await chromium.launch({
        executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
        args: FLAGS,
      });
      await use(browser);
      await browser.close();
    },
    // one for all files of a worker: starting it takes longer than most steps
    { scope: 'worker' },
  ],
  visitor: async ({ browser, task }, use) => {
    const pages: Page[] = [];
    const errors: string[] = [];
    await use(async (options) => {
      const context = await browser.newContext({
        baseURL: inject('web'),
        viewport: WIDE,
        reducedMotion: 'reduce',
        ...options,
      });
      context.setDefaultTimeout(15_000);
      await context.addInitScript(tellBreaches);
      const page = await context.newPage();
      pages.push(page);
      page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error' && !EXPECTED.test(message.text()))
          errors.push(`${page.url()}: ${message.text()}`);
      });
      return page;
    });
    try {
      if (task.result?.state === 'fail') await picture(pages, task.name);
      else await assertGood(pages, errors, task.name);
    } finally {
      await Promise.all(pages.map((page) => page.context().close()));
    }
  },
  signedIn: async ({ visitor }, use) => {
    await use(async (email, at, options) => {
      const page = await visitor(options);
      await authenticate(page, 'sign-in', { email, password: PASSWORD });
      if (at) await page.goto(at);
      return page;
    });
  },
});

/** In the page: what its policy refused becomes a console error. Chromium keeps quiet of what a script tried and caught. */
const tellBreaches = (): void =>
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
    console.error(`the policy ${violatedDirective} refused ${blockedURI} of ${sourceFile}`),
  );

async function assertGood(pages: readonly Page[], errors: readonly string[], name: string): Promise<void> {
  try {
    for (const page of pages) if (page.url().startsWith('http')) await assertAccessible(page);
    if (errors.length > 0) throw new Error(`the browser complained:\n${errors.join('\n')}`);
  } catch (error) {
    await picture(pages, name);
    throw error;
  }
}

/** What each page showed when the journey failed. */
async function picture(pages: readonly Page[], name: string): Promise<void> {
  const folder = path.join(import.meta.dirname, '../test-results');
  mkdirSync(folder, { recursive: true });
  const file = name.replaceAll(/\W+/g, '-').slice(0, 60);
  await Promise.all(pages.map((page, i) => page.screenshot({ path: path.join(folder, `${file}-${i}.png`) })));
}
