// The papers of a season by their stages: what each still lacks, a look, the number that the
// registry gave, and the files.

import { button, h, newID, upperFirst } from './dom.js';
import { bytesOf, json, send } from './api.js';
import { fileName, give, reason, view } from './state.js';
import { get } from './path.js';
import { keptDate, plain, shownDate, stageTitles } from './words.js';

// Stages in the order of the work, with the field of the season that each is made of.
const stages = [
  { id: 'ho-so', forms: true },
  { id: 'tom-tat' },
  { id: 'bien-ban', key: 'session', term: 'họp Hội đồng', numbered: true },
  { id: 'to-trinh', key: 'submission', term: 'tờ trình', numbered: true },
  { id: 'trinh-cap-tren', key: 'upward', term: 'tờ trình lên cấp trên', numbered: true, some: (s) => s.judged?.results.some((r) => r.status === 'đề nghị cấp trên') },
  { id: 'quyet-dinh', key: 'decision', term: 'quyết định khen thưởng', numbered: true },
  { id: 'giay-khen', needs: 'decision' },
  { id: 'chi-tien', needs: 'decision' },
  { id: 'sua-doi', some: () => false },
  { id: 'huy-bo', some: () => false },
].map((s) => ({ ...s, title: stageTitles[s.id] }));

// wordsOf names a paper to a person.
export const wordsOf = (paper) => paper.title || (paper.name === 'so-khen-thuong' ? 'Sổ khen thưởng (bảng tính CSV)' : upperFirst(paper.name.replaceAll('-', ' ')));

// drawPapers draws the step of papers.
export function drawPapers(season) {
  const { papers, leftOut, root } = season;
  const shown = stages.filter((s) => papers.some((p) => p.stage === s.id) || leftOut.some((l) => l.stage === s.id) || !s.some || s.some(season));
  root.replaceChildren(h('section', { class: 'part' }, h('h2', {}, 'Văn bản theo giai đoạn'),
    h('p', { class: 'help' }, 'Làm lần lượt: soạn, ký, văn thư cấp số thì ghi số vào đây; văn bản sau dẫn số ấy. Bấm tên văn bản để xem trang in.'),
    h('label', { class: 'tick' }, h('input', { type: 'checkbox', checked: season.draft, 'data-key': 'draft', onchange: (e) => { season.draft = e.target.checked; season.desk.preview(); } }),
      'Bản dự thảo: in chữ Dự thảo, xem được cả giấy khen chưa có số'),
    h('div', { class: 'row' }, papers.length > 0 && button('Tải tất cả (ZIP)', () => load(season, 'to=pdf,docx', 'zip'), { class: 'main', 'data-key': 'zip' }), papers.length > 0 && h('span', { class: 'help' }, `${papers.length} văn bản, PDF và Word`))),
  ...shown.map((s) => stagePart(season, s)));
}

function stagePart(season, s) {
  const papers = season.papers.filter((p) => p.stage === s.id);
  const field = s.key ?? s.needs;
  const lacking = season.leftOut.find((l) => l.stage === s.id)?.findings.filter((f) => f.level === 'error') ?? [];
  const has = field ? get(season.work.document, [field]) : true;
  const list = h('ul', { class: 'papers' }, papers.map((p) => h('li', {},
    p.title ? button(wordsOf(p), () => look(season, p), { class: 'link', 'aria-current': p.name === season.shown ? 'true' : null, 'data-key': `look-${p.name}` }) : h('span', {}, wordsOf(p)),
    h('span', { class: 'files' }, (p.title ? ['pdf', 'docx'] : ['csv']).map((f) => button({ pdf: 'PDF', docx: 'Word', csv: 'Tải' }[f], () => one(season, p, f), { class: 'quiet', 'aria-label': `Tải ${wordsOf(p)}, ${f === 'docx' ? 'Word' : f.toUpperCase()}`, 'data-key': `${f}-${p.name}` }))))));
  return h('section', { class: 'part stage', 'data-stage': s.id }, h('div', { class: 'head' }, h('h3', {}, s.title),
    (papers.length > 1 || s.forms && season.judged?.nominees.length > 0) && button(s.forms ? 'Tải mẫu báo cáo của mọi người (ZIP)' : `Tải ${papers.length} văn bản (ZIP)`, () => load(season, `stage=${s.id}&to=pdf,docx`, `${s.id}.zip`), { class: 'quiet', 'data-key': `zip-${s.id}` })),
    papers.length > 4 ? h('details', { open: season.opened?.has(s.id), ontoggle: (e) => { (season.opened ??= new Set())[e.target.open ? 'add' : 'delete'](s.id); } }, h('summary', { 'data-key': `sum-${s.id}` }, `${papers.length} văn bản`), list) : papers.length > 0 && list,
    !has && h('p', {}, s.key ? `Chưa có mục ${s.term}. ` : 'Cần quyết định khen thưởng trước.', s.key && button(`Điền mục ${s.term}`, () => season.desk.add(s.key), { class: 'quiet', 'data-key': `add-${s.id}` })),
    has && lacking.map((f) => h('p', { class: 'lacking' }, upperFirst(plain(f.message)), '. ', f.pointer && button('Đến chỗ này', () => season.desk.show(pathOf(f.pointer)), { class: 'quiet' }))),
    has && !papers.length && !lacking.length && h('p', { class: 'help' }, s.forms ? 'Báo cáo của ai đã ghi thành tích trong đợt thì hiện ở đây.' : season.papers.length ? 'Chưa có ai ở giai đoạn này.' : 'Đợt còn lỗi: bấm Kiểm tra để xem.'),
    s.numbered && has && papers.length > 0 && numberPart(season, s),
    s.id === 'giay-khen' && papers.length > 0 && !season.draft && h('div', { class: 'row' }, button('Chốt số vào sổ', () => number(season, s.id, '', ''), { class: 'quiet', 'data-key': 'register' }), h('span', { class: 'help' }, 'sau này thêm, bớt người thì số đã in không đổi')));
}

const pathOf = (pointer) => pointer.slice(1).replace(/\/(\d+)(?=\/|$)/g, '[$1]').replaceAll('/', '.');

// numberPart takes what the registry gave; a paper that has it is settled.
function numberPart(season, s) {
  const kept = [get(season.work.document, [s.key]), ...(get(season.work.document, [`${s.key}_more`]) ?? [])].filter((p) => p?.number);
  const date = get(season.work.document, [s.key])?.date;
  const said = kept.length > 0 && h('p', { class: 'help' }, `${kept.map((p) => `Số ${p.number}, ngày ${shownDate(p.date ?? date)}`).join('; ')}. Từ đây danh sách không đổi được; muốn sửa số thì hoàn tác, hoặc sửa ở bước 1.`);
  const papers = season.papers.filter((p) => p.stage === s.id && p.name.startsWith('to-trinh')).length; // several to the level above
  if (said && (!s.some || kept.length >= papers)) return said;
  const of = newID();
  const on = newID();
  const field = h('input', { id: of, type: 'text', class: 'short', autocomplete: 'off', 'data-key': `number-${s.id}` });
  const day = h('input', { id: on, type: 'text', class: 'short', autocomplete: 'off', value: shownDate(date), placeholder: 'ngày/tháng/năm', 'data-key': `day-${s.id}` });
  const write = () => {
    const open = [field, day].find((i) => !i.value.trim());
    if (open) return open.focus();
    number(season, s.id, field.value.trim(), keptDate(day.value));
  };
  return h('div', {}, said, h('div', { class: 'row numbers' }, h('label', { for: of }, said ? 'Số tờ trình tiếp theo' : 'Số'), field, h('label', { for: on }, 'ngày'), day, button('Ghi số', write, { class: 'quiet', 'aria-label': `Ghi số ${s.title}`, 'data-key': `write-${s.id}` })));
}

// number writes the number of a paper into the season.
async function number(season, stage, given, date) {
  try {
    const query = [`stage=${stage}`, given && `number=${encodeURIComponent(given)}`, date && `date=${encodeURIComponent(date)}`].filter(Boolean).join('&');
    season.put(await season.desk.values((await json(`award/number?${query}`, season.body())).yaml), []);
  } catch (e) {
    season.desk.say('Chưa ghi được số', reason(e));
  }
}

// look shows the pages of a paper.
function look(season, paper) {
  season.shown = paper.name;
  season.desk.preview();
  view('paper');
}

// one brings a file of one paper.
async function one(season, paper, format) {
  try {
    const to = format === 'csv' ? '' : `&to=${format}`;
    const got = await json(`award/issue?stage=${paper.stage}&name=${encodeURIComponent(paper.name)}&draft=${season.draft}${to}`, season.body());
    give(new Blob([bytesOf(got.files[0].file)]), fileName(format, paper.name));
  } catch (e) {
    season.desk.say('Chưa tải về được', reason(e));
  }
}

// load brings the papers of a stage, or all, in one ZIP file.
async function load(season, query, ending) {
  try {
    const response = await send(`award/issue?${query}&draft=${season.draft}`, { ...season.body(), accept: 'application/zip' });
    give(await response.blob(), ending === 'zip' ? fileName('zip') : fileName('zip', ending.replace('.zip', '')));
  } catch (e) {
    season.desk.say('Chưa tải về được', reason(e));
  }
}
