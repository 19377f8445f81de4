import { hitOn, holds, nearestBound, type Days, type Hit, type Plan, type Rule } from './facts.rules.ts';

const NONE: readonly Days[] = [];

/** Positions are held on the day the shift starts. */
function positionHits({ person, asked }: Plan, ended: boolean): Hit[] {
  const hits: Hit[] = [];
  for (const shift of asked) {
    if (shift.positionId === null) continue;
    const spans = person.positions.get(shift.positionId) ?? NONE;
    if (spans.length > 0 !== ended || spans.some((span) => holds(span, shift.day))) continue;
    hits.push(hitOn(shift, shift.day, nearestBound(spans, shift.day), shift.positionId));
  }
  return hits;
}

export const positionMissing: Rule = {
  id: 'position_missing',
  unit: 'day',
  check: (plan) => positionHits(plan, false),
};

export const positionExpired: Rule = {
  id: 'position_expired',
  unit: 'day',
  check: (plan) => positionHits(plan, true),
};

/** Skills must hold to the shift's last minute: one that ends at midnight ends inside a night shift. */
function skillHits({ person, asked, world }: Plan, ended: boolean): Hit[] {
  const hits: Hit[] = [];
  for (const shift of asked) {
    for (const skillId of (shift.positionId && world.required.get(shift.positionId)) || []) {
      const spans = person.skills.get(skillId) ?? NONE;
      if (spans.length > 0 !== ended) continue;
      let day = shift.day;
      while (day <= shift.endDay && spans.some((span) => holds(span, day))) day++;
      if (day <= shift.endDay) hits.push(hitOn(shift, day, nearestBound(spans, day), skillId));
    }
  }
  return hits;
}

export const skillMissing: Rule = {
  id: 'skill_missing',
  unit: 'day',
  check: (plan) => skillHits(plan, false),
};

export const skillExpired: Rule = {
  id: 'skill_expired',
  unit: 'day',
  check: (plan) => skillHits(plan, true),
};
