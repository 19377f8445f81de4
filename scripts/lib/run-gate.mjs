import { spawnBound, stopChild } from './child.mjs';
import { secondsSince } from './say.mjs';

/**
 * @typedef {object} Gate
 * @property {string} name as in `npm test -- <name>`
 * @property {[string, ...string[]]} command
 * @property {() => { env?: NodeJS.ProcessEnv, skip?: string }} [prepare] late set-up; `skip` says why it cannot run here
 * @property {RegExp} [fact] what to quote from the output of a gate that passed
 */

const outputShown = 30_000;
const minutesAllowed = 12;

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
export const stopGates = () => Promise.all([...running].map((child) => stopChild(child)));

/**
 * Runs one gate and prints one line with its seconds; a failing one shows its output.
 * @param {Gate} gate
 * @param {string} root
 * @returns {Promise<'passed' | 'failed' | 'skipped'>}
 */
export async function runGate(gate, root) {
  const started = performance.now();
  const { env, skip } = gate.prepare?.() ?? {};
  if (skip) {
    console.log(`  skip  ${gate.name.padEnd(20)} ${' '.repeat(8)}  ${skip}`);
    return 'skipped';
  }
  const { code, output } = await run(gate.command, root, { ...process.env, ...env });
  const passed = code === 0;
  const fact = passed && gate.fact ? (gate.fact.exec(output)?.[0]?.replace(/\s+/g, ' ').trim() ?? '') : '';
  console.log(
    `  ${passed ? 'pass' : 'FAIL'}  ${gate.name.padEnd(20)} ${secondsSince(started)}  ${fact}`.trimEnd(),
  );
  if (!passed) console.log(`\n${output.slice(-outputShown).trimEnd()}\n`);
  return passed ? 'passed' : 'failed';
}

/**
 * @param {[string, ...string[]]} command @param {string} cwd @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function run([binary, ...args], cwd, env) {
  const child = spawnBound(binary, args, {
    cwd,
    env: { ...env, NO_COLOR: '1', FORCE_COLOR: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let output = '';
  const limit = setTimeout(() => {
    output += `\nstopped after ${minutesAllowed} minutes`;
    void stopChild(child);
  }, minutesAllowed * 60_000);
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
  return new Promise((resolve) => {
    /** @param {number | null} code */
    const end = (code) => {
      clearTimeout(limit);
      running.delete(child);
      resolve({ code, output });
    };
    child.once('error', (error) => {
      output += String(error);
      end(1);
    });
    child.once('close', end);
  });
}
