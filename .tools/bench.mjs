/**
 * npm run bench: measures the built app beside what one would pick instead, in the same run, and prints one table.
 *
 *   npm run bench                       everything, about five minutes on two cores
 *   npm run bench -- --records 20000    with a smaller (or larger) office
 *   npm run bench -- --only save,paper  some parts: start, lists, save, paper
 *   npm run bench -- --thorough         three times the repetitions
 *   npm run bench -- --json FILE        the figures as JSON, too
 *   npm run bench -- backup --records 500000 --attachments 2G
 *                                       backup and restore of an office, which takes far longer (see the docs)
 *   npm run bench -- growth             every operation's time against the size of the office, 1,000 to 500,000
 *   npm run bench -- growth --sizes 20000 --trace FOLDER
 *                                       where the time of its slowest operation goes, function by function
 *   npm run bench -- sync               the first exchange with head office's server, beside PouchDB
 *
 * What the lines mean: docs/performance.md. A figure over its limit is marked, and does not fail the command.
 */
import { rmSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { arch, cpus, platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { measure } from './bench/bench.mjs'
import { readOptions } from './bench/options.mjs'
import { isWithin, tableOf } from './bench/table.mjs'
import { build } from './lib/build.mjs'
import { needsVirtualDisplay, runWithDisplay, sandboxAdvice } from './lib/display.mjs'
import { root } from './lib/paths.mjs'
import { command, PlainError, say } from './lib/say.mjs'
import { setup } from './setup.mjs'

/** Helpers of a desk that was killed may still be closing their files. */
const REMOVAL = { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }

/** @param {import('./lib/electron.mjs').Electron} electron */
function machine(electron) {
  const cores = cpus()
  return `${cores.length} cores (${cores[0]?.model ?? 'unknown'}), ${platform()} ${arch()}, Electron ${electron.kind}`
}

/**
 * Half a gigabyte is not left behind by Ctrl+C either; desks that still run end when they lose this process.
 * @param {string} folder
 */
function removeWhenStopped(folder) {
  for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.once(signal, () => {
      rmSync(folder, REMOVAL)
      process.exit(130)
    })
  }
}

await command(async () => {
  const options = readOptions(process.argv.slice(2))
  const electron = await setup()
  const advice = sandboxAdvice(electron.dist)
  if (advice !== undefined) throw new PlainError(advice)
  if (needsVirtualDisplay()) {
    // Once around everything: a virtual display for each start would be measured with it.
    const result = await runWithDisplay(process.execPath, process.argv.slice(1), { cwd: root })
    return result.code
  }
  await build()
  const folder = await mkdtemp(join(tmpdir(), 'front-desk-bench-'))
  removeWhenStopped(folder)
  try {
    // Vite is a package: it can be asked for only after the set-up.
    const { buildBench } = await import('./bench/build.mjs')
    const built = await buildBench(folder, { named: options.trace !== undefined })
    const bench = { electron, options, folder, built }
    const rows = await measure(bench)
    say(`\n${machine(electron)}\n\n${tableOf(rows)}`)
    const over = rows.filter((row) => !isWithin(row)).length
    if (over > 0) say(`\n${over} of ${rows.length} figures are over their limit.`)
    if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(rows, null, 2)}\n`)
    return 0
  } finally {
    await rm(folder, REMOVAL)
  }
})
