import { spawn } from 'node:child_process'
import type { Page } from '@playwright/test'
import { type Desk, expect, launchArgs, test } from '../fixtures/desk'
import { wrongTexts, zoomTo } from '../fixtures/language'
import { setSize } from '../fixtures/look'
import { registerComplaint } from '../pages/complaints'
import { csvFile, importFile } from '../pages/households'
import { DIRECTOR, navigation, setUpOffice } from '../pages/office'
import { goToRoute, tour } from '../pages/tour'

/** Labels of the whole menu. */
function menuLabels(desk: Desk): Promise<string[]> {
  return desk.app.evaluate(({ Menu }) => {
    const labels = (menu: Electron.Menu | null): string[] =>
      (menu?.items ?? []).flatMap((item) => [item.label, ...labels(item.submenu ?? null)])
    return labels(Menu.getApplicationMenu())
  })
}

test('the first start, by keyboard only, refuses a weak PIN beside its field (domain 1)', async ({
  desk,
}) => {
  const page = await desk.start()
  await expect(page.getByRole('heading', { name: '设立管理处' })).toBeVisible()
  await expect(page.getByLabel('小区', { exact: true })).toBeFocused()
  const typed = ['翠湖花园', '翠湖花园管理处', null, null, DIRECTOR.name, '123456', '123456']
  for (const [at, text] of typed.entries()) {
    if (at > 0) await page.keyboard.press('Enter')
    if (text) await page.keyboard.type(text)
  }
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '保存，下一步' })).toBeFocused()
  await page.keyboard.press('Enter')
  const pin = page.getByLabel('PIN', { exact: true })
  await expect(pin).toBeFocused()
  await expect(pin).toHaveAttribute('aria-invalid', 'true')
  await expect(pin).toHaveAccessibleDescription(/这个 PIN 太容易猜到，请不要用相同或连续的数字。/)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(DIRECTOR.pin)
  await page.keyboard.press('Enter')
  await page.keyboard.type(DIRECTOR.pin)
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('button', { name: '打印恢复单' })).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(navigation(page)).toBeVisible()

  await test.step('a second start brings the first window forward and ends', async () => {
    const shown = () =>
      desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
    await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
    expect(await shown()).toBe(false)
    const second = spawn(desk.app.process().spawnfile, launchArgs(desk.dataDir), { stdio: 'ignore' })
    const code = await new Promise((done) => second.once('exit', done))
    expect(code).toBe(0)
    await expect.poll(shown).toBe(true)
    expect(await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  await test.step('the window is where and as large as it was', async () => {
    const bounds = () =>
      desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
    const wanted = { x: 40, y: 30, width: 1111, height: 707 }
    await desk.app.evaluate(
      ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to),
      wanted,
    )
    await expect.poll(bounds).toEqual(wanted)
    await desk.restart()
    expect(await bounds()).toEqual(wanted)
  })

  await test.step('data of a newer release is refused, and left as it is', async () => {
    await desk.page.evaluate(
      () =>
        new Promise<void>((done, fail) => {
          const opened = indexedDB.open('front-desk')
          opened.addEventListener('error', () => fail(opened.error ?? new Error('not opened')))
          opened.addEventListener('success', () => {
            const change = opened.result.transaction('meta', 'readwrite')
            change.objectStore('meta').put({ key: 'dataVersion', value: 99 })
            change.addEventListener('complete', () => {
              opened.result.close()
              done()
            })
          })
        }),
    )
    const newer = await desk.restart()
    await expect(newer.getByRole('heading', { name: '这些数据是新版本写的' })).toBeVisible()
    await expect(newer.getByText(/请安装新版本后再启动/)).toBeVisible()
    await expect(newer.getByText('99', { exact: true })).toBeVisible()
    const button = newer.getByRole('button', { name: '退出' })
    await expect(button).toBeFocused()
    const ended = new Promise((done) => desk.app.process().once('exit', done))
    // The page may be gone before the key is up again.
    await button.press('Enter').catch(() => undefined)
    await ended
  })
})

// Data of digits belongs to no language: whatever else is read must be the screen's own words.
const DIGITS = { estate: '100', office: '200', prefix: '9' }
const NOBODY = { name: '300', pin: DIRECTOR.pin }

async function signInFirst(page: Page): Promise<void> {
  await page.getByRole('option').first().click()
  await page.locator('input[type=password]').fill(NOBODY.pin)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation')).toBeVisible()
}

test('every screen is in English throughout and fits at 200 % (ui, "Checked")', async ({ desk }) => {
  test.setTimeout(240_000)
  const page = await desk.start()
  await setSize(desk.app, 1280, 720)
  await setUpOffice(page, NOBODY, DIGITS)
  await importFile(page, csvFile(['5,2,301,住宅,89.5,自住,2019-05-01,400,业主,13912345678,1234,浙A12345,1']))
  await registerComplaint(page, '12:30', '400')
  await zoomTo(desk, 200)
  await goToRoute(page, '/settings/screen')
  await page.getByRole('radio', { name: 'English' }).click()
  await expect(page.getByRole('radio', { name: 'English' })).toBeChecked()
  await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible()

  const found: string[] = []
  const look = async (name: string): Promise<void> => {
    found.push(...(await wrongTexts(desk.page, 'en', name)))
  }
  const again = await desk.restart()
  await expect(again.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await look('sign-in')
  await signInFirst(again)
  expect((await menuLabels(desk)).filter((label) => /\p{Script=Han}/u.test(label))).toEqual([])
  await tour(again, look)
  await again.keyboard.press('Control+l')
  await look('lock')
  expect([...new Set(found)]).toEqual([])
})
