// The form: the fields of a document as its schema has them, each with its term and help.

import { button, h, newID, refocus, upperFirst } from './dom.js';
import { get, insert, move, parsed, set, written } from './path.js';
import { mainKey } from './schema.js';
import { dateHelp, isDate, keptDate, plainHelp, shownDate, singular, valueWord } from './words.js';
import { grid } from './grid.js';

const long = /^(body|opening|closing|text|subject|reason|content|note|items|achievements?|purpose|basis|description|occasion|proposal|legal_bases|articles|sections|addressees|to|clauses|points)$/;
const editor = /^body$/;
const hidden = new Set(['kind', 'version', 'type']);
const atOnce = 25; // elements of a list on the screen

// Form draws a Work. onseek is called with the path of the field that has the focus.
export class Form {
  constructor(root, work, schema, onseek) {
    Object.assign(this, { root, work, schema, onseek });
    this.fields = new Map(); // by written path: {box, control, sync}
    this.boxes = new Map(); // by written path: what is drawn anew as a whole
    this.slices = new Map(); // first element of long lists that is shown
    this.marks = [];
    this.touched = new Set();
    this.abort = new AbortController();
    const listen = { signal: this.abort.signal };
    work.addEventListener('change', (e) => this.changed(e.detail), listen);
    root.addEventListener('focusin', (e) => this.sought(e.target), listen);
    this.draw();
  }

  // end stops listening: another document takes the place.
  end() {
    this.abort.abort();
    this.root.replaceChildren();
  }

  draw() {
    this.fields.clear();
    this.boxes.clear();
    const shape = this.schema.root(this.work.document);
    const held = this.held(this.root);
    this.root.replaceChildren(this.group([], shape, 0));
    if (held) refocus(this.root, held);
  }

  // texts are the paths of the texts of the form, with their terms.
  texts() {
    return [...this.fields].filter(([, f]) => f.box.isConnected && f.control.matches('textarea, input[type="text"]') && !f.box.matches('.cell'))
      .map(([key, f]) => [key, f.box.querySelector('label').textContent]);
  }

  sought(target) {
    const at = target.closest?.('[data-field]');
    if (at) this.onseek(at.dataset.field);
  }

  // changed brings the form in line with the document after a step.
  changed({ path, quiet, stepped }) {
    if (quiet) return;
    const key = written(path);
    const field = this.fields.get(key);
    const value = this.work.get(path);
    if (field?.box.isConnected && field.sync && (typeof value !== 'object' || value === null) && value !== undefined) {
      field.sync(value);
      if (stepped) this.show(key);
      return;
    }
    for (let n = path.length; n >= 0; n--) {
      const box = this.boxes.get(written(path.slice(0, n)));
      if (box?.element.isConnected && n > 0) {
        box.redraw();
        if (stepped) this.show(key);
        return;
      }
    }
    this.draw();
    if (stepped) this.show(key);
  }

  // held is what has the focus within an element.
  held(element) {
    return element.contains(document.activeElement) ? document.activeElement : null;
  }

  // box draws something that is drawn anew at once, as its path.
  box(path, make) {
    const box = { element: null, redraw: () => {
      const old = box.element;
      const held = old && this.held(old);
      box.element = make();
      old?.replaceWith(box.element);
      if (held) refocus(box.element, held);
    } };
    this.boxes.set(written(path), box);
    box.redraw();
    return box.element;
  }

  // group draws the fields of a place; where names it beside others.
  group(path, shape, depth, where = '') {
    return this.box(path, () => {
      const value = this.work.get(path) ?? {};
      const fields = shape.fields.filter((f) => !(path.length === 0 && hidden.has(f.key)));
      const shown = fields.filter((f) => f.required || f.key in value);
      const rest = fields.filter((f) => !shown.includes(f));
      return h('div', { class: 'group' },
        shown.map((f) => this.field([...path, f.key], f, fields, depth)),
        rest.length > 0 && this.adder(path, rest, where));
    });
  }

  // adder offers the fields that are not there.
  adder(path, rest, where) {
    const id = newID();
    const choice = h('select', { id, 'aria-label': where ? `Thêm mục khác: ${where}` : null }, h('option', { value: '' }, 'Chọn mục…'), rest.map((f) => h('option', { value: f.key }, upperFirst(f.term || f.key))));
    const add = () => {
      const field = rest.find((f) => f.key === choice.value);
      if (!field) return choice.focus();
      this.put(path, set(this.work.document, [...path, field.key], this.empty(this.schema.shape(field.schema))));
      this.show(written([...path, field.key]));
    };
    return h('div', { class: 'adder' }, h('label', { for: id }, 'Thêm mục khác'), choice, button('Thêm', add, { class: 'quiet', 'aria-label': where ? `Thêm: ${where}` : null }));
  }

  // put makes a step that changes which fields there are below a place.
  put(path, document) {
    this.work.change(document, { path });
  }

  // empty is what a field begins with.
  empty(shape) {
    switch (shape.kind) {
      case 'check': return true;
      case 'list': return [this.empty(this.schema.shape(shape.item))];
      case 'group': {
        const out = {};
        for (const f of shape.fields) if (f.required) out[f.key] = this.empty(this.schema.shape(f.schema));
        return out;
      }
      case 'either': return shape.plain ? '' : this.empty(shape.list ?? shape.group);
    }
    return '';
  }

  // field draws a key with its term.
  field(path, f, beside, depth) {
    const shape = this.schema.shape(f.schema);
    const term = upperFirst(f.term || f.key);
    const take = f.required ? null : button('Bỏ', () => this.put(path.slice(0, -1), set(this.work.document, path, undefined)), {
      class: 'take', 'aria-label': `Bỏ mục ${f.term}`, title: 'Bỏ mục này; hoàn tác được',
    });
    const help = plainHelp(f.help, beside, shape.values ?? shape.plain?.values);
    const value = this.work.get(path);
    const single = shape.kind === 'text' || shape.kind === 'choice' || shape.kind === 'check';
    if (single || shape.kind === 'either' && shape.plain && typeof value !== 'object') {
      return this.either(path, single ? { plain: shape } : shape, f, term, help, take);
    }
    const legend = newID();
    return h('section', { class: `part depth${Math.min(depth, 3)}`, 'aria-labelledby': legend, 'data-field': written(path) },
      h('div', { class: 'head' }, h(depth ? 'h3' : 'h2', { id: legend }, term), take),
      help && h('p', { class: 'help' }, upperFirst(help)),
      this.inner(path, shape, f, depth + 1, beside));
  }

  // inner draws what a list, a group or one of both holds.
  inner(path, shape, f, depth, beside, where = f.term || f.key) {
    const value = this.work.get(path);
    if (shape.kind === 'list' || shape.kind === 'either' && (Array.isArray(value) || !shape.group)) {
      if (f.key === 'rows' && beside?.some((b) => b.key === 'columns')) return grid(this, path);
      return this.list(path, shape.list ?? shape, f, depth);
    }
    return this.group(path, shape.group ?? shape, depth, where);
  }

  // either draws a field that may be a text or more than that.
  either(path, shape, f, term, help, take) {
    const id = newID();
    const made = this.control(path, shape.plain, f, id);
    const more = shape.group && button('Ghi chi tiết', () => {
      const main = mainKey(shape.group);
      this.put(path.slice(0, -1), set(this.work.document, path, { ...this.empty(shape.group), [main]: this.work.get(path) ?? '' }));
      this.show(written([...path, main]));
    }, { class: 'take', title: 'Mở thêm các mục của phần này' });
    const date = isDate(shape.plain.pattern);
    const hint = [date ? dateHelp : '', date && /\d{4}-\d\d/.test(help) ? '' : help].filter(Boolean).join('; ');
    const box = h('div', { class: `field ${shape.plain.kind}`, 'data-field': written(path) },
      shape.plain.kind === 'check'
        ? h('div', { class: 'head' }, h('span', { class: 'tick' }, made.control, h('label', { for: id }, term)), take)
        : h('div', { class: 'head' }, h('label', { for: id }, term), made.sample, more, take),
      hint && h('p', { class: 'help', id: `${id}-help` }, upperFirst(hint)),
      shape.plain.kind !== 'check' && made.control);
    if (hint) made.control.setAttribute('aria-describedby', `${id}-help`);
    this.fields.set(written(path), { box, control: made.control, sync: made.sync });
    return box;
  }

  // control makes what a text, a choice or a tick is typed into.
  control(path, shape, f, id) {
    const key = written(path);
    const value = () => this.work.get(path);
    const commit = (to) => {
      this.touched.add(key);
      this.work.change(set(this.work.document, path, to), { path, run: key, quiet: true });
    };
    if (shape.kind === 'check') {
      const control = h('input', { type: 'checkbox', id, onchange: () => commit(control.checked) });
      const sync = (v) => { control.checked = v === true || v === 'true'; };
      sync(value());
      return { control, sync };
    }
    if (shape.kind === 'choice') {
      const known = shape.values.includes(String(value() ?? '')) || !value();
      const control = h('select', { id, onchange: () => commit(control.value) },
        h('option', { value: '' }, ''), !known && h('option', { value: value() }, value()),
        shape.values.map((v) => h('option', { value: v }, valueWord(v, f.help))));
      const sync = (v) => { control.value = v ?? ''; };
      sync(value());
      return { control, sync };
    }
    return this.text(path, shape, f, id, commit);
  }

  text(path, shape, f, id, commit) {
    const date = isDate(shape.pattern);
    const shown = date ? shownDate : (v) => (v == null ? '' : String(v));
    const kept = date ? keptDate : (v) => v;
    let sampled = this.work.isSample(path, this.work.get(path));
    const sample = h('span', { class: 'sample', hidden: !sampled }, 'chữ mẫu, hãy thay');
    const control = long.test(f.key) && !date ? h('textarea', { id, rows: editor.test(f.key) ? 14 : 1, class: editor.test(f.key) ? 'editor' : '' })
      : h('input', { type: 'text', id, inputmode: shape.number ? 'numeric' : null, class: date || shape.number ? 'short' : '' });
    Object.assign(control, { value: shown(this.work.get(path)), autocomplete: 'off' });
    const typed = () => {
      commit(kept(control.value));
      if (sampled) sample.hidden = !(sampled = this.work.isSample(path, kept(control.value)));
    };
    // An input method builds a syllable in place: it counts once it stands.
    control.addEventListener('input', (e) => { if (!e.isComposing) typed(); });
    control.addEventListener('compositionend', typed);
    control.addEventListener('blur', () => this.work.pause());
    control.addEventListener('focus', () => { if (sampled) control.select(); });
    return { control, sample, sync: (v) => {
      if (control.value !== shown(v)) control.value = shown(v);
      sample.hidden = !(sampled = this.work.isSample(path, v));
    } };
  }

  list(path, shape, f, depth) {
    return this.box(path, () => {
      const key = written(path);
      const value = get(this.work.document, path);
      const list = Array.isArray(value) ? value : [];
      const one = singular(f.term || f.key);
      const from = Math.min(this.slices.get(key) ?? 0, Math.max(0, Math.floor((list.length - 1) / atOnce) * atOnce));
      const item = this.schema.shape(shape.item);
      const add = () => {
        this.put(path, insert(this.work.document, path, list.length, this.empty(item)));
        this.show(written([...path, list.length]));
      };
      return h('div', { class: 'list' },
        this.pager(path, list.length, from),
        h('ol', { start: from + 1 }, list.slice(from, from + atOnce).map((_, i) => this.element(path, from + i, list.length, item, f, one, depth))),
        button(`Thêm ${one}`, add, { class: 'quiet' }));
    });
  }

  // pager leads through a long list.
  pager(path, length, from) {
    if (length <= atOnce) return null;
    const go = (to) => {
      this.slices.set(written(path), to);
      this.boxes.get(written(path)).redraw();
    };
    return h('nav', { class: 'pager', 'aria-label': 'Các dòng của danh sách' },
      button('Trước', () => go(from - atOnce), { disabled: from === 0, class: 'quiet' }),
      h('span', { role: 'status' }, `Dòng ${from + 1} đến ${Math.min(from + atOnce, length)} trong ${length}`),
      button('Sau', () => go(from + atOnce), { disabled: from + atOnce >= length, class: 'quiet' }));
  }

  element(list, i, length, item, f, one, depth) {
    const path = [...list, i];
    const tools = h('div', { class: 'tools' },
      i > 0 && button('↑', () => this.shift(list, i, i - 1), { 'aria-label': `Đưa ${one} ${i + 1} lên`, title: 'Đưa lên' }),
      i < length - 1 && button('↓', () => this.shift(list, i, i + 1), { 'aria-label': `Đưa ${one} ${i + 1} xuống`, title: 'Đưa xuống' }),
      button('Bỏ', () => this.put(list, set(this.work.document, path, undefined)), { 'aria-label': `Bỏ ${one} ${i + 1}`, title: 'Bỏ; hoàn tác được' }));
    const value = this.work.get(path);
    const title = `${upperFirst(one)} ${i + 1}`;
    if (item.kind === 'text' || item.kind === 'choice' || item.kind === 'either' && item.plain && typeof value !== 'object') {
      const shape = item.kind === 'either' ? item : { plain: item };
      return h('li', {}, this.either(path, shape, { ...f, help: f.help }, title, '', tools));
    }
    const head = h('span', {}, title);
    const body = this.inner(path, item, f, depth, null, `${one} ${i + 1}`);
    const words = excerpt(value);
    return h('li', {}, h('details', { class: 'card', open: length <= 3, 'data-field': written(path) },
      h('summary', {}, head, words && h('span', { class: 'excerpt' }, words)), h('div', { class: 'inside' }, tools, body)));
  }

  shift(list, from, to) {
    this.put(list, move(this.work.document, list, from, to));
    this.show(written([...list, to]));
  }

  // show brings the field of a path, or the nearest to it, to the eye and the focus; at is a
  // line of its text.
  show(key, at = -1) {
    const path = parsed(key);
    for (let n = 1; n <= path.length; n++) this.turn(path.slice(0, n));
    const field = this.nearest(path);
    const box = field?.box ?? this.root.querySelector(`[data-field="${CSS.escape(key)}"]`);
    if (!box) return;
    for (let d = box.closest('details'); d; d = d.parentElement.closest('details')) d.open = true;
    const control = field?.control ?? box.querySelector('input,textarea,select,button');
    control?.focus({ preventScroll: true });
    if (at >= 0 && control?.setSelectionRange) selectLine(control, at);
    (field?.box ?? box).scrollIntoView({ block: 'nearest', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
  }

  // turn turns a long list to the page of an element.
  turn(path) {
    const i = path.at(-1);
    if (typeof i !== 'number') return;
    const list = path.slice(0, -1);
    const key = written(list);
    const page = Math.floor(i / atOnce) * atOnce;
    if ((this.work.get(list)?.length ?? 0) > atOnce && (this.slices.get(key) ?? 0) !== page) {
      this.slices.set(key, page);
      this.boxes.get(key)?.redraw();
    }
  }

  // nearest finds the field at a path, within it, or around it.
  nearest(path) {
    for (let n = path.length; n > 0; n--) {
      const key = written(path.slice(0, n));
      const here = this.fields.get(key);
      if (here?.box.isConnected) return here;
      for (const [k, field] of this.fields) {
        if ((k.startsWith(`${key}.`) || k.startsWith(`${key}[`)) && field.box.isConnected) return field;
      }
    }
    return null;
  }

  // mark puts the words of findings at their fields: all of them, or where somebody typed.
  mark(findings, all) {
    for (const undo of this.marks) undo();
    this.marks = [];
    for (const f of findings) {
      if (!f.path || !all && !this.touched.has(f.path)) continue;
      const field = this.nearest(parsed(f.path));
      if (!field || !(this.fields.get(f.path) || all)) continue;
      this.markOne(field, f);
    }
  }

  markOne({ box, control }, f) {
    const id = newID();
    const words = h('p', { class: `mark ${f.level}`, id }, h('span', { class: 'level' }, `${f.levelWord}: `), f.text);
    const before = control.getAttribute('aria-describedby');
    control.before(words);
    box.classList.add(f.level);
    control.setAttribute('aria-describedby', [before, id].filter(Boolean).join(' '));
    if (f.level === 'error') control.setAttribute('aria-invalid', 'true');
    this.marks.unshift(() => {
      words.remove();
      box.classList.remove(f.level);
      control.removeAttribute('aria-invalid');
      if (before) control.setAttribute('aria-describedby', before);
      else control.removeAttribute('aria-describedby');
    });
  }
}

// excerpt is the first words of a value.
function excerpt(value) {
  if (typeof value === 'string') return value.length > 70 ? `${value.slice(0, 70)}…` : value;
  if (!value || typeof value !== 'object') return '';
  for (const key of ['title', 'name', 'text', 'caption', ...Object.keys(value)]) {
    const words = excerpt(value[key]);
    if (words) return words;
  }
  return '';
}

function selectLine(control, at) {
  const lines = control.value.split('\n');
  const from = lines.slice(0, at).reduce((n, l) => n + l.length + 1, 0);
  control.setSelectionRange(from, from + (lines[at]?.length ?? 0));
  control.scrollTop = Math.max(0, (at - 3) * (control.scrollHeight / Math.max(lines.length, 1)));
}
