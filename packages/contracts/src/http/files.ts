import * as z from 'zod';
import { Id, Instant } from '../primitives.ts';

export const FilePurpose = z.enum(['punch_photo']);
export type FilePurpose = z.infer<typeof FilePurpose>;

/** What may be stored for each purpose. */
export const FILE_LIMITS = {
  punch_photo: { types: ['image/jpeg', 'image/webp', 'image/png'], maxBytes: 2_000_000 },
} as const satisfies Record<FilePurpose, { types: readonly string[]; maxBytes: number }>;

/** Announces a file: what will come is bound to this type, size and hash. */
export const CreateFileSchema = z
  .strictObject({
    purpose: FilePurpose,
    contentType: z.enum(FILE_LIMITS.punch_photo.types),
    sizeBytes: z.int().min(1).max(FILE_LIMITS.punch_photo.maxBytes),
    /** SHA-256 of the content, hex. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'SHA-256 in hex'),
    /** The punch that it belongs to. */
    punchId: Id,
  })
  .meta({ id: 'CreateFile' });
export type CreateFile = z.infer<typeof CreateFileSchema>;

export const FileView = z
  .object({
    id: Id,
    purpose: FilePurpose,
    state: z.enum(['pending', 'stored']),
    contentType: z.string(),
    sizeBytes: z.int(),
    punchId: Id.nullable(),
    employeeId: Id,
    createdAt: Instant,
  })
  .meta({ id: 'File' });
export type FileView = z.infer<typeof FileView>;

/** Where and how to send the content: PUT, with exactly these headers, before it expires. */
export const FileUpload = z
  .object({
    file: FileView,
    /** Null when the file is there already. */
    upload: z
      .object({ url: z.url(), headers: z.record(z.string(), z.string()), expiresAt: Instant })
      .nullable(),
  })
  .meta({ id: 'FileUpload' });
export type FileUpload = z.infer<typeof FileUpload>;

export const ListFilesQuerySchema = z.strictObject({ timeEntryId: Id }).meta({ id: 'ListFilesQuery' });
export type ListFilesQuery = z.infer<typeof ListFilesQuerySchema>;
/** Stored files, each with an address that is good for a few minutes. */
export const FileList = z
  .object({
    data: z.array(FileView.extend({ url: z.url() })),
    meta: z.object({ count: z.int() }),
  })
  .meta({ id: 'FileList' });
export type FileList = z.infer<typeof FileList>;
