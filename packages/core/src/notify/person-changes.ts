import type { PublicationChange, PublishedShift } from '@vaktplan/db/queries/publication-changes';

/** What a publication changes for one person. */
export type PersonChanges = {
  added: PublishedShift[];
  changed: { before: PublishedShift; after: PublishedShift }[];
  removed: PublishedShift[];
};

/** A shift handed on is removed for one person and added for the other; what stays as it was is left out. */
export function changesOf(changes: readonly PublicationChange[], employeeId: string): PersonChanges {
  const found: PersonChanges = { added: [], changed: [], removed: [] };
  for (const change of changes) {
    const before = change.before?.employeeId === employeeId ? change.before : null;
    const after = change.after?.employeeId === employeeId ? change.after : null;
    if (before && after) {
      if (differs(before, after)) found.changed.push({ before, after });
    } else if (after) found.added.push(after);
    else if (before) found.removed.push(before);
  }
  return found;
}

const differs = (before: PublishedShift, after: PublishedShift): boolean =>
  JSON.stringify(shown(before)) !== JSON.stringify(shown(after));

const shown = (s: PublishedShift) => [
  s.startsAt,
  s.endsAt,
  s.zone,
  s.positionName,
  s.departmentName,
  s.locationName,
  s.notes,
  s.breaks,
];
