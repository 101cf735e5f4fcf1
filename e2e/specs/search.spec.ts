import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/desk'
import { cutOff, keepPicture, setSize } from '../fixtures/look'
import { openOffice } from '../fixtures/offices'
import { registerComplaint } from '../pages/complaints'
import { csvFile, importFile } from '../pages/households'
import { goTo } from '../pages/office'

const HOUSEHOLDS = csvFile([
  '5,2,301,住宅,89.5,自住,2020-05-01,单雄信,业主,13812345678,0012,浙A12345,B1-017',
  '6,1,1102,住宅,120,出租,,欧阳娜娜,租户,13900000001,123X,,',
])

const PICTURES = 'test-results/search'

async function open(page: Page, name = '搜索') {
  await page.keyboard.press('Control+k')
  const dialog = page.getByRole('dialog', { name })
  const box = dialog.getByRole('combobox')
  await expect(box).toBeFocused()
  return { dialog, box }
}

test('everything is found while typing, grouped and marked, by keyboard alone (issue "Search")', async ({
  desk,
}) => {
  const page = await openOffice(desk)
  await importFile(page, HOUSEHOLDS)
  const numbers: string[] = []
  for (const content of [
    '电梯漏水',
    '楼道漏水',
    '地下室漏水，下雨就漏',
    '外墙漏水',
    '屋顶漏水',
    'wifi机房漏水',
  ])
    numbers.push(await registerComplaint(page, content))

  const { dialog, box } = await open(page)
  const group = (name: string) => dialog.getByRole('group', { name, exact: true })

  await test.step('part of a phone, a plate, a door, initials and pinyin lead to the household', async () => {
    for (const [words, mark] of [
      ['2345678', '234 5678'],
      ['浙a123', '浙A·123'],
      ['52301', '5-2-301'],
      ['sxx', '单雄信'],
      ['ouyangna', '欧阳娜'],
    ] as const) {
      await box.fill(words)
      await expect(group('住户').locator('mark').first()).toHaveText(mark)
    }
  })

  await test.step('words of the text, several together, Latin and Chinese', async () => {
    await box.fill('WIFI 漏水')
    await expect(dialog.getByRole('option')).toHaveCount(1)
    await expect(dialog.getByRole('option').locator('mark')).toHaveText(['wifi', '漏水'])
  })

  await test.step('a number in short opens its record', async () => {
    await box.fill('ts3')
    await expect(dialog.getByRole('option').first()).toContainText(numbers[2] ?? '')
    await box.fill('漏水')
    await expect(group('投诉').getByRole('option')).toHaveCount(6)
  })

  await test.step('the rest of a group, and the filters', async () => {
    const last = dialog.getByRole('option', { name: /全部投诉 6 条/ })
    for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowDown')
    await expect(last).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Enter')
    await expect(last).toHaveCount(0)
    await expect(dialog.getByRole('option')).toHaveCount(6)
    await expect(box).toBeFocused()

    await page.keyboard.press('Tab')
    // The button that empties the line comes first.
    await page.keyboard.press('Tab')
    const register = dialog.getByRole('group', { name: '登记簿' })
    await expect(register.getByRole('button', { name: /^投诉/ })).toBeFocused()
    await expect(register.getByRole('button', { name: /^投诉/ })).toHaveAttribute('aria-pressed', 'true')
    await page.keyboard.press('Space')
    await expect(dialog.getByRole('option', { name: /全部投诉 6 条/ })).toBeVisible()
    for (let step = 0; step < 9; step += 1) await page.keyboard.press('ArrowRight')
    await expect(dialog.getByRole('button', { name: '已结' })).toBeFocused()
    await page.keyboard.press('Space')
    await expect(dialog.getByText('没有找到“漏水”')).toBeVisible()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Space')
    await expect(group('投诉').getByRole('option')).toHaveCount(6)
    await dialog.getByRole('button', { name: '上月' }).press('Enter')
    await expect(dialog.getByText('没有找到“漏水”')).toBeVisible()
    await dialog.getByRole('button', { name: '本月' }).press('Enter')
    await expect(group('投诉').getByRole('option')).toHaveCount(6)
    await page.keyboard.press('ArrowUp')
    await expect(box).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: /-TS-/ })).toBeVisible()
  })

  await test.step('what was saved a moment ago is found', async () => {
    const number = await registerComplaint(page, '门禁失灵', '诸葛亮')
    const again = await open(page)
    await again.box.fill('漏水')
    await expect(again.dialog.getByRole('option').first()).toBeVisible()
    // Enter before the answer means what was typed, and not a hit of the question before.
    await again.box.fill('zgl 门禁')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: number })).toBeVisible()
  })

  await test.step('nothing of it is cut off, in Chinese and in English, wide and narrow', async () => {
    for (const [language, name] of [
      ['中文', '搜索'],
      ['English', 'Search'],
    ] as const) {
      if (language === 'English') {
        await goTo(page, '设置')
        await page.getByRole('tab', { name: '界面' }).click()
        await page.getByRole('radio', { name: language }).click()
        await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible()
      }
      for (const [width, height] of [
        [1280, 800],
        [800, 600],
      ] as const) {
        await setSize(desk.app, width, height)
        const again = await open(page, name)
        for (const [at, words] of ['', '漏水', '张三疯'].entries()) {
          await again.box.fill(words)
          if (at > 0) await expect(again.dialog.getByRole('status')).toContainText(at === 1 ? '6' : words)
          expect(await cutOff(page)).toEqual([])
          await keepPicture(page, `${PICTURES}/${name}-${width}-${at}.png`)
        }
        // The first empties the line.
        await page.keyboard.press('Escape')
        await page.keyboard.press('Escape')
        await expect(again.dialog).toBeHidden()
      }
    }
  })
})
