import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { EnvError, parseEnv } from './env.ts';

const Env = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(3001),
  DATABASE_URL: z.url().describe('postgres://user:password@host:5432/name'),
  SECRET: z.string().min(32).describe('32 or more random characters'),
  MAIL_KEY: z.string().optional(),
});
const good = { DATABASE_URL: 'postgres://localhost/x', SECRET: 's'.repeat(32) };

const failure = (source: Record<string, string | undefined>): EnvError => {
  try {
    parseEnv(Env, source);
  } catch (error) {
    if (error instanceof EnvError) return error;
  }
  throw new Error('expected an EnvError');
};

describe('parseEnv', () => {
  test('parses what is there and leaves the rest of the environment out', () => {
    expect(parseEnv(Env, { ...good, PORT: '80', HOME: '/root' })).toEqual({ ...good, PORT: 80 });
  });

  test('a blank string is as good as unset', () => {
    expect(parseEnv(Env, { ...good, PORT: '', MAIL_KEY: '  ' })).toEqual({ ...good, PORT: 3001 });
    expect(failure({ ...good, SECRET: ' ' }).message).toContain(
      'SECRET: is not set (32 or more random characters)',
    );
  });

  test('one error names every variable and what to set', () => {
    const error = failure({ PORT: 'many' });
    expect(error.variables).toEqual(['PORT', 'DATABASE_URL', 'SECRET']);
    expect(error.message).toContain('DATABASE_URL: is not set (postgres://user:password@host:5432/name)');
  });

  test('never prints a value', () => {
    const error = failure({
      PORT: '99999',
      DATABASE_URL: 'hunter2',
      SECRET: 'short-hunter2',
      MAIL_KEY: 'hunter2',
    });
    expect(error.variables).toEqual(['PORT', 'DATABASE_URL', 'SECRET']);
    expect(JSON.stringify(error) + error.message + String(error.stack)).not.toContain('hunter2');
    expect(error.message).not.toContain('99999');
  });

  test('a rule across variables is reported too', () => {
    const Both = z
      .object({ A: z.string().optional(), B: z.string().optional() })
      .refine((env) => env.A !== undefined || env.B !== undefined, 'set A or B');
    expect(() => parseEnv(Both, {})).toThrow('environment: set A or B');
  });
});
