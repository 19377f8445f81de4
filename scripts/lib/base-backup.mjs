import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { PlainError } from './say.mjs';

/** @typedef {import('node:stream').Writable} Writable */
/** @typedef {{ stream: import('node:net').Socket, query: (text: string) => void }} Wire the driver's own connection */

const [NEW_ARCHIVE, MANIFEST, DATA] = ['n', 'm', 'd'].map((letter) => letter.charCodeAt(0));

/**
 * What a server sends for BASE_BACKUP, as the driver hands it over: archives and a manifest, each into a file of the folder.
 * The driver has no other way to take a copy that is larger than memory.
 */
class BackupReceiver {
  /** @param {string} folder @param {string} label */
  constructor(folder, label) {
    this.folder = folder;
    this.label = label;
    /** @type {Writable | undefined} */
    this.file = undefined;
    /** @type {Promise<void>[]} */
    this.closing = [];
    this.bytes = 0;
    this.waiting = false;
    /** @type {PromiseWithResolvers<void>} */
    this.ended = Promise.withResolvers();
  }
  /** @param {Wire} connection */
  submit(connection) {
    this.connection = connection;
    const label = this.label.replaceAll("'", '');
    connection.query(`BASE_BACKUP (LABEL '${label}', CHECKPOINT 'fast', WAL true, MANIFEST 'yes')`);
  }
  /** @param {string} name */
  open(name) {
    this.close();
    this.file = createWriteStream(path.join(this.folder, name), { mode: 0o600 });
    this.file.on('error', (error) => this.ended.reject(error));
  }
  close() {
    const { file } = this;
    this.file = undefined;
    if (!file) return;
    // a file that ends says no more that it has drained
    const ending = new Promise((resolve) => file.end(() => resolve(this.goOn())));
    this.closing.push(/** @type {Promise<void>} */ (ending));
  }
  /** @param {{ chunk: Buffer }} message */
  handleCopyData({ chunk }) {
    if (chunk[0] === NEW_ARCHIVE) {
      const [name = '', place] = chunk.subarray(1).toString().split('\0');
      if (place) this.ended.reject(new PlainError(`Tablespaces are not backed up (${place}).`));
      this.open(path.basename(name));
    } else if (chunk[0] === MANIFEST) this.open('backup_manifest');
    else if (chunk[0] === DATA) {
      this.bytes += chunk.length - 1;
      // the driver uses its buffer again
      if (this.file?.write(Buffer.from(chunk.subarray(1))) === false) this.wait(this.file);
    }
  }
  /** Lets the disk catch up; what the driver has read already still comes. @param {Writable} file */
  wait(file) {
    if (this.waiting) return;
    this.waiting = true;
    this.connection?.stream.pause();
    file.once('drain', () => this.goOn());
  }
  goOn() {
    this.waiting = false;
    this.connection?.stream.resume();
  }
  /** @param {Error} error */
  handleError(error) {
    this.ended.reject(error);
  }
  handleRowDescription() {}
  handleDataRow() {}
  handleCommandComplete() {}
  handleReadyForQuery() {
    this.close();
    void Promise.all(this.closing).then(() => this.ended.resolve());
  }
}

/**
 * Copies a whole running cluster over the replication protocol, with the log that belongs to it: `base.tar` and
 * `backup_manifest` in `folder`, which must not exist. The role must be allowed to replicate.
 * @param {string} url
 * @param {string} folder
 * @returns {Promise<{ bytes: number, seconds: number }>}
 */
export async function takeBaseBackup(url, folder) {
  mkdirSync(folder, { recursive: false, mode: 0o700 });
  const started = performance.now();
  const client = new pg.Client(
    /** @type {pg.ClientConfig} */ ({ connectionString: url, replication: 'true', keepAlive: true }),
  );
  await client.connect();
  try {
    const receiver = new BackupReceiver(folder, 'vaktplan');
    client.once('error', (error) => receiver.handleError(error));
    client.query(/** @type {any} */ (receiver));
    await receiver.ended.promise;
    const seconds = (performance.now() - started) / 1000;
    const made = { madeAt: new Date().toISOString(), bytes: receiver.bytes, seconds };
    writeFileSync(path.join(folder, 'backup.json'), `${JSON.stringify(made)}\n`);
    return { bytes: receiver.bytes, seconds };
  } finally {
    await client.end();
  }
}
