import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LambdaContext } from './context.ts';
import { RuntimeError } from './errors.ts';

export type Handler = (event: unknown, context: LambdaContext) => unknown;

const EXTENSIONS = ['', '.js', '.mjs', '.cjs'];

/**
 * Loads `folder/module.export`, found and refused as Lambda does.
 *
 * @throws RuntimeError `Runtime.MalformedHandlerName`, `Runtime.ImportModuleError`, `Runtime.UserCodeSyntaxError`,
 * `Runtime.HandlerNotFound` or `Runtime.CallbackHandlerDeprecated`; else what the module's own code throws
 */
export async function loadHandler(root: string, name: string): Promise<Handler> {
  const match = /^([^.]*)\.(.*)$/.exec(basename(name));
  const [, module, path] = match ?? [];
  if (module === undefined || path === undefined || name.includes('..')) {
    throw new RuntimeError('Runtime.MalformedHandlerName', `'${name}' is not a valid handler name`);
  }
  const loaded = await load(resolve(root, dirname(name), module), module);
  const handler = memberAt(loaded, path) ?? memberAt(memberAt(loaded, 'default'), path);
  if (!isHandler(handler)) {
    const fault = handler === undefined ? 'undefined or not exported' : 'not a function';
    throw new RuntimeError('Runtime.HandlerNotFound', `${name} is ${fault}`);
  }
  if (handler.length >= 3) {
    throw new RuntimeError(
      'Runtime.CallbackHandlerDeprecated',
      'Node.js 24 on Lambda has no handlers with a callback: use an async function',
    );
  }
  return handler;
}

async function load(path: string, module: string): Promise<unknown> {
  const file = EXTENSIONS.map((extension) => `${path}${extension}`).find((candidate) =>
    existsSync(candidate),
  );
  if (file === undefined) {
    throw new RuntimeError('Runtime.ImportModuleError', `Error: Cannot find module '${module}'`);
  }
  try {
    return await import(pathToFileURL(file).href);
  } catch (error) {
    if (error instanceof SyntaxError) throw new RuntimeError('Runtime.UserCodeSyntaxError', String(error));
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') {
      throw new RuntimeError('Runtime.ImportModuleError', String(error));
    }
    throw error;
  }
}

function memberAt(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce(
      (object: unknown, key) =>
        typeof object === 'object' && object !== null ? Reflect.get(object, key) : undefined,
      value,
    );
}

function isHandler(value: unknown): value is Handler {
  return typeof value === 'function';
}
