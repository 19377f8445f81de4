// The pure rules, for the browser and the phone: no clock, no I/O, no database.
export * from './pay/shift-cost.rules.ts';
export * from './shifts/shift.rules.ts';
export * from './time/local-time.rules.ts';
