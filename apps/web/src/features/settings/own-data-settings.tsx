'use client';
import { getExportOwnDataUrl, getGetOwnDataUrl } from '@vaktplan/api-client';
import { buttonVariants, Card, CardHeader } from '@vaktplan/ui';
import { Download } from 'lucide-react';

const FILES = [
  ['Excel (XLSX)', getExportOwnDataUrl({ format: 'xlsx' })],
  ['CSV', getExportOwnDataUrl({ format: 'csv' })],
  ['PDF', getExportOwnDataUrl({ format: 'pdf' })],
  ['JSON', getGetOwnDataUrl()],
] as const;

/** Everything that is stored about oneself, to read or to take along. */
export function OwnDataSettings() {
  return (
    <Card aria-labelledby="own-data">
      <CardHeader
        id="own-data"
        title="What is stored about you"
        description="Punches with positions, hours, timesheets, corrections, decisions, shifts, photos, devices and notifications."
      />
      <div className="flex flex-wrap gap-2 border-t border-border p-4">
        {FILES.map(([words, url]) => (
          <a
            key={words}
            href={url}
            download={words === 'JSON' ? 'my-data.json' : true}
            className={buttonVariants()}
          >
            <Download aria-hidden="true" />
            {words}
          </a>
        ))}
      </div>
    </Card>
  );
}
