import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import type { Desk } from '../fixtures/desk'
import { navigation } from './office'

const NUMBER = /\S{1,8}-(?:SW|XW)-\d{4}-[A-Z]?\d{4}/

/** 失物招领, and one of its tabs. */
export async function goToLost(page: Page, tab: '失物' | '寻物' | '盘点' = '失物'): Promise<void> {
  const link = navigation(page).getByRole('link', { name: /^失物招领/ })
  await link.click()
  await expect(link).toHaveAttribute('aria-current', /./)
  const tabLink = page
    .getByRole('navigation', { name: '登记簿' })
    .getByRole('link', { name: tab, exact: true })
  await tabLink.click()
  await expect(tabLink).toHaveAttribute('aria-current', 'page')
}

/** Waits until the record is open and 已保存 was said of it; answers its number. */
export async function savedLost(page: Page): Promise<string> {
  const heading = page.getByRole('heading', { name: NUMBER })
  await expect(heading).toBeVisible()
  const number = NUMBER.exec(await heading.innerText())?.[0] ?? ''
  await expect(page.getByText(`已保存 ${number}`).first()).toBeVisible()
  return number
}

/** What is written down of a found thing, by label. */
export interface FoundThing {
  name?: string
  category?: string
  features?: string
  yuan?: string
  place?: string
}

/** Opens 登记失物 from anywhere. */
export async function openItemIntake(page: Page): Promise<Locator> {
  await goToLost(page)
  await page.keyboard.press('Control+n')
  const form = page.getByRole('form', { name: '失物登记' })
  await expect(form.getByLabel('物品名称')).toBeFocused()
  return form
}

/** Fills 登记失物 as it is done at the counter. */
export async function fillItem(form: Locator, thing: FoundThing = {}): Promise<void> {
  await form.getByLabel('物品名称').fill(thing.name ?? '黑色皮钱包')
  await form.getByLabel('类别').selectOption({ label: thing.category ?? '钱包现金' })
  await form.getByLabel('特征').fill(thing.features ?? '拉链头缺一角，内有手写便条')
  if (thing.yuan !== undefined) await form.getByLabel('估价', { exact: true }).fill(thing.yuan)
  await form.getByLabel('捡获地点').fill(thing.place ?? '3号楼电梯厅')
  await form.getByLabel('捡获人').fill('孙二娘')
  await form.getByLabel('部门或身份').fill('保洁部')
  await form.getByLabel('存放位置').fill('A 柜 2 层')
  await form.getByLabel('清点人').fill('石秀')
}

/** Registers a found thing; answers its number. */
export async function registerItem(page: Page, thing: FoundThing = {}): Promise<string> {
  await fillItem(await openItemIntake(page), thing)
  await page.keyboard.press('Control+s')
  return savedLost(page)
}

/** The form of a step that is open in the record. */
export function stepForm(page: Page, step: string): Locator {
  return page.getByRole('form', { name: `${step}表单` })
}

/** One of the parts of the open record. */
export function lostPart(page: Page, name: string): Locator {
  return page.getByRole('main').getByRole('region', { name, exact: true })
}

/** 登记认领, before the item is shown. */
export async function noteClaim(page: Page, relation = '本人', name = '宋江'): Promise<void> {
  const form = stepForm(page, '登记认领')
  await form.getByLabel('认领人', { exact: true }).fill(name)
  await form.getByLabel('电话').fill('13900001111')
  await form.getByLabel('认领人说明的特征').fill('黑色，拉链头缺一角，里面有我写的便条')
  await form.getByRole('radio', { name: relation, exact: true }).click()
}

/** A picture to be looked at, where the run asks for some. */
export async function picture(page: Page, name: string): Promise<void> {
  const to = process.env['DESK_LOOK']
  if (to) await page.screenshot({ path: `${to}/${name}.png` })
}

/** 另存为 PDF of the form that is previewed. */
export async function keepAsPdf(desk: Desk, page: Page, folder: string, name: string): Promise<Buffer> {
  const dialog = page.getByRole('dialog').filter({ has: page.getByRole('region', { name: /^预览/ }) })
  await expect(dialog.getByRole('img', { name: /第 1 页/ })).toBeVisible()
  await picture(page, name)
  const path = join(folder, `${name}.pdf`)
  await desk.answerSaveDialog(path)
  await dialog.getByRole('button', { name: '另存为 PDF' }).click()
  await expect(dialog).toBeHidden()
  return readFile(path)
}
