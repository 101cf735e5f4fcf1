import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/desk'
import { openOffice } from '../fixtures/offices'
import { openIntake, registerComplaint } from '../pages/complaints'
import { assign, complete, judge, mainButton, saveStep } from '../pages/complaintSteps'
import { DIRECTOR, goTo, signIn } from '../pages/office'

const LIFT = '5号楼电梯连着三天没有人来修'

const panel = (page: Page, name: string | RegExp) => page.getByRole('region', { name })
const section = (page: Page, name: string) =>
  page.getByRole('main').getByRole('region', { name, exact: true })

const visited = (page: Page) => page.getByRole('radiogroup', { name: '回访对象' })

/** A picture to be looked at, where the run asks for some. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['DESK_LOOK']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}

async function addPerson(page: Page, name: string, words: string): Promise<void> {
  await page.getByRole('button', { name: '加投诉人' }).click()
  const form = page.getByRole('form', { name: '加投诉人表单' })
  await form.getByLabel('投诉人', { exact: true }).fill(name)
  await form.getByLabel('电话', { exact: true }).fill('13800007777')
  await form.getByLabel('这位投诉人的话').fill(words)
  await saveStep(page)
  await expect(page.getByText(words).first()).toBeVisible()
}

test('of two people each is answered and visited by name; who rings again is 再次来电, and nobody more (domain 5)', async ({
  desk,
}) => {
  let page = await openOffice(desk)

  await test.step('of two people one is 满意 and one 不满意', async () => {
    const number = await registerComplaint(page, LIFT)
    await addPerson(page, '赵敏', '我也等了三天，孩子上学要爬楼')
    await judge(page)
    await assign(page)
    await complete(page)

    // An 答复 to one leaves the other waiting, and the form offers that one next.
    await mainButton(page).click()
    const whom = page.getByRole('radiogroup', { name: '对谁' })
    await expect(whom.getByRole('radio', { name: '全部' })).toBeChecked()
    await whom.getByRole('radio', { name: '王建国' }).click()
    await page.getByLabel('答复内容').fill('门机换好了')
    await picture(page, 'answering')
    await saveStep(page)
    await expect(section(page, '答复').getByText('对 王建国')).toBeVisible()
    await expect(section(page, '答复').getByText('还等答复：赵敏')).toBeVisible()
    await mainButton(page).click()
    await expect(whom.getByRole('radio', { name: '赵敏' })).toBeChecked()
    await page.getByLabel('答复内容').fill('明天再去看半层的地方')
    await saveStep(page)
    await expect(page.getByText(/^还等答复/)).toHaveCount(0)

    await mainButton(page).click()
    await expect(visited(page).getByRole('radio', { name: '王建国' })).toBeChecked()
    await expect(page.getByRole('list', { name: '要回访的有 2 人' })).toBeVisible()
    await page.getByRole('radio', { name: '满意', exact: true }).click()
    await picture(page, 'visiting')
    await saveStep(page)
    await expect(section(page, '回访').getByText('回访 王建国')).toBeVisible()
    await expect(section(page, '回访').getByText('还没有回访到：赵敏')).toBeVisible()
    await picture(page, 'visited')

    page = await desk.restart()
    await signIn(page, DIRECTOR)
    await goTo(page, '投诉')
    await page.getByRole('gridcell', { name: number, exact: true }).click()
    await section(page, '回访').getByRole('button', { name: /回访/ }).click()
    await expect(visited(page).getByRole('radio', { name: '赵敏' })).toBeChecked()
    await page.getByRole('radio', { name: '不满意', exact: true }).click()
    await page.getByLabel('投诉人的话').fill('晚上还是停在半层')
    await page.keyboard.press('Control+s')
    // The linked complaint is of the one who is not satisfied; the other goes on with it.
    await expect(page.getByRole('heading', { name: /0002$/ })).toBeVisible()
    await expect(section(page, '受理').getByText('晚上还是停在半层')).toBeVisible()
    await expect(page.getByRole('list', { name: '其他投诉人' }).getByText('王建国')).toBeVisible()
    await picture(page, 'linked')
  })

  await test.step('who rings again about their own complaint', async () => {
    const number = await registerComplaint(page, LIFT, '沈启明')
    await openIntake(page)
    await page.getByLabel('投诉人', { exact: true }).fill('沈启明')
    await page.getByLabel('电话', { exact: true }).fill('13912345678')
    await page.getByLabel('投诉内容').fill('五号楼电梯三天了还是没有人来修')
    await panel(page, /可能是同一件事/)
      .getByRole('button', { name: `并入此件：${number}` })
      .click()
    await expect(page.getByRole('heading', { name: number })).toBeVisible()
    await expect(page.getByRole('heading', { name: '再次来电（1）' })).toBeVisible()
    await expect(
      page.getByRole('list', { name: '再次来电' }).getByText('五号楼电梯三天了还是没有人来修'),
    ).toBeVisible()
    await expect(page.getByText(/^其他投诉人/)).toHaveCount(0)
    await picture(page, 'again')
    await judge(page, '轻微', '设施设备', '咨询型')
    await mainButton(page).click()
    await expect(page.getByLabel('答复内容')).toBeVisible()
    await expect(page.getByText(/^等这次答复的有/)).toHaveCount(0)
    await expect(page.getByRole('radiogroup', { name: '对谁' })).toHaveCount(0)
  })
})
