import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import program from '../../.railway/railway.ts';
import table from '../../railway.json' with { type: 'json' };
import { createRailwayContext, project } from '../../.railway/context.ts';

const root = path.resolve(import.meta.dirname, '../..');

type Service = {
  type: string;
  name: string;
  deploy?: Record<string, unknown> & { drainingSeconds?: number; overlapSeconds?: number };
  variables?: Record<string, { type: string; value?: string }>;
};

/** What Railway would be told for an environment, without asking it anything. */
async function servicesOf(environment: string): Promise<Service[]> {
  const made = (await program(createRailwayContext({ environment }), project)) as { resources: Service[] };
  return made.resources.filter(({ type }) => type === 'service');
}

/** The variables that docs/configuration.md says a service does not start without. */
function neededBy(service: string): string[] {
  const text = readFileSync(path.join(root, 'docs/configuration.md'), 'utf8');
  const rows = text
    .slice(text.indexOf('## The services'), text.indexOf('\nOptional:'))
    .matchAll(/^\| (.+) \|$/gm);
  const [[, head = ''] = [], , ...lines] = [...rows];
  const cellsOf = (line: string) => line.split('|').map((cell) => cell.trim());
  const column = cellsOf(head).indexOf(service);
  return lines.flatMap(([, line = '']) => {
    const cells = cellsOf(line);
    return cells[column] === 'x'
      ? [...(cells[0] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name ?? '')
      : [];
  });
}

describe.each(['production', 'staging'])('Railway, %s', (environment) => {
  test('has the services of the table, each with its image, its health and time to end its work', async () => {
    const services = await servicesOf(environment);
    expect(services.map(({ name }) => name).toSorted()).toEqual(Object.keys(table.services).toSorted());
    for (const { name, deploy } of services) {
      const row = table.services[name as keyof typeof table.services];
      expect(existsSync(path.join(root, row.dockerfilePath)), row.dockerfilePath).toBe(true);
      expect(deploy).toMatchObject({
        healthcheckPath: row.healthcheckPath,
        multiRegionConfig: {
          'europe-west4-drams3a': { numReplicas: environment === 'production' ? row.replicas.production : 1 },
        },
      });
      expect(deploy?.drainingSeconds, 'a deploy must not cut work short').toBeGreaterThanOrEqual(15);
      expect(deploy?.overlapSeconds).toBeGreaterThan(0);
    }
  });

  test.each(['web', 'api', 'worker'])(
    '%s gets every variable that it does not start without',
    async (name) => {
      const service = (await servicesOf(environment)).find((one) => one.name === name);
      const given = Object.keys(service?.variables ?? {});
      // mail goes through Maileroo here, not into a folder
      expect(neededBy(name).filter((one) => !given.includes(one) && one !== 'MAIL_DIR')).toEqual([]);
    },
  );

  test('migrations run before the API, and nothing secret is written here', async () => {
    const services = await servicesOf(environment);
    expect(services.find(({ name }) => name === 'api')?.deploy?.['preDeployCommand']).toEqual([
      'node dist/migrate.js',
    ]);
    for (const { variables = {} } of services) {
      for (const [name, { type, value }] of Object.entries(variables)) {
        if (/SECRET|PASSWORD|_KEY/.test(name))
          expect(type === 'preserve' || value?.startsWith('${{')).toBe(true);
      }
    }
  });
});
