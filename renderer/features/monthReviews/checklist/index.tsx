import { useMonth } from '../shell/month'
import { Checklist } from './Checklist'

/** 检查清单 (domain 12): every line of the month, live; nothing until the month has been read. */
export default function ChecklistTab() {
  const { checks } = useMonth()
  return checks && <Checklist checks={checks} />
}
