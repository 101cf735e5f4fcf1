import { access, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures/desk'
import { goTo, setUpOffice, signIn } from '../pages/office'

const DEMO = ['--demo']
/** Writing a year takes the demo's first start some time on a slow machine. */
const FILLING_MS = 300_000

test.describe('npm start -- --demo', () => {
  test.setTimeout(420_000)

  test('opens a made-up year to look around in, marked as such, and keeps it', async ({ desk }) => {
    const page = await desk.start({}, DEMO)
    await expect(page.getByRole('heading', { name: '准备演示办公室' })).toBeVisible()
    await expect(page.getByText(/所有用户的 PIN 都是/)).toBeVisible({ timeout: FILLING_MS })
    await signIn(page, { name: '李晓', pin: '246810' })
    await expect(page.getByText('演示', { exact: true })).toBeVisible()
    await goTo(page, '投诉')
    await expect(page.getByRole('grid', { name: '投诉列表' }).getByRole('row').nth(8)).toBeVisible()
    const all = await page.getByRole('button', { name: /^全部\s*[\d,]+$/ }).innerText()
    expect(Number(all.replace(/\D/g, ''))).toBeGreaterThanOrEqual(1200)
    const photos = await readdir(join(desk.dataDir, 'demo-ledger', 'attachments'), { recursive: true })
    expect(photos.filter((name) => /[0-9a-f]{64}$/.test(name)).length).toBeGreaterThan(20)

    await desk.close()
    const again = await desk.start({}, DEMO)
    await signIn(again, { name: '李晓', pin: '246810' })
    await goTo(again, '投诉')
    await expect(again.getByRole('grid', { name: '投诉列表' }).getByRole('row').nth(8)).toBeVisible()

    // A start without the switch is another office, in other folders: it is not even set up.
    await desk.close()
    const real = await desk.start()
    await expect(real.getByRole('heading', { name: '设立管理处' })).toBeVisible()
    await setUpOffice(real)
    await access(desk.profile())
    await expect(real.getByText('演示', { exact: true })).toHaveCount(0)
  })
})
