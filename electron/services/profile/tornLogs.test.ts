import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { logOf } from './testing'
import { trimTornLogs } from './tornLogs'

let profile: string
let database: string

const { log, ends } = logOf([Buffer.alloc(400, 1), Buffer.alloc(40_000, 2)])
const [firstEnd = 0] = ends
const torn = log.subarray(0, log.length - 5000)

beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'torn-'))
  database = join(profile, 'IndexedDB', 'app_desk_0.indexeddb.leveldb')
  await mkdir(database, { recursive: true })
})

afterEach(() => rm(profile, { recursive: true }))

const write = (name: string, bytes: Buffer | string) => writeFile(join(database, name), bytes)
const read = (name: string) => readFile(join(database, name))

test('the end of the newest log and of the manifest in force is taken away, and said', async () => {
  await write('CURRENT', 'MANIFEST-000012\n')
  await write('MANIFEST-000012', torn)
  await write('000009.log', torn)
  await write('000010.log', torn)
  expect(await trimTornLogs(profile)).toEqual([
    { file: '000010.log', bytes: torn.length - firstEnd },
    { file: 'MANIFEST-000012', bytes: torn.length - firstEnd },
  ])
  expect(await read('000010.log')).toEqual(log.subarray(0, firstEnd))
  expect(await read('MANIFEST-000012')).toEqual(log.subarray(0, firstEnd))
  // Read once and then thrown away by LevelDB: nothing is written behind its end.
  expect(await read('000009.log')).toEqual(torn)
  expect(await trimTornLogs(profile)).toEqual([])
})

test('whole logs, damaged ones, and files of other names stay as they are', async () => {
  const damaged = Buffer.from(torn)
  damaged[6] = 9
  await write('CURRENT', '../MANIFEST-000001\n')
  await write('MANIFEST-000001', torn)
  await write('000003.log', damaged)
  await write('LOG', torn)
  expect(await trimTornLogs(profile)).toEqual([])
  await write('000004.log', log)
  expect(await trimTornLogs(profile)).toEqual([])
  expect(await read('000003.log')).toEqual(damaged)
  expect(await read('000004.log')).toEqual(log)
  expect(await read('MANIFEST-000001')).toEqual(torn)
})

test('a first start has nothing to look at', async () => {
  await rm(join(profile, 'IndexedDB'), { recursive: true })
  expect(await trimTornLogs(profile)).toEqual([])
})
