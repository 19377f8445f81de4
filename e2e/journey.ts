import { mkdirSync } from 'node:fs';
import path from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { inject, test } from 'vitest';
import { assertAccessible } from './accessible.ts';

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
];
const WIDE = { width: 1440, height: 900 };
export const PHONE = { width: 380, height: 800 };
export const PASSWORD = 'vaktplan-demo';

type Fixtures = {
  browser: Browser;
  /** A page of a fresh browser profile, not signed in. */
  visitor: (options?: BrowserContextOptions) => Promise<Page>;
  /** The same, signed in through the form and shown `at`. */
  signedIn: (email: string, at: string, options?: BrowserContextOptions) => Promise<Page>;
};

/** What the console may say: a refused request is shown by the page, and the test looks there. */
const EXPECTED = /Failed to load resource|net::ERR_INTERNET_DISCONNECTED/;

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
    { scope: 'file' },
  ],
  visitor: async ({ browser, task, onTestFailed }, use) => {
    const contexts: BrowserContext[] = [];
    const pages: Page[] = [];
    const errors: string[] = [];
    onTestFailed(async () => {
      const folder = path.join(import.meta.dirname, '../test-results');
      mkdirSync(folder, { recursive: true });
      const name = task.name.replaceAll(/\W+/g, '-').slice(0, 60);
      await Promise.all(
        pages.map((page, i) => page.screenshot({ path: path.join(folder, `${name}-${i}.png`) })),
      );
    });
    await use(async (options) => {
      const context = await browser.newContext({
        baseURL: inject('web'),
        viewport: WIDE,
        reducedMotion: 'reduce',
        ...options,
      });
      context.setDefaultTimeout(15_000);
      contexts.push(context);
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
      for (const page of pages) if (page.url().startsWith('http')) await assertAccessible(page);
      if (errors.length > 0) throw new Error(`the browser complained:\n${errors.join('\n')}`);
    } finally {
      await Promise.all(contexts.map((context) => context.close()));
    }
  },
  signedIn: async ({ visitor }, use) => {
    await use(async (email, at, options) => {
      const page = await visitor(options);
      await page.goto(`/sign-in?next=${encodeURIComponent(at)}`);
      await page.getByLabel('E-mail').fill(email);
      await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.waitForURL((url) => url.pathname === at.split('?')[0]);
      return page;
    });
  },
});
