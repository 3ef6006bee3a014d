// Elements made in code. Every text is set as text, never read as markup.

// h makes an element. Of props, on… are listeners, true and false attributes that are there
// or not, null ones that are not; children are elements, texts or lists of them.
export function h(tag, props, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(props ?? {})) {
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key === 'value') element.value = value;
    else if (value === true) element.setAttribute(key, '');
    else if (value !== false && value != null) element.setAttribute(key, value);
  }
  element.append(...children.flat(Infinity).filter((c) => c != null && c !== false));
  return element;
}

// button makes a button that does something.
export function button(words, act, props) {
  return h('button', { type: 'button', onclick: act, ...props }, words);
}

export const byID = (id) => document.getElementById(id);

// once sets the words of an element, unless it has them: what is read out is read out once.
export function once(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

let last = 0;

// newID gives an id that no other element of the page has.
export const newID = () => `v${++last}`;

// upperFirst begins a phrase with a capital.
export const upperFirst = (s) => s.charAt(0).toUpperCase() + s.slice(1);

// delayed gives a function that runs once calls have paused for so many milliseconds.
export function delayed(ms, act) {
  let timer = 0;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => act(...args), ms);
  };
}

// refocus hands the focus to what stands in the place of an element that had it and was drawn anew: the field of the
// same path, the button with the same words or one beside it, or else the last button.
export function refocus(root, held) {
  const words = (b) => b.ariaLabel ?? b.textContent;
  const buttons = [...root.querySelectorAll('button')].filter((b) => b.checkVisibility());
  const field = held.matches('button') ? null : held.closest('[data-field]')?.dataset.field;
  const control = field && root.querySelector(`[data-field="${CSS.escape(field)}"]`)?.querySelector('input, textarea, select');
  const same = buttons.find((b) => words(b) === words(held));
  const near = same?.disabled ? same.parentElement.querySelector('button:not(:disabled)') : same;
  (control ?? near ?? buttons.at(-1))?.focus({ preventScroll: true });
}

// ask puts a question and waits for the answer: the value of the button that was pressed, or
// '' when the question was put away. choices are lists of value, words and class.
export function ask(title, body, choices) {
  return new Promise((done) => {
    const head = newID();
    const dialog = h('dialog', { 'aria-labelledby': head },
      h('form', { method: 'dialog' },
        h('h2', { id: head }, title), body,
        h('div', { class: 'row' }, choices.map(([value, words, look]) => h('button', { value, class: look ?? '' }, words)))));
    dialog.addEventListener('close', () => {
      dialog.remove();
      done(dialog.returnValue);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
