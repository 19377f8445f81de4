import { resource } from '@/lib/resource';

/** The templates of a location. */
export const templatesResource = (locationId: string) =>
  resource(
    '/shift-templates',
    () => import('@vaktplan/contracts/http/shift-templates').then((contracts) => contracts.ShiftTemplateList),
    { locationId },
  );

/** One template with its shifts. */
export const templateResource = (id: string) =>
  resource(`/shift-templates/${id}`, () =>
    import('@vaktplan/contracts/http/shift-templates').then((contracts) => contracts.ShiftTemplateDetail),
  );
