import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
