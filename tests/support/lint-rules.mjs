// Lint rules of our own (oxlint.config.mjs).
const WAITS = 'domain/ decides; whoever calls it waits.';
const THROWS = 'A refusal is a value: { ok: false, code }.';
const ASKS = 'Time is a parameter: `now`.';

/**
 * Returns whether a node is in the one function that may throw: where a case was forgotten.
 * @param {{ type: string, id?: { name: string } | null, parent?: any } | undefined} node @returns {boolean}
 */
function isInAssertNever(node) {
  if (node === undefined || node === null) return false;
  if (node.type === 'FunctionDeclaration' && node.id?.name === 'assertNever') return true;
  return isInAssertNever(node.parent);
}

/** Rule: domain/ decides from what it is given; it neither waits nor throws nor asks for the time. */
const onlyDecides = {
  /** @param {{ report: (fault: { node: unknown, message: string }) => void }} context */
  create(context) {
    /** @param {{ async: boolean }} node */
    const refuseAsync = (node) => {
      if (node.async) context.report({ node, message: WAITS });
    };
    return {
      /** @param {unknown} node */
      AwaitExpression(node) {
        context.report({ node, message: WAITS });
      },
      FunctionDeclaration: refuseAsync,
      FunctionExpression: refuseAsync,
      ArrowFunctionExpression: refuseAsync,
      /** @param {any} node */
      ThrowStatement(node) {
        if (!isInAssertNever(node)) context.report({ node, message: THROWS });
      },
      /** @param {any} node */
      NewExpression(node) {
        if (node.callee.name === 'Date' && node.arguments.length === 0) {
          context.report({ node, message: ASKS });
        }
      },
    };
  },
};

/**
 * Returns the name on which a chain of members begins: `tx` of `tx.slots.free(id)`.
 * @param {any} node @returns {string}
 */
function rootOf(node) {
  return node.type === 'MemberExpression' ? rootOf(node.object) : (node.name ?? '');
}

/** Rule: a step of a transaction is a generator, which does nothing where it is only called. */
const stepsAreRun = {
  /** @param {{ report: (fault: { node: unknown, message: string }) => void }} context */
  create(context) {
    return {
      /** @param {any} node */
      ExpressionStatement(node) {
        const { expression } = node;
        if (expression.type !== 'CallExpression') return;
        const isStep =
          ['tx', 'sql'].includes(rootOf(expression.callee)) ||
          expression.arguments.some((/** @type {any} */ given) => given.name === 'tx');
        if (isStep)
          context.report({ node, message: 'A step does nothing until it is run: `yield*` before it.' });
      },
    };
  },
};

const EMITS =
  'What is emitted to more than one connection goes through `facts`, which invalidates snapshots.';

/**
 * Rule: facts are emitted in gateway/connection/facts.ts alone; anywhere else a socket has its own first messages, and
 * no more.
 */
const factsAreEmittedTogether = {
  /** @param {{ report: (fault: { node: unknown, message: string }) => void }} context */
  create(context) {
    return {
      /** @param {any} node */
      CallExpression(node) {
        const { callee } = node;
        if (callee.type !== 'MemberExpression') return;
        const isOfOne =
          callee.object.type === 'Identifier' && ['socket', 'http'].includes(callee.object.name);
        const { name } = callee.property;
        if ((name === 'emit' && !isOfOne) || name === 'invalidate') context.report({ node, message: EMITS });
      },
    };
  },
};

export default {
  meta: { name: 'atende' },
  rules: {
    'only-decides': onlyDecides,
    'steps-are-run': stepsAreRun,
    'facts-are-emitted-together': factsAreEmittedTogether,
  },
};
