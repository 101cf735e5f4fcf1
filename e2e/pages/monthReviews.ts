import { expect, type Locator, type Page } from '@playwright/test'
import { navigation } from './office'

type Tab = '检查清单' | '抽查' | '年度服务计划' | '地点与时间' | '审核签署' | '统计' | '周报' | '月报与导出'

/** 月末审核 of the month that is to be looked at now, and one of its tabs. */
export async function goToMonth(page: Page, tab: Tab = '检查清单'): Promise<void> {
  const link = navigation(page).getByRole('link', { name: '月末审核' })
  await link.click()
  await expect(link).toHaveAttribute('aria-current', 'page')
  await openTab(page, tab)
}

/** A tab of the month that is open. */
export async function openTab(page: Page, tab: Tab): Promise<void> {
  await page.getByRole('tab', { name: tab, exact: true }).click()
  await expect(page.getByRole('tabpanel', { name: tab })).toBeVisible()
}

/** The lines of the checklist of one weight: 要改正, 要看, 说明. */
export function linesOf(page: Page, weight: '要改正' | '要看' | '说明' | '合格'): Locator {
  return page
    .getByRole('listbox', { name: '检查清单' })
    .getByRole('group', { name: weight })
    .getByRole('option')
}

/** The line under the cursor. */
export function chosenLine(page: Page): Locator {
  return page.getByRole('listbox', { name: '检查清单' }).getByRole('option', { selected: true })
}

/** The records behind the chosen line. */
export function recordsBehind(page: Page): Locator {
  return page.getByRole('region', { name: '这一项的记录' }).getByRole('grid', { name: '记录列表' })
}

/** Goes with the arrows to the line with these words. */
export async function goToLine(page: Page, words: string): Promise<void> {
  const list = page.getByRole('listbox', { name: '检查清单' })
  const lines = list.getByRole('option')
  await list.focus()
  await expect(lines.filter({ hasText: words })).toHaveCount(1)
  const target = (await lines.allInnerTexts()).findIndex((text) => text.includes(words))
  await page.keyboard.press('Home')
  for (let at = 0; at < target; at += 1) await page.keyboard.press('ArrowDown')
  await expect(chosenLine(page)).toContainText(words)
}

/** Gives one reason for every line that still wants mending; the checklist is open. */
export async function explainTheRest(page: Page, reason: string): Promise<void> {
  const status = page.getByRole('main').getByRole('status')
  await expect(status).toContainText('项要改正或说明')
  const left = Number(/还有 (\d+) 项/.exec(await status.innerText())?.[1] ?? 0)
  for (let lines = left; lines > 0; lines -= 1) {
    await expect(status).toContainText(`还有 ${lines} 项`)
    await page.getByRole('listbox', { name: '检查清单' }).press('Home')
    await page.getByRole('button', { name: '整项说明原因' }).click()
    const form = page.getByRole('form', { name: '说明原因' })
    await form.getByLabel('原因', { exact: true }).fill(reason)
    await page.keyboard.press('Control+s')
    await expect(form).toHaveCount(0)
  }
  await expect(status).toContainText('都已改正或说明')
}
