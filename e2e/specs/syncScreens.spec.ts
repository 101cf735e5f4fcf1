import type { Page } from '@playwright/test'
import { captivePortal } from '../fixtures/couch'
import { inspect } from '../fixtures/inspect'
import { setSize } from '../fixtures/look'
import { expect, test } from '../fixtures/machines'
import { openOffice } from '../fixtures/offices'
import { CLERK, switchTo } from '../pages/office'
import { ACCOUNT, fillServer, officeIdOf, openSync, prepareServer } from '../pages/sync'

const look = (page: Page, name: string) => inspect(page, 'syncScreens', name)

const answer = (page: Page) => page.getByRole('form', { name: '总部服务器' }).getByRole('status')

async function tryIt(page: Page, says: RegExp): Promise<void> {
  await page.getByRole('button', { name: '测试连接' }).click()
  await expect(answer(page).filter({ hasText: says })).toBeVisible()
}

test('a director tries a server, sees what is wrong, and switches sync on (issue "Set-up")', async ({
  desk,
  couch,
}) => {
  test.slow()
  const page = await openOffice(desk, { people: [CLERK] })
  await setSize(desk.app, 1280, 720)
  const found: string[] = []
  await openSync(page)
  await expect(page.getByText(/没有启用同步/)).toBeVisible()
  found.push(...(await look(page, 'off')))

  await page.getByRole('button', { name: '测试连接' }).click()
  await expect(page.getByRole('textbox', { name: '服务器地址' })).toHaveAttribute('aria-invalid', 'true')
  couch.control.office('other', ACCOUNT)
  await fillServer(page, couch)
  await tryIt(page, /没有这个数据库/)
  const notOurs = couch.control.fault({ trouble: captivePortal(), times: 9 })
  await tryIt(page, /不是 CouchDB/)
  notOurs()
  await page.getByRole('form', { name: '总部服务器' }).getByLabel('密码').fill('wrong')
  await tryIt(page, /用户名或密码不对/)
  found.push(...(await look(page, 'wrong-password')))
  await couch.control.unplug()
  await tryIt(page, /没有网络|找不到这台服务器/)
  await couch.control.plug()
  couch.control.unlock()
  couch.control.office('office-a', ACCOUNT)
  await fillServer(page, couch)
  await tryIt(page, /还没有准备好/)
  await prepareServer(couch, await officeIdOf(page))
  await tryIt(page, /连接正常/)
  found.push(...(await look(page, 'fine')))
  couch.control.setSkew(3_600_000)
  await tryIt(page, /比服务器慢 60 分钟/)
  couch.control.setSkew(0)

  await page.getByRole('button', { name: '保存并启用' }).click()
  await expect(page.getByRole('button', { name: '暂停同步' })).toBeVisible()
  const word = page.getByRole('banner').getByRole('button', { name: /同步/ })
  await expect(word).toHaveText(/刚刚同步|已同步/)
  expect(couch.control.documents('office-a').length).toBeGreaterThan(0)
  found.push(...(await look(page, 'on')))
  await page.getByRole('button', { name: '暂停同步' }).click()
  await expect(word).toHaveText('同步已暂停')

  const injuries = page.getByLabel('人员伤情')
  await injuries.uncheck()
  await page.getByRole('region', { name: '哪些内容上传' }).getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('已保存哪些内容上传')).toBeVisible()
  await injuries.scrollIntoViewIfNeeded()
  found.push(...(await look(page, 'kept')))
  await page.emulateMedia({ colorScheme: 'dark' })
  found.push(...(await look(page, 'dark')))
  await setSize(desk.app, 1024, 720)
  found.push(...(await look(page, 'narrow')))
  await page.emulateMedia({ colorScheme: 'light' })

  await switchTo(page, CLERK)
  await page.getByRole('banner').getByRole('button', { name: '同步已暂停' }).click()
  await expect(page.getByRole('region', { name: '同步情况' })).toBeVisible()
  await expect(page.getByRole('region', { name: '总部服务器' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: '继续同步' })).toHaveCount(0)
  found.push(...(await look(page, 'clerk')))
  await page.getByRole('tab', { name: '界面' }).click()
  await page
    .getByRole('button', { name: 'English' })
    .or(page.getByRole('radio', { name: 'English' }))
    .first()
    .click()
  await page.getByRole('tab', { name: 'Sync' }).click()
  found.push(...(await look(page, 'english')))
  expect(found).toEqual([])
})
