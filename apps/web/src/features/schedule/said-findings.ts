import { DEFAULT_SETTINGS, sayFinding as sayInEnglish } from '@vaktplan/core/rules';
import type { RuleId } from '@vaktplan/contracts/http/findings';
import { sayFinding, type FindingWords } from './finding-words';

const [FOUND, ALLOWED] = [60, 120];
const LENGTH = /^(?:(\d+) hours?)?\s?(?:(\d+) minutes?)?$/;

const minutesOf = (length: string | undefined): number | null => {
  const [, hours = 0, minutes = 0] = LENGTH.exec(length ?? '') ?? [];
  return Number(hours) * 60 + Number(minutes);
};

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** The English sentence of each rule, with its measures left open. */
const forms = (Object.keys(DEFAULT_SETTINGS) as RuleId[]).map((rule) => {
  const sentence = escaped(sayInEnglish({ rule, actual: FOUND, limit: ALLOWED }));
  const open = sentence.replace('1 hour', '(?<found>.+?)').replace('2 hours', '(?<allowed>.+?)');
  return { rule, form: new RegExp(`^${open}$`) };
});

/**
 * What the API says of a finding within a refusal or a preview is an English sentence: told by its form, it is said in the
 * language of the page. One that no rule says stays as it is.
 */
export function sayFindingAgain(sentence: string, t: FindingWords): string {
  for (const { rule, form } of forms) {
    const groups = form.exec(sentence);
    if (!groups) continue;
    const { found, allowed } = groups.groups ?? {};
    return sayFinding({ rule, actual: minutesOf(found), limit: minutesOf(allowed) }, undefined, t);
  }
  return sentence;
}
