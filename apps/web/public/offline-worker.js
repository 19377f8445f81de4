// Opens the pages with a clock without a network too: the page as it was last seen here, and the code that it is made of.
// No answer of the API is kept. Another name throws away all that was kept under the one before.
const KEPT = 'vaktplan-offline-1';
const PAGES = new Set(['/kiosk', '/shifts']);
const CODE = '/_next/static/';
const MOST_FILES = 300;
const PATIENCE_MS = 5000;

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

// a page that was loaded before this worker was there tells what it is made of
self.addEventListener('message', (event) => {
  const asked = Array.isArray(event.data?.keep) ? event.data.keep : [];
  event.waitUntil(Promise.allSettled(asked.map(keep)));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && PAGES.has(pathname)) event.respondWith(pageOf(event, pathname));
  else if (pathname.startsWith(CODE)) event.respondWith(fileOf(request));
});

async function takeOver() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith('vaktplan-offline-') && name !== KEPT);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function keep(url) {
  const { origin, pathname } = new URL(url, self.location.origin);
  if (origin !== self.location.origin) return;
  if (PAGES.has(pathname)) await keepPage(pathname, await fetch(pathname, { redirect: 'manual' }));
  else if (pathname.startsWith(CODE)) await fileOf(new Request(pathname));
}

/** The network's answer; what was kept when there is none, or none in time. */
async function pageOf(event, pathname) {
  const asked = fetch(event.request);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  const answer = await Promise.race([asked.catch(() => undefined), late]);
  if (answer && answer.status < 500) {
    event.waitUntil(keepPage(pathname, answer.clone()));
    return answer;
  }
  const kept = await caches.open(KEPT);
  return (await kept.match(pathname, { ignoreVary: true })) ?? asked;
}

/** Whoever is sent to sign in leaves no page behind. */
async function keepPage(pathname, answer) {
  const kept = await caches.open(KEPT);
  if (!answer.ok) await kept.delete(pathname);
  else if (answer.headers.get('content-type')?.startsWith('text/html')) await kept.put(pathname, answer);
  await forgetOldest(kept);
}

/** Files of code are named by what is in them: one that is here is right. */
async function fileOf(request) {
  const kept = await caches.open(KEPT);
  const known = await kept.match(request, { ignoreVary: true });
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) await kept.put(request, answer.clone());
  return answer;
}

async function forgetOldest(kept) {
  const files = (await kept.keys()).filter(({ url }) => new URL(url).pathname.startsWith(CODE));
  const old = files.slice(0, Math.max(0, files.length - MOST_FILES));
  await Promise.all(old.map((request) => kept.delete(request)));
}
