/**
 * npm test: everything that must be right before a change is handed over, cheapest first.
 *
 *   npm test                     all steps, stopping at the first that fails
 *   npm test -- unit e2e         only these steps
 *   npm test -- e2e -g printing  one step, with further arguments for its runner
 */
import { join } from 'node:path'
import process from 'node:process'
import { build } from './lib/build.mjs'
import { installPackages, requireNode } from './lib/dependencies.mjs'
import { runWithDisplay } from './lib/display.mjs'
import { root } from './lib/paths.mjs'
import { packageProgram, run } from './lib/run.mjs'
import { command, PlainError, say } from './lib/say.mjs'
import { countTests } from './lib/test-counts.mjs'
import { setup } from './setup.mjs'

/**
 * @typedef {object} Step
 * @property {string} title
 * @property {boolean} [app] Runs the app or the system's tools, so Electron and they must be there.
 * @property {boolean} [tests] Its runner counts tests.
 * @property {(extra: string[], env: NodeJS.ProcessEnv) => Promise<import('./lib/run.mjs').RunResult>} run
 */

const DONE = { code: 0, output: '' }

/** @type {Record<string, Step>} */
const STEPS = {
  typecheck: { title: 'Type check', run: (extra) => tool('typescript', 'tsc', ['-b', ...extra]) },
  lint: {
    title: 'Lint and format',
    run: async (extra) => {
      const lint = await tool('oxlint', 'oxlint', extra)
      return lint.code === 0 ? tool('@biomejs/biome', 'biome', ['format', '.']) : lint
    },
  },
  borders: {
    title: 'Borders between the folders',
    run: (extra) => run(process.execPath, ['.tools/borders.mjs', ...extra], { cwd: root, capture: true }),
  },
  'without-sync': {
    title: 'Without replication (types and borders)',
    run: () => run(process.execPath, ['.tools/withoutSync.mjs'], { cwd: root, capture: true }),
  },
  unit: {
    title: 'Unit tests',
    app: true,
    tests: true,
    run: (extra, env) => tool('vitest', 'vitest', ['run', ...extra], { env }),
  },
  build: {
    title: 'Build',
    run: async () => {
      await build({ always: true })
      return DONE
    },
  },
  package: {
    title: 'Package (unpacked, for the test that starts it)',
    app: true,
    run: (_extra, env) =>
      run(process.execPath, [join(root, '.tools', 'package.mjs'), '--unpacked'], { cwd: root, env }),
  },
  e2e: {
    title: 'End-to-end tests',
    app: true,
    tests: true,
    run: async (extra, env) => {
      await build()
      const [node, program] = packageProgram('@playwright/test', 'playwright')
      const args = [program, 'test', '-c', 'e2e/playwright.config.ts', ...extra]
      return runWithDisplay(node, args, { cwd: root, capture: true, env })
    },
  },
}

/**
 * @param {string} packageName
 * @param {string} name
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv }} [options]
 */
function tool(packageName, name, args, options = {}) {
  const [node, program] = packageProgram(packageName, name)
  return run(node, [program, ...args], { cwd: root, capture: true, ...options })
}

/**
 * Splits the arguments into the steps named first and what is meant for the runner.
 * @param {string[]} args
 * @returns {{ names: string[], extra: string[] }}
 */
function parse(args) {
  const end = args.findIndex((arg) => STEPS[arg] === undefined)
  const names = end < 0 ? args : args.slice(0, end)
  const extra = end < 0 ? [] : args.slice(end)
  if (extra.length > 0 && names.length !== 1) {
    throw new PlainError(`Name a step first: npm test -- <${Object.keys(STEPS).join(' | ')}>`)
  }
  return { names: names.length === 0 ? Object.keys(STEPS) : names, extra }
}

/** @param {Step[]} steps @returns {Promise<NodeJS.ProcessEnv>} What the runners need to find Electron. */
async function prepare(steps) {
  if (!steps.some((step) => step.app === true)) {
    requireNode()
    await installPackages()
    return {}
  }
  const electron = await setup({ tests: true })
  return { ELECTRON_OVERRIDE_DIST_PATH: electron.dist }
}

await command(async () => {
  const { names, extra } = parse(process.argv.slice(2))
  const steps = names.flatMap((name) => STEPS[name] ?? [])
  const env = await prepare(steps)
  if (process.stdout.isTTY) process.env.FORCE_COLOR ??= '1'
  const total = { passed: 0, failed: 0 }
  for (const step of steps) {
    say(`\n— ${step.title} —`)
    const began = performance.now()
    const result = await step.run(extra, env)
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    const counts = step.tests === true ? countTests(result.output) : { passed: 0, failed: 0 }
    total.passed += counts.passed
    // A step that fails without a failed test (a type error, a crashed runner) still counts as one.
    total.failed += result.code === 0 ? counts.failed : Math.max(1, counts.failed)
    say(`— ${step.title}: ${result.code === 0 ? 'passed' : 'FAILED'} in ${seconds} s —`)
    if (result.code !== 0) {
      say(`\n${step.title} failed; the steps after it were not run.`)
      break
    }
  }
  say(`\n${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0 ? 0 : 1
})
