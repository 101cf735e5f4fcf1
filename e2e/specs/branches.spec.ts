import type { Locator, Page } from '@playwright/test'
import { setTime } from '../fixtures/clock'
import { expect, test } from '../fixtures/desk'
import { EVERYBODY, openOffice } from '../fixtures/offices'
import { cutOff, setSize } from '../fixtures/look'
import { openIntake, registerComplaint, savedNumber } from '../pages/complaints'
import {
  answer,
  assign,
  choose,
  complete,
  judge,
  mainButton,
  openForm,
  saveStep,
  takeNext,
  visit,
} from '../pages/complaintSteps'
import { CLERK, DIRECTOR, goTo, type Person, SUPERVISOR, signIn, switchTo, VIEWER } from '../pages/office'

const HOUR = 3_600_000
const WEEK = 7 * 24 * HOUR

/** A Monday morning next year, so that no test hangs on the day it is run. */
const MONDAY = Date.UTC(new Date().getUTCFullYear() + 1, 2, 8, 1, 30)

/** Sets the clock; the screen has locked itself meanwhile. */
async function turnTo(page: Page, at: number, who: Person = DIRECTOR): Promise<void> {
  await setTime(page, at)
  await signIn(page, who)
  // Back at the machine: what is due is reckoned anew.
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
}

function timeline(page: Page): Locator {
  return page.getByRole('region', { name: /时间线/ })
}

async function undo(page: Page, step: string): Promise<void> {
  await mainButton(page).focus()
  await page.keyboard.press('Control+z')
  await expect(page.getByText(`已撤销「${step}」`).first()).toBeVisible()
}

test('proposals and roles: who may do what, and what the person who complained chose (domain 1 and 5)', async ({
  desk,
}) => {
  const page = await openOffice(desk, { people: EVERYBODY })

  await test.step('each role sees and may what domain 1 says; a void record keeps its number', async () => {
    const number = await registerComplaint(page, '楼道堆物')
    const menu = async (name: RegExp) => {
      await page.getByRole('main').getByRole('button', { name: '更多', exact: true }).click()
      return page.getByRole('menuitem', { name })
    }

    await test.step('接待员 may not judge or void', async () => {
      await switchTo(page, CLERK)
      await expect(mainButton(page)).toBeDisabled()
      await expect(mainButton(page)).toHaveText(/判定（需要客服主管、主任）/)
      await expect(await menu(/作废（需要客服主管、主任）/)).toBeDisabled()
      await page.keyboard.press('Escape')
    })

    await test.step('查阅 only reads', async () => {
      await switchTo(page, VIEWER)
      await expect(page.getByRole('heading', { name: number })).toBeVisible()
      await expect(mainButton(page)).toBeDisabled()
      await expect(await menu(/更正受理内容/)).toBeDisabled()
      await page.keyboard.press('Escape')
      await page.keyboard.press('F2')
      await expect(page.getByRole('form', { name: /表单$/ })).toHaveCount(0)
      await page.keyboard.press('Control+z')
      await expect(page.getByText(/已撤销/)).toHaveCount(0)
    })

    await test.step('客服主管 judges, and voids with a reason', async () => {
      await switchTo(page, SUPERVISOR)
      await judge(page)
      const entry = await menu(/^作废/)
      await entry.click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('作废原因').fill('登记两次')
      await dialog.getByRole('button', { name: '作废并保留编号' }).click()
      await expect(dialog).toBeHidden()
      await expect(page.getByText(/已作废：登记两次/)).toBeVisible()
      await expect(page.getByRole('heading', { name: number })).toBeVisible()
      await page.keyboard.press('Control+z')
      await expect(page.getByText(/不能撤销。$/)).toBeVisible()
    })

    await test.step('the number is not given again', async () => {
      await switchTo(page, DIRECTOR)
      await goTo(page, '投诉')
      expect(await registerComplaint(page, '噪音')).toMatch(/-0002$/)
      await judge(page)
      await expect(mainButton(page)).toBeEnabled()
    })
  })

  await test.step('proposals, the one chosen and the consent to it in one form (domain 5)', async () => {
    await test.step('有财产损失或人员受伤 asks for a 《事故报告》', async () => {
      await openIntake(page)
      await page.getByLabel('投诉人', { exact: true }).fill('王建国')
      await page.getByLabel('电话', { exact: true }).fill('13912345678')
      await page.getByLabel('投诉内容').fill('电梯夹伤了孩子的手')
      await page.getByLabel('有财产损失或人员受伤').check()
      await page.keyboard.press('Control+s')
      await savedNumber(page)
      await expect(page.getByText('还要填《事故报告》：有财产损失或人员受伤。')).toBeVisible()
      await expect(page.getByText(`首问责任人 ${DIRECTOR.name}`)).toBeVisible()
      await judge(page, '重要')
      await expect(page.getByText('还要填《事故报告》：程度为重要，有财产损失或人员受伤。')).toBeVisible()
    })

    await test.step('派工 is filled in as the rules suggest, with the reason', async () => {
      await takeNext(page, '派工')
      await expect(page.getByLabel('责任部门')).toHaveValue('维修班')
      await expect(page.getByLabel('责任人', { exact: true })).toHaveValue('主任、客服主管')
      await expect(page.getByText(/按原因类别“设施设备”、程度“重要”建议/)).toBeVisible()
      await page.getByLabel('责任人', { exact: true }).fill('陈师傅')
      await saveStep(page)
    })

    await test.step('不同意 keeps the record in work', async () => {
      await page.getByRole('button', { name: '处理经过', exact: true }).click()
      await page.getByLabel('处理方案', { exact: true }).fill('更换门机')
      await page.getByRole('button', { name: '再加一个方案' }).click()
      await page.getByLabel('处理方案 2').fill('修理门机')
      const said = page.getByRole('radiogroup', { name: '投诉人意见' })
      await said.getByRole('radio', { name: '同意', exact: true }).click()
      await page.keyboard.press('Control+s')
      await expect(page.getByText('投诉人同意的是哪一个方案？请选定。')).toBeVisible()
      await said.getByRole('radio', { name: '不同意', exact: true }).click()
      await page.getByLabel('投诉人的话').fill('都太慢')
      await saveStep(page)
      await expect(page.getByText(/不同意：都太慢（电话/)).toBeVisible()
      await takeNext(page, '处理完毕')
      await page.getByLabel('处理措施').fill('更换门机')
      await page.keyboard.press('Control+s')
      await expect(page.getByText(/投诉人不同意现有方案，还不能登记处理完毕/)).toBeVisible()
    })

    await test.step('同意 with the choice lets it be done', async () => {
      const said = page.getByRole('radiogroup', { name: '投诉人意见' })
      await said.getByRole('radio', { name: '同意', exact: true }).click()
      await page.getByRole('radio', { name: '方案 2' }).click()
      await saveStep(page)
      await expect(page.getByText('2. 修理门机（投诉人选定）')).toBeVisible()
      await expect(mainButton(page)).toHaveText('答复')
    })

    await test.step('a wide word is not cut off', async () => {
      await setSize(desk.app, 1024, 720)
      await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1024)
      expect(await cutOff(page)).toEqual([])
    })
  })
})

test('不满意 opens another complaint, and the last step is taken back (domain 5; ui, "Habits")', async ({
  desk,
}) => {
  const page = await openOffice(desk, { people: EVERYBODY })

  await test.step('不满意 closes and opens a complaint, each naming the other (domain 5)', async () => {
    const first = await registerComplaint(page, '电梯每天下午异响')
    await judge(page)
    await assign(page)
    await complete(page)
    await answer(page)
    await visit(page, '不满意', '第二天又响了')
    await expect(page.getByText(/并另立/).first()).toBeVisible()
    await expect(page.getByText('由回访不满意另立，前一件：')).toBeVisible()
    await expect(page.getByRole('heading', { name: /-0002$/ })).toBeVisible()
    await page.getByRole('link', { name: first }).first().click()
    await expect(page.getByRole('heading', { name: first })).toBeVisible()
    await expect(page.getByRole('region', { name: /关联/ }).getByText(/0002/)).toBeVisible()

    // What opened another record is not taken back.
    await page.getByRole('heading', { name: first }).click()
    await page.keyboard.press('Control+z')
    await expect(page.getByText('最后一步同时改了另一件记录，不能撤销。')).toBeVisible()
  })

  await test.step('the last step is taken back by Ctrl+Z, from the message and the menu', async () => {
    const number = await registerComplaint(page, '电梯每天下午异响')
    await judge(page)

    // What was typed is the field's own: Ctrl+Z there takes back letters.
    await undo(page, '判定')
    await expect(mainButton(page)).toHaveText('判定')
    await page.keyboard.press('Control+z')
    await expect(page.getByText('刚才的一步已经撤销，只能撤销最后一步。')).toBeVisible()
    await page.getByRole('button', { name: '关闭', exact: true }).click()

    await judge(page, '轻微', '设施设备', '咨询型')
    await answer(page)
    await expect(page.getByText(`已保存 ${number}`).first()).toBeVisible()
    await page.getByRole('button', { name: '撤销', exact: true }).click()
    await expect(page.getByText('已撤销「答复」').first()).toBeVisible()
    await expect(mainButton(page)).toHaveText('答复')

    await answer(page)
    await takeNext(page, '关闭投诉')
    await saveStep(page)
    await expect(mainButton(page)).toHaveCount(0)
    await page.getByRole('main').getByRole('button', { name: '更多', exact: true }).click()
    await page.getByRole('menuitem', { name: '撤销「关闭」' }).click()
    await expect(mainButton(page)).toHaveText('关闭投诉')

    // Nothing is erased.
    for (const told of ['撤销「判定」', '撤销「答复」', '撤销「关闭」', '关闭']) {
      await expect(timeline(page).getByText(told, { exact: true }).first()).toBeVisible()
    }

    // Somebody else's step is theirs, or a supervisor's.
    await answerAgain(page)
    await switchTo(page, CLERK)
    await mainButton(page).focus()
    await page.keyboard.press('Control+z')
    await expect(page.getByText('最后一步是别人做的，要由本人或客服主管撤销。')).toBeVisible()
  })
})

async function answerAgain(page: Page): Promise<void> {
  await page.getByRole('button', { name: '再次答复' }).click()
  await page.getByLabel('答复内容').fill('补充说明')
  await saveStep(page)
}

test('挂起, a promise moved, and 无法回访: to the minute of the clock (domain 5)', async ({ desk }) => {
  const page = await openOffice(desk, { people: EVERYBODY })

  await test.step('挂起 to a day and back, and a promise moved with the person told (domain 5)', async () => {
    await turnTo(page, MONDAY)
    await registerComplaint(page, '屋面渗水')
    await judge(page)
    await assign(page, '明天 1700')
    await expect(page.getByText(/承诺期限.*还剩/).first()).toBeVisible()

    await choose(page, '延期告知')
    await page.getByLabel('延期至').fill('后天 1700')
    await page.keyboard.press('Control+s')
    await expect(page.getByLabel('延期原因')).toBeFocused()
    await page.getByLabel('延期原因').fill('材料未到')
    await saveStep(page)
    await expect(page.getByText(/材料未到.*告知/).first()).toBeVisible()

    await choose(page, '挂起')
    await page.getByLabel('挂起原因').fill('住户出差')
    await page.getByLabel('下次联系日').fill('明天')
    await saveStep(page)
    await expect(page.getByText(/已挂起：住户出差，下次联系日/)).toBeVisible()
    await expect(page.getByText(/联系.*还剩/).first()).toBeVisible()

    await test.step('a minute past the day it is overdue', async () => {
      const midnight = Date.UTC(new Date(MONDAY).getUTCFullYear(), 2, 9, 16, 0)
      await turnTo(page, midnight - 60_000)
      await expect(page.getByText(/联系.*还剩/).first()).toBeVisible()
      await turnTo(page, midnight + 11 * 60_000)
      await expect(page.getByText(/联系.*超期/).first()).toBeVisible()
    })

    await takeNext(page, '恢复处理')
    await expect(mainButton(page)).toHaveText('处理完毕')
    await expect(timeline(page).getByText('恢复处理', { exact: true })).toBeVisible()
  })

  const nextMonday = MONDAY + WEEK
  await test.step('无法回访 after three attempts on two days, by a supervisor (domain 5)', async () => {
    await turnTo(page, nextMonday)
    await registerComplaint(page, '单元门关不上')
    await judge(page)
    await assign(page)
    await complete(page)
    await answer(page)
    await switchTo(page, CLERK)
    const record = page.getByRole('main')
    const again = async () => {
      await expect(mainButton(page)).toHaveText(/回访/)
      await mainButton(page).click()
      await page.getByRole('radio', { name: '未联系上' }).click()
      await saveStep(page)
    }
    await again()
    await expect(
      record.getByText('未联系上 1 次，还差 2 次（至少换一天）可由客服主管定为无法回访。'),
    ).toBeVisible()
    await again()
    await expect(
      record.getByText('未联系上 2 次，还差 1 次（至少换一天）可由客服主管定为无法回访。'),
    ).toBeVisible()

    await test.step('the 24 hours end to the minute', async () => {
      await turnTo(page, nextMonday + 23 * HOUR, CLERK)
      await expect(page.getByText(/回访.*还剩/).first()).toBeVisible()
      await turnTo(page, nextMonday + 25 * HOUR, CLERK)
      await expect(page.getByText(/回访.*超期/).first()).toBeVisible()
    })
    await again()
    await expect(record.getByText('未联系上 3 次，可由客服主管定为无法回访。')).toBeVisible()
    await expect(page.getByRole('button', { name: /无法回访（需要客服主管/ })).toBeDisabled()

    await switchTo(page, DIRECTOR)
    await expect(page.getByRole('button', { name: /关闭投诉/ })).toBeDisabled()
    await page.getByRole('button', { name: '无法回访', exact: true }).click()
    await page.getByLabel('无法回访原因').fill('电话停机，上门无人')
    await saveStep(page)
    await expect(record.getByText(/已定为无法回访：电话停机，上门无人/)).toBeVisible()
    await takeNext(page, '关闭投诉')
    await saveStep(page)
    await expect(timeline(page).getByText('定为无法回访', { exact: true })).toBeVisible()
    await expect(mainButton(page)).toHaveCount(0)
  })
})

test('a month unsolved: forewarned, 重大 by itself, and closed only with what that demands (domain 5)', async ({
  desk,
}) => {
  const page = await openOffice(desk)
  await turnTo(page, MONDAY)
  await registerComplaint(page, '地下车库长期积水')
  await judge(page)
  await assign(page)
  const year = new Date(MONDAY).getUTCFullYear()

  // The day before the month is over.
  await turnTo(page, Date.UTC(year, 3, 7, 2, 0))
  await expect(page.getByText(/04-08 23:59 前没有处理完毕，将自动列为重大/)).toBeVisible()

  // The day after.
  await turnTo(page, Date.UTC(year, 3, 9, 2, 0))
  const demands = page.getByRole('list', { name: '重大投诉关闭前要有' })
  await expect(demands.getByText('总结评价 还缺')).toBeVisible()
  await expect(page.getByText('受理满一个月未处理完毕，自动列为重大').first()).toBeVisible()
  await expect(timeline(page).getByText('满一个月，自动列为重大')).toBeVisible()
  await mainButton(page).focus()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('最后一步是系统自动记的，不能撤销。')).toBeVisible()
  await page.getByRole('button', { name: '关闭', exact: true }).click()

  await complete(page)
  await answer(page)
  await visit(page, '满意')
  await expect(mainButton(page)).toHaveText('关闭投诉')
  await takeNext(page, '关闭投诉')
  await expect(openForm(page)).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(page.getByLabel('总结评价')).toBeFocused()
  await page.getByLabel('总结评价').fill('排水泵应按季检修')
  await page.keyboard.press('Control+s')
  await expect(page.getByLabel('纠正措施报告')).toBeFocused()
  await page.getByLabel('纠正措施报告').fill('JZ-0001')
  await page.keyboard.press('Control+s')
  await expect(page.getByLabel('报告总部时间')).toBeFocused()
  await page.getByLabel('报告总部时间').fill('今天 0900')
  await saveStep(page)
  await expect(mainButton(page)).toHaveCount(0)
  await expect(demands).toHaveCount(0)
})
