import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} Change a difference that drizzle-kit found in the schema
 * @property {string} op create, drop, alter or rename
 * @property {string} kind tables, columns, indexes, …
 * @property {string} place `table`, `table.column` or an index' name
 * @property {boolean} [isUnique]
 * @typedef {{ name: string, sql: string, changes: readonly Change[] }} Migration
 */

/** Says a created thing in full, any other by its key: the kind, a NUL, and its schema and names. @param {any} delta @returns {Change} */
function changeOf({ op, key, row }) {
  if (row) {
    const place = row.entityType === 'columns' ? `${row.table}.${row.name}` : row.name;
    return { op, kind: row.entityType, place: String(place).toLowerCase(), isUnique: row.isUnique };
  }
  const [kind = '', names = '[]'] = key.split('\0');
  return { op, kind, place: JSON.parse(names).slice(1).join('.').toLowerCase() };
}

/** The committed migrations in their order. @param {string} folder @returns {Migration[]} */
export const readMigrations = (folder) =>
  readdirSync(folder)
    .toSorted()
    .map((name) => ({
      name,
      sql: readFileSync(path.join(folder, name, 'migration.sql'), 'utf8'),
      changes: (JSON.parse(readFileSync(path.join(folder, name, 'snapshot.json'), 'utf8')).deltas ?? []).map(
        changeOf,
      ),
    }));
