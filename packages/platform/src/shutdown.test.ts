import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { createLogger } from './logger.ts';
import { createShutdown } from './shutdown.ts';

const setUp = (deadlineMs?: number) => {
  const closed: string[] = [];
  const exits: number[] = [];
  const lines: string[] = [];
  const log = createLogger({
    service: 't',
    level: 'info',
    destination: { write: (line) => void lines.push(line) },
  });
  const shutdown = createShutdown({
    log,
    exit: (code) => exits.push(code),
    ...(deadlineMs && { deadlineMs }),
  });
  const step = (name: string) => shutdown.add(name, async () => void closed.push(name));
  return { closed, exits, lines, shutdown, step };
};

test('closes last-started first, one after the other', async () => {
  const { closed, exits, shutdown, step } = setUp();
  for (const name of ['db', 'redis', 'http']) step(name);
  await shutdown.run('test');
  expect(closed).toEqual(['http', 'redis', 'db']);
  expect(exits).toEqual([0]);
});

test('a second call joins the first', async () => {
  const { closed, exits, shutdown, step } = setUp();
  step('db');
  await Promise.all([shutdown.run('SIGTERM'), shutdown.run('SIGINT')]);
  await shutdown.run('again');
  expect(closed).toEqual(['db']);
  expect(exits).toEqual([0]);
});

test('a step that fails does not keep the rest open, and the exit tells', async () => {
  const { closed, exits, lines, shutdown, step } = setUp();
  step('db');
  shutdown.add('queue', () => {
    throw new Error('no');
  });
  step('http');
  await shutdown.run('test');
  expect(closed).toEqual(['http', 'db']);
  expect(exits).toEqual([1]);
  expect(lines.join('')).toContain('"step":"queue"');
});

test('a hanging step ends at the deadline and is named', async () => {
  const { exits, lines, shutdown, step } = setUp(20);
  step('db');
  shutdown.add('worker', () => new Promise(() => undefined));
  await shutdown.run('test');
  expect(exits).toEqual([1]);
  expect(lines.join('')).toContain('closing worker took longer than');
});

const program = `
import { createLogger } from ${JSON.stringify(import.meta.resolve('./logger.ts'))};
import { createShutdown } from ${JSON.stringify(import.meta.resolve('./shutdown.ts'))};
const shutdown = createShutdown({ log: createLogger({ service: 'child', level: 'info' }) });
const keepAlive = setInterval(() => {}, 1000);
shutdown.add('timer', () => clearInterval(keepAlive));
shutdown.listen();
console.log('ready');
`;

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s ends a real process cleanly, even sent twice',
  async (signal) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    await once(child.stdout, 'data');
    child.kill(signal);
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(output.match(/"shut down"/g)).toHaveLength(1);
    expect(output).toContain(`"reason":"${signal}"`);
  },
);
