/**
 * npm run borders: the directions of architecture.md, "Rooms", checked by dependency-cruiser.
 *
 * Its call of the swc parser does not know JSX in TypeScript, and TypeScript 7 has no parser of its own to offer, so
 * the parser is told by the file's name here.
 */
import { createRequire } from 'node:module'
import process from 'node:process'

/** @type {typeof import('@swc/core')} */
const swc = createRequire(import.meta.url)('@swc/core')
const parse = swc.parseFileSync
/** @param {string} file @param {import('@swc/core').ParseOptions} options */
const parseByName = (file, options) =>
  parse(file, /** @type {import('@swc/core').ParseOptions} */ ({ ...options, tsx: file.endsWith('.tsx') }))
swc.parseFileSync = /** @type {typeof parse} */ (/** @type {unknown} */ (parseByName))

const { cruise, format } = await import('dependency-cruiser')
const { default: rules } = await import('./border-rules.mjs')
const { options, ...ruleSet } = rules
const places = process.argv.slice(2)
const result = await cruise(places.length > 0 ? places : ['shared', 'electron', 'renderer', 'e2e'], {
  ...options,
  ruleSet: /** @type {import('dependency-cruiser').IFlattenedRuleSet} */ (ruleSet),
  validate: true,
})
if (typeof result.output === 'string') throw new Error('dependency-cruiser answered text')
const { output, exitCode } = await format(result.output, { outputType: 'err-long' })
process.stdout.write(String(output))
process.exitCode = exitCode
