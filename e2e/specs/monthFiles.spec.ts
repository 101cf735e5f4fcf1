import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import { axeFinds } from '../fixtures/axe'
import { expect, test } from '../fixtures/desk'
import { EVERYBODY, openOffice } from '../fixtures/offices'
import { cutOff, keepPicture, setSize } from '../fixtures/look'
import { assign, judge, saveStep, takeNext } from '../pages/complaintSteps'
import { registerComplaint } from '../pages/complaints'
import { filesPart, goToFiles, handedOut, packagePreview } from '../pages/monthFiles'
import { OFFICE, SUPERVISOR, switchTo } from '../pages/office'
import { importUnits } from '../pages/visits'

const PICTURES = 'e2e/results/pictures/monthFiles'
const MEASURES = '已回复张三（138 0000 1234），到五栋二单元三〇一更换轴承，陈师傅办理'
/** However it is written, none of it may leave. */
const PERSONAL = ['张三', '13800001234', '13912345678', '52301', '王建国', '陈师傅', SUPERVISOR.name]

/** Without what stands between the signs. */
const folded = (text: string) => text.normalize('NFKC').replaceAll(/[\p{P}\p{Z}\p{Cc}\p{S}]/gu, '')

test('a month goes out as .xlsx and as a package that names nobody, and both are in the log (domain 12, 13)', async ({
  desk,
}) => {
  test.slow()
  const page = await openOffice(desk, { people: EVERYBODY, at: '2026-11-20T09:00' })
  await setSize(desk.app, 1280, 720)
  await importUnits(page)
  const number = await registerComplaint(page, '=1+1 电梯每天下午异响')
  await judge(page)
  await assign(page)
  await takeNext(page, '处理完毕')
  await page.getByLabel('处理措施').fill(MEASURES)
  await saveStep(page)
  await switchTo(page, SUPERVISOR)

  await goToFiles(page)
  const book = desk.profile('..', 'month.xlsx')
  await desk.answerSaveDialog(book)
  await expect(page.getByText('本月还没有导出过。')).toBeVisible()
  await keepPicture(page, `${PICTURES}/1-files.png`)
  await filesPart(page, '导出 .xlsx').getByRole('button', { name: '导出 .xlsx', exact: true }).last().click()
  await expect(page.getByText(/已导出 12 张表、1 件记录到/).first()).toBeVisible()
  const [head = [], ...complaints] = await readSheet(book, '投诉')
  expect(complaints).toHaveLength(1)
  const [line = []] = complaints
  expect(line[0]).toBe(number)
  expect(line[head.indexOf('登记时间')]).toBeInstanceOf(Date)
  expect(line[head.indexOf('投诉内容')]).toBe('=1+1 电梯每天下午异响')
  expect(line[head.indexOf('处理措施')]).toBe(MEASURES)
  const [names = [], ...figures] = await readSheet(book, '统计')
  const added = figures.find(([, name]) => name === '新增投诉')
  expect(added?.[names.indexOf('数值')]).toBe(1)
  expect(String(added?.[names.indexOf('定义')]).length).toBeGreaterThan(5)
  const [, ...carried] = await readSheet(book, '结转')
  expect(carried.find(([register]) => register === '投诉')?.slice(1)).toEqual([0, 0, 1, 1, 0, 0, 1])
  const [, ...checks] = await readSheet(book, '检查清单')
  expect(checks.length).toBeGreaterThan(10)

  // Nothing leaves that was not looked at first.
  const part = filesPart(page, '上报包')
  await expect(part.getByRole('button', { name: '保存上报包' })).toHaveCount(0)
  await part.getByRole('checkbox', { name: '处理措施' }).click()
  await part.getByRole('button', { name: '预览' }).click()
  const preview = packagePreview(page)
  await expect(preview).toBeFocused()
  await expect(preview.getByRole('status')).toContainText('检查通过')
  await preview.getByRole('button', { name: /^投诉/ }).click()
  const row = preview.getByRole('row', { name: new RegExp(number) })
  await expect(row).toContainText('已回复〔姓名〕(〔号码〕),到〔房号〕更换轴承,〔姓名〕办理')
  await expect(row).toContainText('设施设备')
  await preview.getByRole('button', { name: /^统计/ }).click()
  await row.scrollIntoViewIfNeeded()
  expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false)
  await keepPicture(page, `${PICTURES}/2-preview.png`)
  expect(await axeFinds(page)).toEqual([])

  const file = desk.profile('..', 'package.zip')
  await desk.answerSaveDialog(null)
  await part.getByRole('button', { name: '保存上报包' }).click()
  await expect(page.getByText('没有保存上报包').first()).toBeVisible()
  await desk.answerSaveDialog(desk.profile('..', 'unplugged', 'package.zip'))
  await part.getByRole('button', { name: '保存上报包' }).click()
  await expect(page.getByText(/找不到要保存到的地方/).first()).toBeVisible()
  await keepPicture(page, `${PICTURES}/3-unplugged.png`)
  await desk.answerSaveDialog(file)
  await page.keyboard.press('Control+s')
  await expect(page.getByText(/已保存上报包到/).first()).toBeVisible()

  const files = unzipSync(new Uint8Array(await readFile(file)))
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining(['package.json', '统计.csv', '投诉.csv', '月度上报包.txt']),
  )
  for (const [name, bytes] of Object.entries(files)) {
    const text = folded(`${name}\n${strFromU8(bytes)}`)
    expect(PERSONAL.filter((word) => text.includes(word))).toEqual([])
  }
  const data: unknown = JSON.parse(strFromU8(files['package.json'] ?? new Uint8Array()))
  expect(data).toMatchObject({
    format: 'front-desk.month',
    version: 1,
    month: '2026-11',
    office: OFFICE.office,
  })
  expect(strFromU8(files['投诉.csv'] ?? new Uint8Array())).toContain(`${number},2026-11-20,来电`)

  // One line each, those that were given up too.
  await expect(handedOut(page)).toHaveCount(4)
  await expect(handedOut(page).first()).toContainText(`${SUPERVISOR.name}上报包1 件，文字 1 处`)
  await expect(handedOut(page).last()).toContainText('导出 .xlsx12 张表，1 件')
  await handedOut(page).last().scrollIntoViewIfNeeded()
  await keepPicture(page, `${PICTURES}/4-log.png`)
  expect(await cutOff(page)).toEqual([])

  await page.emulateMedia({ colorScheme: 'dark' })
  await setSize(desk.app, 1024, 720)
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1024)
  await keepPicture(page, `${PICTURES}/5-dark.png`)
  expect(await cutOff(page)).toEqual([])
})
