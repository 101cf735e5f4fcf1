import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { MENU_COMMANDS } from '../../shared/ipc/bridge'
import { dataDirs } from './dataDirs'
import { contextTemplate, menuTemplate } from './menu'
import { readSwitches } from './switches'
import { textsIn } from './texts'

describe('windows', () => {
  it('are made in one place only, with the guarded preferences', () => {
    const root = join(import.meta.dirname, '..')
    const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }))
    const makers = sources.filter(({ text }) =>
      /new (BrowserWindow|BaseWindow|WebContentsView|BrowserView)\b/.test(text),
    )
    expect(makers.map(({ name }) => name)).toEqual([join('main', 'newWindow.ts')])
    expect(makers[0]?.text).toContain('webPreferences: securePreferences(')
    const preferences = sources.filter(({ text }) => /webPreferences\s*:/.test(text))
    expect(preferences.map(({ name }) => name)).toEqual([join('main', 'newWindow.ts')])
    const injected = sources.filter(({ text }) => /executeJavaScript|insertCSS\(/.test(text))
    expect(injected).toEqual([])
  })
})

function flatten(items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])])
}

describe.each(['zh-CN', 'en'] as const)('menu in %s', (locale) => {
  const seen: string[] = []
  const template = menuTemplate(textsIn(locale), {
    command: (command) => seen.push(command),
    zoom: (direction) => seen.push(`zoom ${direction}`),
  })
  const items = flatten(template)

  it('offers every command of the bridge', () => {
    const offered = new Set(items.map(({ id }) => id))
    expect(MENU_COMMANDS.filter((command) => !offered.has(command))).toEqual([])
  })

  it('gives no key twice and leaves the keys of text editing to the roles', () => {
    const keys = items.flatMap(({ accelerator }) => (accelerator ? [String(accelerator)] : []))
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys).not.toContain('CmdOrCtrl+Z')
    expect(items.filter(({ role }) => role === 'undo')).toHaveLength(1)
    expect(items.some(({ role }) => role === 'reload' || role === 'toggleDevTools')).toBe(false)
  })

  it('names everything', () => {
    for (const { type, label } of items) if (type !== 'separator') expect(label).toMatch(/\S/)
  })

  it.each([
    ['CmdOrCtrl+N', 'new'],
    ['CmdOrCtrl+K', 'search'],
    ['CmdOrCtrl+S', 'save'],
    ['CmdOrCtrl+Enter', 'saveAndClose'],
    ['CmdOrCtrl+P', 'print'],
    ['F2', 'edit'],
    ['CmdOrCtrl+L', 'lock'],
    ['Alt+Left', 'back'],
    ['Alt+Right', 'forward'],
    ['CmdOrCtrl+9', 'goto9'],
    ['F1', 'keys'],
    ['CmdOrCtrl+=', 'zoom 1'],
    ['CmdOrCtrl+-', 'zoom -1'],
    ['CmdOrCtrl+0', 'zoom 0'],
  ])('does with %s what it should', (key, done) => {
    const item = items.find(({ accelerator }) => accelerator === key)
    seen.length = 0
    // Electron passes item, window and event; none of them is used.
    Reflect.apply(item?.click ?? (() => undefined), undefined, [])
    expect(seen).toEqual([done])
  })
})

describe('right click', () => {
  const roles = (params: { isEditable: boolean; selectionText: string }) =>
    contextTemplate(textsIn('zh-CN'), params)?.flatMap(({ role }) => role ?? [])
  it('offers what can be done there', () => {
    expect(roles({ isEditable: true, selectionText: '' })).toContain('pasteAndMatchStyle')
    expect(roles({ isEditable: false, selectionText: '5-2-301' })).toEqual(['copy'])
    expect(roles({ isEditable: false, selectionText: ' ' })).toBeUndefined()
  })
})

describe('command line and folders', () => {
  it('reads its own switches among others', () => {
    const args = ['electron', '.', '--no-sandbox', '--desk-data=/tmp/客服 x=1', '--screenshot=a.png']
    expect(readSwitches(args)).toEqual({ deskData: '/tmp/客服 x=1', screenshot: 'a.png', demo: false })
    expect(readSwitches(['electron', '--desk-data=', '--screenshots=x'])).toEqual({
      deskData: null,
      screenshot: null,
      demo: false,
    })
  })
  it('never puts the ledger inside the profile', () => {
    for (const { profile, ledger } of [dataDirs('/home/u/.config', null), dataDirs('/x', '/data')])
      expect(ledger.startsWith(`${profile}/`)).toBe(false)
    expect(dataDirs('/home/u/.config', null)).toMatchObject({
      profile: '/home/u/.config/front-desk',
      ledger: '/home/u/.config/front-desk-ledger',
    })
    expect(dataDirs('/x', '/data')).toMatchObject({ profile: '/data/profile', ledger: '/data/ledger' })
  })

  it('keeps the demo office in folders of its own', () => {
    expect(readSwitches(['electron', '.', '--demo']).demo).toBe(true)
    const places = [
      dataDirs('/x', null),
      dataDirs('/x', null, true),
      dataDirs('/x', '/data'),
      dataDirs('/x', '/data', true),
    ]
    const folders = places.flatMap(({ profile, ledger }) => [profile, ledger])
    expect(new Set(folders).size).toBe(folders.length)
  })
})
