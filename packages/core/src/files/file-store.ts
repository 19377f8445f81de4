import { AppError } from '@vaktplan/contracts/errors';
import type { FileRow } from '@vaktplan/db/queries/files';

/** What the verbs need of an object store; an adapter brings it. */
export type FileStore = {
  presignPut: (upload: {
    key: string;
    contentType: string;
    sizeBytes: number;
    seconds: number;
  }) => Promise<{ url: string; headers: Record<string, string> }>;
  presignGet: (download: {
    key: string;
    seconds: number;
    contentType: string;
    fileName: string;
  }) => Promise<string>;
  get: (key: string, maxBytes: number) => Promise<Uint8Array | null | undefined>;
  delete: (key: string) => Promise<void>;
};

export const UPLOAD_SECONDS = 600;
export const DOWNLOAD_SECONDS = 300;

/** Throws `unavailable` where no object store is set up. */
export function storeOrRefuse(store: FileStore | undefined): FileStore {
  if (!store)
    throw new AppError('unavailable', { detail: 'Files cannot be stored here: no object store is set up.' });
  return store;
}

/** Where a file lies. */
export const keyOf = (orgId: string, file: Pick<FileRow, 'id' | 'purpose'>): string =>
  `${orgId}/${file.purpose}/${file.id}`;
