import { CATALOGUE, compiledWords, type CatalogueNamespace } from '@vaktplan/i18n/catalogue';
import { readLocale } from '@/server/locale';

export const dynamic = 'force-dynamic';

const isNamespace = (name: string): name is CatalogueNamespace => Object.hasOwn(CATALOGUE.en, name);

/** Words for what is opened later, in the language of the pages: `?of=planShift,budget`. */
export async function GET(request: Request): Promise<Response> {
  const names = (new URL(request.url).searchParams.get('of') ?? '').split(',');
  if (!names.every(isNamespace)) return new Response(null, { status: 404 });
  const locale = await readLocale();
  const words = Object.fromEntries(names.map((name) => [name, compiledWords(locale, name)]));
  return Response.json({ locale, words }, { headers: { 'cache-control': 'private, no-cache' } });
}
