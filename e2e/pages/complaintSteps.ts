import { expect, type Page } from '@playwright/test'

/** The one next step of the record that is open. */
export function mainButton(page: Page) {
  return page.locator('button[data-main]')
}

/** The form of the step that is open. */
export function openForm(page: Page) {
  return page.getByRole('form', { name: /表单$/ })
}

/** Saves the step that is open and waits until it is folded away. */
export async function saveStep(page: Page): Promise<void> {
  const form = openForm(page)
  // Before it stands nothing hears the key.
  await expect(form).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(form).toHaveCount(0)
}

/** Takes the main button's step. */
export async function takeNext(page: Page, name: string): Promise<void> {
  await expect(mainButton(page)).toHaveText(name)
  await mainButton(page).click()
}

/** Opens 更多 and chooses. */
export async function choose(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: '更多', exact: true }).click()
  await page.getByRole('menuitem', { name }).click()
}

/** 判定. */
export async function judge(
  page: Page,
  severity = '轻微',
  cause = '设施设备',
  nature = '有效投诉',
): Promise<void> {
  await takeNext(page, '判定')
  for (const word of [nature, severity, cause])
    await page.getByRole('radio', { name: word, exact: true }).click()
  await saveStep(page)
}

/** 派工; `promise` as it is typed. */
export async function assign(page: Page, promise = ''): Promise<void> {
  await takeNext(page, '派工')
  await page.getByLabel('责任部门').fill('工程部')
  await page.getByLabel('责任人', { exact: true }).fill('陈师傅')
  if (promise) await page.getByLabel('承诺期限').fill(promise)
  await saveStep(page)
}

/** 处理完毕. */
export async function complete(page: Page): Promise<void> {
  await takeNext(page, '处理完毕')
  await page.getByLabel('处理措施').fill('更换轴承')
  await saveStep(page)
}

/** 答复. */
export async function answer(page: Page): Promise<void> {
  await takeNext(page, '答复')
  await page.getByLabel('答复内容').fill('已经修好')
  await saveStep(page)
}

/** 回访, one attempt. */
export async function visit(page: Page, outcome: string, words = ''): Promise<void> {
  await takeNext(page, '回访')
  await page.getByRole('radio', { name: outcome, exact: true }).click()
  if (words) await page.getByLabel('投诉人的话').fill(words)
  await page.keyboard.press('Control+s')
}
