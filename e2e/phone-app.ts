import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

/** Where the phone app's web build is served: the API of the journeys lets pages from here call it. */
export const PHONE_APP_PORT = Number(process.env.E2E_PHONE_APP_PORT ?? 4310);

const app = path.resolve(import.meta.dirname, '../apps/mobile');
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
};

/** Bundles the phone app for the browser, with the settings of the gate "phone-builds" so that Metro has it ready. */
export function buildPhoneApp(folder: string): void {
  const run = spawnSync(
    process.execPath,
    [path.join(app, 'node_modules/expo/bin/cli'), 'export', '--platform', 'web', '--output-dir', folder],
    {
      cwd: app,
      encoding: 'utf8',
      env: {
        ...process.env,
        // vitest's own would make another bundle
        NODE_ENV: 'production',
        BABEL_ENV: undefined,
        EXPO_OFFLINE: '1',
        EXPO_NO_TELEMETRY: '1',
        CI: '1',
        EXPO_PUBLIC_API_URL: 'https://api.vaktplan.test',
      },
    },
  );
  if (run.status !== 0) throw new Error(`the phone app was not built:\n${run.stdout}${run.stderr}`);
}

/** Serves the build as a static host does: what is no file is the app. */
export async function servePhoneApp(
  folder: string,
  port = PHONE_APP_PORT,
): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const wanted = path.join(folder, path.normalize(new URL(request.url ?? '/', 'http://app').pathname));
    const file = path.extname(wanted) && existsSync(wanted) ? wanted : path.join(folder, 'index.html');
    void readFile(file).then((content) => {
      response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
      response.end(content);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
