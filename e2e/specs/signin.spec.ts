import type { Page } from '@playwright/test'
import { setTime } from '../fixtures/clock'
import { type Desk, expect, test } from '../fixtures/desk'
import { EVERYBODY, openOffice } from '../fixtures/offices'
import { openIntake } from '../pages/complaints'
import { addUser, CLERK, DIRECTOR, goTo, openUsers, signIn, switchTo, VIEWER } from '../pages/office'

const MINUTE = 60_000
const WRONG = '999111'

/** Moves the page's clock to `minutes` from now; time goes on from there. */
async function pass(page: Page, minutes: number): Promise<void> {
  await setTime(page, Date.now() + minutes * MINUTE)
}

function pinField(page: Page) {
  return page.getByLabel('PIN', { exact: true })
}

async function tryPin(page: Page, pin: string): Promise<void> {
  await pinField(page).fill(pin)
  await page.keyboard.press('Enter')
}

/** Every name and value that assistive technology is told at this moment. */
async function heard(desk: Desk, page: Page): Promise<string> {
  const session = await desk.app.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  const told = nodes.filter((node) => !node.ignored)
  return told
    .map(({ name, value, description }) => [name, value, description].map((one) => one?.value))
    .join('\n')
}

test('five wrong PINs lock for five minutes, then ten, whatever is restarted (domain 1)', async ({
  desk,
}) => {
  const page = await openOffice(desk)
  await page.keyboard.press('Control+l')
  // Names under the lock are told to nobody, also not to those who hear the screen.
  await expect(page.locator('#root')).toHaveAttribute('inert', '')
  for (const left of [4, 3, 2, 1]) {
    await tryPin(page, WRONG)
    await expect(page.getByText(`PIN 不对，还可以试 ${left} 次。`)).toBeVisible()
    await expect(pinField(page)).toHaveValue('')
  }
  await tryPin(page, WRONG)
  await expect(page.getByText(/输错次数太多，4:5\d 后再试/)).toBeVisible()
  await expect(pinField(page)).toBeDisabled()

  const again = await desk.restart()
  await expect(again.getByText(/输错次数太多，4:\d\d 后再试/)).toBeVisible()
  await expect(pinField(again)).toBeDisabled()
  await expect(again.getByRole('button', { name: '登录' })).toBeDisabled()

  // The lock ends by itself; the right PIN then ends the counting, a wrong one locks for twice as long.
  await pass(again, 5)
  await expect(pinField(again)).toBeEnabled()
  for (const _ of [1, 2, 3, 4]) {
    await tryPin(again, WRONG)
    await expect(pinField(again)).toHaveValue('')
  }
  await tryPin(again, WRONG)
  await expect(again.getByText(/输错次数太多，(10:00|9:5\d) 后再试/)).toBeVisible()
  await pass(again, 16)
  await expect(pinField(again)).toBeEnabled()
  await signIn(again, DIRECTOR)
})

test('the lock keeps what is being typed, and nothing gets through it (domain 1)', async ({ desk }) => {
  const page = await openOffice(desk, { people: EVERYBODY })
  await openIntake(page)
  const content = page.getByLabel('投诉内容')
  await content.fill('楼上装修噪音很大')
  await expect.poll(() => heard(desk, page)).toContain('楼上装修噪音很大')

  await test.step('ten idle minutes lock', async () => {
    // Any sign of somebody has the time looked at first.
    await pass(page, 9)
    await page.mouse.move(300, 300)
    await expect(page.getByRole('heading', { name: '已锁定' })).toBeHidden()
    await pass(page, 20)
    await expect(page.getByRole('heading', { name: '已锁定' })).toBeVisible()
    await expect(page.getByText('正在填写的内容都还在，解锁后接着写。')).toBeVisible()
  })

  await test.step('it is seen, heard and reached by nobody', async () => {
    const told = await heard(desk, page)
    expect(told).toContain('已锁定')
    expect(told).not.toContain('楼上装修')
    expect(told).not.toContain('投诉')
    const covered = await page.evaluate(() => {
      const lock = document.querySelector('dialog[open]')
      const { innerWidth: width, innerHeight: height } = window
      const points = [0.01, 0.25, 0.5, 0.75, 0.99]
      return points.every((x) =>
        points.every((y) => lock?.contains(document.elementFromPoint(x * width, y * height))),
      )
    })
    expect(covered).toBe(true)
    for (const key of ['Escape', 'Escape', 'Control+n', 'Control+k', 'Control+1', 'Alt+ArrowLeft', 'F1'])
      await page.keyboard.press(key)
    for (let step = 0; step < 6; step += 1) {
      await page.keyboard.press('Tab')
      expect(
        await page.evaluate(
          () => document.activeElement === document.body || !!document.activeElement?.closest('dialog'),
        ),
      ).toBe(true)
    }
    await expect(page.getByRole('heading', { name: '已锁定' })).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(1)
  })

  await test.step('unlocked, it is gone on with', async () => {
    await signIn(page, DIRECTOR)
    await expect(content).toHaveValue('楼上装修噪音很大')
    await expect(content).toBeFocused()
    await page.keyboard.press('End')
    await page.keyboard.type('，早上七点')
  })

  await test.step('another unlocks: what the first typed waits under their own drafts', async () => {
    await page.keyboard.press('Control+l')
    await signIn(page, CLERK)
    await openIntake(page)
    await expect(content).toHaveValue('')
    await goTo(page, '今日')
    await expect(page.getByText('没有要办的事')).toBeVisible()
    await expect(page.getByRole('button', { name: /楼上装修噪音很大/ })).toHaveCount(0)
    await switchTo(page, DIRECTOR)
    await goTo(page, '今日')
    await page
      .getByRole('button', { name: /楼上装修噪音很大，早上七点/ })
      .first()
      .click()
    await expect(content).toHaveValue('楼上装修噪音很大，早上七点')
  })
})

test('the director manages users; the others cannot go where they may not (domain 1)', async ({ desk }) => {
  const page = await openOffice(desk)

  await test.step('PIN rules are said beside the field', async () => {
    await openUsers(page)
    await page.getByRole('button', { name: '添加用户' }).click()
    const dialog = page.getByRole('dialog', { name: '添加用户' })
    await dialog.getByLabel('姓名').fill(CLERK.name)
    const rules = [
      ['12a456', '906152', 'PIN 只能用数字。'],
      ['90615', '90615', 'PIN 至少 6 位。'],
      ['123456', '123456', '这个 PIN 太容易猜到，请不要用相同或连续的数字。'],
      ['777777', '777777', '这个 PIN 太容易猜到，请不要用相同或连续的数字。'],
      ['906152', '906153', '两次输入的 PIN 不一样，请重新输入。'],
    ] as const
    for (const [pin, again, sentence] of rules) {
      await dialog.getByLabel('PIN', { exact: true }).fill(pin)
      await dialog.getByLabel('再输一次 PIN').fill(again)
      await page.keyboard.press('Control+s')
      const field = dialog.getByLabel(pin === '906152' ? '再输一次 PIN' : 'PIN', { exact: true })
      await expect(field).toHaveAccessibleDescription(new RegExp(sentence))
      await expect(field).toBeFocused()
    }
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  })

  await test.step('one active director always stays', async () => {
    await addUser(page, CLERK)
    await addUser(page, VIEWER)
    await page.getByRole('button', { name: `修改 ${DIRECTOR.name}` }).click()
    const dialog = page.getByRole('dialog', { name: '修改用户' })
    await dialog.getByLabel('可以登录').uncheck()
    await page.keyboard.press('Control+s')
    await expect(dialog.getByLabel('可以登录')).toHaveAccessibleDescription(
      '至少要有一位在用的主任，请先设好另一位。',
    )
    await dialog.getByRole('button', { name: '返回' }).click()
  })

  await test.step('a PIN set anew works, the old one does not', async () => {
    await page.getByRole('button', { name: `重设 PIN ${CLERK.name}` }).click()
    const dialog = page.getByRole('dialog', { name: `重设 PIN ${CLERK.name}` })
    await dialog.getByLabel('新 PIN').fill('640718')
    await dialog.getByLabel('再输一次 PIN').fill('640718')
    await page.keyboard.press('Control+s')
    await expect(dialog).toBeHidden()
    await page.getByRole('button', { name: /切换用户/ }).click()
    // The director is not offered, and the others keep their numbers.
    await expect(page.getByRole('option').first()).toContainText('2')
    await page.getByRole('option', { name: new RegExp(CLERK.name) }).click()
    await tryPin(page, CLERK.pin)
    await expect(page.getByText(/PIN 不对/)).toBeVisible()
    await tryPin(page, '640718')
    await expect(page.getByRole('button', { name: new RegExp(`切换用户.*${CLERK.name}`) })).toBeVisible()
  })

  await test.step('a clerk finds no way to the users in 设置', async () => {
    await goTo(page, '设置')
    await page.evaluate(() => {
      location.hash = '#/settings/users'
    })
    await expect(page.getByRole('tab')).toHaveText(['界面', '备份'])
    await expect(page.getByRole('button', { name: '添加用户' })).toBeHidden()
  })

  await test.step('查阅 is offered nothing to write, and refused where they get to a form', async () => {
    await switchTo(page, VIEWER)
    await expect(page.getByRole('button', { name: '登记投诉' })).toBeHidden()
    for (const route of ['/complaints/new', '/households/new', '/households/import']) {
      await page.evaluate((hash) => {
        location.hash = hash
      }, route)
      await expect(page).toHaveURL(new RegExp(route))
      await expect(page.getByRole('main').getByRole('textbox', { name: /投诉内容|房号/ })).toBeHidden()
      await expect(page.locator('input[type=file]')).toHaveCount(0)
    }
  })

  await test.step('who was switched off cannot sign in', async () => {
    await switchTo(page, DIRECTOR)
    await openUsers(page)
    await page.getByRole('button', { name: `修改 ${VIEWER.name}` }).click()
    await page.getByRole('dialog', { name: '修改用户' }).getByLabel('可以登录').uncheck()
    await page.keyboard.press('Control+s')
    await expect(page.getByRole('row', { name: new RegExp(VIEWER.name) })).toContainText('停用')
    await page.getByRole('button', { name: /切换用户/ }).click()
    await expect(page.getByRole('option', { name: new RegExp(CLERK.name) })).toBeVisible()
    await expect(page.getByRole('option', { name: new RegExp(VIEWER.name) })).toBeHidden()
  })
})
