import { join, resolve } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { savedNumber } from '../pages/complaints'
import { answer, assign, complete, judge } from '../pages/complaintSteps'
import { csvFile, importFile, openHousehold } from '../pages/households'
import { addUser, CLERK, goTo, type Person, SUPERVISOR, setUpOffice, signIn, switchTo } from '../pages/office'
import { printVisit } from '../pages/paper'
import { setEstateTime } from '../pages/today'

/** The made-up office of the walk through a day: its people, and what the two days before left to do. */
const HOUSEHOLDS = [
  '5,2,301,住宅,89.5,自住,2019-06-01,王建国,业主,13912345678,1234,浙A12345,B1-066',
  '5,2,301,,,,,李秀英,家属,13700001111,,,',
  '5,2,302,住宅,89.5,出租,2020-03-15,陈伟,租户,13655556666,,浙A9Q888,B1-067',
  '5,2,502,住宅,89.5,自住,2018-09-10,赵桂兰,业主,13566667777,,,',
  '3,1,1201,住宅,126,自住,2018-11-20,单雄信,业主,13588887777,,,',
  '8,1,601,住宅,104,自住,2021-05-08,欧阳春燕,业主,15067890123,,浙AD56789,B2-011',
]

export const DAY = '2026-11-20'

const IMAGES = resolve(import.meta.dirname, '../../docs/images/day')

/** Takes a picture of the window for the documents. */
export async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(IMAGES, `${name}.png`) })
}

/** The estate's clock goes on to `time` (`2026-11-20T09:05`), a few minutes later. */
export async function waitUntil(page: Page, time: string): Promise<void> {
  await setEstateTime(page, time)
  // Back at the machine: what is due is reckoned anew.
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
}

/** The estate's clock goes on to `time`; the screen has locked itself meanwhile. */
export async function turnTo(page: Page, time: string, who: Person): Promise<void> {
  await setEstateTime(page, time)
  await signIn(page, who)
  await waitUntil(page, time)
}

/** Ctrl+N, and the household by what the person says first; ends in 投诉内容. */
export async function beginIntake(page: Page, who: string): Promise<void> {
  await goTo(page, '投诉')
  await page.keyboard.press('Control+n')
  await page.getByRole('combobox', { name: '住户' }).pressSequentially(who)
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
  // The list may still be that of the letter before.
  await expect(async () => {
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('投诉内容')).toBeFocused({ timeout: 500 })
  }).toPass()
}

/** Registers a complaint by keyboard; answers its number. */
export async function register(page: Page, who: string, words: string): Promise<string> {
  await beginIntake(page, who)
  await page.getByLabel('投诉内容').fill(words)
  await page.keyboard.press('Control+s')
  return savedNumber(page)
}

/** Opens a record from the list by its number. */
export async function openRecord(page: Page, number: string): Promise<void> {
  await goTo(page, '投诉')
  const box = page.getByRole('searchbox', { name: '搜索投诉' })
  await box.fill(number)
  await page.getByRole('row', { name: new RegExp(`^选择 ${number}`) }).click()
  await expect(page.getByRole('heading', { name: number })).toBeVisible()
  await box.fill('')
}

/** Numbers of what was registered before the day. */
export interface Before {
  lift: string
  leak: string
  noise: string
}

/** Two days of work: something promised for today, something to ring back about, a form to be signed, a draft. */
export async function fillOffice(page: Page): Promise<Before> {
  await setEstateTime(page, '2026-11-18T15:00')
  await setUpOffice(page)
  await addUser(page, SUPERVISOR)
  await addUser(page, CLERK)
  await importFile(page, csvFile(HOUSEHOLDS))
  await openHousehold(page, 'zgl')
  await page.getByRole('button', { name: '添加重点关注' }).click()
  const care = page.getByRole('form', { name: '重点关注' })
  await care.getByRole('radio', { name: '独居老人' }).click()
  await care.getByLabel('说明').fill('听力不好，说慢一点；急事打她女儿电话')
  await page.keyboard.press('Control+s')
  await expect(care).toBeHidden()

  await switchTo(page, CLERK)
  const noise = await register(page, 'cw', '楼上装修早上七点就开始敲墙，周末也不停，孩子没法休息。')
  await printVisit(page)
  const leak = await register(page, 'oycy', '地下车库 B2-011 车位上方漏水，车顶全是水渍。')
  const lift = await register(page, 'wjg', '五号楼二单元的电梯每天下午异响，轿厢抖动，老人不敢坐。')
  await switchTo(page, SUPERVISOR)
  await openRecord(page, lift)
  await judge(page)
  await assign(page, `${DAY} 1700`)
  await openRecord(page, leak)
  await judge(page)
  await assign(page)

  await turnTo(page, '2026-11-19T16:00', SUPERVISOR)
  await complete(page)
  await answer(page)
  await switchTo(page, CLERK)
  await register(page, 'sxx', '单元门禁卡经常刷不开，夜里回家要等很久。')
  await beginIntake(page, '5-2-301')
  await page.getByLabel('投诉内容').fill('儿童滑梯的栏杆松了')
  await expect(page.getByRole('img', { name: '草稿已存' })).toBeVisible()
  return { lift, leak, noise }
}

/** Waits until the preview's first page shows ink. */
export async function pageDrawn(page: Page): Promise<void> {
  await expect(page.getByRole('img', { name: /第 1 页/ })).toBeVisible()
  await expect(page.getByRole('button', { name: '打印', exact: true }).last()).toBeEnabled()
  await page.waitForFunction(() => {
    const canvas = document.querySelector('canvas')
    const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data
    return pixels?.some((value, i) => i % 4 === 0 && value < 64) ?? false
  })
}
