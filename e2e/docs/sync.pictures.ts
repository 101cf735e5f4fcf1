import type { Page } from '@playwright/test'
import { startCouch } from '../fixtures/couch'
import { startPrivateCups } from '../fixtures/cups'
import { expect, test } from '../fixtures/desk'
import { setSize } from '../fixtures/look'
import { putDisputes } from '../pages/disputes'
import { DIRECTOR, goTo, SUPERVISOR } from '../pages/office'
import { expectUpToDate, fillServer, officeIdOf, openSync, prepareServer } from '../pages/sync'
import { type Before, DAY, fillOffice, shoot, turnTo } from './dayOffice'

/** What the documents call head office's server: that of the tests has another port each time. */
const ADDRESS = 'https://couch.example.cn'

/** The pictures of 同步 and 待核对: the director sets it up one morning, the supervisor decides in the afternoon. */
test('sync and what it asks', async ({ desk }) => {
  test.setTimeout(300_000)
  const couch = await startCouch()
  const cups = await startPrivateCups()
  const page = await desk.start(cups.env)
  await setSize(desk.app, 1280, 720)
  const before = await fillOffice(page)
  await turnTo(page, `${DAY}T09:10`, DIRECTOR)
  await prepareServer(couch, await officeIdOf(page))

  await openSync(page)
  await fillServer(page, couch)
  await page.getByRole('button', { name: '测试连接' }).click()
  const told = page.getByRole('form', { name: '总部服务器' }).getByRole('status')
  await expect(told.getByText(/连接正常/)).toBeVisible()
  await page.getByRole('textbox', { name: '服务器地址' }).fill(ADDRESS)
  await page.getByRole('button', { name: '测试连接' }).focus()
  await shoot(page, '44-sync-test')
  await page.getByRole('textbox', { name: '服务器地址' }).fill(couch.url)
  // The machine tests the connection by its own clock, the window goes by that of the made-up day.
  couch.control.setSkew(Date.parse(`${DAY}T09:10+08:00`) - Date.now())
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('button', { name: '暂停同步' })).toBeVisible()
  await expectUpToDate(page)
  await sayAddress(page, couch.url)
  await page.getByRole('button', { name: '立即同步' }).focus()
  await shoot(page, '45-sync')

  couch.control.setSkew(Date.parse(`${DAY}T14:20+08:00`) - Date.now())
  await twoVersions(page, before)
  await couch.stop()
  await cups.stop()
})

/** The address in the documents' words, on the page and in its field. */
async function sayAddress(page: Page, url: string): Promise<void> {
  await page.evaluate(
    ([from, to]) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        node.nodeValue = node.nodeValue?.replace(from, to) ?? null
    },
    [url, ADDRESS] as const,
  )
  await page.getByRole('textbox', { name: '服务器地址' }).fill(ADDRESS)
}

/** 待核对 in 今日, and one of them open with a choice made. */
async function twoVersions(page: Page, { lift, noise }: Before): Promise<void> {
  await putDisputes(page, [
    {
      number: lift,
      kind: 'fields',
      fields: {
        'intake.place': '5号楼2单元客梯',
        'intake.content': '五号楼二单元的电梯上午也响，轿厢抖动，老人不敢坐。',
      },
    },
    { number: noise, kind: 'fields', fields: { 'intake.place': '5号楼2单元4层' } },
  ])
  await page.reload()
  await turnTo(page, `${DAY}T14:20`, SUPERVISOR)
  await goTo(page, '今日')
  await expect(page.getByRole('region', { name: '待核对' })).toBeVisible()
  await shoot(page, '46-waiting')
  await page.keyboard.press('Alt+h')
  await expect(page.getByRole('listbox', { name: '逐栏比较' })).toBeFocused()
  await page.keyboard.press('2')
  await expect(page.getByRole('button', { name: '保存选用的 1 栏' })).toBeEnabled()
  await shoot(page, '47-compare')
}
