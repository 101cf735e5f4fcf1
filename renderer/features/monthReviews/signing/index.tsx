/** Filled by its own files. */
export default function SigningTab() {
  return null
}
