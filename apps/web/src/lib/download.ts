import { offline, problemOf } from './problem';

const FILE_NAME = /filename="([^"]+)"/;

/** Fetches a file through the BFF and hands it to the browser to save, under the server's name. Throws `ApiProblem`. */
export async function download(url: string): Promise<void> {
  const response = await fetch(url, { credentials: 'same-origin' }).catch(() => {
    throw offline();
  });
  if (!response.ok) throw await problemOf(response);
  const file = await response.blob().catch(() => {
    throw offline();
  });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = FILE_NAME.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'download';
  document.body.append(link);
  link.click();
  link.remove();
  // the browser has taken the file over once the click is handled
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
