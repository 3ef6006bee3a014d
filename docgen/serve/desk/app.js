// The desk: the first screen, and a paper at work between its form and its pages.

import { ask, button, byID, delayed, h, once } from './dom.js';
import { documentBody, json, Problem, send, takeToken } from './api.js';
import { asking, fileName, give, reason, say, stands, state, view } from './state.js';
import { begun, besides, dataOf, isAttached, isTemplateName, mainOf, opened, pasted, refusal, schemaOf, templated } from './bring.js';
import { drawStart, titleOf } from './start.js';
import { doubtful, drawFindings, mended, placed, summary } from './findings.js';
import { emit } from './yaml.js';
import { download } from './files.js';
import { Form } from './form.js';
import { parsed, set } from './path.js';
import { isList } from './listed.js';
import { isSeason, Season } from './season.js';
import { Many } from './many.js';
import { Paper } from './paper.js';
import { isTemplate, Template } from './template.js';
import { Work } from './work.js';
import { drop, dropAll, hold, keep, kept, keptOne, leaveBehind, otherTabs, takeUp } from './store.js';

const paper = new Paper(byID('paper'), pick);
const follow = delayed(100, preview);
const store = delayed(300, save);

takeToken();
begin();

async function begin() {
  try {
    state.kinds = await asking(() => json('kinds'));
    byID('end').hidden = !(await json('desk')).ends;
  } catch (e) {
    await ask('Chưa dùng được', h('p', {}, e.message), [['', 'Thử lại', 'main']]);
    return begin();
  }
  await home();
}

// home shows the first screen.
async function home() {
  if (!await leave()) return;
  let works = [];
  try {
    await takeUp().catch(() => {}); // no room: it waits where it is
    works = (await kept()).sort((a, b) => b.changed - a.changed);
  } catch { /* a browser that keeps nothing */ }
  if (state.work) return; // a paper has come meanwhile
  drawStart(byID('start'), state.kinds, works, { open, paste, begin: start, template, resume, forget });
  document.body.dataset.at = 'start';
  byID('start').hidden = false;
  byID('work').hidden = true;
  byID('kept').textContent = '';
  document.title = 'Bàn soạn văn bản';
}

// leave puts away the paper at work; it is kept. false: it is not, and the person stays with it.
async function leave() {
  if (!state.work) return true;
  await save();
  if (state.unkept && !await ask('Văn bản này chưa giữ được', h('p', {}, 'Trình duyệt hết chỗ: rời đi thì mất những gì vừa sửa. Ở lại rồi bấm Tải YAML để giữ thành tệp.'),
    [['', 'Ở lại', 'main'], ['go', 'Rời đi, bỏ phần vừa sửa', 'danger']])) return false;
  state.asked?.abort();
  state.form?.end();
  state.release?.();
  single();
  state.season?.end();
  stands('', '');
  Object.assign(state, { work: null, form: null, season: null, findings: [], release: null, unkept: false });
  byID('kept').classList.remove('bad');
  paper.clear();
  return true;
}

async function start(kind) {
  try {
    await show(await begun(kind));
  } catch (e) {
    say('Chưa soạn được', e);
  }
}

// open reads files that were dropped or chosen: the document, and what belongs to it.
async function open(files) {
  const list = files.find((f) => isList(f.name));
  const lists = state.many ?? state.season?.nominees;
  if (lists && list) {
    state.season?.go('list');
    return lists.open(list);
  }
  const main = await mainOf(files);
  const model = files.find((f) => isTemplateName(f.name)) ?? (state.many && main && /\.docx$/i.test(main.name) ? main : null);
  if (model) return template(model);
  if (!main) {
    const odd = files.find((f) => !(state.work && !isTemplate(state.work.document) && isAttached(f.name)));
    if (odd) return say(`Không mở được ${odd.name}`, refusal(odd.name));
    return list ? listed(list, files) : attach(files);
  }
  for (const f of files) {
    const why = besides(f, main);
    if (why) return say(`Không mở được ${f.name}`, why);
  }
  try {
    const work = await opened(main, files, asked, filling);
    if (!work) return;
    if (state.season && /^(ke-hoach|criteria)$/.test(work.document.kind)) return state.season.plan(main);
    await show(work);
  } catch (e) {
    say(`Không mở được ${main.name}`, reason(e, !/\.docx$/i.test(main.name)));
  }
}

// filling asks whether a Word file with fields is a template.
const filling = (field) => ask('Tệp này là mẫu để điền?', h('p', {}, `Trong tệp có chỗ điền như ${field}. Dùng làm mẫu thì mỗi dòng của danh sách Excel thành một tệp Word.`),
  [['template', 'Dùng làm mẫu Word', 'main'], ['draft', 'Đọc như dự thảo'], ['', 'Thôi']]);

// listed asks what a list is for that comes onto one paper.
async function listed(list, files) {
  const answer = await ask(`Dùng ${list.name} làm gì?`, h('p', {}, 'Mỗi dòng của danh sách thành một văn bản, hay danh sách chỉ là tệp mà văn bản này nhắc tên?'),
    [['many', 'Soạn hàng loạt', 'main'], ['attach', 'Kèm theo văn bản này'], ['', 'Thôi']]);
  if (answer === 'attach') attach(files);
  if (answer !== 'many') return;
  many();
  state.many.open(list);
}

// asked asks whether what is certain about a file that cannot be read is to be mended.
async function asked(findings) {
  const answer = await ask('Tệp có chỗ phải sửa mới mở được', h('div', {}, h('ul', {}, findings.map((f) => h('li', {}, `Dòng ${f.line}: ${f.message}`))),
    h('p', {}, 'Chương trình sửa được chắc chắn những chỗ này. Tệp của bạn không bị thay đổi.')), [['yes', 'Sửa rồi mở', 'main'], ['', 'Thôi']]);
  return answer === 'yes';
}

// template puts a Word template on the desk.
async function template(file) {
  try {
    await show(templated(file));
  } catch (e) {
    say(`Không mở được ${file.name}`, e);
  }
}

async function paste(text) {
  try {
    const work = await pasted(text, asked);
    if (work) await show(work);
  } catch (e) {
    say('Chưa đọc được', reason(e, true));
  }
}

async function resume(id) {
  const release = await hold(id);
  if (!release) {
    const answer = await ask('Văn bản đang mở ở thẻ khác', h('p', {}, 'Hai thẻ cùng sửa một bản thì mất chữ. Sang thẻ kia làm tiếp, hoặc mở một bản sao ở đây.'), [['copy', 'Mở bản sao', 'main'], ['', 'Thôi']]);
    if (answer !== 'copy') return;
  }
  const from = await keptOne(id);
  if (!from) return home();
  try {
    await show(new Work({ ...from, id: release ? id : crypto.randomUUID() }), release);
  } catch (e) {
    if (release) release();
    say(`Chưa mở được ${from.title}`, e);
  }
}

async function forget(work) {
  const answer = await ask('Xóa văn bản này?', h('p', {}, `${work.title}. Xóa rồi không lấy lại được.`), [['yes', 'Xóa', 'danger'], ['', 'Thôi']]);
  if (answer === 'yes') await drop(work.id);
  home();
}

// show puts a paper on the desk, in the place of the one that is there.
async function show(work, release) {
  const schema = await schemaOf(work.document.kind);
  if (!await leave()) return release?.();
  state.release = release ?? await hold(work.id);
  Object.assign(state, { work, all: false, findings: [], places: [] });
  document.body.dataset.at = 'work';
  byID('start').hidden = true;
  byID('work').hidden = false;
  byID('found').hidden = true;
  stands('Đang dựng trang…', '');
  state.form = new Form(byID('form'), work, schema, seek);
  const season = isSeason(work.document);
  const filled = isTemplate(work.document);
  singular(!season && !filled);
  for (const id of ['check', 'yaml', 'attach']) byID(id).hidden = filled;
  byID('many-open').hidden = season || filled;
  byID('work').classList.toggle('lone', filled);
  state.season = season ? new Season({ work, say, show: lead, preview, attach, add, values: async (yaml) => schema.simple(await dataOf(yaml)) }) : null;
  if (filled) {
    plural();
    const screen = state.many = new Template(byID('many'), {
      kind: work.name, template: () => work.files[0], files: () => work.files, replace: template, say, give: (blob, ending) => give(blob, fileName(ending)),
      look: (file) => printed(file, () => state.many === screen),
    });
  }
  work.addEventListener('change', changed);
  changed();
  view('form');
  byID('left').scrollTop = 0;
  byID('main').focus();
  if (work.doubts.length) review();
}

// printed shows the pages of a Word file that nobody works at while its screen stands, and gives how many they are.
async function printed(file, fresh) {
  const body = new FormData();
  body.append('document', file, 'xem-thu.docx');
  const got = await json('render?to=svg', { method: 'POST', body });
  const pages = got.svg.map((page) => page.replace(/ data-path="[^"]*" data-line="\d+"/g, ''));
  await tried({ ...got, svg: pages }, 'dòng đầu', fresh);
  return got.pages;
}

// tried shows the pages of a row on trial, unless its screen has been left meanwhile.
async function tried(got, row, fresh) {
  if (!fresh()) return;
  byID('work').classList.remove('lone');
  await paper.show(got.svg, fresh);
  if (!fresh()) return;
  behind(false);
  stands(`Xem thử ${row}: ${got.pages} trang`, '');
  view('paper');
}

function changed() {
  const { work } = state;
  const title = titleOf(work.document, state.kinds);
  if (byID('title').textContent !== title) document.title = byID('title').textContent = title;
  byID('undo').disabled = !work.past.length;
  byID('redo').disabled = !work.future.length;
  byID('attach').textContent = work.files.length ? `Tệp kèm (${work.files.length})` : 'Tệp kèm';
  if (!state.unkept) byID('kept').textContent = 'Đang giữ…';
  behind(!isTemplate(work.document));
  follow();
  store();
}

// preview asks for the pages as the document is now; what was asked before is not awaited.
async function preview() {
  const { work } = state;
  if (!work || isTemplate(work.document)) return;
  behind(true);
  state.asked?.abort();
  const asked = state.asked = new AbortController();
  const fresh = () => state.asked === asked && state.work === work;
  const { text, places } = emit(work.document);
  try {
    const got = state.season ? await state.season.look(asked.signal) : await json('render?to=svg', { ...documentBody(fileName('yaml'), text, work.files), signal: asked.signal });
    if (!fresh()) return;
    Object.assign(state, { places, findings: [...placed(got.findings, places, work.document), ...doubtful(work, state.form.touched)] });
    await paper.show(got.svg, fresh);
    if (!fresh()) return;
    behind(false);
    stands(`${got.pages} trang${got.words ? ` (${got.words})` : ''}, ${summary(state.findings)}`, '');
  } catch (e) {
    if (e.name === 'AbortError' || !fresh()) return;
    if (!(e instanceof Problem)) throw e;
    state.findings = [...placed(e.findings, places, work.document), ...doubtful(work, state.form.touched)];
    const first = state.findings.find((f) => f.level === 'error');
    stands(`${paper.pages.length ? 'Trang cũ' : 'Chưa có trang'}: ${first && !e.plain ? first.text : e.message}`, paper.pages.length ? 'old' : 'none', !first);
  }
  marks();
}

// behind says that the pages are not yet those of the form: they are not printed then.
function behind(is) {
  byID('right').toggleAttribute('data-behind', is);
}

function marks() {
  state.form?.mark(state.findings, state.all);
  if (!byID('found').hidden) list();
}

// lead brings a field of the form to the eye.
function lead(path, at) {
  if (state.many) single();
  state.season?.go('form');
  view('form');
  state.form.show(path, at);
}

// add gives the document a field that it does not have yet, and leads there.
function add(key) {
  const field = state.form.schema.root(state.work.document).fields.find((f) => f.key === key);
  state.form.put([], set(state.work.document, [key], state.form.empty(state.form.schema.shape(field.schema))));
  lead(key);
}

function list() {
  byID('found-head').textContent = state.findings.length ? `Cần xem lại: ${summary(state.findings)}` : 'Không thấy lỗi nào';
  drawFindings(byID('found-list'), state.findings, (f) => lead(f.path, f.at), (f) => {
    const document = mended(state.work.document, f);
    if (!document) return say('Không sửa được nữa', 'chỗ này đã đổi; bấm Kiểm tra lại');
    state.work.change(document, { path: parsed(f.path) });
  });
}

// review shows all findings and hands them the focus.
function review() {
  state.all = true;
  if (state.many) single();
  byID('found').hidden = false;
  view('form');
  marks();
  byID('found').focus();
  byID('found').scrollIntoView({ block: 'nearest' });
}

// seek lights the lines of the field that has the focus.
function seek(path) {
  paper.mark(path, true);
}

// pick leads from a line of the page to its field.
function pick(path, line) {
  const place = state.places[line - 1];
  lead(path, place && place.path === path ? Math.max(place.at, 0) : -1);
}

// attach adds files that the document names: pictures, lists.
function attach(files) {
  const { work } = state;
  for (const f of files) work.files = [...work.files.filter((o) => o.name !== f.name), { name: f.name, data: f }];
  changed();
}

// chooseFiles lets the person choose what is attached.
function chooseFiles() {
  const input = h('input', { type: 'file', multiple: true, onchange: () => attach([...input.files]) });
  input.click();
}

// attached shows what is attached, to take away or add to.
async function attached() {
  const { work } = state;
  if (!work.files.length) return chooseFiles();
  const list = h('ul', { class: 'works' }, work.files.map((f) => h('li', {}, f.name, button('Bỏ', (e) => {
    work.files = work.files.filter((o) => o !== f);
    e.target.closest('li').remove();
    changed();
  }, { class: 'take', 'aria-label': `Bỏ ${f.name}` }))));
  if (await ask('Tệp kèm', list, [['', 'Xong', 'main'], ['add', 'Thêm tệp…']]) === 'add') chooseFiles();
}

// asKept is a paper as the browser keeps it.
const asKept = ({ id, name, document, files, samples, doubts }) => ({ id, name, document, files, samples, doubts, title: titleOf(document, state.kinds), changed: Date.now() });

async function save() {
  const { work } = state;
  if (!work) return;
  try {
    const now = asKept(work);
    await keep(now);
    state.unkept = false;
    if (work.document === now.document) state.kept = now.document;
    if (state.work === work) byID('kept').textContent = 'Đã giữ trong trình duyệt này';
  } catch {
    state.unkept = true;
  }
  // Only what has gone wrong is read out: what is kept is so after every word.
  byID('kept').classList.toggle('bad', state.unkept);
  byID('kept').role = state.unkept ? 'alert' : null;
  if (state.unkept) once(byID('kept'), 'Trình duyệt hết chỗ, chưa giữ được: bấm Tải YAML để khỏi mất');
}

const thrown = otherTabs(() => {
  state.work = null;
  home();
});

async function throwAll() {
  const answer = await ask('Xóa hết?', h('p', {}, 'Mọi văn bản đang làm dở và mọi lựa chọn mà trình duyệt này giữ sẽ mất, ở các thẻ khác cũng vậy. Tệp đã tải về thì vẫn còn.'), [['yes', 'Xóa hết', 'danger'], ['', 'Thôi']]);
  if (answer !== 'yes') return;
  if (state.work) {
    state.form.end();
    state.season?.end();
    state.release?.();
    Object.assign(state, { work: null, season: null });
    paper.clear();
  }
  await dropAll().catch((e) => say('Chưa xóa được', e));
  thrown();
  home();
}

// end ends the program; what is at work is kept before.
async function end() {
  const answer = await ask('Tắt chương trình?', h('p', {}, 'Văn bản đang làm dở vẫn giữ trong trình duyệt này; lần sau mở chương trình thì làm tiếp.'), [['yes', 'Tắt chương trình', 'main'], ['', 'Thôi']]);
  if (answer !== 'yes') return;
  try {
    if (!await leave()) return;
    await send('end', { method: 'POST', type: 'application/json', body: '{}' });
    document.body.replaceChildren(h('main', { class: 'ended' }, h('h1', {}, 'Chương trình đã tắt'), h('p', {}, 'Có thể đóng thẻ này.')));
  } catch (e) {
    say('Chưa tắt được', e);
  }
}

// many turns from one paper to many of a list, and back.
function many() {
  if (state.many) {
    single();
    return preview();
  }
  const { work } = state;
  plural();
  const screen = state.many = new Many(byID('many'), {
    kind: work.document.kind, document: () => work.document, files: () => work.files, say, give: (blob, ending) => give(blob, fileName(ending)),
    fields: () => state.form.texts(), isDay: (path) => /(^|\.)(date|from|to|birth)$/.test(path),
    look: async (document, row) => {
      const { text } = emit(document);
      const fresh = () => state.many === screen;
      try {
        await tried(await json('render?to=svg', documentBody(fileName('yaml'), text, work.files)), `dòng ${row}`, fresh);
      } catch (e) {
        if (fresh()) say(`Dòng ${row} chưa soạn được`, reason(e));
      }
    },
  });
}

// plural shows the screen for many papers in the place of the form.
function plural() {
  for (const id of ['form', 'found', 'check', 'yaml', 'attach']) byID(id).hidden = true;
  singular(false);
  byID('many').hidden = false;
  byID('many-open').textContent = 'Quay lại một văn bản';
}

// singular shows or hides the files that one paper gives.
function singular(shown) {
  for (const id of ['pdf', 'docx']) byID(id).hidden = !shown;
}

// single goes back to one paper.
function single() {
  if (!state.many) return;
  state.many = null;
  byID('many').replaceChildren();
  byID('many').hidden = true;
  for (const id of ['form', 'check', 'yaml', 'attach']) byID(id).hidden = false;
  singular(true);
  byID('many-open').textContent = 'Soạn hàng loạt';
}

// What the person can press.
byID('many-open').onclick = many;
byID('season').onsubmit = byID('many').onsubmit = (e) => e.preventDefault();
byID('end').onclick = end;
byID('home').onclick = home;
byID('undo').onclick = () => state.work?.undo();
byID('redo').onclick = () => state.work?.redo();
byID('throw').onclick = throwAll;
byID('check').onclick = review;
byID('found-close').onclick = () => { byID('found').hidden = true; };
const refused = (findings) => {
  state.findings = findings;
  review();
};
byID('pdf').onclick = () => download('pdf', 'application/pdf', refused);
byID('docx').onclick = () => download('docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', refused);
byID('yaml').onclick = () => download('yaml');
byID('attach').onclick = attached;
byID('again').onclick = () => asking(() => json('desk')).catch(() => {}).then(preview);
byID('form').onsubmit = (e) => e.preventDefault();
for (const b of byID('tabs').children) b.onclick = () => view(b.dataset.view);

document.addEventListener('compositionstart', () => { state.composing = true; });
document.addEventListener('compositionend', () => { state.composing = false; });
document.addEventListener('keydown', (e) => {
  if (!state.work || state.composing || !(e.ctrlKey || e.metaKey) || e.altKey || document.querySelector('dialog[open]')) return;
  const key = e.key.toLowerCase();
  if (key === 'z' || key === 'y') {
    e.preventDefault();
    if (key === 'y' || e.shiftKey) state.work.redo();
    else state.work.undo();
  }
});
document.addEventListener('dragover', (e) => {
  e.preventDefault();
  document.body.classList.add('over');
});
for (const end of ['dragleave', 'drop']) document.addEventListener(end, (e) => { if (end === 'drop' || !e.relatedTarget) document.body.classList.remove('over'); });
document.addEventListener('drop', (e) => {
  e.preventDefault();
  if (e.dataTransfer.files.length) open([...e.dataTransfer.files]);
});
addEventListener('beforeprint', () => paper.whole());
addEventListener('beforeunload', (e) => { if (state.work && state.unkept) e.preventDefault(); });
addEventListener('pagehide', () => {
  if (state.work && state.kept !== state.work.document) leaveBehind(asKept(state.work));
  save();
});
