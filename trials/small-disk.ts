import { spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { serverIdentity } from '../scripts/lib/postgres-binaries.mjs';

const BLOCK = Buffer.alloc(65_536);

export type SmallDisk = {
  /** Takes what room there is left. */
  fill: () => void;
  free: () => void;
  unmount: () => void;
};

/** A file system of so many megabytes in memory at `folder`. Only root may. */
export function mountSmall(folder: string, megabytes: number, { forPostgres = false } = {}): SmallDisk {
  mkdirSync(folder, { recursive: true });
  const run = (program: string, ...args: string[]): void => {
    const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`);
  };
  run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'vaktplan-trial', folder);
  const { uid, gid } = serverIdentity();
  if (forPostgres && uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  const ballast = path.join(folder, 'ballast');
  const free = (): void => rmSync(ballast, { force: true });
  return {
    free,
    fill: () => {
      try {
        for (;;) writeFileSync(ballast, BLOCK, { flag: 'a' });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
      if (statfsSync(folder).bavail > 0) throw new Error(`${folder} has room left`);
    },
    unmount: () => run('umount', '--lazy', folder),
  };
}

/** Undefined if such disks can be had here, else why not. */
export function whyNoSmallDisk(): string | undefined {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'vaktplan-mount-'));
  try {
    mountSmall(folder, 1).unmount();
    return undefined;
  } catch (error) {
    return String(error instanceof Error ? error.message : error).trim();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
