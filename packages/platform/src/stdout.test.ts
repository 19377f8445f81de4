import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

const logger = path.resolve(import.meta.dirname, 'logger.ts');
const program = `
  import { createLogger } from ${JSON.stringify(logger)};
  // a process with many of them is not warned of a leak
  for (let nr = 0; nr < 12; nr++) createLogger({ service: 'api', level: 'info' });
  const log = createLogger({ service: 'api', level: 'info' });
  for (let nr = 0; nr < 500; nr++) log.info({ nr }, 'one of many');
  log.fatal('before the end');
  setTimeout(() => {
    log.info('the last');
    process.stderr.write('went on');
  }, 150);
`;

/** A process that logs to this file until its end. */
function logTo(file: string) {
  const fd = openSync(file, 'w');
  const run = spawnSync(process.execPath, ['--input-type=module-typescript', '--eval', program], {
    stdio: ['ignore', fd, 'pipe'],
    encoding: 'utf8',
    timeout: 20_000,
  });
  closeSync(fd);
  return { status: run.status, stderr: run.stderr };
}

test('every line is written, the last one at the exit', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'vaktplan-log-'));
  const file = path.join(folder, 'log');
  expect(logTo(file)).toEqual({ status: 0, stderr: 'went on' });
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  expect(lines).toHaveLength(502);
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ msg: 'the last' });
  rmSync(folder, { recursive: true, force: true });
});

// Linux' device that is always full
test.runIf(existsSync('/dev/full'))('a log whose disk is full neither ends nor holds the process', () => {
  expect(logTo('/dev/full')).toEqual({ status: 0, stderr: 'went on' });
});
