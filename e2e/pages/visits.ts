import { expect, type Locator, type Page } from '@playwright/test'
import { csvFile, importFile } from './households'
import { navigation } from './office'

const NUMBER = /\S{1,8}-(?:FW|HF|TS)-\d{4}-[A-Z]?\d{4}/

/** 走访回访, and one of its tabs. */
export async function goToVisits(page: Page, tab: '走访' | '回访' | '访问总结' = '走访'): Promise<void> {
  const link = navigation(page).getByRole('link', { name: /^走访回访/ })
  await link.click()
  await expect(link).toHaveAttribute('aria-current', 'page')
  const tabLink = page
    .getByRole('navigation', { name: '登记簿' })
    .getByRole('link', { name: tab, exact: true })
  await tabLink.click()
  await expect(tabLink).toHaveAttribute('aria-current', 'page')
}

/** Four occupied households, one vacant and one unsold. */
export async function importUnits(page: Page): Promise<void> {
  await importFile(
    page,
    csvFile([
      '5,2,301,住宅,89.5,自住,2020-01-01,张三,业主,13800001234,1234,,',
      '5,2,302,住宅,89.5,自住,2020-01-01,李四,业主,13800001235,1235,,',
      '5,2,303,住宅,89.5,出租,2020-01-01,王五,租户,13800001236,1236,,',
      '5,2,304,住宅,89.5,自住,2020-01-01,赵六,业主,13800001237,1237,,',
      '5,2,305,住宅,89.5,空置,,,,,,,',
      '5,2,306,住宅,89.5,未售,,,,,,,',
    ]),
  )
}

/** Opens the empty form of the tab that is open. */
export async function openNew(page: Page, form: '走访登记' | '回访登记'): Promise<Locator> {
  await page.keyboard.press('Control+n')
  const opened = page.getByRole('form', { name: form })
  await expect(opened.getByLabel('住户', { exact: true })).toBeFocused()
  return opened
}

/** Chooses a household in the 住户 field, and the person with the name. */
export async function pickHousehold(page: Page, code: string, name: string): Promise<void> {
  await page.getByLabel('住户', { exact: true }).fill(code)
  await page.getByRole('option', { name: new RegExp(`${code}.*${name}`) }).click()
}

/** The number of the record that was just saved and is open. */
export async function savedRecord(page: Page): Promise<string> {
  const heading = page.getByRole('heading', { level: 1, name: NUMBER })
  await expect(heading).toBeVisible()
  const number = NUMBER.exec(await heading.innerText())?.[0] ?? ''
  await expect(page.getByText(`已保存 ${number}`).first()).toBeVisible()
  return number
}

/** A goal above the list: 走访 of the month, 上门 of the year. */
export function goal(page: Page, name: string | RegExp): Locator {
  return page.getByRole('region', { name: '走访目标' }).getByRole('group', { name })
}

/** Registers a visit that took place; answers its number. */
export async function registerVisit(
  page: Page,
  code: string,
  name: string,
  said: string,
  way: '上门' | '电话' = '电话',
): Promise<string> {
  await goToVisits(page)
  await openNew(page, '走访登记')
  await pickHousehold(page, code, name)
  await page.getByRole('radio', { name: way, exact: true }).click()
  if (way === '上门') await page.getByLabel('预约时间').fill('今天 0800')
  await page.getByLabel('对物业管理工作的意见和建议').fill(said)
  await page.keyboard.press('Control+s')
  return savedRecord(page)
}
