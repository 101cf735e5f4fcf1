import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from '../fixtures/desk'
import { openOffice } from '../fixtures/offices'
import { DIRECTOR, goTo, signIn } from '../pages/office'
import { section } from '../pages/today'

/** Packed bytes of the scripts without which the sign-in and 今日 cannot be drawn (quality 8). */
const MOST_BYTES = 400_000
const BUILT = 'out/renderer'

const read = (name: string) => readFile(join(BUILT, 'assets', name), 'utf8')

/** These scripts and all that they import, without what they fetch when it is needed. */
async function closureOf(first: readonly string[]): Promise<Set<string>> {
  const [found, open] = [new Set<string>(), [...first]]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue
    found.add(name)
    const imports = (await read(name)).matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)
    for (const [, imported = ''] of imports) open.push(imported)
  }
  return found
}

test('sign-in and 今日 need little, and other screens have their words', async ({ desk }) => {
  const html = await readFile(join(BUILT, 'index.html'), 'utf8')
  const entries = [...html.matchAll(/assets\/([\w.-]+\.js)/g)].map(([, name = '']) => name)
  const today = (await readdir(join(BUILT, 'assets'))).filter((name) => /^TodayRoute-[\w-]+\.js$/.test(name))
  expect(today).toHaveLength(1)
  const needed = await closureOf([...entries, ...today])
  // What 今日 imports is followed.
  expect(needed.size).toBeGreaterThan(entries.length + today.length)
  const sizes = await Promise.all([...needed].map(async (name) => gzipSync(await read(name)).length))
  expect(sizes.reduce((one, other) => one + other, 0)).toBeLessThanOrEqual(MOST_BYTES)

  const page = await openOffice(desk)
  const fetched: string[] = []
  page.on('request', (request) => void fetched.push(request.url()))
  await page.reload()
  await signIn(page, DIRECTOR)
  await expect(section(page, '超期')).toBeVisible()
  await goTo(page, '设置')
  await expect(page.getByRole('main')).toContainText('管理处')

  // An office that works alone fetches nothing of replication, not even when its page is looked at.
  await page.getByRole('tab', { name: '同步' }).click()
  await expect(page.getByText(/没有启用同步/)).toBeVisible()
  expect(fetched.some((name) => /\/TodayRoute-[\w-]+\.js$/.test(name))).toBe(true)
  expect(fetched.filter((name) => /\/sync-[\w-]+\.js$/.test(name))).toEqual([])
  expect(
    (await readdir(join(BUILT, 'assets'))).filter((name) => /^sync-[\w-]+\.js$/.test(name)),
  ).toHaveLength(1)
})
