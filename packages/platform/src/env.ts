import * as z from 'zod';

/** Some variables are missing or wrong. The message names them and says what to set; it never holds a value. */
export class EnvError extends Error {
  readonly variables: readonly string[];
  constructor(problems: ReadonlyMap<string, string>) {
    const lines = [...problems].map(([name, problem]) => `  ${name}: ${problem}`);
    super(`The environment is not usable. Set:\n${lines.join('\n')}`);
    this.name = 'EnvError';
    this.variables = [...problems.keys()];
  }
}

/**
 * Reads the variables that a flat Zod object names. A blank string counts as unset; other variables are ignored.
 * @returns the parsed object
 * @throws {EnvError} one error for all variables; a field's `.describe()` is shown as what to set
 */
export const parseEnv = <S extends z.ZodObject>(
  schema: S,
  source: Readonly<Record<string, string | undefined>>,
): z.output<S> => {
  const given = Object.fromEntries(
    Object.keys(schema.shape)
      .map((name) => [name, source[name]] as const)
      .filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;

  const problems = new Map<string, string>();
  for (const issue of parsed.error.issues) {
    const name = String(issue.path[0] ?? 'environment');
    const known = problems.get(name);
    const problem = describeProblem(schema, name, issue, name in given);
    problems.set(name, known === undefined ? problem : `${known}; ${problem}`);
  }
  throw new EnvError(problems);
};

const describeProblem = (
  schema: z.ZodObject,
  name: string,
  issue: z.core.$ZodIssue,
  isSet: boolean,
): string => {
  const field: unknown = schema.shape[name];
  const wanted = field instanceof z.ZodType ? field.description : undefined;
  // a missing value says nothing useful in Zod's words ("expected string, received undefined")
  const problem = isSet || field === undefined ? issue.message : 'is not set';
  return wanted === undefined ? problem : `${problem} (${wanted})`;
};
