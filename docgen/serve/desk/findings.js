// What was found in a document, in the words of the program, each with its place.

import { button, h } from './dom.js';
import { get, parsed, set, written } from './path.js';
import { plain } from './words.js';

const words = { error: 'Lỗi', warning: 'Cảnh báo', info: 'Gợi ý' };
const order = { error: 0, warning: 1, info: 2 };

// placed gives each finding the field that it is about, by the lines of the text that was sent.
export function placed(findings, places, document) {
  return findings.map((f) => {
    const place = places[f.line - 1];
    return {
      ...f, path: pathOf(f, place, document), at: place?.at ?? -1, levelWord: words[f.level] ?? f.level,
      text: [f.message, f.fix].map((s) => s && plain(s)).filter(Boolean).map(sentence).join(' ') + (f.source ? ` (${f.source})` : ''),
    };
  }).sort((a, b) => order[a.level] - order[b.level]);
}

// pathOf names the field: that of the pointer, of the line, or the one beside it that is
// missing.
function pathOf(f, place, document) {
  if (f.pointer) return pathAt(f.pointer);
  const path = parsed(place?.path ?? '');
  const key = /"([a-z][a-z_]*)" \(/.exec(f.message)?.[1];
  if (key && path.at(-1) !== key) {
    for (let n = path.length; n >= 0; n--) {
      const around = get(document, path.slice(0, n));
      if (around && typeof around === 'object' && !Array.isArray(around)) return written([...path.slice(0, n), key]);
    }
  }
  return place?.path ?? '';
}

const pathAt = (pointer) => pointer.slice(1).replace(/\/(\d+)(?=\/|$)/g, '[$1]').replaceAll('/', '.');

// doubtful are the parts of a draft that were not recognised for certain, until somebody has
// typed there.
export function doubtful(work, touched) {
  return work.doubts.map((p) => ({
    level: 'info', levelWord: words.info, path: pathAt(p.pointer), at: -1,
    text: p.confidence === 'missing' ? `Bản nháp không có “${p.term}”. ${sentence(p.why)}` : `Xem lại “${p.term}”: ${p.why}.`,
  })).filter((f) => !touched.has(f.path));
}

const sentence = (s) => s.charAt(0).toUpperCase() + s.slice(1).replace(/([^.!?…])$/, '$1.');

// mended gives the document with a certain fix made, or null when its old text is gone.
export function mended(document, f) {
  const path = parsed(f.path);
  const value = get(document, path);
  if (!f.edit || typeof value !== 'string') return null;
  const lines = value.split('\n');
  const on = f.at >= 0 ? [f.at] : lines.map((_, i) => i);
  const holding = on.filter((i) => lines[i]?.split(f.edit.old).length === 2);
  if (holding.length !== 1) return null;
  lines[holding[0]] = lines[holding[0]].replace(f.edit.old, () => f.edit.new);
  return set(document, path, lines.join('\n'));
}

// drawFindings fills the list. go leads to a place, fix makes a certain fix.
export function drawFindings(list, findings, go, fix) {
  list.replaceChildren(...findings.map((f) => h('li', { class: `finding ${f.level}` },
    h('p', {}, h('span', { class: 'level' }, `${f.levelWord}: `), f.text),
    h('div', { class: 'row' },
      f.path && button('Đến chỗ này', () => go(f), { class: 'quiet' }),
      f.edit && button(fixWords(f.edit), () => fix(f), { class: 'quiet' })))));
}

// fixWords names a fix on its button.
function fixWords(edit) {
  if (edit.new) return `Sửa thành “${edit.new}”`;
  return /^[\p{C}\p{Z}\s]*$/u.test(edit.old) ? 'Bỏ ký tự ẩn' : `Bỏ “${edit.old}”`;
}

// summary says in a few words what was found.
export function summary(findings) {
  const count = (level) => findings.filter((f) => f.level === level).length;
  const parts = [[count('error'), 'lỗi'], [count('warning'), 'cảnh báo'], [count('info'), 'gợi ý']].filter(([n]) => n).map(([n, w]) => `${n} ${w}`);
  return parts.join(', ') || 'không có lỗi';
}
