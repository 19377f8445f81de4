import type { TimePolicySettings } from '@vaktplan/contracts/http/time-policies';

type Rules = TimePolicySettings['breaks']['rules'];
const pattern = /^\s*(\d+(?:[.,]\d+)?)\s*h?\s*:\s*(\d+)\s*(?:min)?\s*$/;

/** "6 h: 30 min", a line each: work longer than six hours needs half an hour. Other lines are left out. */
export function breakRulesOf(text: string): Rules {
  return text.split('\n').flatMap((line) => {
    const [, hours, minutes] = pattern.exec(line) ?? [];
    if (hours === undefined || minutes === undefined) return [];
    const afterMinutes = Math.round(Number(hours.replace(',', '.')) * 60);
    return [{ afterMinutes, minutes: Number(minutes), paid: false }];
  });
}

export const breakRulesText = (rules: Rules): string =>
  rules.map(({ afterMinutes, minutes }) => `${afterMinutes / 60} h: ${minutes} min`).join('\n');
