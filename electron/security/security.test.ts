import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from './csp'
import { isOpenable, openLink } from './externalLinks'
import { guardNavigation } from './navigation'
import { isLocal } from './network'
import { isOwnUrl, isStartPage } from './origin'
import { Cameras } from './cameras'
import { mayHave } from './permissions'
import { isOwnFrame } from './sender'
import { securePreferences } from './windowPreferences'

const FOREIGN = [
  'https://example.com/',
  'http://desk/index.html',
  'file:///etc/passwd',
  'app://evil/index.html',
  'app://desk.evil/index.html',
  'app://desk@evil/index.html',
  'app://x@desk/index.html',
  'app://desk:81/index.html',
  'javascript:alert(1)',
  'about:blank',
  'data:text/html,<p>x',
  'blob:app://evil/1',
  '',
]

describe('origin', () => {
  it.each(FOREIGN)('takes %j for no page of ours', (url) => {
    expect(isOwnUrl(url)).toBe(false)
    expect(isStartPage(url)).toBe(false)
    expect(isOwnFrame({ url, parent: null })).toBe(false)
    expect(mayHave('persistent-storage', url)).toBe(false)
  })
  it('knows its own page with any route, and only the top frame of it', () => {
    const url = 'app://desk/index.html#/complaints/1'
    expect(isStartPage(url)).toBe(true)
    expect(isStartPage('app://desk/assets/a.js')).toBe(false)
    expect(isOwnFrame({ url, parent: null })).toBe(true)
    expect(isOwnFrame({ url, parent: { url } })).toBe(false)
    expect(isOwnFrame(null)).toBe(false)
  })
})

describe('navigation', () => {
  const attempt = (url: string, isMainFrame: boolean) => {
    const seen: string[] = []
    guardNavigation({ url, isMainFrame, preventDefault: () => seen.push('prevented') }, (code) =>
      seen.push(code),
    )
    return seen
  }
  it.each([...FOREIGN, 'app://desk/assets/a.js'])('refuses %j', (url) => {
    expect(attempt(url, true)).toEqual(['prevented', 'security.navigation'])
  })
  it('lets the window load its own page anew, but no frame inside it', () => {
    expect(attempt('app://desk/index.html#/a', true)).toEqual([])
    expect(attempt('app://desk/index.html', false)).toEqual(['prevented', 'security.navigation'])
  })
})

describe('network', () => {
  it.each(FOREIGN.filter((url) => !url.startsWith('data:')))('closes %j', (url) => {
    expect(isLocal(url, false)).toBe(false)
  })
  it('lets our own files and what the page made through', () => {
    for (const url of ['app://desk/a.js', 'data:image/png;base64,AA', 'blob:app://desk/1'])
      expect(isLocal(url, false)).toBe(true)
    expect(isLocal('devtools://devtools/a', true)).toBe(true)
    expect(isLocal('devtools://devtools/a', false)).toBe(false)
    expect(isLocal('ws://127.0.0.1:1', true)).toBe(false)
  })
})

describe('permissions', () => {
  it('grants two, to our own page', () => {
    expect(mayHave('clipboard-sanitized-write', 'app://desk/')).toBe(true)
    expect(mayHave('persistent-storage', 'app://desk/index.html')).toBe(true)
    for (const permission of [
      'clipboard-read',
      'media',
      'notifications',
      'geolocation',
      'openExternal',
      'unknown',
    ])
      expect(mayHave(permission, 'app://desk/')).toBe(false)
  })
})

describe('window preferences', () => {
  it.each([
    { sandbox: false },
    { contextIsolation: false },
    { nodeIntegration: true },
    { nodeIntegrationInWorker: true },
    { webSecurity: false },
    { webviewTag: true },
    { preload: '/tmp/evil.js' },
    { partition: 'x' },
    { enableBlinkFeatures: 'x' },
    { additionalArguments: ['x'] },
  ])('never makes a window with %j', (wish) => {
    expect(() => securePreferences('/preload', wish)).toThrow(Object.keys(wish)[0])
  })
  it('makes the safe ones', () => {
    expect(securePreferences('/preload', { devTools: false, sandbox: true })).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
      preload: '/preload',
    })
  })
})

describe('the microphone (domain 10, audio notes)', () => {
  const page = 'app://desk/index.html'
  it('is granted to our own page, alone', () => {
    expect(mayHave('media', page, { media: ['audio'] })).toBe(true)
    for (const url of FOREIGN) expect(mayHave('media', url, { media: ['audio'] })).toBe(false)
  })
  it.each([[['video']], [['audio', 'video']], [['unknown']], [[]]])('brings no %j with it', (media) => {
    expect(mayHave('media', page, { media })).toBe(false)
  })
})

describe('the camera (domain 10, 附件)', () => {
  const page = 'app://desk/index.html'
  it('is granted to our own page, alone, while 拍照 is open', () => {
    expect(mayHave('media', page, { media: ['video'], cameraOpen: true })).toBe(true)
    expect(mayHave('media', page, { media: ['video'], cameraOpen: false })).toBe(false)
    expect(mayHave('media', page, { media: ['audio', 'video'], cameraOpen: true })).toBe(false)
    for (const url of FOREIGN)
      expect(mayHave('media', url, { media: ['video'], cameraOpen: true })).toBe(false)
  })
  it('is open in the page that said so, until that says otherwise, is loaded anew or ends', () => {
    const cameras = new Cameras()
    const ends = new Map<string, () => void>()
    const asking = { id: 7, once: (event: string, end: () => void) => void ends.set(event, end) }
    const open = () => cameras.isOpenIn({ id: 7 })
    for (const close of [
      () => cameras.use(asking as never, false),
      () => ends.get('did-start-loading')?.(),
      () => ends.get('destroyed')?.(),
    ]) {
      cameras.use(asking as never, true)
      expect([open(), cameras.isOpenIn({ id: 8 }), cameras.isOpenIn(null)]).toEqual([true, false, false])
      close()
      expect(open()).toBe(false)
    }
  })
})

describe('content security policy', () => {
  it.each([null, 'abc'])('knows no outside, no eval and no inline script (nonce %j)', (nonce) => {
    const policy = contentSecurityPolicy(nonce)
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("connect-src 'self'")
    expect(policy).not.toMatch(/https?:|wss?:|\*|unsafe-eval/)
    expect(policy.includes("'unsafe-inline'")).toBe(nonce === null)
  })
})

describe('links', () => {
  it.each(['https://example.com/a?b', 'http://127.0.0.1'])('opens %j', async (url) => {
    const opened: string[] = []
    expect(await openLink(url, async (link) => void opened.push(link))).toBe('opened')
    expect(opened).toEqual([new URL(url).href])
  })
  it.each([
    'file:///c:/x.exe',
    'javascript:1',
    'ms-msdt:x',
    'https://user@evil.com',
    `https://a.b/${'x'.repeat(2000)}`,
    'x',
  ])('does not open %j', (url) => {
    expect(isOpenable(url)).toBe(false)
  })
  it('says when the system has no browser', async () => {
    expect(await openLink('https://a.b', () => Promise.reject(new Error('none')))).toBe('failed')
  })
})
