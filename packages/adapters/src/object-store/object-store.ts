/** What lies under a key and is promised to arrive there. */
export type Upload = { key: string; contentType: string; sizeBytes: number; seconds: number };
export type Download = { key: string; seconds: number; contentType: string; fileName: string };

/** A place for files. Addresses it gives are for browsers and phones; the rest is between servers. */
export type ObjectStore = {
  /** An address that takes one PUT with exactly these headers, and no other size; 412 once something lies there. */
  presignPut: (upload: Upload) => Promise<{ url: string; headers: Record<string, string> }>;
  /** An address that gives the object, as a download of that name and type. */
  presignGet: (download: Download) => Promise<string>;
  /** The object; undefined when there is none, null when it is larger than `maxBytes`. */
  get: (key: string, maxBytes: number) => Promise<Uint8Array | null | undefined>;
  /** Gone afterwards, whether it was there or not. */
  delete: (key: string) => Promise<void>;
};
