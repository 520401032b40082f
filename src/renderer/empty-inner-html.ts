/**
 * Lets `element.innerHTML = ''` empty an element under a policy that forbids markup from text.
 *
 * React Aria's announcer for screen readers empties its log in that way. With the page's
 * `trusted-types 'none'` the assignment throws, although there is no markup in it. Here the empty
 * text, and only that, takes a way without markup; any other text meets the policy as before.
 */
const inherited = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML');

Object.defineProperty(Element.prototype, 'innerHTML', {
  ...inherited,
  set(this: Element, text: unknown) {
    if (text === '') this.replaceChildren();
    else inherited?.set?.call(this, text);
  },
});

export {};
