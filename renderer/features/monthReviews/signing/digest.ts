/** A digest in groups of four, as people compare it: `3f2a 91c0 …`. */
export function grouped(digest: string): string {
  return digest.replace(/(.{4})(?=.)/g, '$1 ')
}
