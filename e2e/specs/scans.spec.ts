import { mkdir, readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type PrivateCups, startPrivateCups } from '../fixtures/cups'
import { type Desk, expect, test } from '../fixtures/desk'
import { EVERYBODY, openOffice } from '../fixtures/offices'
import { axeFinds } from '../fixtures/axe'
import { onePagePdf } from '../fixtures/files'
import { cutOff, placeholderOverflow, setSize } from '../fixtures/look'
import { openIntake, registerComplaint } from '../pages/complaints'
import { DIRECTOR, goTo, signIn, switchTo, VIEWER } from '../pages/office'
import { paperOf, printPreviewed, printVisit } from '../pages/paper'
import { dropOnWindow, fileSure, glance, newestSheet, scanned, united } from '../pages/scans'

let cups: PrivateCups
test.beforeEach(async () => {
  cups = await startPrivateCups()
})
test.afterEach(() => cups.stop())

/** Registers a complaint and prints its 《投诉来访记录》; answers its number and the sheet. */
async function printed(page: Page, content: string, name: string, jobs: number) {
  const number = await registerComplaint(page, content, name)
  await printVisit(page)
  return { number, pdf: await newestSheet(cups, jobs) }
}

async function openRecord(page: Page, number: string): Promise<void> {
  await goTo(page, '投诉')
  await page.getByRole('row', { name: new RegExp(number) }).dblclick()
  await expect(page.getByRole('heading', { name: number })).toBeVisible()
}

async function started(desk: Desk): Promise<Page> {
  const page = await openOffice(desk, { people: EVERYBODY, env: cups.env })
  return page
}

test('a scanned sheet is filed with its record by one key, a stale print waits, 查阅 hands nothing in (domain 1 and 10)', async ({
  desk,
}) => {
  let page = await started(desk)

  await test.step('a sheet dropped on the window is filed with its record by one key', async () => {
    const { number, pdf } = await printed(page, '电梯每天下午异响', '王建国', 1)
    const scan = { name: '扫描0001.jpg', bytes: await scanned(pdf) }
    await goTo(page, '今日')
    await dropOnWindow(page, [scan])
    const line = glance(page).getByRole('listitem').filter({ hasText: number })
    await expect(line).toContainText('《投诉来访记录》 · 第 1 版')
    await expect(line).toContainText('可以归档')
    await expect(line.getByRole('textbox', { name: `签字人 ${number}` })).toHaveValue('王建国')
    await fileSure(page, 1)
    await expect(glance(page)).toBeHidden()

    page = await desk.restart(cups.env)
    await signIn(page, DIRECTOR)
    await openRecord(page, number)
    await expect(paperOf(page).getByText('已归档', { exact: true })).toBeVisible()
    await expect(paperOf(page).getByText(/王建国签字，.*（周敏登记）/)).toBeVisible()
    await paperOf(page).getByRole('button', { name: '看扫描件' }).click()
    const shown = page.getByRole('dialog', { name: /扫描0001.jpg/ })
    await expect(shown.getByRole('img', { name: '扫描0001.jpg' })).toBeVisible()
    await page.keyboard.press('Escape')

    await test.step('the same bytes once more are known, and change nothing', async () => {
      await dropOnWindow(page, [{ ...scan, name: '又一次.jpg' }])
      await expect(glance(page)).toContainText(new RegExp(`又一次.jpg 在 .* 读入过，已归档到 ${number}`))
      await glance(page).getByRole('button', { name: '关闭' }).click()
      await expect(glance(page)).toBeHidden()
    })

    await test.step('another scan of the same sheet overwrites nothing', async () => {
      await dropOnWindow(page, [{ name: '扫描0002.jpg', bytes: await scanned(pdf, 200) }])
      await expect(glance(page)).toContainText(`${number} 的第 1 版已经归档过，没有覆盖。`)
      const toTray = glance(page).getByRole('button', { name: '待归档 1 张' })
      await expect(toTray).toBeFocused()
      await page.keyboard.press('Enter')
      await page.getByRole('row', { name: /已经归档过/ }).click()
      await expect(page.getByRole('button', { name: '也归档这一张' })).toBeVisible()
      await page.getByRole('button', { name: '不归档', exact: true }).last().click()
      await page.getByLabel('为什么不归档').fill('同一张纸扫了两次')
      await page.getByRole('button', { name: '不归档并保留扫描件' }).click()
      await expect(page.getByText('没有待归档的扫描件')).toBeVisible()
    })
  })

  await test.step('a stale print waits and is pointed out; 查阅 hands nothing in', async () => {
    const { number, pdf } = await printed(page, '单元门关不上', '王建国', 2)
    await page.keyboard.press('F2')
    await page.getByLabel('投诉内容').fill('单元门关不上，夜里也响')
    await page.keyboard.press('Control+s')
    await paperOf(page).getByRole('button', { name: '重新打印' }).click()
    await printPreviewed(page)
    await dropOnWindow(page, [{ name: '旧的.jpg', bytes: await scanned(pdf) }])
    await expect(glance(page)).toContainText('纸上是第 1 版，已有第 2 版。')
    await expect(glance(page).getByRole('button', { name: /^归档/ })).toHaveCount(0)
    await glance(page).getByRole('button', { name: '待归档 1 张' }).press('Enter')
    await page.getByRole('row', { name: /纸上是第 1 版/ }).click()
    await expect(page.getByLabel('第几版')).toHaveValue('1')
    await page.keyboard.press('Control+s')
    await expect(page.getByText(`已归档到 ${number}`).first()).toBeVisible()
    // The newest print still waits for its own.
    await openRecord(page, number)
    await expect(paperOf(page).getByText('已打印待签', { exact: true })).toBeVisible()

    await switchTo(page, VIEWER)
    await page.locator('main').dispatchEvent('dragover', {
      dataTransfer: await page.evaluateHandle(() => {
        const carried = new DataTransfer()
        carried.items.add(new File(['x'], 'x.pdf'))
        return carried
      }),
    })
    await expect(page.getByText('松开鼠标，读入扫描件')).toHaveCount(0)
  })
})

test('a thick PDF is taken apart, and the watched folder is read by itself and survives being unplugged (domain 10)', async ({
  desk,
}) => {
  const page = await started(desk)

  await test.step('a thick PDF is taken apart: each record gets its own pages, the rest waits', async () => {
    const first = await printed(page, '电梯每天下午异响', '王建国', 1)
    const second = await printed(page, '门禁坏了', '李秀英', 2)
    const third = await printed(page, '垃圾没清', '赵明', 3)
    const pile = await united([second.pdf, onePagePdf('Advertisement'), first.pdf, third.pdf])
    await goTo(page, '今日')
    await dropOnWindow(page, [{ name: '一叠.pdf', bytes: pile }])
    // Its pages are read one after the other: on a busy machine that takes longer than a screen.
    await expect(glance(page).getByRole('listitem')).toHaveCount(4, { timeout: 40_000 })
    await expect(glance(page)).toContainText('没有读出二维码')
    // Nobody signed one of them: it is filed without.
    await glance(page)
      .getByRole('checkbox', { name: `已签 ${third.number}` })
      .uncheck()
    await glance(page).getByRole('button', { name: '归档 3 张' }).focus()
    await fileSure(page, 3)
    await expect(page.getByText('已归档 3 张，1 张在待归档').first()).toBeVisible()
    // 归档 is gone with what it filed: the keyboard is on what is left.
    await expect(glance(page).getByRole('button', { name: '待归档 1 张' })).toBeFocused()
    for (const { number } of [first, second]) {
      await openRecord(page, number)
      await expect(paperOf(page).getByText('已归档', { exact: true })).toBeVisible()
    }
    await openRecord(page, third.number)
    await expect(paperOf(page).getByText('扫描件已附上，还要登记是谁签的字。')).toBeVisible()

    await test.step('the unread page is given its record by hand, with the keyboard', async () => {
      const fourth = await printed(page, '路灯不亮', '孙丽', 4)
      await glance(page).getByRole('button', { name: '关闭' }).click()
      await goTo(page, '今日')
      await page.getByRole('link', { name: /1 张扫描件还没有归档/ }).press('Enter')
      await expect(page.getByRole('grid', { name: '待归档列表' })).toBeFocused()
      await expect(page.getByRole('row', { name: /没有读出二维码/ })).toBeVisible()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await expect(
        page.getByRole('region', { name: /一叠-3.pdf/ }).locator('canvas[data-drawn]'),
      ).toBeVisible()
      await setSize(desk.app, 1280, 720)
      await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1280)
      expect(
        await placeholderOverflow(page.getByRole('combobox', { name: '归到哪一件' })),
      ).toBeLessThanOrEqual(0)
      await page.getByRole('combobox', { name: '归到哪一件' }).fill(fourth.number.slice(-1))
      await page.getByRole('option', { name: new RegExp(fourth.number) }).click()
      await expect(page.getByLabel('签字人', { exact: true })).toHaveValue('孙丽')
      await page.keyboard.press('Control+s')
      await expect(page.getByText(`已归档到 ${fourth.number}`).first()).toBeVisible()
      await expect(page.getByText('没有待归档的扫描件')).toBeVisible()
      await openRecord(page, fourth.number)
      await expect(paperOf(page).getByText('已归档', { exact: true })).toBeVisible()
    })
  })

  await test.step('the watched folder is read by itself, disturbs nobody, and survives being unplugged', async () => {
    const { number, pdf } = await printed(page, '单元门关不上', '王建国', 5)
    const folder = join(desk.dataDir, '扫描')
    await mkdir(folder)
    await goTo(page, '设置')
    await page.getByRole('tab', { name: '界面' }).click()
    await desk.answerOpenDialog([folder])
    await page.getByRole('button', { name: '选择文件夹…' }).click()
    await expect(page.getByText(folder)).toBeVisible()

    await openIntake(page)
    await page.getByLabel('投诉内容').fill('门口积水')
    await writeFile(join(folder, '扫描.jpg'), await scanned(pdf))
    await expect(glance(page)).toContainText(number)
    await expect(page.getByLabel('投诉内容')).toBeFocused()
    await expect(page.getByLabel('投诉内容')).toHaveValue('门口积水')
    await expect.poll(() => readdir(folder)).toEqual(['已读入'])
    expect(await readdir(join(folder, '已读入'))).toEqual(['扫描.jpg'])
    await glance(page).getByRole('button', { name: '归档 1 张' }).press('Enter')
    await expect(glance(page)).toBeHidden()

    await rename(folder, `${folder}-拔出`)
    await goTo(page, '设置')
    await page.getByRole('tab', { name: '界面' }).click()
    await expect(page.getByText(/找不到扫描文件夹/)).toBeVisible()
    await rename(`${folder}-拔出`, folder)
    await expect(page.getByText(/找不到扫描文件夹/)).toBeHidden()
  })
})

test('glance and tray fit and read well, light and dark, also at 1,024 and in English (ui, "Checked")', async ({
  desk,
}) => {
  const page = await started(desk)
  const { pdf } = await printed(page, '电梯每天下午异响', '王建国', 1)
  await goTo(page, '今日')
  await dropOnWindow(page, [
    { name: '扫描.jpg', bytes: await scanned(pdf) },
    { name: '一张名字特别长的不知道是谁家的照片_20261121_093000_微信图片.pdf', bytes: onePagePdf('?') },
  ])
  await expect(glance(page).getByRole('listitem')).toHaveCount(2)
  const look = async (name: string) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await axeFinds(page), name).toEqual([])
      expect(await cutOff(page), name).toEqual([])
    }
  }
  await look('glance')
  await setSize(desk.app, 1024, 720)
  await look('glance-1024')
  await glance(page).getByRole('button', { name: '待归档 1 张' }).click()
  await page.getByRole('row', { name: /没有读出二维码/ }).click()
  await expect(page.locator('canvas[data-drawn]')).toBeVisible()
  const upright = await page.locator('canvas[data-drawn]').boundingBox()
  await page.getByRole('button', { name: '向右转' }).click()
  await expect
    .poll(async () => {
      const box = await page.locator('canvas[data-drawn]').boundingBox()
      return box && box.width > box.height
    })
    .toBe(true)
  expect(upright && upright.width < upright.height).toBe(true)
  // Its tooltip goes with the mouse.
  await page.mouse.move(0, 0)
  await expect(page.getByRole('tooltip')).toHaveCount(0)
  await look('tray-1024')
  await setSize(desk.app, 1280, 770)
  await goTo(page, '设置')
  await page.getByRole('tab', { name: '界面' }).click()
  await page.getByRole('radio', { name: 'English' }).click()
  await page.evaluate(() => {
    location.hash = '/scans'
  })
  await expect(page.getByRole('heading', { name: 'To file' })).toBeVisible()
  await look('tray-en')
  // What was sure, but left when the glance was closed, is one key away.
  await page.getByRole('button', { name: 'File the 1 read…' }).click()
  await expect(
    page.getByRole('region', { name: 'Scans read' }).getByRole('button', { name: 'File 1' }),
  ).toBeFocused()
})
