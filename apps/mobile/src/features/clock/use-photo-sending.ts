import { CryptoDigestAlgorithm, digest } from 'expo-crypto';
import { useEffect } from 'react';
import { api } from '@/platform/api';
import { followSync, stored } from '@/sync/runtime';
import { sendPhotos } from './pending-photos';
import type { PhotoParts } from './send-photo';

const parts: PhotoParts = {
  request: (method, path, body) => api.request(method, path, body),
  put: async (url, headers, content) => (await fetch(url, { method: 'PUT', headers, body: content })).status,
  sha256: async (content) => hexOf(await digest(CryptoDigestAlgorithm.SHA256, content)),
};
const hexOf = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Photos follow their punches: after each sync those of confirmed ones go out. */
export function usePhotoSending(): void {
  useEffect(
    () =>
      followSync(async (owner) => {
        const snapshot = stored.get();
        if (snapshot?.owner === owner) await sendPhotos(parts, owner, snapshot.rows);
      }),
    [],
  );
}
