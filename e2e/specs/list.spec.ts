import type { Page } from '@playwright/test'
import { readSheet } from 'read-excel-file/node'
import { expect, test } from '../fixtures/desk'
import { openOffice } from '../fixtures/offices'
import { cutOff, keepPicture, setSize } from '../fixtures/look'
import { registerComplaint } from '../pages/complaints'
import { DIRECTOR, goTo, signIn } from '../pages/office'

/** Keeps a picture with the results, for whoever wants to see the screen. */
const look = (page: Page, name: string) => keepPicture(page, test.info().outputPath(`${name}.png`))
const grid = (page: Page) => page.getByRole('grid', { name: '投诉列表' })
const heads = (page: Page) => grid(page).getByRole('columnheader').allInnerTexts()
const rows = (page: Page) => grid(page).getByRole('row', { name: /客服-TS-/ })
const word = (page: Page, group: string, name: string | RegExp) =>
  page.getByRole('group', { name: group, exact: true }).getByRole('button', { name })

/** Registers some complaints and leaves the list alone on the screen. */
async function fill(page: Page, contents: readonly string[]): Promise<string[]> {
  const numbers: string[] = []
  for (const content of contents) numbers.push(await registerComplaint(page, content))
  await toList(page)
  return numbers
}

async function toList(page: Page): Promise<void> {
  await goTo(page, '投诉')
  await expect(grid(page)).toBeVisible()
}

async function moreFilters(page: Page): Promise<void> {
  await page.getByRole('button', { name: '更多条件' }).click()
  await expect(page.getByRole('group', { name: '登记时间' })).toBeVisible()
}

test('the list follows every save, and its filters are words (ui, "List" and "Frame")', async ({ desk }) => {
  const page = await openOffice(desk)

  await test.step('the list follows every save, from the first record on', async () => {
    await goTo(page, '投诉')
    await expect(page.getByText('这里登记住户的每一件投诉')).toBeVisible()
    const first = await registerComplaint(page, '电梯每天下午异响')
    await expect(page.getByRole('row', { name: new RegExp(first) })).toBeVisible()
    const second = await registerComplaint(page, '地下车库漏水')
    await goTo(page, '投诉')
    await expect(page.getByRole('row', { name: new RegExp(second) })).toBeVisible()
  })

  await test.step('period, person and the rest, together with the search', async () => {
    await toList(page)
    await expect(page.getByText('共 2 件')).toBeVisible()
    await expect(word(page, '期限', /^超期\s*0$/)).toBeVisible()
    await moreFilters(page)
    await look(page, 'filters')
    await word(page, '登记时间', '上月').click()
    await expect(page.getByText('没有符合条件的投诉')).toBeVisible()
    await expect(page.getByText('共 0 件')).toBeVisible()

    await word(page, '登记时间', '自定').click()
    await page.getByLabel('到', { exact: true }).fill('')
    await page.getByLabel('从', { exact: true }).fill('昨天')
    await expect(rows(page)).toHaveCount(2)
    await page.getByLabel('到', { exact: true }).fill('昨天')
    await expect(rows(page)).toHaveCount(0)
    await page.getByLabel('到', { exact: true }).fill('今天')
    await expect(rows(page)).toHaveCount(2)
    await look(page, 'period')

    await test.step('the list fits where there is little room, in the dark (ui, "Frame")', async () => {
      await page.emulateMedia({ colorScheme: 'dark' })
      await look(page, 'dark')
      expect(await cutOff(page)).toEqual([])
      await setSize(desk.app, 1024, 720)
      await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1024)
      await look(page, 'narrow-dark')
      expect(await cutOff(page)).toEqual([])
      await expect(rows(page).first()).toBeInViewport()
      await page.emulateMedia({ colorScheme: 'light' })
      await setSize(desk.app, 1280, 720)
      await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1280)
    })
    await page.getByRole('searchbox', { name: '搜索投诉' }).fill('车库')
    await expect(page.getByText('找到 1 件')).toBeVisible()
    await expect(rows(page)).toHaveCount(1)
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: '清除条件' }).click()
    const received = page.getByRole('combobox', { name: '接待人' })
    await received.selectOption({ label: DIRECTOR.name })
    await word(page, '其他', /首问责任/).click()
    await expect(rows(page)).toHaveCount(2)
    await word(page, '其他', /重复投诉/).click()
    await expect(rows(page)).toHaveCount(0)
    await word(page, '其他', /重复投诉/).click()
    await word(page, '范围', /已关闭/).click()
    await expect(word(page, '其他', /首问责任/)).toHaveAttribute('aria-pressed', 'false')
  })
})

test('columns and filters that were chosen stay so over a restart (ui, "List")', async ({ desk }) => {
  let page = await openOffice(desk)
  await fill(page, ['电梯每天下午异响'])
  const first = await heads(page)
  const chosen = ['编号', '投诉内容', '下一步', '接待人', '渠道']

  await test.step('columns are chosen and ordered', async () => {
    expect(first.slice(1)).toEqual(['编号', '状态', '投诉内容', '下一步'])
    await page.getByRole('button', { name: '列', exact: true }).click()
    const menu = page.getByRole('dialog', { name: '显示的列' })
    await expect(menu.getByRole('checkbox', { name: '编号' })).toBeDisabled()
    await menu.getByRole('checkbox', { name: '状态' }).uncheck()
    await menu.getByRole('checkbox', { name: '接待人' }).check()
    await menu.getByRole('checkbox', { name: '渠道' }).check()
    await menu.getByRole('checkbox', { name: '渠道' }).press('Alt+ArrowUp')
    await menu.getByRole('button', { name: '左移 接待人' }).click()
    await look(page, 'columns')
    await page.keyboard.press('Escape')
    expect((await heads(page)).slice(1)).toEqual(chosen)
    await expect(rows(page).first()).toContainText(DIRECTOR.name)
  })

  await test.step('a filter is saved under a name', async () => {
    await expect(page.getByRole('button', { name: '保存筛选' })).toHaveCount(0)
    await moreFilters(page)
    await word(page, '登记时间', '上月').click()
    await word(page, '原因类别', '管理费用').click()
    await page.getByRole('button', { name: '保存筛选' }).click()
    await page.keyboard.press('Enter')
    await expect(page.getByText('请给这个筛选起个名字')).toBeVisible()
    await page.getByLabel('筛选名称').fill('上月收费')
    await look(page, 'save-filter')
    await page.keyboard.press('Enter')
    await expect(word(page, '我的筛选', '上月收费')).toHaveAttribute('aria-pressed', 'true')
    await word(page, '我的筛选', '上月收费').click()
    await expect(rows(page)).toHaveCount(1)
  })

  page = await desk.restart()
  await signIn(page, DIRECTOR)
  await toList(page)

  await test.step('the columns stayed so, until they are set back', async () => {
    await expect(rows(page)).toHaveCount(1)
    expect((await heads(page)).slice(1)).toEqual(chosen)
    await page.getByRole('button', { name: '列', exact: true }).click()
    await page.getByRole('button', { name: '恢复默认' }).click()
    await page.keyboard.press('Escape')
    expect(await heads(page)).toEqual(first)
  })

  await test.step('the filter is applied, renamed, removed and brought back', async () => {
    await word(page, '我的筛选', '上月收费').click()
    await expect(rows(page)).toHaveCount(0)
    await expect(word(page, '原因类别', '管理费用')).toHaveAttribute('aria-pressed', 'true')
    await page.getByRole('button', { name: '改名' }).click()
    await page.getByLabel('筛选名称').fill('收费投诉')
    await page.keyboard.press('Control+s')
    await expect(word(page, '我的筛选', '收费投诉')).toBeVisible()
    await word(page, '登记时间', '上月').click()
    await page.getByRole('button', { name: '更新“收费投诉”' }).click()
    await expect(word(page, '我的筛选', '收费投诉')).toHaveAttribute('aria-pressed', 'true')
    await look(page, 'saved')
    await page.getByRole('button', { name: '删除', exact: true }).click()
    await expect(word(page, '我的筛选', '收费投诉')).toHaveCount(0)
    await page.getByRole('button', { name: '撤销' }).click()
    await expect(word(page, '我的筛选', '收费投诉')).toBeVisible()
  })
})

test('records are selected by keyboard and mouse, and exported: dates as dates, texts as texts (ui, "List"; domain 13)', async ({
  desk,
}) => {
  const page = await openOffice(desk)
  const numbers = await fill(page, ['=1+1 电梯异响', '车库漏水', '楼道堆物'])
  await test.step('a key leads to the list itself, and an arrow out of its search to the first record', async () => {
    await page.keyboard.press('Control+1')
    await expect(page.getByRole('heading', { name: '今日待办' })).toBeVisible()
    await page.keyboard.press('Control+2')
    await expect(grid(page)).toBeFocused()
    await page.getByRole('searchbox', { name: '搜索投诉' }).press('ArrowDown')
    await expect(grid(page)).toBeFocused()
    await expect(rows(page).first()).toHaveAttribute('aria-selected', 'true')
  })
  await test.step('selected by keyboard and mouse', async () => {
    await page.keyboard.press('Home')
    await page.keyboard.press('Space')
    await expect(page.getByText('已选 1 件')).toBeVisible()
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await expect(page.getByText('已选 3 件')).toBeVisible()
    await page.keyboard.press('Shift+ArrowUp')
    await expect(page.getByText('已选 2 件')).toBeVisible()
    await look(page, 'selected')
    await page.keyboard.press('Escape')
    await expect(page.getByText(/已选/)).toHaveCount(0)
    await page.keyboard.press('Control+a')
    await expect(page.getByText('已选 3 件')).toBeVisible()
    await page.getByRole('checkbox', { name: `选择 ${numbers[1]}` }).click()
    await expect(page.getByText('已选 2 件')).toBeVisible()
    await expect(grid(page)).toBeFocused()
    await page.getByRole('button', { name: '取消选择' }).click()
    await expect(page.getByText(/已选/)).toHaveCount(0)
    await page.getByRole('checkbox', { name: '选择全部' }).click()
    await expect(page.getByText('已选 3 件')).toBeVisible()
    await page.getByRole('button', { name: '取消选择' }).click()
  })

  await test.step('what is filtered, or selected, is exported', async () => {
    const file = desk.profile('..', 'all.xlsx')
    await desk.answerSaveDialog(file)
    await page.getByRole('button', { name: '批量' }).click()
    await expect(page.getByText('列出的 3 件')).toBeVisible()
    await look(page, 'batch')
    await page.getByRole('menuitem', { name: '导出 .xlsx' }).click()
    await expect(page.getByText(/已导出 3 件到/)).toBeVisible()
    const [head = [], ...lines] = await readSheet(file)
    expect(head.slice(0, 5)).toEqual(['编号', '状态', '登记时间', '渠道', '接待人'])
    expect(lines.map(([number]) => number)).toEqual(numbers)
    expect(lines[0]?.[2]).toBeInstanceOf(Date)
    expect(lines[0]?.[head.indexOf('投诉内容')]).toBe('=1+1 电梯异响')
    expect(lines[0]?.[head.indexOf('电话')]).toBe('139 1234 5678')

    const some = desk.profile('..', 'some.xlsx')
    await desk.answerSaveDialog(some)
    await page.getByRole('checkbox', { name: `选择 ${numbers[1]}` }).click()
    await page.getByRole('button', { name: '批量' }).click()
    await page.getByRole('menuitem', { name: '导出 .xlsx' }).click()
    await expect(page.getByText(/已导出 1 件到/)).toBeVisible()
    const [, ...chosen] = await readSheet(some)
    expect(chosen.map(([number]) => number)).toEqual([numbers[1]])
  })
})
