import type { FileView } from '@vaktplan/contracts/http/files';
import type { FileRow } from '@vaktplan/db/queries/files';

/** Row -> the only outward shape of a file. */
export const presentFile = (row: FileRow): FileView => ({
  id: row.id,
  purpose: row.purpose,
  state: row.state === 'stored' ? 'stored' : 'pending',
  contentType: row.contentType,
  sizeBytes: row.sizeBytes,
  punchId: row.punchId,
  employeeId: row.employeeId,
  createdAt: row.createdAt,
});
