// The pure rules, for the browser and the phone: no clock, no I/O, no database.
export { budgetMinorOf } from './budget/budget.rules.ts';
export * from './findings/evaluate.rules.ts';
export * from './findings/facts.rules.ts';
export { CELL, cellAt } from './findings/feasibility.rules.ts';
export * from './findings/finding-words.rules.ts';
export * from './pay/shift-cost.rules.ts';
export { patternItems } from './roll-out/rotation.rules.ts';
export * from './schedule-export/schedule-matrix.rules.ts';
export * from './shifts/shift-columns.rules.ts';
export * from './shifts/shift.rules.ts';
export * from './time/local-time.rules.ts';
