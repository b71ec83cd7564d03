import os from 'node:os';
import path from 'node:path';

/** The project's folder. */
export const root = path.resolve(import.meta.dirname, '../..');

export const inRoot = (...parts) => path.join(root, ...parts);

/** The Node that the project runs on, from npm; the one that runs this script may be older. */
export const nodeBinary = inRoot('node_modules/node/bin/node');

/** What survives a fresh `node_modules`: one folder per user, as the XDG base directory specification says. */
export const userCache = path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'samtal');
