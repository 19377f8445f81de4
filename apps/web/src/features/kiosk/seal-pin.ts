const label = new TextEncoder().encode('vaktplan sealed pin');
const curve = { name: 'ECDH', namedCurve: 'P-256' };

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** Can PINs be kept safely here? Only pages of https (or this machine itself) may. */
export const canSeal = (): boolean => globalThis.crypto?.subtle !== undefined;

/**
 * Seals a PIN with the kiosk's public key for one punch: this tablet cannot open it again, and it is of no use for another
 * punch. `core/kiosk/seal-pin.ts` opens it.
 */
export async function sealPin(seal: {
  key: string;
  kioskId: string;
  punchId: string;
  pin: string;
}): Promise<string> {
  const { subtle } = crypto;
  const theirs = await subtle.importKey('raw', bytesOf(seal.key), curve, false, []);
  const own = await subtle.generateKey(curve, false, ['deriveBits']);
  const point = new Uint8Array(await subtle.exportKey('raw', own.publicKey));
  const shared = await subtle.deriveBits({ name: 'ECDH', public: theirs }, own.privateKey, 256);
  const secret = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: point, info: label };
  const aes = { name: 'AES-GCM', length: 256 };
  const key = await subtle.deriveKey(derivation, secret, aes, false, ['encrypt']);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const encoder = new TextEncoder();
  const additionalData = encoder.encode(`${seal.kioskId}|${seal.punchId}`);
  const body = await subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, encoder.encode(seal.pin));
  return [point, iv, new Uint8Array(body)].map(base64url).join('.');
}
