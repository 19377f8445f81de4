import { expect, test } from 'vitest';
import { sealPin } from './seal-pin';

// A key pair of the curve, as the server makes one for a kiosk; the server's own test opens with its own code.
test('what is sealed opens with the private key, for its kiosk and punch only', async () => {
  const { subtle } = crypto;
  const curve = { name: 'ECDH', namedCurve: 'P-256' };
  const pair = await subtle.generateKey(curve, true, ['deriveBits']);
  const raw = Buffer.from(await subtle.exportKey('raw', pair.publicKey));
  const seal = { key: raw.toString('base64url'), kioskId: 'kiosk', punchId: 'punch', pin: '2468' };
  const sealed = await sealPin(seal);
  expect(await sealPin(seal)).not.toBe(sealed);
  expect(sealed).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  expect(sealed.length).toBeLessThan(400);

  const [point, iv, body] = sealed.split('.').map((part) => new Uint8Array(Buffer.from(part, 'base64url')));
  if (!point || !iv || !body) throw new Error('three parts');
  const theirs = await subtle.importKey('raw', point, curve, false, []);
  const shared = await subtle.deriveBits({ name: 'ECDH', public: theirs }, pair.privateKey, 256);
  const secret = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  const info = new TextEncoder().encode('vaktplan sealed pin');
  const key = await subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: point, info },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['decrypt'],
  );
  const open = (bound: string) =>
    subtle.decrypt({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(bound) }, key, body);
  expect(Buffer.from(await open('kiosk|punch')).toString()).toBe('2468');
  await expect(open('kiosk|another')).rejects.toThrow();
});
