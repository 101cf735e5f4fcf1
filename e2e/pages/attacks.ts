import type { Page } from '@playwright/test'

// What hostile content in a page would try. Everything here runs inside the page, as its own script would.

/** How each way out of the page to `host` (`127.0.0.1:port`) ended; 'open' would be a leak. */
export function reachOut(page: Page, host: string): Promise<Record<string, string>> {
  return page.evaluate(async (target) => {
    const url = `http://${target}/leak`
    const settled = (element: HTMLElement): Promise<string> => {
      document.body.append(element)
      return new Promise((done) => {
        element.addEventListener('load', () => done('open'))
        element.addEventListener('error', () => done('refused'))
      })
    }
    const make = (tag: string, attributes: Record<string, string>): HTMLElement => {
      const element = document.createElement(tag)
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
      return element
    }
    const attempt = (work: () => Promise<unknown>): Promise<string> =>
      work().then(
        () => 'open',
        () => 'refused',
      )
    const socket = (): Promise<string> =>
      new Promise((done) => {
        const opened = new WebSocket(`ws://${target}/`)
        opened.addEventListener('open', () => done('open'))
        opened.addEventListener('error', () => done('refused'))
      })
    const request = (): Promise<string> =>
      new Promise((done) => {
        const asked = new XMLHttpRequest()
        asked.addEventListener('load', () => done('open'))
        asked.addEventListener('error', () => done('refused'))
        asked.open('GET', url)
        asked.send()
      })
    const events = (): Promise<string> =>
      new Promise((done) => {
        const source = new EventSource(url)
        source.addEventListener('open', () => done('open'))
        source.addEventListener('error', () => done('refused'))
      })
    const ways: Record<string, Promise<string>> = {
      fetch: attempt(() => fetch(url, { mode: 'no-cors' })),
      fetchFile: attempt(() => fetch('file:///etc/passwd')),
      fetchOtherHost: attempt(() => fetch('app://other/index.html')),
      xhr: request(),
      webSocket: socket(),
      eventSource: events(),
      image: settled(make('img', { src: url })),
      script: settled(make('script', { src: url })),
      style: settled(make('link', { rel: 'stylesheet', href: url })),
      prefetch: settled(make('link', { rel: 'prefetch', href: url })),
      preload: settled(make('link', { rel: 'preload', as: 'image', href: url })),
      video: settled(make('video', { src: url })),
    }
    // These say nothing about how they ended: the trap at the other end tells.
    navigator.sendBeacon(url, 'x')
    document.body.append(
      make('iframe', { src: url }),
      make('object', { data: url }),
      make('embed', { src: url }),
    )
    document.body.style.backgroundImage = `url(${url})`
    const names = Object.keys(ways)
    const ends = await Promise.all(Object.values(ways))
    return Object.fromEntries(names.map((name, at) => [name, ends[at] ?? '']))
  }, host)
}

/** Gathers WebRTC candidates by way of `host`: STUN by UDP, TURN by UDP and TCP. Resolves when gathering ended. */
export function gatherCandidates(page: Page, host: string): Promise<string[]> {
  return page.evaluate(async (target) => {
    if (typeof RTCPeerConnection === 'undefined') return []
    const turn = { username: 'x', credential: 'x' }
    const connection = new RTCPeerConnection({
      iceServers: [
        { urls: `stun:${target}` },
        { urls: `turn:${target}?transport=udp`, ...turn },
        { urls: `turn:${target}?transport=tcp`, ...turn },
      ],
    })
    const found: string[] = []
    const ended = new Promise<void>((done) => {
      connection.addEventListener('icecandidate', ({ candidate }) => {
        if (candidate) found.push(candidate.candidate)
        else done()
      })
    })
    connection.createDataChannel('x')
    await connection.setLocalDescription(await connection.createOffer())
    await ended
    connection.close()
    return found
  }, host)
}

/** How each way to run foreign code in the page ended; 'ran' would be an injection. */
export function injectCode(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const ran = (): boolean => Reflect.get(window, 'injected') === true
    const code = 'window.injected = true'
    const byElement = async (prepare: (script: HTMLScriptElement) => void): Promise<string> => {
      const script = document.createElement('script')
      const refused = new Promise<void>((done) =>
        document.addEventListener('securitypolicyviolation', () => done(), { once: true }),
      )
      prepare(script)
      document.body.append(script)
      await refused
      return ran() ? 'ran' : 'refused'
    }
    // Later than this call, so that the policy counts and not the debugger's leave to evaluate.
    const later = (work: () => unknown): Promise<string> =>
      new Promise((done) => {
        setTimeout(() => {
          try {
            work()
            done('ran')
          } catch (error) {
            done(error instanceof EvalError ? 'refused' : String(error))
          }
        })
      })
    const worker = (): Promise<string> =>
      new Promise((done) => {
        const blob = new Blob(['postMessage(1)'], { type: 'text/javascript' })
        try {
          const made = new Worker(URL.createObjectURL(blob))
          made.addEventListener('message', () => done('ran'))
          made.addEventListener('error', () => done('refused'))
        } catch {
          done('refused')
        }
      })
    const handler = async (): Promise<string> => {
      const refused = new Promise<void>((done) =>
        document.addEventListener('securitypolicyviolation', () => done(), { once: true }),
      )
      const image = document.createElement('img')
      image.setAttribute('onerror', code)
      image.src = 'data:,'
      document.body.append(image)
      await refused
      return ran() ? 'ran' : 'refused'
    }
    const blob = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
    const evaluate: unknown = Reflect.get(window, 'eval')
    const makeFunction = Reflect.get(window, 'Function') as new (text: string) => unknown
    return {
      inline: await byElement((script) => {
        script.textContent = code
      }),
      blob: await byElement((script) => {
        script.src = blob
      }),
      data: await byElement((script) => {
        script.src = `data:text/javascript,${code}`
      }),
      handler: await handler(),
      eval: await later(() => typeof evaluate === 'function' && evaluate('1')),
      function: await later(() => new makeFunction('return 1')),
      worker: await worker(),
    }
  })
}

/** What the page is answered when it asks for a permission or a device. */
export function askForPermissions(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'clipboard-read', 'midi'] as const
    const answers: Record<string, string> = {}
    for (const name of names) {
      const asked = { name } as unknown as PermissionDescriptor
      answers[name] = (await navigator.permissions.query(asked)).state
    }
    answers.media = await navigator.mediaDevices.getUserMedia({ audio: true, video: true }).then(
      () => 'granted',
      () => 'denied',
    )
    answers.eyes = await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'granted',
      () => 'denied',
    )
    answers.display = await navigator.mediaDevices.getDisplayMedia().then(
      () => 'granted',
      () => 'denied',
    )
    answers.clipboard = await navigator.clipboard.readText().then(
      () => 'granted',
      () => 'denied',
    )
    answers.notification = await Notification.requestPermission()
    answers.position = await new Promise<string>((done) =>
      navigator.geolocation.getCurrentPosition(
        () => done('granted'),
        () => done('denied'),
      ),
    )
    return answers
  })
}
