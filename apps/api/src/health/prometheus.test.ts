import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { createTestApp } from '../testing/create-test-app.ts';
import { httpTest } from '../testing/http-test.ts';

const OPS = path.resolve(import.meta.dirname, '../../../../ops/prometheus');
const TOKEN = 'what-prometheus-shows-the-api-0123456789';
const here = (program: string) => spawnSync(program, ['--version']).status === 0;
// Debian's package `prometheus` brings both; a machine without it skips these
const hasPrometheus = here('prometheus') && here('promtool');

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe.runIf(hasPrometheus)('Prometheus', () => {
  test('the alerts fire when they should and are quiet when all is well', () => {
    const { status, stdout, stderr } = spawnSync('promtool', ['test', 'rules', 'alerts.test.yml'], {
      cwd: OPS,
      encoding: 'utf8',
    });
    expect(status, stdout + stderr).toBe(0);
  });

  test('every figure of the dashboard can be asked for', () => {
    const dashboard = JSON.parse(
      readFileSync(path.join(OPS, '../grafana/dashboards/vaktplan.json'), 'utf8'),
    ) as {
      panels: { targets: { expr: string }[] }[];
    };
    const asked = dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));
    expect(asked.length).toBeGreaterThan(5);
    const folder = mkdtempSync(path.join(tmpdir(), 'vaktplan-promql-'));
    const rules = asked.map((expr, nr) => ({ record: `asked_${nr}`, expr }));
    writeFileSync(path.join(folder, 'rules.yml'), JSON.stringify({ groups: [{ name: 'asked', rules }] }));
    const { status, stdout, stderr } = spawnSync('promtool', ['check', 'rules', 'rules.yml'], {
      cwd: folder,
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true, force: true });
    expect(status, stdout + stderr).toBe(0);
  });

  httpTest('reads the metrics with its token and evaluates the alerts on them', async ({ testDatabase }) => {
    const app = await createTestApp(testDatabase, { env: { METRICS_TOKEN: TOKEN } });
    await app.nest.listen(0, '127.0.0.1');
    const folder = mkdtempSync(path.join(tmpdir(), 'vaktplan-prometheus-'));
    cpSync(path.join(OPS, 'alerts.yml'), path.join(folder, 'alerts.yml'));
    writeFileSync(path.join(folder, 'metrics-token'), TOKEN);
    writeFileSync(
      path.join(folder, 'prometheus.yml'),
      JSON.stringify({
        global: { scrape_interval: '1s', evaluation_interval: '1s' },
        rule_files: ['alerts.yml'],
        scrape_configs: [
          {
            job_name: 'api',
            authorization: { credentials_file: 'metrics-token' },
            static_configs: [{ targets: [new URL(await app.nest.getUrl()).host] }],
          },
        ],
      }),
    );
    const port = await freePort();
    const prometheus = spawn(
      'prometheus',
      [
        '--config.file=prometheus.yml',
        `--web.listen-address=127.0.0.1:${port}`,
        `--storage.tsdb.path=${path.join(folder, 'data')}`,
      ],
      { cwd: folder, stdio: 'ignore' },
    );
    const ended = new Promise((resolve) => prometheus.once('exit', resolve));
    const ask = async (query: string): Promise<string | undefined> => {
      const url = `http://127.0.0.1:${port}/api/v1/query?query=${encodeURIComponent(query)}`;
      const answer = (await (await fetch(url)).json()) as { data: { result: { value: [number, string] }[] } };
      return answer.data.result[0]?.value[1];
    };
    await vi.waitFor(async () => expect(await ask('up{job="api"}')).toBe('1'), {
      timeout: 20_000,
      interval: 200,
    });
    expect(Number(await ask('sum(db_pool{pool="app"})'))).toBeGreaterThanOrEqual(0);
    expect(await ask('count(ALERTS) or vector(0)')).toBe('0');
    prometheus.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
    await app.close();
  });
});

httpTest('from another machine metrics are for who has the token', async ({ testDatabase }) => {
  const app = await createTestApp(testDatabase, { env: { METRICS_TOKEN: TOKEN } });
  const read = async (authorization?: string) =>
    (
      await app.inject({
        url: '/metrics',
        remoteAddress: '10.0.0.7',
        headers: authorization ? { authorization } : {},
      })
    ).statusCode;
  expect(await read()).toBe(401);
  expect(await read(`Bearer ${TOKEN}x`)).toBe(401);
  expect(await read(`Bearer ${TOKEN}`)).toBe(200);
  await app.close();
});
