import { expect, test } from '../fixtures/desk'
import { EVERYBODY, openOffice } from '../fixtures/offices'
import { openIntake, savedNumber, stepButton } from '../pages/complaints'
import { saveStep } from '../pages/complaintSteps'
import { CLERK, goTo, SUPERVISOR, switchTo, VIEWER } from '../pages/office'

test('a complaint from the first word to its closing, what it refuses, and who only reads (domain 1 and 5)', async ({
  desk,
}) => {
  const page = await openOffice(desk, { people: EVERYBODY, as: CLERK })

  await test.step('from the first word to its closing, each step by who may do it (domain 5)', async () => {
    // 受理 by keyboard only: Ctrl+N, then field after field by Enter or Tab.
    await goTo(page, '投诉')
    await page.keyboard.press('Control+n')
    await expect(page.getByRole('combobox', { name: '住户' })).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(page.getByLabel('渠道')).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await expect(page.getByLabel('投诉人', { exact: true })).toBeFocused()
    await page.keyboard.type('王建国')
    await page.keyboard.press('Enter')
    await page.keyboard.type('13912345678')
    await page.keyboard.press('Enter')
    await page.keyboard.type('5-2-301')
    await page.keyboard.press('Enter')
    await page.keyboard.type('电梯每天下午异响，老人不敢乘坐')
    await page.keyboard.press('Tab')
    await page.keyboard.type('请三天内修好')
    await page.keyboard.press('Control+s')
    const number = await savedNumber(page)
    expect(number).toMatch(/^客服-TS-\d{4}-0001$/)
    await expect(page.getByRole('heading', { name: number })).toBeVisible()

    // A clerk may not judge: the step is shown with the reason, not hidden.
    await expect(page.getByRole('button', { name: /判定（需要客服主管/ })).toBeDisabled()

    await switchTo(page, SUPERVISOR)
    await stepButton(page, '判定').click()
    await page.getByRole('radio', { name: '有效投诉' }).click()
    await page.getByRole('radio', { name: '轻微' }).click()
    await page.getByRole('radio', { name: '设施设备' }).click()
    await expect(page.getByText(/建议交由：.*维修班/)).toBeVisible()
    await page.keyboard.press('Control+s')

    await page.getByRole('button', { name: '派工', exact: true }).click()
    await page.getByLabel('责任部门').fill('工程部')
    await page.getByLabel('责任人').fill('陈师傅')
    await page.getByLabel('承诺期限').fill('明天 1700')
    await page.keyboard.press('Control+s')
    await expect(page.getByText('陈师傅').first()).toBeVisible()

    await switchTo(page, CLERK)
    await stepButton(page, '处理完毕').click()
    await page.getByLabel('调查经过').fill('曳引机轴承磨损')
    await page.getByLabel('处理措施').fill('更换轴承，试运行正常')
    await page.keyboard.press('Control+s')

    await stepButton(page, '答复').click()
    await page.getByLabel('答复内容').fill('已更换轴承，请放心乘坐')
    await page.keyboard.press('Control+s')
    await expect(page.getByText(/回访.*还剩/).first()).toBeVisible()

    await stepButton(page, '回访').click()
    await page.getByRole('radio', { name: '满意', exact: true }).click()
    await saveStep(page)

    await switchTo(page, SUPERVISOR)
    await stepButton(page, '关闭投诉').click()
    await expect(page.getByRole('form', { name: /表单$/ })).toBeVisible()
    await page.keyboard.press('Control+s')
    await expect(page.getByRole('main').getByText('关闭', { exact: true }).first()).toBeVisible()

    // 时间线: who did what when.
    const timeline = page.getByRole('region', { name: /时间线/ })
    for (const did of ['登记', '判定', '派工', '处理完毕', '答复', '回访', '关闭']) {
      await expect(timeline.getByText(did, { exact: true }).first()).toBeVisible()
    }
  })

  await test.step('what is missing is said beside its field, and nothing typed goes (ui, "Record")', async () => {
    await openIntake(page)
    await page.getByLabel('投诉人', { exact: true }).fill('王建国')
    await page.keyboard.press('Control+s')
    await expect(page.getByLabel('投诉内容')).toBeFocused()
    await expect(page.getByLabel('投诉内容')).toHaveAttribute('aria-invalid', 'true')
    await expect(page.getByLabel('投诉人', { exact: true })).toHaveValue('王建国')
    await page.getByLabel('投诉内容').fill('楼道堆物')
    // All that is wrong at once: the first takes the keyboard, the others stand beside their fields.
    await page.getByLabel('电话', { exact: true }).fill('12')
    await page.getByLabel('事发时间', { exact: true }).fill('明天 0900')
    await page.keyboard.press('Control+s')
    await expect(page.getByLabel('电话', { exact: true })).toBeFocused()
    await expect(page.getByText('这个电话号码不对', { exact: false })).toBeVisible()
    await expect(page.getByText('这个时间还没有到', { exact: false })).toBeVisible()
    await page.getByLabel('事发时间', { exact: true }).fill('')
    await page.getByLabel('电话', { exact: true }).fill('13912345678')
    await page.keyboard.press('Control+s')
    await savedNumber(page)
  })

  await switchTo(page, VIEWER)
  await test.step('查阅 may read and search only (domain 1)', async () => {
    await goTo(page, '投诉')
    await page.keyboard.press('Control+n')
    await expect(page.getByLabel('投诉内容')).toBeHidden()
  })
})
