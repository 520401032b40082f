import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, posix, relative, sep } from 'node:path';
import { DOORS, FOLLOWERS, LAYERS, PACKAGES } from './layer-table.mjs';

/** Oxlint plugin: import direction, doors and the classification of packages. */

const BUILTINS = new Set(builtinModules);

/** The file's path below the folder that is linted, with `/`. */
function pathOf(context) {
  return relative(context.cwd, context.filename).split(sep).join('/');
}

function layerOf(path) {
  return Object.keys(LAYERS).find((name) => path.startsWith(LAYERS[name].folder));
}

function packageOf(specifier) {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0];
}

/** Calls back for every import, export-from, `import()` and `require()` with a literal. */
function onImports(check) {
  const literal = (node, source, declaration) => {
    if (source?.type === 'Literal' && typeof source.value === 'string') {
      check(node, source.value, declaration);
    }
  };
  return {
    ImportDeclaration: (node) => literal(node, node.source, node),
    ExportNamedDeclaration: (node) => literal(node, node.source, node),
    ExportAllDeclaration: (node) => literal(node, node.source, node),
    ImportExpression: (node) => literal(node, node.source, null),
    TSImportType: (node) => literal(node, node.source ?? node.argument, null),
    CallExpression: (node) => {
      const { callee } = node;
      const isRequire =
        (callee.type === 'Identifier' && callee.name.startsWith('require')) ||
        (callee.type === 'MemberExpression' && callee.object.name === 'require');
      if (isRequire) literal(node, node.arguments[0], null);
    },
  };
}

/** Whether nothing of the import is left when types are stripped. */
function isTypeOnly(declaration) {
  if (declaration === null) return false;
  if (declaration.importKind === 'type' || declaration.exportKind === 'type') return true;
  const parts = declaration.specifiers ?? [];
  return parts.length > 0 && parts.every((part) => part.importKind === 'type');
}

const direction = {
  meta: { type: 'problem', docs: { description: 'A layer imports what it may not.' } },
  create(context) {
    const path = pathOf(context);
    const own = layerOf(path);
    const { imports } = LAYERS[own];
    return onImports((node, specifier) => {
      if (!specifier.startsWith('.')) return;
      const target = layerOf(posix.join(dirname(path), specifier));
      if (target === own || imports.includes(target)) return;
      context.report({ node, message: `${own} may not import ${target} (layer-table.mjs).` });
    });
  },
};

const packages = {
  meta: { type: 'problem', docs: { description: 'A package is not for this layer.' } },
  create(context) {
    const path = pathOf(context);
    const own = layerOf(path);
    const follows = [own, ...(FOLLOWERS[own] ?? [])];
    return onImports((node, specifier) => {
      if (specifier.startsWith('.') || specifier.startsWith('virtual:')) return;
      const name = packageOf(specifier);
      if (specifier.startsWith('node:') || BUILTINS.has(name)) {
        if (!LAYERS[own].node) {
          context.report({ node, message: `${own} has no Node: it may not import ${specifier}.` });
        }
        return;
      }
      const layers = PACKAGES[name];
      if (layers === undefined) {
        context.report({ node, message: `${name} is not classified in layer-table.mjs.` });
      } else if (!layers.some((layer) => follows.includes(layer))) {
        context.report({ node, message: `${name} is not for ${own} (layer-table.mjs).` });
      }
    });
  },
};

const doors = {
  meta: { type: 'problem', docs: { description: 'A value has one door, and this is not it.' } },
  create(context) {
    const path = pathOf(context);
    if (!path.startsWith('src/')) return {};
    return onImports((node, specifier, declaration) => {
      for (const { module, name, files } of DOORS) {
        if (packageOf(specifier) !== module || files.includes(path) || isTypeOnly(declaration)) {
          continue;
        }
        if (name !== null && !mayBring(declaration, name)) continue;
        context.report({
          node,
          message: `${name ?? module} is imported in ${files.join(' and ')} only.`,
        });
      }
    });
  },
};

/** Whether an import brings the name, or everything and so the name too. */
function mayBring(declaration, name) {
  if (declaration?.type !== 'ImportDeclaration') return true;
  return declaration.specifiers.some(
    (part) =>
      part.type !== 'ImportSpecifier' || (part.imported.name ?? part.imported.value) === name,
  );
}

const classified = {
  meta: { type: 'problem', docs: { description: 'package.json and the table differ.' } },
  create(context) {
    return {
      Program(node) {
        const { dependencies, devDependencies } = JSON.parse(
          readFileSync(join(context.cwd, 'package.json'), 'utf8'),
        );
        const named = { ...dependencies, ...devDependencies };
        for (const name of Object.keys(named)) {
          if (PACKAGES[name] === undefined) {
            context.report({ node, message: `${name} of package.json is not classified here.` });
          }
        }
        for (const name of Object.keys(PACKAGES)) {
          if (named[name] === undefined) {
            context.report({ node, message: `${name} is classified but not in package.json.` });
          }
        }
      },
    };
  },
};

export default {
  meta: { name: 'layers' },
  rules: { direction, packages, doors, classified },
};
