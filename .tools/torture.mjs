/**
 * npm run torture: kills the built app at random moments under a steady mix of commands, and looks after each start
 * whether everything is there that was called saved.
 *
 *   npm run torture                     300 kills, some fifteen minutes on two cores
 *   npm run torture -- --kills 20       fewer (or more)
 *   npm run torture -- --seed 7         the commands, moments and damages of another run
 *   npm run torture -- --full-every 5   looks at everything (not only at what is new) after every fifth kill
 *   npm run torture -- --ways spoil  some ways of being killed only: all,main,page,torn,start,spoil,recovery,migration
 *   npm run torture -- --plain          an office without a vault: nothing is sealed
 *   npm run torture -- --json FILE      the figures as JSON, too
 *
 * What is killed and looked at: docs/decisions/0032-self-check.md. A finding ends the run with code 1 and keeps its
 * folder.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { build } from './lib/build.mjs'
import { needsVirtualDisplay, runWithDisplay, sandboxAdvice } from './lib/display.mjs'
import { root } from './lib/paths.mjs'
import { command, PlainError, say } from './lib/say.mjs'
import { setup } from './setup.mjs'
import { tableOf } from './torture/figures.mjs'
import { readOptions } from './torture/options.mjs'

await command(async () => {
  const options = readOptions(process.argv.slice(2))
  if (process.platform !== 'linux')
    throw new PlainError('The torture finds the processes it kills in /proc: Linux only.')
  const electron = await setup()
  const advice = sandboxAdvice(electron.dist)
  if (advice !== undefined) throw new PlainError(advice)
  if (needsVirtualDisplay()) {
    // Once around everything, not around each of three hundred starts.
    return (await runWithDisplay(process.execPath, process.argv.slice(1), { cwd: root })).code
  }
  if (!options.built) await build()
  const folder = await mkdtemp(join(tmpdir(), 'front-desk-torture-'))
  say(`Seed ${options.seed}, in ${folder}`)
  // Vite is a package: it can be asked for only after the set-up.
  const [{ buildTorture }, { torture }] = await Promise.all([
    import('./torture/build.mjs'),
    import('./torture/run.mjs'),
  ])
  const figures = await torture({ electron, app: await buildTorture(folder), folder, options, tell: say })
  say(`\n${tableOf(figures)}`)
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(figures, null, 2)}\n`)
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  return 0
})
