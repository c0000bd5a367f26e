/**
 * Runs lit-analyzer (`node scripts/templates.mjs <its arguments>`), taught that `nothing` of Lit removes an attribute: it
 * takes it for a symbol, and so for a wrong value of every attribute. The rest of a union is still checked.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const binding = require('lit-analyzer/lib/rules/util/type/extract-binding-types.js');
const { extractBindingTypes } = binding;

/** `nothing` is Lit's only value of a `unique symbol` type. */
const isNothing = ({ kind }) => kind === 'ES_SYMBOL_UNIQUE';

const ATTRIBUTE = 'ATTRIBUTE';

binding.extractBindingTypes = (assignment, context) => {
  const types = extractBindingTypes(assignment, context);
  const { typeB } = types;
  if (assignment.htmlAttr.kind !== ATTRIBUTE) return types;
  if (isNothing(typeB)) return { ...types, typeB: types.typeA };
  if (typeB.kind !== 'UNION' || !typeB.types.some(isNothing)) return types;
  const [only, ...more] = typeB.types.filter((type) => !isNothing(type));
  return { ...types, typeB: more.length === 0 ? only : { ...typeB, types: [only, ...more] } };
};

await require('lit-analyzer')
  .cli()
  .catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
