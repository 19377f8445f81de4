// Zod tries whether it may compile with `new Function`. Our policy forbids that, and every try is reported as a breach of it.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
