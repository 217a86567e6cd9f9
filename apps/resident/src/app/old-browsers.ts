/**
 * What the page and the packages it uses call and Chrome 87 (older WeChat and Android WebViews) or Safari 14 does not
 * have. Syntax is the build's business; these are the missing functions, no more than are called.
 */
const missing = (on: object, name: string, value: (...args: never[]) => unknown): void => {
  if (!(name in on)) Object.defineProperty(on, name, { value, configurable: true, writable: true })
}

missing(Object, 'hasOwn', (object: object, key: PropertyKey) =>
  Object.prototype.hasOwnProperty.call(object, key),
)

missing(Array.prototype, 'at', function at(this: unknown[], index: number) {
  return this[index < 0 ? this.length + index : index]
})

missing(
  Array.prototype,
  'toSorted',
  function toSorted(this: unknown[], order?: (a: unknown, b: unknown) => number) {
    // oxlint-disable-next-line unicorn/no-array-sort -- this is what stands in for it
    return Array.from(this).sort(order)
  },
)

// Before Safari 15.4 a dialog is an unknown element: it opens over the page without being modal.
missing(HTMLElement.prototype, 'showModal', function showModal(this: HTMLElement) {
  this.setAttribute('open', '')
})
missing(HTMLElement.prototype, 'close', function close(this: HTMLElement) {
  this.removeAttribute('open')
  this.dispatchEvent(new Event('close'))
})
