// One line a namespace: the zh-CN file is both the default text and the type of the keys.

export { default as common } from '../../../resources/locales/zh-CN/common.json'
export { default as complaints } from '../../../resources/locales/zh-CN/complaints.json'
export { default as households } from '../../../resources/locales/zh-CN/households.json'
export { default as pace } from '../../../resources/locales/zh-CN/pace.json'
export { default as printing } from '../../../resources/locales/zh-CN/printing.json'
export { default as record } from '../../../resources/locales/zh-CN/record.json'
export { default as refusal } from '../../../resources/locales/zh-CN/refusal.json'
export { default as settings } from '../../../resources/locales/zh-CN/settings.json'
export { default as shell } from '../../../resources/locales/zh-CN/shell.json'
export { default as start } from '../../../resources/locales/zh-CN/start.json'
export { default as today } from '../../../resources/locales/zh-CN/today.json'
export { default as ui } from '../../../resources/locales/zh-CN/ui.json'
