import { kv } from './kv';

const KEY = 'lock.passkey';
const PATIENCE_MS = 60_000;
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const toBase64 = (bytes: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(bytes)));

/** Can this computer or phone itself ask who sits before it? */
export async function canUnlock(): Promise<boolean> {
  if (typeof PublicKeyCredential === 'undefined') return false;
  return PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable().catch(() => false);
}

/**
 * Asks by a passkey that never leaves the device; the first time it is made. No server looks at it: as on phones it only
 * opens the screens, so that the challenge need not be kept.
 */
export async function unlock(prompt: string): Promise<boolean> {
  const kept = kv.get(KEY);
  try {
    if (kept) return await ask(kept);
    kv.set(KEY, toBase64(await make(prompt)));
    return true;
  } catch {
    return false;
  }
}

const challenge = () => crypto.getRandomValues(new Uint8Array(32));

async function ask(id: string): Promise<boolean> {
  const allowCredentials: PublicKeyCredentialDescriptor[] = [{ type: 'public-key', id: fromBase64(id) }];
  const given = await navigator.credentials.get({
    publicKey: {
      challenge: challenge(),
      allowCredentials,
      userVerification: 'required',
      timeout: PATIENCE_MS,
    },
  });
  return given !== null;
}

async function make(displayName: string): Promise<ArrayBuffer> {
  const made = await navigator.credentials.create({
    publicKey: {
      challenge: challenge(),
      rp: { name: 'Vaktplan' },
      user: { id: challenge(), name: 'Vaktplan', displayName },
      pubKeyCredParams: [
        { type: 'public-key', alg: -7 },
        { type: 'public-key', alg: -257 },
      ],
      authenticatorSelection: { authenticatorAttachment: 'platform', userVerification: 'required' },
      timeout: PATIENCE_MS,
    },
  });
  if (!(made instanceof PublicKeyCredential)) throw new Error('no passkey');
  return made.rawId;
}
