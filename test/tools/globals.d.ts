/** The globals of tests: `describe` and `it` of Mocha in browser tests, Node's in Node tests. Sources have neither. */
/// <reference types="mocha" />
/// <reference types="node" />
