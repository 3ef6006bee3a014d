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
