import { globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const services = Object.keys(
  (parse(read('docker-compose.yml'), { merge: true }) as { services: object }).services,
);

type Source = { uid: string; type: string; url: string; jsonData?: object };
const { datasources } = parse(read('ops/grafana/provisioning/datasources/vaktplan.yml')) as {
  datasources: Source[];
};
const uids = datasources.map(({ uid }) => uid);

type Panel = {
  id: number;
  title: string;
  datasource: { uid: string; type: string };
  targets: { expr: string }[];
};
const folder = 'ops/grafana/dashboards';
const dashboards = readdirSync(path.join(root, folder)).map((file) => {
  const { uid, panels } = JSON.parse(read(`${folder}/${file}`)) as { uid: string; panels: Panel[] };
  return { file, uid, panels };
});

describe('Grafana', () => {
  test('asks services that compose starts', () => {
    expect(uids).toEqual(['prometheus', 'loki', 'jaeger']);
    for (const { url } of datasources) expect(services).toContain(new URL(url).hostname);
  });

  test('a log line leads to its trace and a span to its lines', () => {
    const [, loki, jaeger] = datasources;
    expect(loki?.jsonData).toMatchObject({ derivedFields: [{ datasourceUid: 'jaeger' }] });
    expect(jaeger?.jsonData).toMatchObject({ tracesToLogsV2: { datasourceUid: 'loki' } });
    const line = '{"level":"info","traceId":"0af7651916cd43dd8448eb211c80319c","msg":"request"}';
    const { derivedFields } = (loki?.jsonData ?? {}) as { derivedFields: { matcherRegex: string }[] };
    expect(new RegExp(derivedFields[0]?.matcherRegex ?? '').exec(line)?.[1]).toHaveLength(32);
  });

  test.each(dashboards)('$file: every panel asks a source that is there', ({ panels }) => {
    expect(panels.length).toBeGreaterThan(2);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    for (const { title, datasource, targets } of panels) {
      expect(datasources, title).toContainEqual(expect.objectContaining(datasource));
      for (const { expr } of targets) expect(expr, title).not.toBe('');
    }
  });

  test('every figure is one that the code makes', () => {
    const files = globSync('{apps,packages}/*/src/**/*metrics.ts', { cwd: root });
    const others = ['http/request-log.ts', 'realtime/start-realtime.ts'].map(
      (file) => `apps/api/src/${file}`,
    );
    const sources = [
      ...files,
      ...others,
      ...['breaker', 'job-report'].map((name) => `packages/platform/src/${name}.ts`),
    ];
    const code = sources.map(read).join('\n');
    const asked = dashboards
      .flatMap(({ panels }) => panels)
      .filter(({ datasource }) => datasource.type === 'prometheus')
      .flatMap(({ targets }) => targets.flatMap(({ expr }) => [...expr.matchAll(/[a-z]+(?:_[a-z0-9]+)+/g)]))
      .map(([name]) => name.replace(/_(bucket|count|sum)$/, ''))
      .filter((name) => !/^(histogram_quantile|nodejs_)/.test(name));
    expect(new Set(asked).size).toBeGreaterThan(8);
    for (const name of new Set(asked)) expect(code, name).toContain(name);
  });
});

describe('logs', () => {
  const alloy = read('ops/alloy/config.alloy').replaceAll(/^\s*\/\/.*$/gm, '');

  test('Alloy hands lines on from block to block to the Loki of compose', () => {
    expect(alloy.match(/\{/g)?.length).toBe(alloy.match(/\}/g)?.length);
    const made = [...alloy.matchAll(/^([\w.]+) "(\w+)" \{/gm)].map(([, kind, name]) => `${kind}.${name}`);
    const used = [...alloy.matchAll(/\b((?:discovery|loki)(?:\.\w+)+)\.(?:targets|output|receiver)\b/g)];
    expect(used.length).toBe(4);
    for (const [, block] of used) expect(made).toContain(block);
    expect(new URL(/url = "([^"]+)"/.exec(alloy)?.[1] ?? '').host).toBe('loki:3100');
  });

  test('Loki keeps them on its disk and forgets them', () => {
    const loki = parse(read('ops/loki/loki.yml')) as {
      schema_config: { configs: { schema: string; object_store: string }[] };
      limits_config: { retention_period: string };
      compactor: { retention_enabled: boolean };
    };
    expect(loki.schema_config.configs[0]).toMatchObject({ schema: 'v13', object_store: 'filesystem' });
    expect(loki.limits_config.retention_period).toMatch(/^\d+h$/);
    expect(loki.compactor.retention_enabled).toBe(true);
  });
});
