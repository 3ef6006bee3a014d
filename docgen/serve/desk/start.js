// The first screen: what the person has, a kind in mind, a file, a text, or work left here.

import { button, h, newID, upperFirst } from './dom.js';

// drawStart fills the screen. act has open(file), paste(text), begin(kind), template(file),
// resume(id) and forget(id).
export function drawStart(root, kinds, kept, act) {
  const file = h('input', { type: 'file', hidden: true, multiple: true, accept: '.docx,.txt,.md,.yaml,.yml,.json', onchange: () => { if (file.files[0]) act.open([...file.files]); } });
  const template = h('input', { type: 'file', hidden: true, accept: '.docx,.dotx', onchange: () => { if (template.files[0]) act.template(template.files[0]); } });
  const pasted = h('textarea', { id: newID(), rows: 3, placeholder: 'Dán chữ của dự thảo vào đây' });
  const search = h('input', { type: 'search', id: newID(), autocomplete: 'off' });
  const list = h('ul', { class: 'kinds' });
  const fill = () => list.replaceChildren(...kinds.filter((k) => k.paper && matches(k, search.value)).map((k) => h('li', {},
    button([k.name || k.kind, k.abbreviation && h('span', { class: 'abbr' }, k.abbreviation)], () => act.begin(k.kind)))));
  search.addEventListener('input', fill);
  fill();
  root.replaceChildren(...[
    kept.length > 0 && h('section', { class: 'card wide', 'aria-labelledby': 'kept-head' },
      h('h2', { id: 'kept-head' }, 'Văn bản đang làm dở'),
      h('p', { class: 'help' }, 'Chỉ giữ trong trình duyệt của máy này. Dùng máy chung thì tải về rồi bấm Xóa hết.'),
      h('ul', { class: 'works' }, kept.map((w) => h('li', {},
        button(w.title, () => act.resume(w.id), { class: 'link' }), h('span', { class: 'help' }, when(w.changed)),
        button('Xóa', () => act.forget(w), { class: 'take', 'aria-label': `Xóa ${w.title}` }))))),
    h('div', { class: 'column' }, h('section', { class: 'card', 'aria-labelledby': 'file-head' },
      h('h2', { id: 'file-head' }, 'Đã có dự thảo'),
      h('div', { class: 'drop' },
        h('p', {}, 'Thả tệp Word (.docx), tệp chữ (.txt) hoặc tệp YAML vào trang này.'), button('Chọn tệp…', () => file.click()), file),
      h('label', { for: pasted.id }, 'Hoặc dán chữ'), pasted,
      button('Đọc dự thảo', () => (pasted.value.trim() ? act.paste(pasted.value) : pasted.focus()), { class: 'main' })),
    h('section', { class: 'card', 'aria-labelledby': 'many-head' },
      h('h2', { id: 'many-head' }, 'Nhiều văn bản một lúc'),
      h('div', { class: 'offer' }, button('Đợt khen thưởng mới', () => act.begin('season')),
        h('p', { class: 'help' }, 'Từ danh sách đề nghị đến quyết định, giấy khen, danh sách chi tiền.')),
      h('div', { class: 'offer' }, button('Chọn mẫu Word…', () => template.click()), template,
        h('p', { class: 'help' }, 'Mẫu của cơ quan có trường {{Họ và tên}}: mỗi dòng Excel thành một tệp Word.')),
      h('p', { class: 'help' }, 'Muốn soạn theo loại văn bản thì soạn một văn bản trước, rồi bấm Soạn hàng loạt.'))),
    h('section', { class: 'card', 'aria-labelledby': 'kind-head' },
      h('h2', { id: 'kind-head' }, 'Soạn mới'),
      h('label', { for: search.id }, 'Tìm loại văn bản'), search, list),
  ].filter(Boolean));
}

// matches compares without marks and case, as people type in a hurry.
function matches(kind, typed) {
  const flat = (s) => s.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();
  const words = flat(typed).split(/\s+/).filter(Boolean);
  const name = flat(`${kind.name} ${kind.abbreviation} ${kind.kind}`);
  return words.every((w) => name.includes(w));
}

const when = (t) => new Date(t).toLocaleString('vi-VN', { dateStyle: 'short', timeStyle: 'short' });

export const titleOf = (document, kinds) => {
  if (document?.template) return `Mẫu Word: ${document.template}`;
  const kind = kinds.find((k) => k.kind === document?.kind)?.name ?? upperFirst(document?.kind ?? 'Văn bản');
  const subject = [document?.subject, document?.title].find((s) => typeof s === 'string') ?? '';
  return [kind, subject.replace(/\s+/g, ' ')].filter(Boolean).join(': ');
};
