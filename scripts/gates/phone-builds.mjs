// Gate "phone-builds": the phone app bundles for Android, iOS and the browser, with the settings it was given and no
// part of a sign-in that it does not use.
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { expo, phone } from '../lib/expo.mjs';

const SERVER = 'https://api.vaktplan.test';
/** In MB as they are downloaded with an update; Hermes' byte code, and JavaScript for the browser. */
const LIMITS = { android: 6, ios: 6, web: 3 };

const out = path.join(phone, 'dist');
rmSync(out, { recursive: true, force: true });
expo(['export', '--platform', 'all', '--output-dir', 'dist'], { env: { EXPO_PUBLIC_API_URL: SERVER } });

let failed = false;
/** @param {string} reason */
function fail(reason) {
  failed = true;
  console.error(reason);
}

for (const [platform, limit] of Object.entries(LIMITS)) {
  const folder = path.join(out, '_expo/static/js', platform);
  const bundles = readdirSync(folder).map((name) => path.join(folder, name));
  const code = bundles.map((file) => readFileSync(file, 'latin1')).join('\n');
  const megabytes = bundles.reduce((sum, file) => sum + statSync(file).size, 0) / 1e6;
  console.log(`${platform}: ${megabytes.toFixed(1)} MB, fails above ${limit}`);
  if (megabytes > limit) fail(`${platform} grew past ${limit} MB.`);
  // a public setting comes out of Metro's cache unless it is part of its key
  if (!code.includes(SERVER)) fail(`${platform} does not know the address it was built for.`);
  if (/clerk\.accounts|__clerk/i.test(code)) fail(`${platform} carries Clerk, though it was built without.`);
}
process.exitCode = failed ? 1 : 0;
