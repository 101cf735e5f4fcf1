import type { Page } from '@playwright/test'
import { axeFinds } from '../fixtures/axe'
import { expect, test } from '../fixtures/desk'
import { EVERYBODY, openOffice } from '../fixtures/offices'
import { cutOff, keepPicture, setSize } from '../fixtures/look'
import { openIntake, registerComplaint, savedNumber } from '../pages/complaints'
import { guidancePanel, openGuidance, openMatter, showMatter } from '../pages/guidance'
import { CLERK, signIn, SUPERVISOR, switchTo } from '../pages/office'

async function shot(page: Page, name: string): Promise<void> {
  await keepPicture(page, `e2e/results/pictures/guidance/${name}.png`)
}

/** What axe finds wrong, light and dark: rule and element. */
async function violations(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    const wrong = await axeFinds(page)
    found.push(...wrong.map((one) => `${colorScheme}: ${one}`))
    if (colorScheme === 'dark') await shot(page, `dark-${new URL(page.url()).hash.replaceAll(/\W/g, '')}`)
  }
  return found
}

test('what is being typed finds its matter, by keyboard too; two windows on it are shown both (domain 9; quality 9.4)', async ({
  desk,
}) => {
  const page = await openOffice(desk)

  await test.step('beside the intake and the record', async () => {
    await setSize(desk.app, 1280, 720)
    await openIntake(page)
    const panel = guidancePanel(page)
    await expect(panel.getByText('写下投诉内容')).toBeVisible()
    const content = page.getByLabel('投诉内容')
    await content.fill('楼上漏水，天花板湿了，下水道也堵了')
    await expect(openMatter(page).getByRole('heading', { name: '楼上漏水到我家' })).toBeVisible()
    for (const list of ['问', '说', '做', '记', '不要说、不要做']) {
      await expect(openMatter(page).getByRole('list', { name: list, exact: true })).toBeVisible()
    }
    const law = openMatter(page).getByText('《民法典》第288、289条')
    await expect(law).toBeHidden()
    await openMatter(page).getByText('以现行法律为准').click()
    await expect(law).toBeVisible()
    await shot(page, 'intake')
    expect(await violations(page)).toEqual([])

    // Others are one click away, and stay open whatever is typed after.
    await panel.getByRole('group', { name: '也可能是' }).getByRole('button').first().click()
    await expect(openMatter(page).getByRole('heading', { name: '楼上漏水到我家' })).toBeHidden()

    // Alt+G to the search, unfolding the panel; Esc back to the words.
    await panel.getByRole('button', { name: '处理指引' }).click()
    await expect(openMatter(page)).toBeHidden()
    await content.focus()
    await page.keyboard.press('Alt+g')
    await expect(panel.getByRole('searchbox')).toBeFocused()
    await page.keyboard.type('物业费')
    await expect(panel.getByRole('group', { name: '找到的指引' }).getByRole('button').first()).toBeVisible()
    await shot(page, 'search')
    await page.keyboard.press('Enter')
    await expect(openMatter(page).getByRole('heading', { name: /物业费/ })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(content).toBeFocused()

    await page.getByLabel('投诉人', { exact: true }).fill('王建国')
    await page.getByLabel('电话', { exact: true }).fill('13912345678')
    await page.keyboard.press('Control+s')
    await savedNumber(page)
    await expect(openMatter(page).getByRole('heading', { name: '楼上漏水到我家' })).toBeVisible()
    await shot(page, 'record')
    expect(await cutOff(page)).toEqual([])
  })

  await test.step('the second window to save is shown both', async () => {
    await registerComplaint(page, '有人遛狗不牵绳')
    const opened = desk.app.waitForEvent('window')
    await page.getByRole('button', { name: '更多', exact: true }).click()
    await page.getByRole('menuitem', { name: '在新窗口打开' }).click()
    const other = await opened
    const say = { name: '说', exact: true }
    for (const window of [page, other]) {
      await openMatter(window).getByRole('button', { name: /^编辑/ }).click()
      await expect(window.getByRole('form', { name: '指引表单' }).getByRole('textbox', say)).toBeVisible()
    }
    await page.getByRole('textbox', say).fill('第一扇窗的说法')
    await page.keyboard.press('Control+s')
    await expect(page.getByText('已保存 养狗不牵绳、狗叫、狗粪').first()).toBeVisible()

    const avoid = other.getByRole('textbox', { name: '不要说、不要做' })
    await avoid.fill('第二扇窗的忌讳')
    await expect(other.getByText(/→ 第一扇窗的说法/)).toBeVisible()
    await shot(other, 'elsewhere')
    await other.keyboard.press('Control+s')
    await expect(other.getByText(/刚在另一个窗口改过/)).toBeVisible()
    await other.getByRole('button', { name: '看过了，保留我写的' }).click()
    await other.getByRole('textbox', say).fill('第一扇窗的说法')
    await other.keyboard.press('Control+s')
    await expect(other.getByRole('form', { name: '指引表单' })).toBeHidden()
    await expect(page.getByText('第二扇窗的忌讳').first()).toBeVisible()
    await expect(page.getByText('第一扇窗的说法').first()).toBeVisible()
  })
})

test('客服主管 edits, hides and restores; the clerk reads it, after a restart too (domain 9)', async ({
  desk,
}) => {
  const page = await openOffice(desk, { people: EVERYBODY, as: SUPERVISOR })
  await setSize(desk.app, 1280, 720)

  // From the panel straight into the form of the open matter.
  await openIntake(page)
  await page.getByLabel('投诉内容').fill('有人遛狗不牵绳')
  await openMatter(page).getByRole('button', { name: /^编辑/ }).click()
  const form = page.getByRole('form', { name: '指引表单' })
  await expect(form.getByLabel('事项')).toBeFocused()
  await form.getByRole('textbox', { name: '说', exact: true }).fill('我们请三号岗马上过去看。')
  await shot(page, 'form')
  expect(await violations(page)).toEqual([])
  // A form that was left keeps its words.
  await page.keyboard.press('Escape')
  await page.keyboard.press('F2')
  await expect(form.getByRole('textbox', { name: '说', exact: true })).toHaveValue('我们请三号岗马上过去看。')
  await form.getByRole('textbox', { name: '关键词' }).fill('')
  await page.keyboard.press('Control+s')
  await expect(form.getByText('请填写这一项').or(form.getByText(/至少写一个关键词/))).toBeVisible()
  await form.getByRole('textbox', { name: '关键词' }).fill('狗\n不牵绳')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已保存 养狗不牵绳、狗叫、狗粪').first()).toBeVisible()
  await expect(page.getByRole('button', { name: '编辑', exact: true })).toBeFocused()
  await expect(page.getByRole('region', { name: '时间线' }).getByText('修改指引')).toBeVisible()
  await shot(page, 'matter')
  expect(await violations(page)).toEqual([])
  expect(await cutOff(page)).toEqual([])

  // One of the office's own, and one out of sight.
  await openGuidance(page)
  await showMatter(page, '楼上漏水', '楼上漏水到我家')
  await page.getByRole('button', { name: '隐藏', exact: true }).click()
  await expect(page.getByRole('button', { name: '恢复显示' })).toBeVisible()
  // From the list the form takes the keyboard where it was asked for, and gives it back.
  await page.getByRole('grid', { name: '指引列表' }).focus()
  await page.keyboard.press('F2')
  await expect(form.getByLabel('事项')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: '编辑', exact: true })).toBeFocused()
  await page.keyboard.press('Control+n')
  await form.getByLabel('事项').fill('快闪店摆摊')
  await form.getByRole('checkbox', { name: '社区文化' }).check()
  await form.getByRole('textbox', { name: '关键词' }).fill('快闪')
  await form.getByRole('textbox', { name: '问', exact: true }).fill('摆在哪里？')
  await form.getByRole('textbox', { name: '法律依据' }).fill('没有冒号')
  await page.keyboard.press('Control+s')
  await expect(form.getByText(/每行写成“条文：大意”/)).toBeVisible()
  await form.getByRole('textbox', { name: '法律依据' }).fill('《民法典》第274条：小区场地归业主共有')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已保存 快闪店摆摊').first()).toBeVisible()
  await shot(page, 'own')

  const again = await desk.restart()
  await signIn(again, CLERK)
  await setSize(desk.app, 1024, 720)
  await openIntake(again)
  const content = again.getByLabel('投诉内容')
  await content.fill('狗不牵绳')
  await expect(openMatter(again).getByText('我们请三号岗马上过去看。')).toBeVisible()
  await expect(openMatter(again).getByRole('button', { name: /^编辑/ })).toHaveCount(0)
  await content.fill('快闪店太吵')
  await expect(openMatter(again).getByRole('heading', { name: '快闪店摆摊' })).toBeVisible()
  await content.fill('楼上漏水')
  await expect(guidancePanel(again)).not.toContainText('楼上漏水到我家')

  // The clerk reads all of it and changes nothing.
  await openGuidance(again)
  await showMatter(again, '牵绳', '养狗不牵绳、狗叫、狗粪')
  await expect(again.getByText('本处改过').filter({ visible: true }).first()).toBeVisible()
  for (const name of ['编辑', '隐藏', '恢复原文', '新增指引']) {
    await expect(again.getByRole('main').getByRole('button', { name, exact: true })).toHaveCount(0)
  }
  await again.keyboard.press('F2')
  await expect(again.getByRole('form', { name: '指引表单' })).toHaveCount(0)
  await shot(again, 'clerk-1024')

  await switchTo(again, SUPERVISOR)
  await openGuidance(again)
  await showMatter(again, '牵绳', '养狗不牵绳、狗叫、狗粪')
  await again.getByRole('button', { name: '恢复原文' }).click()
  await expect(again.getByRole('list', { name: '说', exact: true })).not.toContainText('三号岗')
  await expect(again.getByText('原文', { exact: true }).filter({ visible: true }).first()).toBeVisible()
})
