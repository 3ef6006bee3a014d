// What became of each nominee of a season and why, and what only a person can say of them.

import { button, h, newID } from './dom.js';
import { set } from './path.js';
import { plain } from './words.js';

// What a person says of nominees: words, the fields that it takes, and the keys that it sets.
const sayings = [
  { id: 'met', words: 'Xác nhận đạt tiêu chuẩn', fields: [['by', 'Người, cơ quan xác nhận']], keys: (v) => ({ confirmed: { met: true, by: v.by } }) },
  { id: 'unmet', words: 'Xác nhận không đạt', fields: [['by', 'Người, cơ quan xác nhận'], ['reason', 'Vì']], keys: (v) => ({ confirmed: { met: false, by: v.by, reason: v.reason } }) },
  { id: 'votes', words: 'Ghi phiếu của Hội đồng', fields: [['for', 'Số phiếu đồng ý', true], ['against', 'Số phiếu không đồng ý', true]], keys: (v) => ({ votes: { for: v.for, against: v.against } }) },
  { id: 'refused', words: 'Không khen thưởng dù đã qua Hội đồng', fields: [['reason', 'Vì']], keys: (v) => ({ refused: v.reason }) },
  { id: 'forward', words: 'Đề nghị cấp trên khen thưởng', fields: [], keys: () => ({ forward: true }) },
  { id: 'deferred', words: 'Chưa xét', fields: [['reason', 'Vì']], keys: (v) => ({ deferred: v.reason }) },
  { id: 'out', words: 'Bỏ khỏi đợt', fields: [], keys: null },
];

const order = ['được khen thưởng', 'chờ xét', 'đề nghị cấp trên', 'chưa xét', 'không khen thưởng', 'đã hủy bỏ'];
const classOf = { 'được khen thưởng': 'good', 'không khen thưởng': 'bad', 'chờ xét': 'wait' };
const money = (n) => `${n.toLocaleString('vi-VN')} đồng`;

// drawResults draws the step of results.
export function drawResults(season) {
  const { judged, root } = season;
  if (!judged?.nominees.length) {
    const errors = judged?.findings.filter((f) => f.level === 'error' && f.rule !== 'plan.missing') ?? [];
    root.replaceChildren(h('section', { class: 'part' }, h('h2', {}, 'Kết quả xét'),
      h('p', {}, errors.length ? 'Đợt còn lỗi, chưa xét được. Bấm Kiểm tra để xem lỗi.' : 'Chưa có đề nghị nào: đưa danh sách vào trước.'),
      h('div', { class: 'row' }, errors.length ? null : button('Sang danh sách', () => season.go('list'), { class: 'main' }))));
    return;
  }
  const kinds = [...new Set(judged.results.map((r) => r.status))].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const count = (status) => judged.results.filter((r) => r.status === status).length;
  if (!kinds.includes(season.filter)) season.filter = '';
  const shown = judged.results.filter((r) => !season.filter || r.status === season.filter);
  const filter = newID();
  root.replaceChildren(h('section', { class: 'part' }, h('h2', {}, 'Kết quả xét'),
    h('p', { role: 'status', class: 'progress' }, `${judged.nominees.length} đề nghị: ${kinds.map((k) => `${count(k)} ${k}`).join(', ')}. Tổng tiền thưởng ${money(judged.sums.total)}.`),
    h('div', { class: 'row' }, h('label', { for: filter }, 'Xem'),
      h('select', { id: filter, 'data-key': 'filter', onchange: (e) => { season.filter = e.target.value; drawResults(season); } },
        [['', `tất cả ${judged.nominees.length}`], ...kinds.map((k) => [k, `${k} (${count(k)})`])].map(([v, w]) => h('option', { value: v, selected: v === season.filter }, w)))),
    sayingPart(season, shown),
    table(season, shown)));
}

// sayingPart lets the person say something of all that are chosen.
function sayingPart(season, shown) {
  const what = newID();
  const fields = h('div', { class: 'row' });
  const count = h('span', { role: 'status' });
  const choice = h('select', { id: what, 'data-key': 'what' }, sayings.map((s) => h('option', { value: s.id, selected: s.id === season.saying }, s.words)));
  const saying = () => sayings.find((s) => s.id === choice.value);
  const fill = () => {
    season.saying = choice.value;
    fields.replaceChildren(...saying().fields.flatMap(([key, words, number]) => {
      const id = newID();
      return h('div', { class: 'field' }, h('label', { for: id }, words),
        h('input', { id, type: 'text', name: key, class: number ? 'short' : '', inputmode: number ? 'numeric' : null, autocomplete: 'off', value: season.said?.[key] ?? '', 'data-key': `said-${key}` }));
    }));
  };
  choice.addEventListener('change', fill);
  fill();
  season.counted = () => {
    count.textContent = season.chosen.size ? `${season.chosen.size} đề nghị đã chọn` : 'Chưa chọn đề nghị nào';
    if (season.chosen.size) part.open = true;
  };
  const all = button('Chọn tất cả', () => {
    for (const r of shown) season.chosen.add(r.nominee);
    drawResults(season);
  }, { class: 'quiet', 'data-key': 'all' });
  const none = button('Bỏ chọn', () => { season.chosen.clear(); drawResults(season); }, { class: 'quiet', 'data-key': 'none' });
  const waits = season.judged.results.some((r) => r.status === 'chờ xét');
  const part = h('details', { class: 'saying', open: waits }, h('summary', { 'data-key': 'saying' }, 'Ghi cho nhiều đề nghị: xác nhận, số phiếu, không khen thưởng…'),
    h('div', { class: 'row' }, all, none, count), h('div', { class: 'field' }, h('label', { for: what }, 'Việc'), choice), fields,
    h('div', { class: 'row' }, button('Ghi', () => say(season, saying(), fields), { class: 'main' })));
  season.counted();
  return part;
}

// say writes what was said, in one step.
function say(season, saying, fields) {
  const values = Object.fromEntries([...fields.querySelectorAll('input')].map((i) => [i.name, i.value.trim()]));
  if (!season.chosen.size) return season.desk.say('Chưa chọn đề nghị nào', 'đánh dấu ở bảng, hoặc bấm Chọn tất cả');
  const open = saying.fields.find(([key]) => !values[key]);
  if (open) return fields.querySelector(`[name="${open[0]}"]`).focus();
  season.said = { ...season.said, ...values };
  let { document } = season.work;
  if (saying.keys) {
    for (const i of season.chosen) for (const [key, value] of Object.entries(saying.keys(values))) document = set(document, ['nominees', i, key], value);
  } else document = set(document, ['nominees'], document.nominees.filter((_, i) => !season.chosen.has(i)));
  season.chosen.clear();
  season.put(document);
  season.at = 'saying';
}

function table(season, shown) {
  const { judged } = season;
  const votes = new Map(judged.votes.map((v) => [v.nominee, v]));
  return h('table', { class: 'stack results' },
    h('thead', {}, h('tr', {}, ['Chọn', 'Đề nghị', 'Kết quả, vì sao'].map((t) => h('th', { scope: 'col' }, t)))),
    h('tbody', {}, shown.map((r) => {
      const n = judged.nominees[r.nominee];
      const who = newID(); // two may have one name
      return h('tr', {},
        h('td', {}, h('input', { type: 'checkbox', 'aria-label': `Chọn ${n.name}`, 'aria-describedby': who, 'data-key': `row-${r.nominee}`, checked: season.chosen.has(r.nominee), onchange: (e) => {
          if (e.target.checked) season.chosen.add(r.nominee);
          else season.chosen.delete(r.nominee);
          season.counted();
        } })),
        h('th', { scope: 'row' }, button(`${r.nominee + 1}. ${n.name}`, () => season.desk.show(`nominees[${r.nominee}].name`), { class: 'link', title: 'Đến mục này trong đợt' }),
          h('span', { class: 'shown', id: who }, [n.birth_year, n.unit, n.award_name ?? n.award].filter(Boolean).join(', '))),
        h('td', {}, h('p', { class: `status ${classOf[r.status] ?? ''}` }, r.status), h('p', { class: 'help' }, why(r, votes.get(r.nominee)))));
    })));
}

// why says in words for a person why a nominee stands where it does.
function why(r, v) {
  if (r.status === 'được khen thưởng') {
    return [v && `${v.for}/${v.base} phiếu đồng ý`, r.amount ? `tiền thưởng ${money(r.amount)}` : r.paid_with !== undefined ? 'tiền thưởng chi ở danh hiệu cao hơn' : '', r.register && `số vào sổ ${r.register}`].filter(Boolean).join('; ');
  }
  if (r.reason && r.reason !== r.because) return plain(r.reason);
  const words = [...r.waiting, r.because].filter(Boolean).map(plain);
  return [...new Set(words)].join('; ') + (r.source ? ` (${r.source})` : '');
}
