/** Filled by its own files. */
export default function PlanTab() {
  return null
}
