// Gate "phone-native": what the Android and iOS projects, made from app.config.ts, ask of a phone and of its owner.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expo, phone } from '../lib/expo.mjs';

const USED = [
  'ACCESS_COARSE_LOCATION',
  'ACCESS_FINE_LOCATION',
  'CAMERA',
  'INTERNET',
  'POST_NOTIFICATIONS',
  'USE_BIOMETRIC',
  'USE_FINGERPRINT',
  'VIBRATE',
];
const REMOVED = [
  'ACCESS_BACKGROUND_LOCATION',
  'READ_EXTERNAL_STORAGE',
  'RECORD_AUDIO',
  'SYSTEM_ALERT_WINDOW',
  'WRITE_EXTERNAL_STORAGE',
];
const PURPOSES = [
  'NSCameraUsageDescription',
  'NSFaceIDUsageDescription',
  'NSLocationWhenInUseUsageDescription',
];
const SOURCES = [
  'package.json',
  'eas-pre-install.mjs',
  'app.config.ts',
  'tsconfig.json',
  'assets',
  'modules',
  'src',
];

const UPDATES = 'https://updates.vaktplan.test/manifest';

/** @type {string[]} */
const faults = [];
/** @param {string} what @param {readonly string[]} found @param {readonly string[]} wanted */
function same(what, found, wanted) {
  const [is, should] = [found.toSorted().join(' '), wanted.toSorted().join(' ')];
  if (is !== should) faults.push(`${what}: ${is || 'none'}\n  should be ${should || 'none'}`);
}

const peers = spawnSync('pnpm', ['peers', 'check'], {
  cwd: path.dirname(path.dirname(phone)),
  encoding: 'utf8',
});
if (peers.status !== 0) faults.push(peers.stdout + peers.stderr);

const copy = mkdtempSync(path.join(os.tmpdir(), 'vaktplan-phone-'));
try {
  for (const name of SOURCES) cpSync(path.join(phone, name), path.join(copy, name), { recursive: true });
  symlinkSync(path.join(phone, 'node_modules'), path.join(copy, 'node_modules'));
  const preInstall = spawnSync(process.execPath, ['eas-pre-install.mjs'], { cwd: copy, encoding: 'utf8' });
  if (preInstall.status !== 0) faults.push(preInstall.stderr);
  expo(['prebuild', '--no-install'], { cwd: copy, env: { EXPO_UPDATES_URL: UPDATES } });
  const linked = spawnSync(
    path.join(phone, 'node_modules/.bin/expo-modules-autolinking'),
    ['search', '--json'],
    {
      cwd: copy,
      encoding: 'utf8',
    },
  ).stdout;
  if (!linked.includes('boot-clock')) faults.push('The boot clock is not linked.');
  if (linked.includes('@clerk/expo')) faults.push('A build without Clerk links its native code.');
  checkAndroid(readFileSync(path.join(copy, 'android/app/src/main/AndroidManifest.xml'), 'utf8'));
  checkApple(readFileSync(path.join(copy, 'ios/Vaktplan/Info.plist'), 'utf8'));
  const privacy = readFileSync(path.join(copy, 'ios/Vaktplan/PrivacyInfo.xcprivacy'), 'utf8');
  if (!privacy.includes('35F9.1')) faults.push('iOS: the reason for reading the boot clock is not told.');
  checkUpdates('Android', [
    'android/app/src/main/AndroidManifest.xml',
    'android/app/src/main/res/values/strings.xml',
  ]);
  checkUpdates('iOS', ['ios/Vaktplan/Supporting/Expo.plist']);
} finally {
  rmSync(copy, { recursive: true, force: true });
}

/** @param {string} manifest */
function checkAndroid(manifest) {
  const permissions = [
    ...manifest.matchAll(/<uses-permission android:name="android\.permission\.(\w+)"([^/]*)/g),
  ];
  /** @param {boolean} isRemoved */
  const named = (isRemoved) =>
    permissions.filter(([, , rest]) => rest?.includes('remove') === isRemoved).map(([, name]) => name ?? '');
  same('Android asks for', named(false), USED);
  same('Android takes away', named(true), REMOVED);
  if (!manifest.includes('android:allowBackup="false"')) faults.push('Android: punches could be backed up.');
  if (manifest.includes('usesCleartextTraffic="true"')) faults.push('Android: plain HTTP is allowed.');
}

/** @param {string} plist */
function checkApple(plist) {
  same(
    'iOS explains',
    [...plist.matchAll(/<key>(NS\w+UsageDescription)<\/key>/g)].map(([, key]) => key ?? ''),
    PURPOSES,
  );
  const modes = /<key>UIBackgroundModes<\/key>\s*<array>([\s\S]*?)<\/array>/.exec(plist)?.[1] ?? '';
  same(
    'iOS runs unseen for',
    [...modes.matchAll(/<string>([\w-]+)/g)].map(([, mode]) => mode ?? ''),
    ['fetch', 'processing', 'remote-notification'],
  );
  if (!/<key>NSAllowsArbitraryLoads<\/key>\s*<false\/>/.test(plist))
    faults.push('iOS: plain HTTP is allowed.');
}

/**
 * Updates over the air come from the address that was given, and reach only what has the same native part.
 * @param {string} platform @param {readonly string[]} files
 */
function checkUpdates(platform, files) {
  const text = files.map((file) => readFileSync(path.join(copy, file), 'utf8')).join('\n');
  if (!text.includes(UPDATES)) faults.push(`${platform}: updates do not come from the address given.`);
  if (!text.includes('file:fingerprint')) faults.push(`${platform}: updates would reach other native parts.`);
}

/** @type {{ build: Record<string, { channel?: string; extends?: string }> }} */
const eas = JSON.parse(readFileSync(path.join(phone, 'eas.json'), 'utf8'));
const profiles = Object.entries(eas.build).filter(([name]) => name !== 'base');
same(
  'Profiles of builds, each with a channel of its own',
  profiles.map(([name, { channel }]) => `${name}=${channel}`),
  ['preview=preview', 'production=production', 'selfhost=selfhost'],
);

for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
