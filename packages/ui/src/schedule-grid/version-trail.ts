export interface SeenVersion {
  shiftId: string;
  version: number;
}

/**
 * What this tab's own commands did to versions and ids. A command given while an earlier one was under way, or an undo
 * of something older, names the version the user saw; the trail leads from there to the present one, as long as only
 * this tab has changed the shift.
 */
export interface VersionTrail {
  record(from: SeenVersion, to: SeenVersion): void;
  resolve(shiftId: string, version: number): SeenVersion;
  resolveId(shiftId: string): string;
}

export function createVersionTrail(): VersionTrail {
  const steps = new Map<string, SeenVersion>();
  const names = new Map<string, string>();
  const key = (seen: SeenVersion) => `${seen.shiftId}@${seen.version}`;
  return {
    record: (from, to) => {
      if (key(from) === key(to)) return;
      steps.set(key(from), to);
      if (from.shiftId !== to.shiftId) names.set(from.shiftId, to.shiftId);
    },
    resolve: (shiftId, version) => {
      let seen: SeenVersion = { shiftId, version };
      for (let next = steps.get(key(seen)); next; next = steps.get(key(seen))) seen = next;
      return seen;
    },
    resolveId: (shiftId) => {
      let id = shiftId;
      for (let next = names.get(id); next !== undefined; next = names.get(id)) id = next;
      return id;
    },
  };
}
