import type { Page } from 'playwright-core';

/** Dates and weekdays come from Intl. */
const DATES =
  /\b((Mon|Tue|Wed|Thu|Fri|Sat|Sun)\p{L}*|(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}*|AM|PM|at)\b/giu;
/** Names of the product, of formats and of keys, the same in every language, and a note of the demo's week. */
const NAMES =
  /Tasting of the new beans at the start of the shift|Vaktplan|Excel|XLSX|CSV|PDF|JSON|Android|Postgres|Redis|ABCD-2345/g;

function stringsIn(value: unknown): string[] {
  // a mail is shown in pieces: its addresses are links
  if (typeof value === 'string')
    return [value, ...value.split(/https?:\/\/[^\s<>"]+/)]
      .map((part) => part.trim())
      .filter((part) => part.length > 1);
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}

/** What the API says, from now on and when asked, so that it can be told from what the app says. */
export async function listenForData(page: Page, paths: readonly string[]): Promise<() => string[]> {
  const data = new Set<string>();
  const keep = (body: unknown) => stringsIn(body).forEach((text) => data.add(text));
  page.on('response', (response) => {
    if (/\/api\/(?!words)/.test(response.url()) && response.headers()['content-type']?.includes('json'))
      void response.json().then(keep, () => undefined);
  });
  for (const path of paths) keep(await (await page.request.get(`/api/v1${path}`)).json());
  return () => [...data];
}

/** Zones, currencies and languages by the names that the browser has for them. */
export const namesOfIntl = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const currencies = new Intl.DisplayNames(['en'], { type: 'currency' });
    const languages = new Intl.DisplayNames(['en'], { type: 'language' });
    const tags = [...document.querySelectorAll('option')]
      .map(({ value }) => value)
      .filter((value) => /^[a-z]{2}-[A-Z]{2}$/.test(value));
    return [
      ...Intl.supportedValuesOf('timeZone').map((zone) => zone.replaceAll('_', ' ')),
      ...Intl.supportedValuesOf('currency').flatMap((code) => [currencies.of(code) ?? code, code]),
      ...tags.map((tag) => languages.of(tag) ?? tag),
    ];
  });

/** Every text that a person or a screen reader meets. What names its own language (`lang`) is left out, and keys. */
const textsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const texts: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      if (!element || element.closest('script, style, noscript, next-route-announcer, kbd, [lang]:not(html)'))
        continue;
      if (node instanceof Element)
        texts.push(
          ...['aria-label', 'placeholder', 'alt', 'title'].map((name) => node.getAttribute(name) ?? ''),
        );
      else texts.push(node.textContent ?? '');
    }
    return texts.map((text) => text.trim()).filter(Boolean);
  });

/** Texts of a page in the made-up language that are neither from the catalogue nor data. */
export async function hardCodedWords(page: Page, data: readonly string[]): Promise<string[]> {
  const longestFirst = data.toSorted((a, b) => b.length - a.length);
  const isWord = (text: string): boolean => {
    // an address is no word
    let rest = text.replaceAll(/https?:\/\/\S+/g, '');
    // from the inside out: a word may stand in a sentence
    for (let before = ''; before !== rest; rest = rest.replaceAll(/⟦[^⟦⟧]*⟧/gu, '')) before = rest;
    for (const known of longestFirst) if (rest.includes(known)) rest = rest.replaceAll(known, '');
    return /\p{L}/u.test(rest.replaceAll(NAMES, '').replaceAll(DATES, ''));
  };
  return [...new Set(await textsOf(page))].filter(isWord);
}
