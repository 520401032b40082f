/**
 * The page's policy forbids making code from text, which zod tries for speed when a schema is made.
 * zod keeps its settings on this global; set before zod itself is loaded, they hold for every
 * schema. `z.config` would come too late: a bundle may make schemas in the file that holds zod.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

export {};
