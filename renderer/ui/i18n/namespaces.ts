// One line a namespace: the zh-CN file is both the default text and the type of the keys.
export { default as common } from '../../../resources/locales/zh-CN/common.json'
export { default as shell } from '../../../resources/locales/zh-CN/shell.json'
export { default as ui } from '../../../resources/locales/zh-CN/ui.json'
