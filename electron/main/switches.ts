/** What the command line asks for. Paths as given. */
export interface Switches {
  deskData: string | null
  screenshot: string | null
  /** The demo office, in folders of its own. */
  demo: boolean
}

function valueOf(args: readonly string[], name: string): string | null {
  const joined = args.find((arg) => arg.startsWith(`--${name}=`))
  return joined ? joined.slice(name.length + 3) || null : null
}

/** Reads `--desk-data=DIR`, `--screenshot=FILE` and `--demo`; everything else is Chromium's business. */
export function readSwitches(args: readonly string[]): Switches {
  return {
    deskData: valueOf(args, 'desk-data'),
    screenshot: valueOf(args, 'screenshot'),
    demo: args.includes('--demo'),
  }
}
