import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Those that took longest when they were measured; begun late, one of them runs alone at the end. */
const LONG = [
  'signed-in-pages',
  'grid-steps',
  'mobile',
  'publish-and-history',
  'kiosk',
  'templates',
  'dialogs',
  'budget-and-exports',
  'status',
  'time-zones',
  'findings',
  'onboarding',
];

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = LONG.indexOf(path.basename(moduleId, '.e2e.ts'));
  return place < 0 ? LONG.length : place;
};

/** The order in which files of journeys begin. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}
