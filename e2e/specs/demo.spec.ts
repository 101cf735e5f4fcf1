import { access, cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { axeFinds } from '../fixtures/axe'
import { type PrivateCups, startPrivateCups } from '../fixtures/cups'
import { expect, test } from '../fixtures/desk'
import { cutOff, keepPicture, setSize } from '../fixtures/look'
import { goToMonth, openTab } from '../pages/monthReviews'
import { goTo, setUpOffice, signIn, switchTo } from '../pages/office'
import { printPreviewed } from '../pages/paper'

const DEMO = ['--demo']
/** Writing a year takes the demo's first start some time on a slow machine. */
const FILLING_MS = 300_000
const PIN = '246810'
const CLERK = { name: '李晓', pin: PIN }
const SUPERVISOR = { name: '吴芳', pin: PIN }
const DIRECTOR = { name: '陈国华', pin: PIN }
const PICTURES = 'e2e/results/pictures/monthReport'

// The second test looks at the year that the first one has written: writing it again would take as long again.
test.describe.configure({ mode: 'serial' })

let cups: PrivateCups
let filled = ''

test.beforeAll(async () => {
  cups = await startPrivateCups()
  filled = await mkdtemp(join(tmpdir(), 'front-desk-demo-'))
})

test.afterAll(async () => {
  await cups.stop()
  await rm(filled, { recursive: true, force: true })
})

test('npm start -- --demo opens a made-up year to look around in, marked as such, and keeps it', async ({
  desk,
}) => {
  test.setTimeout(420_000)
  const page = await desk.start({}, DEMO)
  await expect(page.getByRole('heading', { name: '准备演示办公室' })).toBeVisible()
  await expect(page.getByText(/所有用户的 PIN 都是/)).toBeVisible({ timeout: FILLING_MS })
  await signIn(page, CLERK)
  await expect(page.getByText('演示', { exact: true })).toBeVisible()
  await goTo(page, '投诉')
  await expect(page.getByRole('grid', { name: '投诉列表' }).getByRole('row').nth(8)).toBeVisible()
  const all = await page.getByRole('button', { name: /^全部\s*[\d,]+$/ }).innerText()
  expect(Number(all.replace(/\D/g, ''))).toBeGreaterThanOrEqual(1200)
  const photos = await readdir(join(desk.dataDir, 'demo-ledger', 'attachments'), { recursive: true })
  expect(photos.filter((name) => /[0-9a-f]{64}$/.test(name)).length).toBeGreaterThan(20)

  await desk.close()
  await cp(desk.dataDir, filled, { recursive: true })
  const again = await desk.start({}, DEMO)
  await signIn(again, CLERK)
  await goTo(again, '投诉')
  await expect(again.getByRole('grid', { name: '投诉列表' }).getByRole('row').nth(8)).toBeVisible()

  await searchFurther(again)

  // A start without the switch is another office, in other folders: it is not even set up.
  await desk.close()
  const real = await desk.start()
  await expect(real.getByRole('heading', { name: '设立管理处' })).toBeVisible()
  await setUpOffice(real)
  await access(desk.profile())
  await expect(real.getByText('演示', { exact: true })).toHaveCount(0)
})

/** What a list's search found is read on by one portion at a time, however often the list asks for more. */
async function searchFurther(page: Page): Promise<void> {
  const asked = await page.evaluateHandle(() => {
    const limits: number[] = []
    Worker.prototype.postMessage = new Proxy(Worker.prototype.postMessage, {
      apply(post, worker, args: [{ type?: string; request?: { query: string; limit: number } }]) {
        const [{ type, request }] = args
        if (type === 'search' && request?.query) limits.push(request.limit)
        return Reflect.apply(post, worker, args)
      },
    })
    return limits
  })
  await page.getByRole('button', { name: /^全部/ }).click()
  await page.getByRole('searchbox', { name: '搜索投诉' }).fill('客服')
  await expect(page.getByText(/找到 1,\d{3} 件/)).toBeVisible()
  await page.keyboard.press('ArrowDown')
  const grid = page.getByRole('grid', { name: '投诉列表' })
  await expect(grid).toBeFocused()
  await expect(grid.getByRole('row', { selected: true })).toHaveAttribute('aria-rowindex', '2')
  await page.keyboard.press('End')
  await expect(grid.getByRole('row', { selected: true })).toHaveAttribute('aria-rowindex', '201')
  await expect(grid.locator('[aria-rowindex="202"]')).toBeAttached()
  await page.keyboard.press('End')
  await expect(grid.getByRole('row', { selected: true })).toHaveAttribute('aria-rowindex', '401')
  await page.keyboard.press('Home')
  const limits = new Set(await asked.evaluate((all) => all))
  expect([...limits].sort((a, b) => a - b)).toEqual([200, 400, 800])
}

/** The newest month that was signed: by the list of months. */
async function goToSigned(page: Page): Promise<void> {
  await page
    .getByRole('group', { name: '月份' })
    .getByRole('button', { name: /年\d+月/ })
    .click()
  await page
    .getByRole('menuitem', { name: /已审阅/ })
    .first()
    .click()
}

async function previewed(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: /客户服务/ })
  await expect(dialog.getByRole('img', { name: /第 1 页/ })).toBeVisible({ timeout: 30_000 })
}

test('a month in figures, its weekly sheet, and a signed report that prints the same each time (domain 12)', async ({
  desk,
}) => {
  test.slow()
  await cp(filled, desk.dataDir, { recursive: true })
  let page = await desk.start(cups.env, DEMO)
  await setSize(desk.app, 1280, 720)
  await signIn(page, SUPERVISOR)

  await test.step('统计: equations, charts with their tables, definitions', async () => {
    await goToMonth(page, '统计')
    const charts = page.getByRole('group', { name: '图表' })
    await expect(charts.getByRole('figure')).toHaveCount(8)
    await expect(charts.getByRole('figure', { name: /本月投诉/ }).getByRole('row')).toHaveCount(13)
    await expect(page.getByRole('table', { name: '遗留与结转' })).toContainText('= 应跟进')
    const complaints = page.getByRole('table', { name: '投诉', exact: true })
    await expect(complaints).toContainText('新增投诉')
    await expect(complaints).not.toContainText('登记时间在本期内')
    await keepPicture(page, `${PICTURES}/1-statistics.png`)
    expect(await axeFinds(page)).toEqual([])
    expect(await cutOff(page)).toEqual([])
    await charts.getByRole('figure').nth(3).scrollIntoViewIfNeeded()
    await keepPicture(page, `${PICTURES}/2-charts.png`)
    await page.emulateMedia({ colorScheme: 'dark' })
    await keepPicture(page, `${PICTURES}/3-dark.png`)
    await page.emulateMedia({ colorScheme: 'light' })
    await page.getByRole('switch', { name: '显示定义' }).check()
    await expect(complaints).toContainText('登记时间在本期内')
    await complaints.scrollIntoViewIfNeeded()
    await keepPicture(page, `${PICTURES}/4-definitions.png`)
    await setSize(desk.app, 1024, 720)
    await keepPicture(page, `${PICTURES}/5-narrow.png`)
    expect(await cutOff(page)).toEqual([])
    await setSize(desk.app, 1280, 720)
  })

  await test.step('周报: another week, printed and noted', async () => {
    await openTab(page, '周报')
    const picker = page.getByRole('group', { name: /选择一周/ })
    const week = await picker.getByRole('heading').innerText()
    await picker.getByRole('button', { name: '上一周' }).click()
    await expect(picker.getByRole('heading')).not.toHaveText(week)
    await expect(page.getByRole('table', { name: '遗留与结转' })).toBeVisible()
    await keepPicture(page, `${PICTURES}/6-week.png`)
    expect(await axeFinds(page)).toEqual([])
    await page.keyboard.press('Control+p')
    await previewed(page)
    await keepPicture(page, `${PICTURES}/7-weekly-sheet.png`)
    await printPreviewed(page)
    await expect(page.getByText('已记下周报的打印')).toBeVisible()
  })

  await test.step('a month that was not signed prints as a draft', async () => {
    await openTab(page, '月报与导出')
    await expect(page.getByText('未审阅，打印出来是草稿。')).toBeVisible()
    await page.keyboard.press('Control+p')
    await previewed(page)
    await keepPicture(page, `${PICTURES}/8-draft.png`)
    await page.keyboard.press('Escape')
  })

  const signedReport = async (): Promise<Buffer> => {
    const before = (await cups.jobs()).length
    await page.getByRole('tabpanel').getByRole('button', { name: '打印月报' }).last().click()
    await previewed(page)
    await printPreviewed(page)
    await expect.poll(async () => (await cups.jobs()).length).toBe(before + 1)
    return (await cups.jobs()).at(-1)?.pdf ?? Buffer.alloc(0)
  }

  await test.step('a signed month prints the same bytes, again and after a restart', async () => {
    await switchTo(page, DIRECTOR)
    await goToMonth(page, '月报与导出')
    await goToSigned(page)
    await expect(page.getByText('已审阅：每次打印都是签字时的同一份文件。')).toBeVisible()
    const first = await signedReport()
    const second = await signedReport()
    expect(second.equals(first)).toBe(true)
    await keepPicture(page, `${PICTURES}/9-files.png`)

    await desk.close()
    page = await desk.start(cups.env, DEMO)
    await signIn(page, DIRECTOR)
    await goToMonth(page, '月报与导出')
    await goToSigned(page)
    const third = await signedReport()
    expect(third.equals(first)).toBe(true)
  })
})
