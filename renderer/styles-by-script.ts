/**
 * Lets the styles that scripts of ours write pass the content security policy, which refuses those that come as markup.
 * antd takes the nonce of this load for most of its styles; three of its parts (scroll lock, measuring of scroll bars,
 * growing text areas) do not ask for it. Markup that got in by accident gains nothing: it does not pass here.
 */
export function allowStylesByScript(nonce: string): void {
  const create = document.createElement.bind(document);
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  };
  const setAttribute = HTMLElement.prototype.setAttribute;
  HTMLElement.prototype.setAttribute = function setAttributeOrStyle(name: string, value: string) {
    // The same outcome by the object model, which the policy does not concern.
    if (name.toLowerCase() === 'style') this.style.cssText = value;
    else setAttribute.call(this, name, value);
  };
}
