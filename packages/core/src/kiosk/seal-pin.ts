import { createCipheriv, createDecipheriv, createECDH, hkdfSync, randomBytes, type ECDH } from 'node:crypto';

const CURVE = 'prime256v1';
const LABEL = 'vaktplan sealed pin';
const TAG_BYTES = 16;
const IV_BYTES = 12;

/** The kiosk's key pair follows from the server's secret: nothing is stored, and every kiosk has its own. */
function keyPairOf(secret: string, kioskId: string): ECDH {
  const pair = createECDH(CURVE);
  for (let nr = 0; ; nr++) {
    try {
      pair.setPrivateKey(Buffer.from(hkdfSync('sha256', secret, '', `kiosk-seal:${kioskId}:${nr}`, 32)));
      return pair;
    } catch {
      // one number in 2^32 is no key of the curve
      if (nr > 8) throw new Error('no key could be made');
    }
  }
}

/** The public key a tablet seals with: P-256, uncompressed point, base64url. */
export const sealKeyOf = (secret: string, kioskId: string): string =>
  keyPairOf(secret, kioskId).getPublicKey('base64url');

const boundTo = (kioskId: string, punchId: string): Buffer => Buffer.from(`${kioskId}|${punchId}`);

/**
 * The PIN in a sealed one (`ephemeral key . iv . cipher text`, base64url), which opens only for the kiosk and the punch it
 * was sealed for; undefined otherwise.
 */
export function openPin(
  secret: string,
  { kioskId, punchId, sealed }: { kioskId: string; punchId: string; sealed: string },
): string | undefined {
  const [point, iv, body] = sealed.split('.').map((part) => Buffer.from(part, 'base64url'));
  if (!point || !iv || !body || iv.length !== IV_BYTES || body.length <= TAG_BYTES) return undefined;
  try {
    const shared = keyPairOf(secret, kioskId).computeSecret(point);
    const key = Buffer.from(hkdfSync('sha256', shared, point, LABEL, 32));
    const cipher = createDecipheriv('aes-256-gcm', key, iv);
    cipher.setAAD(boundTo(kioskId, punchId));
    cipher.setAuthTag(body.subarray(-TAG_BYTES));
    const pin = Buffer.concat([cipher.update(body.subarray(0, -TAG_BYTES)), cipher.final()]).toString();
    return /^\d{4,8}$/.test(pin) ? pin : undefined;
  } catch {
    return undefined;
  }
}

/** As the tablet does it: what `openPin` opens. */
export function sealPin(sealKey: string, kioskId: string, punchId: string, pin: string): string {
  const ephemeral = createECDH(CURVE);
  const point = ephemeral.generateKeys();
  const shared = ephemeral.computeSecret(Buffer.from(sealKey, 'base64url'));
  const key = Buffer.from(hkdfSync('sha256', shared, point, LABEL, 32));
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(boundTo(kioskId, punchId));
  const body = Buffer.concat([cipher.update(pin), cipher.final(), cipher.getAuthTag()]);
  return [point, iv, body].map((part) => part.toString('base64url')).join('.');
}
