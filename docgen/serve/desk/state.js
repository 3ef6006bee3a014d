// What stands on the desk, and the few things that every screen of it does.

import { ask, byID, h, once } from './dom.js';
import { keepToken, Problem } from './api.js';
import { plain } from './words.js';

export const state = { kinds: [], work: null, form: null, findings: [], places: [], all: false, release: null, kept: null, unkept: false, asked: null, composing: false, many: null, season: null };

// asking does what needs the server, and asks for the code when it wants one.
export async function asking(act) {
  for (;;) {
    try {
      return await act();
    } catch (e) {
      if (!(e instanceof Problem) || e.status !== 401) throw e;
      const field = h('input', { type: 'password', id: 'token', autocomplete: 'off' });
      const answer = await ask('Mã truy cập', h('p', {}, h('label', { for: 'token' }, 'Máy chủ này hỏi mã truy cập. Người quản trị máy chủ có mã. Vừa mở lại chương trình trên máy này thì làm tiếp ở trang mới mở: văn bản làm dở có ở đó.'), field), [['ok', 'Tiếp tục', 'main']]);
      if (!answer) throw e;
      keepToken(field.value.trim());
    }
  }
}

export const say = (title, e) => ask(title, h('p', {}, e.message ?? e), [['', 'Đóng', 'main']]);

// reason is why something did not work, with what was found where that is known, and what to do; lines are
// said of a file that is the person's own.
export function reason(e, lines = false) {
  const wrong = e.findings?.filter((f) => f.level === 'error') ?? [];
  const words = (f) => [f.message, f.fix].filter(Boolean).join('; ');
  return wrong.length ? wrong.map((f) => (lines ? `${f.line ? `Dòng ${f.line}: ` : ''}${words(f)}` : plain(words(f)))).join('. ') : e;
}

// fileName is a new name each time: what was opened is never written over.
export function fileName(ending, name = state.work.name) {
  const stamp = new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 16).replace('T', '-').replace(':', '');
  return `${name}-${stamp}.${ending}`;
}

// give lets the browser keep a file.
export function give(blob, name) {
  const link = h('a', { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

// stands says how the pages stand to the form; again: what they lack may come when it is asked for once more.
export function stands(words, how, again = false) {
  once(byID('state'), words);
  byID('state').title = words;
  byID('right').className = how;
  byID('again').hidden = !again;
}

// view turns between form and pages, where the screen has room for one.
export function view(name) {
  byID('work').dataset.view = name;
  for (const b of byID('tabs').children) b.setAttribute('aria-pressed', String(b.dataset.view === name));
}
