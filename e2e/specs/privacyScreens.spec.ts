import type { Page } from '@playwright/test'
import { axeFinds } from '../fixtures/axe'
import { expect, test } from '../fixtures/desk'
import { cutOff, keepPicture, setSize } from '../fixtures/look'
import { openOffice } from '../fixtures/offices'
import { registerComplaint } from '../pages/complaints'
import { csvFile, importFile, openHousehold } from '../pages/households'
import { goTo, SUPERVISOR, switchTo } from '../pages/office'
import { goToRoute } from '../pages/tour'

const PICTURES = 'e2e/results/pictures/privacyScreens'
const HOUSEHOLDS = csvFile(['5,2,301,住宅,89.5,自住,2019-05-01,王建国,业主,13912345678,1234,浙A12345,B1-023'])

async function look(page: Page, name: string): Promise<string[]> {
  await keepPicture(page, `${PICTURES}/${name}.png`)
  const found = [...(await axeFinds(page)), ...(await cutOff(page))]
  return found.map((one) => `${name}: ${one}`)
}

test('a supervisor takes in and answers requests, from 今日 too, and sees nothing else of 个人信息 (domain 1, 13)', async ({
  desk,
}) => {
  test.slow()
  const page = await openOffice(desk, { at: '2026-11-20T09:00', people: [SUPERVISOR] })
  await setSize(desk.app, 1280, 720)
  await importFile(page, HOUSEHOLDS)
  const number = await registerComplaint(page, '卧室天花板滴水')
  await switchTo(page, SUPERVISOR)
  await goTo(page, '设置')
  await page.getByRole('tab', { name: '个人信息' }).click()
  const requests = page.getByRole('region', { name: '个人信息请求' })
  await expect(requests).toBeVisible()
  await expect(page.getByRole('region', { name: '查找个人信息' })).toBeVisible()
  for (const name of ['到期清理', '访问记录', '保存期限'])
    await expect(page.getByRole('region', { name })).toHaveCount(0)

  await requests.getByRole('button', { name: '登记请求' }).click()
  const taking = page.getByRole('dialog', { name: '登记请求' })
  await taking.getByLabel('请求人').fill('王建国')
  await taking.getByLabel('身份核实').fill('本人到场')
  await taking.getByRole('button', { name: '登记请求' }).click()
  await expect(taking).toBeHidden()
  expect(await look(page, 'supervisor')).toEqual([])

  await goTo(page, '今日')
  const duty = page
    .getByRole('grid')
    .getByRole('row', { name: /王建国/ })
    .filter({ hasText: '查阅复制' })
  await expect(duty).toContainText('答复')
  expect(await look(page, 'supervisor-today')).toEqual([])
  await duty.click()
  const answering = page.getByRole('dialog', { name: '答复 王建国 的请求' })
  for (const words of ['查阅复制', '本人到场', '2026-12-11']) await expect(answering).toContainText(words)
  await answering.getByLabel('已办理').fill('当面给了副本')
  await answering.getByRole('button', { name: '答复' }).click()
  await expect(answering).toBeHidden()
  await expect(requests.getByRole('row', { name: /王建国/ })).toContainText('已答复')

  // From the request, and from the household, the search is filled and done.
  const rights = page.getByRole('region', { name: '查找个人信息' })
  await requests.getByRole('button', { name: '查找 王建国' }).click()
  await expect(rights.getByRole('row', { name: new RegExp(number) })).toContainText('投诉人')
  await expect(rights.getByRole('checkbox')).toHaveCount(0)
  await expect(rights.getByRole('button', { name: /删除/ })).toHaveCount(0)
  await openHousehold(page, '5-2-301')
  await page.getByRole('button', { name: '查找个人信息 王建国' }).click()
  await expect(rights.getByLabel('姓名')).toHaveValue('王建国')
  await expect(rights.getByLabel('电话')).toHaveValue(/139\s?1234\s?5678/)
  await expect(rights.getByRole('row', { name: new RegExp(number) })).toContainText('投诉人')
  await expect(rights.getByRole('row', { name: /住户档案/ })).toBeVisible()
  expect(await look(page, 'supervisor-found')).toEqual([])
  // From the record that names them, too.
  await goTo(page, '投诉')
  await page.getByRole('gridcell', { name: number, exact: true }).click()
  await page.getByRole('button', { name: '更多', exact: true }).click()
  await page.getByRole('menuitem', { name: '查找个人信息 王建国' }).click()
  await expect(rights.getByLabel('姓名')).toHaveValue('王建国')
  await expect(rights.getByRole('row', { name: new RegExp(number) })).toContainText('投诉人')
})

test('个人信息, 备份, 安全 and 自检 fit and read well, light and dark, at 1,024 and in English (ui, "Checked")', async ({
  desk,
}) => {
  test.slow()
  const page = await openOffice(desk, { at: '2026-11-20T09:00' })
  await importFile(page, HOUSEHOLDS)
  await registerComplaint(page, '卧室天花板滴水')
  await goToRoute(page, '/settings/privacy')
  await page.getByRole('button', { name: '登记请求' }).click()
  const taking = page.getByRole('dialog', { name: '登记请求' })
  await taking.getByLabel('请求人').fill('王建国')
  await taking.getByLabel('身份核实').fill('本人到场')
  await taking.getByRole('button', { name: '登记请求' }).click()
  await expect(taking).toBeHidden()
  const found: string[] = []
  const lookAtAll = async (how: string): Promise<void> => {
    for (const part of ['privacy', 'backup', 'security']) {
      await goToRoute(page, `/settings/${part}`)
      await expect(page.getByRole('tabpanel').getByRole('region').last()).toBeVisible()
      found.push(...(await look(page, `${part}-${how}`)))
      await page.getByRole('tabpanel').getByRole('region').last().scrollIntoViewIfNeeded()
      await keepPicture(page, `${PICTURES}/${part}-${how}-below.png`)
    }
  }
  await setSize(desk.app, 1280, 720)
  await lookAtAll('light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await setSize(desk.app, 1024, 768)
  await lookAtAll('dark')
  await goToRoute(page, '/settings/screen')
  await page.getByRole('radio', { name: 'English' }).click()
  await lookAtAll('english')
  expect(found).toEqual([])
})
