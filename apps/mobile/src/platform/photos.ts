import { Directory, File, Paths } from 'expo-file-system';

// the document directory: the cache may be emptied by the system before the photo was sent
function folder(): Directory {
  const photos = new Directory(Paths.document, 'punch-photos');
  if (!photos.exists) photos.create({ intermediates: true, idempotent: true });
  return photos;
}
const fileOf = (ref: string) => new File(folder(), `${ref}.jpg`);

/** Punch photos that wait to be sent, by the id of their punch. */
export const photos = {
  async save(ref: string, uri: string): Promise<void> {
    await new File(uri).copy(fileOf(ref));
  },
  async read(ref: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const file = fileOf(ref);
    return file.exists ? new Uint8Array(await file.arrayBuffer()) : null;
  },
  async remove(ref: string): Promise<void> {
    const file = fileOf(ref);
    if (file.exists) file.delete();
  },
};
