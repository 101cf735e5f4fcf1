/** The package brings no types; this is what deb.mjs uses of it. */
declare module 'electron-installer-debian' {
  interface Settings {
    src: string
    dest: string
    arch: string
    options: Record<string, string | string[] | undefined>
  }
  export default function installer(settings: Settings): Promise<unknown>
}
