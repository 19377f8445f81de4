'use client';
import { getListFilesUrl, getRemoveFilesUrl } from '@vaktplan/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { FileList } from '@vaktplan/contracts/http/files';
import { Button, toast } from '@vaktplan/ui';
import { Trash2 } from 'lucide-react';
import Image from 'next/image';
import { useFormat, useMay } from '@/features/shell/me';
import { write } from '@/lib/api';
import { useProblemWords } from '@/lib/problem-words';
import { useWords } from '@/lib/words';
import { asProblem } from '@/lib/problem';
import { keyOf, resource } from '@/lib/resource';
import { useResource } from '@/lib/use-resource';

const photosResource = (timeEntryId: string) => resource(getListFilesUrl({ timeEntryId }), FileList);

/** Photos that were taken at the punches of an entry, if any. Nothing is shown where there are none. */
export function PunchPhotos({ timeEntryId, zone }: { timeEntryId: string; zone: string }) {
  const format = useFormat();
  const t = useWords('timesheet');
  const wordsOf = useProblemWords();
  const client = useQueryClient();
  const mayRemove = useMay('employee:update');
  const asked = photosResource(timeEntryId);
  const photos = useResource(asked).data?.data ?? [];
  if (photos.length === 0) return null;
  const remove = async (id: string) => {
    try {
      await write('DELETE', getRemoveFilesUrl(id));
      await client.invalidateQueries({ queryKey: keyOf(asked) });
      toast.success(t('photoDeleted'));
    } catch (error) {
      toast.error(wordsOf(asProblem(error)));
    }
  };
  return (
    <section aria-label={t('photos')} className="mb-5">
      <ul className="flex flex-wrap gap-3">
        {photos.map((photo) => {
          const taken = format.moment(photo.createdAt, zone);
          return (
            <li key={photo.id} className="relative">
              {/* the address is good for minutes and only from here: nothing for an optimiser */}
              <Image
                unoptimized
                width={640}
                height={480}
                src={photo.url}
                alt={t('photoTaken', { when: taken })}
                className="aspect-[4/3] w-40 rounded-lg border border-border bg-surface-2 object-cover"
              />
              <p className="mt-1 text-xs text-muted">{taken}</p>
              {mayRemove && (
                <Button
                  size="icon-sm"
                  className="absolute end-1.5 top-1.5"
                  aria-label={t('photoDelete', { when: taken })}
                  onClick={() => void remove(photo.id)}
                >
                  <Trash2 />
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
