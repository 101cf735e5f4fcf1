import { readdir, rm, writeFile } from 'node:fs/promises'
import { expect, test } from '../fixtures/desk'
import { openOffice } from '../fixtures/offices'
import { openIntake, registerComplaint } from '../pages/complaints'
import { DIRECTOR, goTo, signIn } from '../pages/office'

test.describe('nothing typed is ever lost (domain 10, quality 1)', () => {
  test('a kill in the middle of typing: the draft is back', async ({ desk }) => {
    const page = await openOffice(desk)
    await openIntake(page)
    await page.getByLabel('投诉内容').pressSequentially('楼上装修噪音很大，早上七点就开始')
    await expect(page.getByLabel('草稿已存')).toBeVisible()
    await desk.kill()

    const again = await desk.start()
    await signIn(again, DIRECTOR)
    await goTo(again, '今日')
    await expect(again.getByText(/楼上装修噪音很大/)).toBeVisible()
    await openIntake(again)
    await expect(again.getByLabel('投诉内容')).toHaveValue('楼上装修噪音很大，早上七点就开始')
    await expect(again.getByText('已恢复上次没有保存的内容')).toBeVisible()
  })

  test('a kill right after 已保存: the record is there', async ({ desk }) => {
    const page = await openOffice(desk)
    const number = await registerComplaint(page, '电梯每天下午异响')
    await desk.kill()

    const again = await desk.start()
    await signIn(again, DIRECTOR)
    await goTo(again, '投诉')
    await expect(again.getByRole('row', { name: new RegExp(number) })).toBeVisible()
  })

  test('a wiped database stops the desk, and recovery brings everything back', async ({ desk }) => {
    const page = await openOffice(desk)
    const first = await registerComplaint(page, '地下车库漏水')
    const second = await registerComplaint(page, '门禁卡刷不开')
    await desk.close()
    await rm(desk.profile('IndexedDB'), { recursive: true })

    const again = await desk.start()
    await expect(again.getByRole('heading', { name: '数据库是空的，但流水账里有记录' })).toBeVisible()
    await expect(again.getByText('翠湖花园管理处', { exact: true })).toBeVisible()
    await again.getByRole('button', { name: '从流水账恢复' }).click()
    await signIn(again, DIRECTOR)
    await goTo(again, '投诉')
    await expect(again.getByRole('row', { name: new RegExp(first) })).toBeVisible()
    await expect(again.getByRole('row', { name: new RegExp(second) })).toBeVisible()
    const third = await registerComplaint(again, '垃圾没有及时清运')
    expect(third.slice(-4)).toBe('0003')
  })

  test('a wiped ledger is written anew after asking, and can rebuild the books afterwards', async ({
    desk,
  }) => {
    const page = await openOffice(desk)
    const number = await registerComplaint(page, '路灯不亮')
    await desk.close()
    await rm(desk.ledger(), { recursive: true })

    const again = await desk.start()
    await again.getByRole('button', { name: '重写流水账' }).click()
    await signIn(again, DIRECTOR)
    await desk.close()
    await rm(desk.profile('IndexedDB'), { recursive: true })

    const third = await desk.start()
    await third.getByRole('button', { name: '从流水账恢复' }).click()
    await signIn(third, DIRECTOR)
    await goTo(third, '投诉')
    await expect(third.getByRole('row', { name: new RegExp(number) })).toBeVisible()
  })

  test('a journal that cannot be written: nothing is called saved, and it is made up for', async ({
    desk,
  }) => {
    const page = await openOffice(desk)
    await registerComplaint(page, '先登记一件')
    // A file where the journal's folder was: no line can be written, whoever the user is.
    await openIntake(page)
    const journal = desk.ledger('journal')
    const names = await readdir(journal)
    await desk.app.evaluate(async (_electron, folder) => {
      const fs = process.getBuiltinModule('node:fs')
      fs.renameSync(folder, `${folder}-away`)
      fs.writeFileSync(folder, '')
    }, journal)
    await page.getByLabel('投诉人', { exact: true }).fill('王建国')
    await page.getByLabel('电话', { exact: true }).fill('13912345678')
    await page.getByLabel('投诉内容').fill('流水账写不进去时登记的')
    await page.keyboard.press('Control+s')
    await expect(page.getByText(/还没有写进第二处/)).toBeVisible()
    await expect(page.getByText(/流水账写不进去，现在不能保存/)).toBeVisible()

    await desk.app.evaluate(async (_electron, folder) => {
      const fs = process.getBuiltinModule('node:fs')
      fs.unlinkSync(folder)
      fs.renameSync(`${folder}-away`, folder)
    }, journal)
    expect(await readdir(journal)).toEqual(names)
    await registerComplaint(page, '磁盘恢复以后登记的')
    await desk.close()
    await rm(desk.profile('IndexedDB'), { recursive: true })
    const again = await desk.start()
    await again.getByRole('button', { name: '从流水账恢复' }).click()
    await signIn(again, DIRECTOR)
    await goTo(again, '投诉')
    await expect(again.getByText('流水账写不进去时登记的')).toBeVisible()
  })
})

test('a damaged database file opens nothing by itself', async ({ desk }) => {
  const page = await openOffice(desk)
  const number = await registerComplaint(page, '消防通道被堵')
  await desk.close()
  const folder = desk.profile('IndexedDB', 'app_desk_0.indexeddb.leveldb')
  for (const name of await readdir(folder)) {
    if (name.startsWith('MANIFEST') || name === 'CURRENT') await writeFile(`${folder}/${name}`, 'damaged')
  }
  const again = await desk.start()
  await again.getByRole('button', { name: '从流水账恢复' }).click()
  await signIn(again, DIRECTOR)
  await goTo(again, '投诉')
  await expect(again.getByRole('row', { name: new RegExp(number) })).toBeVisible()
})
