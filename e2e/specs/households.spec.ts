import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { axeFinds } from '../fixtures/axe'
import { expect, test } from '../fixtures/desk'
import { EVERYBODY, openOffice } from '../fixtures/offices'
import { chooseImport, csvFile, HEADER, importFile, openHousehold } from '../pages/households'
import { CLERK, goTo, switchTo, VIEWER } from '../pages/office'

const ROWS = [
  '5,2,301,住宅,89.5,自住,2020-05-01,单雄信,业主,13812345678,0012,浙A12345,B1-017',
  '5,2,301,,,,,李四,家属,0571-88888888,,,',
  '5,2,1201,住宅,120,出租,,欧阳娜娜,租户,13900000001、13900000002,123X,,',
]

test('a household is written and found by keyboard, and only read by 查阅 (domain 4)', async ({ desk }) => {
  const page = await openOffice(desk, { people: EVERYBODY, as: CLERK })
  await goTo(page, '住户')
  await expect(page.getByRole('heading', { name: '住户', exact: true })).toBeVisible()
  await page.keyboard.press('Control+n')
  await page.getByLabel('楼栋', { exact: true }).fill('5栋')
  await page.keyboard.press('Enter')
  await page.keyboard.type('2')
  await page.keyboard.press('Enter')
  await page.keyboard.type('301')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('heading', { name: '5-2-301', exact: true })).toBeVisible()

  await page.getByRole('button', { name: '添加人员' }).press('Enter')
  const person = page.getByRole('form', { name: '人员' })
  await expect(person.getByLabel('姓名')).toBeFocused()
  await page.keyboard.type('单雄信')
  await person.getByLabel('证件末四位').fill('330106199001011234')
  await page.keyboard.press('Control+s')
  await expect(person.getByText('请不要登记完整的证件号码，只填末四位。')).toBeVisible()
  await person.getByLabel('证件末四位').fill('1234')
  await person.getByLabel('电话').fill('13812345678、0571-88888888')
  await page.keyboard.press('Control+s')
  await expect(person).toBeHidden()
  await expect(page.getByRole('list', { name: '人员' }).getByText('138 1234 5678')).toBeVisible()

  await expect(page.getByRole('button', { name: '添加人员' })).toBeFocused()

  await page.getByRole('button', { name: '添加车辆' }).press('Enter')
  await expect(page.getByRole('form', { name: '车辆' }).getByLabel('车牌号')).toBeFocused()
  await page.keyboard.type('浙a12345')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('list', { name: '车辆' }).getByText('浙A·12345')).toBeVisible()

  await page.getByRole('button', { name: '添加重点关注' }).press('Enter')
  const care = page.getByRole('form', { name: '重点关注' })
  await care.getByRole('radio', { name: '行动不便' }).click()
  await care.getByLabel('说明').fill('轮椅')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('list', { name: '重点关注' }).getByText('轮椅')).toBeVisible()
  await expect(page.getByRole('region', { name: '重点关注' })).toContainText('行动不便')

  for (const words of ['52301', 'sxx', '1234567', '浙a123']) {
    await openHousehold(page, words)
    await expect(page.getByRole('heading', { name: '5-2-301', exact: true })).toBeVisible()
  }
  expect(await axeFinds(page)).toEqual([])

  await switchTo(page, VIEWER)
  await openHousehold(page, 'shanxiongxin')
  await expect(page.getByRole('list', { name: '人员' })).toBeVisible()
  for (const name of ['添加人员', '新建住户', '导入', '导出', '作废']) {
    await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0)
  }
})

test('what was half typed about a person is back after a kill (domain 10)', async ({ desk }) => {
  let page = await openOffice(desk)
  await importFile(page, csvFile(ROWS))
  await openHousehold(page, '521201')
  await page.getByRole('button', { name: '添加人员' }).click()
  await page.getByRole('form', { name: '人员' }).getByLabel('姓名').fill('半个名字')
  await expect(page.getByRole('img', { name: '草稿已存' })).toBeVisible()
  await desk.kill()
  page = await desk.start()
  await page.getByLabel('PIN', { exact: true }).fill('270914')
  await page.keyboard.press('Enter')
  await openHousehold(page, '521201')
  await expect(page.getByRole('form', { name: '人员' }).getByLabel('姓名')).toHaveValue('半个名字')
})

test('a file is previewed, refused whole for one error, imported, found unchanged, and exported for Chinese Excel (domain 4)', async ({
  desk,
}) => {
  const page = await openOffice(desk)

  await test.step('a file is previewed, refused whole for one error, imported, and found unchanged (domain 4)', async () => {
    const wrong = [...ROWS, '5,2,303,别墅群,很大,自住,2020-02-30,王五,业主,12,,,']
    const gb18030 = iconv.encode([HEADER, ...wrong].join('\r\n'), 'gb18030')
    await chooseImport(page, { name: '住户.csv', mimeType: 'text/csv', buffer: gb18030 })
    const errors = page.getByRole('table', { name: '错误列表' })
    await expect(errors.getByRole('row')).toHaveCount(5)
    await expect(errors.getByRole('row', { name: /5 用途 不认得“别墅群”/ })).toBeVisible()
    await expect(page.getByRole('button', { name: '导入', exact: true })).toHaveCount(0)
    expect(await axeFinds(page)).toEqual([])

    await page.getByRole('button', { name: '换一个文件' }).click()
    await page.locator('input[type=file]').setInputFiles(csvFile(ROWS))
    await expect(page.getByText('新建 2 户')).toBeVisible()
    await page.getByRole('button', { name: '导入', exact: true }).click()
    await expect(page.getByText('导入完成：新建 2 户，更新 0 户，不变 0 户。')).toBeVisible()

    const exported = join(desk.dataDir, '导出.xlsx')
    await desk.answerSaveDialog(exported)
    await page.getByRole('button', { name: '查看住户' }).click()
    // As people walk past the doors: floor 12 comes after floor 3.
    const units = page.getByRole('grid', { name: '住户列表' }).getByRole('row')
    await expect(units.nth(1)).toContainText('5-2-301')
    await expect(units.nth(2)).toContainText('5-2-1201')
    await page.getByRole('button', { name: '导出' }).click()
    await page.getByRole('menuitem', { name: 'Excel 文件（.xlsx）' }).click()
    await expect(page.getByText(/已导出/)).toBeVisible()
    await chooseImport(page, { name: '导出.xlsx', mimeType: '', buffer: await readFile(exported) })
    await expect(page.getByText('文件与现有档案一致，没有要导入的内容。')).toBeVisible()

    await page.getByRole('button', { name: '换一个文件' }).click()
    const changed = ROWS.map((row) => row.replace('89.5', '90'))
    await page.locator('input[type=file]').setInputFiles(csvFile(changed))
    await expect(page.getByText('更新 1 户')).toBeVisible()
    await expect(page.getByRole('grid', { name: '变化列表' })).toContainText('建筑面积：89.5 → 90')
  })

  await test.step('a .csv for Chinese Excel begins with a BOM, and one in GB18030 is that', async () => {
    await goTo(page, '住户')
    for (const [item, encoding] of [
      ['CSV 文件（UTF-8）', 'utf8'],
      ['CSV 文件（GB18030）', 'gb18030'],
    ] as const) {
      const path = join(desk.dataDir, `${encoding}.csv`)
      await desk.answerSaveDialog(path)
      await page.getByRole('button', { name: '导出' }).click()
      await page.getByRole('menuitem', { name: item }).click()
      await expect(page.getByText(`已导出 ${path}`)).toBeVisible()
      const bytes = await readFile(path)
      const text = iconv.decode(bytes, encoding, { stripBOM: false })
      expect(text.startsWith('\ufeff')).toBe(encoding === 'utf8')
      expect(text).toContain('欧阳娜娜')
    }
  })

  await test.step('files that are no tables are refused by name (quality 6)', async () => {
    const refuse = async (name: string, buffer: Buffer, sentence: RegExp) => {
      await chooseImport(page, { name, mimeType: 'application/octet-stream', buffer })
      await expect(page.getByRole('alert').getByText(sentence)).toBeVisible()
    }
    await refuse('a.xlsx', Buffer.from('PK\u0003\u0004 broken'), /文件已损坏/)
    await refuse('b.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /旧版 \.xls/)
    await refuse('c.csv', Buffer.from('甲,乙\r\n1,2'), /没有找到表头/)
    await refuse('d.csv', Buffer.alloc(0), /空文件/)
  })
})

test('10,000 units are imported in well under a minute, and a cancelled import writes nothing', async ({
  desk,
}) => {
  test.setTimeout(180_000)
  const page = await openOffice(desk)
  const rows = Array.from({ length: 10_000 }, (_, i) => {
    const door = `${Math.floor(i / 400) + 1},${(Math.floor(i / 100) % 4) + 1},${(i % 100) + 101}`
    const phone = `138${String(i).padStart(8, '0')}`
    return `${door},住宅,89.5,自住,2020-05-01,张${i},业主,${phone},,浙A${String(i).padStart(5, '0')},`
  })
  await chooseImport(page, csvFile(rows))
  const start = page.getByRole('button', { name: '导入', exact: true })
  await start.click({ timeout: 60_000 })
  await page.getByRole('button', { name: '取消' }).click()
  await expect(page.getByText('已取消，没有写入任何内容。')).toBeVisible()
  await page.locator('input[type=file]').setInputFiles(csvFile(rows))
  await expect(page.getByText('新建 10,000 户')).toBeVisible({ timeout: 60_000 })
  const begun = Date.now()
  await start.click()
  await expect(page.getByText(/导入完成：新建 10,000 户/)).toBeVisible({ timeout: 60_000 })
  test
    .info()
    .annotations.push({ type: 'import of 10,000 units, s', description: `${(Date.now() - begun) / 1000}` })
  await openHousehold(page, '浙A09999')
  await expect(page.getByRole('heading', { name: '25-4-200', exact: true })).toBeVisible()
})
