const MANIFESTS = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');
const TIMEOUT_MS = 20_000;

/** What a Dockerfile begins its stages with, and what compose starts; names of own stages have no colon. */
const NAMED = /^(?:FROM|\s+image:) ([^\s:]+(?::\d+)?(?:\/[^\s:]+)*:[^\s@]+)(@sha256:[0-9a-f]{64})?/gm;

/** @typedef {{ image: string, digest: string | undefined }} Named */

/** The images that a Dockerfile or a compose file names. @param {string} text @returns {Named[]} */
export const imagesIn = (text) =>
  [...text.matchAll(NAMED)].map(([, image = '', digest]) => ({ image, digest: digest?.slice(1) }));

/** The same text with each image at its digest. @param {string} text @param {ReadonlyMap<string, string>} digests */
export const withDigests = (text, digests) =>
  text.replace(NAMED, (whole, image, digest = '') =>
    digests.has(image) ? `${whole.slice(0, whole.length - digest.length)}@${digests.get(image)}` : whole,
  );

/** @param {string} image `name:tag`; without a host it is Docker Hub's */
function addressOf(image) {
  const [, name = '', tag = ''] = /^(.+):([^:/]+)$/.exec(image) ?? [];
  const [host = '', ...rest] = name.split('/');
  if (rest.length > 0 && /[.:]|^localhost$/.test(host)) {
    const scheme = /^(127\.0\.0\.1|localhost)(:|$)/.test(host) ? 'http' : 'https';
    return { url: `${scheme}://${host}/v2/${rest.join('/')}/manifests/${tag}` };
  }
  const path = name.includes('/') ? name : `library/${name}`;
  return { url: `https://registry-1.docker.io/v2/${path}/manifests/${tag}` };
}

/** A token for whoever asks, where a registry wants one. @param {string} challenge of WWW-Authenticate */
async function anonymousToken(challenge) {
  const said = Object.fromEntries(
    [...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, text]) => [key, text]),
  );
  if (!/^bearer /i.test(challenge) || !said.realm) throw new Error(`the registry wants: ${challenge}`);
  const { realm, ...asked } = said;
  const answer = await fetch(`${realm}?${new URLSearchParams(asked)}`, {
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!answer.ok) throw new Error(`${realm} answered ${answer.status}`);
  const { token, access_token: other } = await answer.json();
  return token ?? other;
}

/** What the tag stands for now, for all architectures: `sha256:…`. @param {string} image @returns {Promise<string>} */
export async function digestOf(image) {
  const { url } = addressOf(image);
  /** @param {string} [token] */
  const ask = (token) =>
    fetch(url, {
      method: 'HEAD',
      headers: { accept: MANIFESTS, ...(token && { authorization: `Bearer ${token}` }) },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  let answer = await ask();
  if (answer.status === 401)
    answer = await ask(await anonymousToken(answer.headers.get('www-authenticate') ?? ''));
  const digest = answer.headers.get('docker-content-digest') ?? '';
  if (!answer.ok || !/^sha256:[0-9a-f]{64}$/.test(digest))
    throw new Error(`${url} answered ${answer.status}`);
  return digest;
}
