'use client';
import { getExportOwnDataUrl, getGetOwnDataUrl } from '@vaktplan/api-client';
import { buttonVariants, Card, CardHeader } from '@vaktplan/ui';
import { Download } from 'lucide-react';
import { useWords } from '@/lib/words';

const FILES = [
  ['Excel (XLSX)', getExportOwnDataUrl({ format: 'xlsx' })],
  ['CSV', getExportOwnDataUrl({ format: 'csv' })],
  ['PDF', getExportOwnDataUrl({ format: 'pdf' })],
  ['JSON', getGetOwnDataUrl()],
] as const;

/** Everything that is stored about oneself, to read or to take along. */
export function OwnDataSettings() {
  const t = useWords('profile');
  return (
    <Card aria-labelledby="own-data">
      <CardHeader id="own-data" title={t('ownData')} description={t('ownDataHint')} />
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
