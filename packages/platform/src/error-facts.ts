const DEPTH = 4;
/** The runtime's own, whose words are about code. */
const ABOUT_CODE = new Set(['TypeError', 'ReferenceError', 'RangeError']);
const NAME_OF_OURS = /^[\w.:-]{1,80}$/;

/** The error and what caused it, the first cause first, as Sentry has them. */
export function causesOf(error: unknown): Error[] {
  const found: Error[] = [];
  for (let one = error; found.length < DEPTH && one instanceof Error; one = one.cause) found.unshift(one);
  return found.length > 0 ? found : [new Error('thrown')];
}

/** What can be told of an error without anything that a person typed: codes and names of ours, the runtime's words. */
export function sayingOf(error: Error): string {
  const { code, constraint, table } = error as { code?: unknown; constraint?: unknown; table?: unknown };
  const names = [code, constraint, table].filter(
    (name): name is string => typeof name === 'string' && NAME_OF_OURS.test(name),
  );
  if (names.length > 0) return names.join(' ');
  if (!ABOUT_CODE.has(error.name)) return 'The log has its words.';
  // "Cannot read properties of undefined (reading 'x')": a name in code, not a value
  return error.message.replaceAll(/(["'`])(?![\w$]{1,40}\1).*?\1/gs, '…').replaceAll(/\S+@\S+/g, '…');
}

/** The stack without its message. */
export function tracesOf({ name, message, stack = '' }: Error): string {
  // lines of the message may look like lines of the stack
  const lines = (message ? stack.replace(message, () => '') : stack).split('\n');
  return [name, ...lines.filter((line) => /^\s+at .+[:)]/.test(line))].join('\n');
}
