import 'fake-indexeddb/auto'
import { beforeAll, expect, it } from 'vitest'
import type { DeskData } from '../../data'
import { receiveRequestCommand } from '../../data/commands/personRequests'
import { noteTakeOutCommand } from '../../data/commands/takeOut'
import { kept } from '../../data/testing/months'
import { openTestOffice } from '../../data/testing/office'
import { i18n } from '../../ui/i18n/instance'
import * as zhCN from '../../ui/i18n/namespaces'
import { sheetsBeside } from './besideSheets'

beforeAll(async () => {
  await i18n.init({ resources: { 'zh-CN': { ...zhCN } }, lng: 'zh-CN', ns: Object.keys(zhCN) })
})

async function linesOf({ columns, cells }: Awaited<ReturnType<typeof sheetsBeside>>[number]['sheet']) {
  const lines = [columns.map(({ header }) => header)]
  for await (const rows of cells()) lines.push(...rows.map((row) => row.map((cell) => JSON.stringify(cell))))
  return lines
}

it('takes requests, the access log, users and settings along in words, and no secret (issue "Move and merge", domain 13)', async () => {
  const { db, runner, session, signInAs } = await openTestOffice()
  await signInAs('director')
  db.reader = () => {
    const { user } = session.snapshot()
    return user && { userId: user.id, role: user.role }
  }
  const request = {
    kind: 'copy' as const,
    name: '王小明',
    phone: '13812345678',
    identifiedBy: '本人到场',
    words: '要一份',
  }
  kept(await runner.run(receiveRequestCommand, request))
  kept(await runner.run(noteTakeOutCommand, { records: 3, files: 1 }))
  const sheets = await sheetsBeside({ db } as DeskData)
  expect(sheets.map(({ sheet }) => sheet.sheetName)).toEqual(['个人信息请求', '访问记录', '用户', '设置'])
  const lines = await Promise.all(sheets.map(({ sheet }) => linesOf(sheet)))
  const [requests, log, users, settings] = lines.map((rows) => rows.join('\n'))
  expect(requests).toContain('王小明')
  expect(requests).toContain('查阅复制')
  expect(log).toContain('导出')
  expect(users).toContain('主任')
  expect(settings).toContain('闲置几分钟后锁定')
  expect(settings).toContain('年度服务计划')
  const all = [...lines.flat(2), ...sheets.map(({ says }) => says)].join('\n')
  // A key that has no words stands there as it is.
  expect(all).not.toMatch(/restore:|settings:|privacy:|takeOut\.|rules\.|\bundefined\b/)
  const { pinHash } = (await db.of('credentials').toArray())[0] ?? { pinHash: 'none' }
  expect(all).not.toContain(pinHash)
})
