import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/desk'
import { EVERYBODY, openOffice } from '../fixtures/offices'
import { openIntake, registerComplaint, savedNumber } from '../pages/complaints'
import { csvFile, importFile } from '../pages/households'
import { DIRECTOR, goTo, signIn, switchTo, VIEWER } from '../pages/office'

const LIFT = '5号楼电梯连着三天没有人来修'

const panel = (page: Page, name: string | RegExp) => page.getByRole('region', { name })
const others = (page: Page) => page.getByRole('list', { name: '其他投诉人' })

/** A picture to be looked at, where the run asks for some. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['DESK_LOOK']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}

/** 加投诉人 on the record that is open: fills the form, does not save. */
async function fillPerson(page: Page, name: string | null, words: string): Promise<void> {
  await page.getByRole('button', { name: '加投诉人' }).click()
  const form = page.getByRole('form', { name: '加投诉人表单' })
  await expect(form.getByRole('combobox', { name: '住户' })).toBeFocused()
  if (name === null) await form.getByLabel('匿名').check()
  else {
    await form.getByLabel('投诉人', { exact: true }).fill(name)
    await form.getByLabel('电话', { exact: true }).fill('13800007777')
  }
  await form.getByLabel('这位投诉人的话').fill(words)
}

async function addPerson(page: Page, name: string | null, words: string): Promise<void> {
  await fillPerson(page, name, words)
  await page.keyboard.press('Control+s')
  await expect(others(page).getByText(words)).toBeVisible()
}

/** Opens a record of the list by its number. */
async function openRecord(page: Page, number: string): Promise<void> {
  await goTo(page, '投诉')
  const box = page.getByRole('searchbox', { name: '搜索投诉' })
  await box.fill(number)
  await expect(page.getByText('找到 1 件')).toBeVisible()
  await page.getByRole('gridcell', { name: number, exact: true }).click()
  await expect(page.getByRole('heading', { name: number })).toBeVisible()
}

test('several people on one matter, one of them 匿名, wait for one answer; 查阅 changes nothing of it (domain 1 and 5)', async ({
  desk,
}) => {
  let page = await openOffice(desk, { people: EVERYBODY })
  let number = ''
  await test.step('several people on one matter, one of them 匿名, wait for one answer (domain 5)', async () => {
    number = await registerComplaint(page, LIFT)
    await addPerson(page, '赵敏', '我也等了三天，孩子上学要爬楼')
    await addPerson(page, null, '晚上停在半层，吓人')
    await expect(others(page).getByRole('listitem')).toHaveCount(2)
    await expect(others(page).getByText('138 0000 7777')).toBeVisible()
    await picture(page, 'others')

    // Whoever was added by mistake goes with a reason, and the timeline keeps it.
    await addPerson(page, '钱多', '登记错了')
    const wrong = others(page).getByRole('listitem').filter({ hasText: '钱多' })
    await wrong.getByRole('button', { name: '移除' }).click()
    await page.getByLabel('移除原因').fill('是另一个小区的人')
    await picture(page, 'removing')
    await page.keyboard.press('Control+s')
    await expect(wrong).toBeHidden()
    await expect(panel(page, '时间线').getByText('是另一个小区的人')).toBeVisible()

    page = await desk.restart()
    await signIn(page, DIRECTOR)
    await goTo(page, '投诉')
    // The second person finds the matter as the first does; a 匿名 one gives nothing away.
    await page.getByRole('searchbox', { name: '搜索投诉' }).fill('zm')
    await expect(page.getByText('找到 1 件')).toBeVisible()
    await openRecord(page, number)
    await expect(others(page).getByRole('listitem')).toHaveCount(2)

    await page.locator('button[data-main]', { hasText: '判定' }).click()
    for (const choice of ['咨询型', '轻微', '设施设备'])
      await page.getByRole('radio', { name: choice }).click()
    await page.keyboard.press('Control+s')
    await page.getByRole('button', { name: '答复', exact: true }).last().click()
    const waiting = page.getByRole('list', { name: '等这次答复的有 2 人' })
    await expect(waiting.getByText('王建国')).toBeVisible()
    await expect(waiting.getByRole('button', { name: '复制赵敏的电话' })).toBeVisible()
    await picture(page, 'waiting')
  })

  await test.step('查阅 sees the people and the links, and changes neither (domain 1)', async () => {
    await registerComplaint(page, LIFT, '钱多')
    await switchTo(page, VIEWER)
    await openRecord(page, number)
    await expect(others(page).getByText('我也等了三天')).toBeVisible()
    await expect(others(page).getByRole('button', { name: '移除' })).toHaveCount(0)
    await expect(page.getByRole('button', { name: /^加投诉人（需要/ })).toBeDisabled()
    await expect(panel(page, '关联记录').getByRole('button', { name: '关联', exact: true })).toHaveCount(0)
    await expect(panel(page, /可能是同一件事/)).toHaveCount(0)
  })
})

test('the same matter typed again goes to its record, and two numbers of it become one (quality 9.13)', async ({
  desk,
}) => {
  let page = await openOffice(desk)

  await test.step('the same matter typed again is recognised and goes to its record', async () => {
    await importFile(
      page,
      csvFile([
        '5,2,301,住宅,89,自住,,单雄信,业主,13812345678,,,',
        '5,2,502,住宅,89,自住,,赵敏,业主,13900001111,,,',
      ]),
    )
    const number = await registerComplaint(page, LIFT)
    await openIntake(page)
    await page.getByRole('combobox', { name: '住户' }).fill('502')
    await page.getByRole('option', { name: /赵敏/ }).click()
    await page.getByLabel('投诉内容').fill('五号楼的电梯三天没人来修了，老人下不了楼')
    const similar = panel(page, /可能是同一件事/)
    await expect(similar.getByText(number)).toBeVisible()
    await expect(similar.getByText(/内容相近 \d+%/)).toBeVisible()
    await page.getByLabel('诉求').fill('先给老人送饭')
    await picture(page, 'intake')

    // By keyboard: nothing opens by itself, and the button says what it does.
    await similar.getByRole('button', { name: `并入此件：${number}` }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByText(`已并入 ${number}，没有另占编号`).first()).toBeVisible()
    await expect(page.getByRole('heading', { name: number })).toBeVisible()
    const added = others(page).getByRole('listitem')
    await expect(added.getByText('赵敏', { exact: true })).toBeVisible()
    await expect(added.getByText(/老人下不了楼\n诉求：先给老人送饭/)).toBeVisible()
    // The draft went with it, and no number was spent.
    await openIntake(page)
    await expect(page.getByLabel('投诉内容')).toHaveValue('')
    await page.keyboard.press('Escape')
    expect(await registerComplaint(page, '门口路灯不亮')).toMatch(/0002$/)
  })

  await test.step('并案: two numbers of one matter become one, and both say it (quality 9.13)', async () => {
    const first = await registerComplaint(page, LIFT)
    const second = await registerComplaint(page, '五号楼电梯三天没有人来修，太慢了', '赵敏')
    const similar = panel(page, /可能是同一件事/)
    await similar.getByRole('button', { name: `并入此件：${first}` }).click()
    const dialog = page.getByRole('dialog', { name: `${second} 并入 ${first}` })
    await picture(page, 'joining')
    await dialog.getByRole('button', { name: `并案，${second} 结束` }).click()
    await expect(page.getByRole('heading', { name: first })).toBeVisible()
    await expect(others(page).getByText(`由 ${second} 并案`)).toBeVisible()
    await expect(others(page).getByRole('button', { name: '移除' })).toHaveCount(0)
    await expect(panel(page, '时间线').getByText(`${second} → ${first}`)).toBeVisible()
    await picture(page, 'joined')

    page = await desk.restart()
    await signIn(page, DIRECTOR)
    await goTo(page, '投诉')
    // Its number finds the one that goes on, among the open ones; the ended one stands behind it.
    await page.getByRole('searchbox', { name: '搜索投诉' }).fill(second)
    await expect(page.getByText('找到 1 件')).toBeVisible()
    await page.getByRole('gridcell', { name: first, exact: true }).click()
    await panel(page, '关联记录').getByRole('link', { name: second }).click()
    await expect(page.getByRole('heading', { name: second })).toBeVisible()
    await expect(page.getByRole('main').getByText('已并入')).toBeVisible()
    await expect(panel(page, '关联记录').getByText('并案')).toBeVisible()
    await picture(page, 'ended')
    await page.getByRole('main').getByRole('link', { name: first }).first().click()
    await expect(page.getByRole('heading', { name: first })).toBeVisible()
  })
})

test('关联 with another number, what is missing before 并入, and an answer in two windows', async ({
  desk,
}) => {
  const page = await openOffice(desk)

  await test.step('关联 by a number typed in short, on both sides, and 取消关联 (domain 10)', async () => {
    const first = await registerComplaint(page, '楼道堆放杂物')
    const second = await registerComplaint(page, '地下车库道闸坏了')
    const links = panel(page, '关联记录')
    await links.getByRole('button', { name: '关联', exact: true }).click()
    await expect(page.getByRole('combobox', { name: '关联哪一件' })).toBeFocused()
    await page.keyboard.type('1')
    await expect(page.getByRole('option', { name: new RegExp(first) })).toBeVisible()
    await picture(page, 'linking')
    await page.keyboard.press('Enter')
    await expect(links.getByRole('link', { name: first })).toBeVisible()
    await expect(links.getByText('楼道堆放杂物')).toBeVisible()
    await picture(page, 'linked')
    await links.getByRole('link', { name: first }).click()
    await expect(page.getByRole('heading', { name: first })).toBeVisible()
    await expect(links.getByRole('link', { name: second })).toBeVisible()
    await links.getByRole('button', { name: `取消关联 ${second}` }).click()
    await expect(links.getByText('没有关联的记录')).toBeVisible()
    await openRecord(page, second)
    await expect(links.getByText('没有关联的记录')).toBeVisible()
  })

  await test.step('what is missing is asked for before anything goes to another record', async () => {
    const number = await registerComplaint(page, LIFT)
    await openIntake(page)
    await page.getByLabel('投诉内容').fill(LIFT)
    await panel(page, /可能是同一件事/)
      .getByRole('button', { name: `并入此件：${number}` })
      .click()
    await expect(page.getByLabel('投诉人', { exact: true })).toBeFocused()
    // The next Ctrl+S is an ordinary one.
    await page.getByLabel('投诉人', { exact: true }).fill('赵敏')
    await page.getByLabel('电话', { exact: true }).fill('13800007777')
    await page.keyboard.press('Control+s')
    expect(await savedNumber(page)).toMatch(/0004$/)
  })

  await test.step('two windows: who answers is told of a person added meanwhile, and sees both (quality 9.4)', async () => {
    await registerComplaint(page, LIFT)
    await page.locator('button[data-main]', { hasText: '判定' }).click()
    for (const choice of ['咨询型', '轻微', '设施设备'])
      await page.getByRole('radio', { name: choice }).click()
    await page.keyboard.press('Control+s')
    await expect(page.getByRole('button', { name: '答复', exact: true }).last()).toBeVisible()
    const opened = desk.app.waitForEvent('window')
    await page.getByRole('button', { name: '更多', exact: true }).click()
    await page.getByRole('menuitem', { name: '在新窗口打开' }).click()
    const other = await opened
    await other.getByRole('button', { name: '答复', exact: true }).last().click()
    await other.getByLabel('答复内容').fill('配件已到，今天修好')

    // A correction of the intake does not concern who answers; another person does.
    await page.getByRole('heading', { name: /客服-TS/ }).click()
    await page.keyboard.press('F2')
    await page.getByLabel('诉求').fill('尽快')
    await page.keyboard.press('Control+s')
    await expect(page.getByLabel('诉求')).toBeHidden()
    await expect(other.getByRole('region', { name: '受理' }).getByText('尽快')).toBeVisible()
    await expect(other.getByText('这一部分刚在别处改过')).toHaveCount(0)

    await addPerson(page, '赵敏', '我也等了三天')
    const told = other.getByRole('region', { name: '答复' })
    await expect(told.getByText('投诉人的话： → 我也等了三天')).toBeVisible()
    await expect(other.getByRole('list', { name: '等这次答复的有 2 人' })).toBeVisible()
    await expect(other.getByLabel('答复内容')).toHaveValue('配件已到，今天修好')
    await picture(other, 'elsewhere')
    await other.keyboard.press('Control+s')
    await expect(other.getByText(/刚在另一个窗口改过/)).toBeVisible()
    await other.getByRole('button', { name: '看过了，保留我写的' }).click()
    await other.keyboard.press('Control+s')
    await expect(other.getByLabel('答复内容')).toBeHidden()
    await expect(page.getByText('配件已到，今天修好').first()).toBeVisible()
  })
})
