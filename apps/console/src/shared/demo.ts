/** Whether this is the demo community; the server fills the page's meta element in. */
export const demo: boolean =
  document.querySelector<HTMLMetaElement>('meta[name="zhanggui-demo"]')?.content === 'true'
