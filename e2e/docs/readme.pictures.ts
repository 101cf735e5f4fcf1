import { join, resolve } from 'node:path'
import { startPrivateCups } from '../fixtures/cups'
import { expect, test } from '../fixtures/desk'
import { savedNumber } from '../pages/complaints'
import { csvFile, importFile, openHousehold } from '../pages/households'
import { addUser, CLERK, goTo, SUPERVISOR, setUpOffice } from '../pages/office'

/** The README's pictures, taken of the real app with made-up people: `npm run pictures`. */
const IMAGES = resolve(import.meta.dirname, '../../docs/images')

const HOUSEHOLDS = [
  '5,2,301,住宅,89.5,自住,2019-06-01,王建国,业主,13912345678,1234,浙A12345,B1-066',
  '5,2,301,,,,,李秀英,家属,13700001111,,,',
  '5,2,302,住宅,89.5,出租,2020-03-15,陈伟,租户,13655556666,,浙A9Q888,B1-067',
  '3,1,1201,住宅,126,自住,2018-11-20,单雄信,业主,13588887777,,,',
  '8,1,601,住宅,104,自住,2021-05-08,欧阳春燕,业主,15067890123,,浙AD56789,B2-011',
]

const COMPLAINTS: [string, string][] = [
  ['wjg', '电梯每天下午异响，轿厢抖动，老人不敢乘坐，已经反映过两次，请三天内修好。'],
  ['sxx', '楼上装修早上七点就开始敲墙，周末也不停，孩子没法休息。'],
  ['oycy', '地下车库 B2-011 车位上方漏水，车顶全是水渍。'],
  ['5-2-302', '门禁卡经常刷不开，夜里回家要等很久。'],
]

test('pictures of the README', async ({ desk }) => {
  const cups = await startPrivateCups()
  const page = await desk.start(cups.env)
  const picture = (name: string) => page.screenshot({ path: join(IMAGES, `${name}.png`) })
  await setUpOffice(page)
  await addUser(page, SUPERVISOR)
  await addUser(page, CLERK)
  await importFile(page, csvFile(HOUSEHOLDS))
  for (const [who, words] of COMPLAINTS) {
    await goTo(page, '投诉')
    await page.keyboard.press('Control+n')
    await page.getByRole('combobox', { name: '住户' }).pressSequentially(who)
    await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
    await page.keyboard.press('Enter')
    await page.getByLabel('投诉内容').fill(words)
    if (words === COMPLAINTS[0]?.[1]) await picture('intake')
    await page.keyboard.press('Control+s')
    await savedNumber(page)
  }
  await page.getByRole('row', { name: /0001/ }).click()
  await page.getByRole('button', { name: '判定', exact: true }).last().click()
  await page.getByRole('radio', { name: '有效投诉' }).click()
  await page.getByRole('radio', { name: '重要' }).click()
  await page.getByRole('radio', { name: '设施设备' }).click()
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('button', { name: '派工', exact: true })).toBeVisible()
  await picture('record')
  await page.keyboard.press('Control+p')
  await expect(page.getByRole('img', { name: /第 1 页/ })).toBeVisible()
  await expect(page.getByRole('button', { name: '打印', exact: true })).toBeEnabled()
  await page.waitForFunction(() => {
    const canvas = document.querySelector('canvas')
    const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data
    return pixels?.some((value, i) => i % 4 === 0 && value < 64) ?? false
  })
  await picture('print')
  await page.keyboard.press('Escape')
  await openHousehold(page, 'wjg')
  await picture('household')
  await goTo(page, '今日')
  await expect(page.getByText(/电梯每天下午异响/)).toBeVisible()
  await picture('today')
  await cups.stop()
})
