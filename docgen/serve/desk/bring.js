// How a document comes onto the desk: a starting file, a file that was opened, a draft, a text.

import { documentBody, json, send } from './api.js';
import { samplesOf, Work } from './work.js';
import { Schema } from './schema.js';
import { choice } from './store.js';

// schemaOf gives the schema of a kind, as a file names it.
export async function schemaOf(kind) {
  const cure = 'dòng đầu ghi kind: và mã của loại, như kind: cong-van';
  if (!kind) throw new Error(`tệp không ghi loại văn bản; ${cure}`);
  try {
    return new Schema(await json(`schema/${encodeURIComponent(kind)}`));
  } catch (e) {
    throw e.status === 404 ? new Error(`tệp ghi kind: ${kind}, không có loại văn bản ấy; ${cure}`) : e;
  }
}

// dataOf gives the values of a text in YAML.
export const dataOf = (yaml) => json('data', documentBody('', yaml));

// mendedData gives the values of a text in YAML; where all that stands against it can be mended
// for certain, agree is asked. undefined: it said no.
async function mendedData(yaml, agree) {
  try {
    return await dataOf(yaml);
  } catch (e) {
    const edits = e.findings?.map((f) => f.edit) ?? [];
    if (!edits.length || edits.some((edit) => !edit)) throw e;
    if (!await agree(e.findings)) return undefined;
    let text = yaml;
    for (const { span, new: to } of edits.toSorted((a, b) => b.span.start.utf16 - a.span.start.utf16)) text = text.slice(0, span.start.utf16) + to + text.slice(span.end.utf16);
    return dataOf(text);
  }
}

// begun is the starting file of a kind, with what the office last signed with.
export async function begun(kind) {
  const yaml = await (await send(`new/${encodeURIComponent(kind)}`)).text();
  const values = (await schemaOf(kind)).simple(await dataOf(yaml));
  if (kind === 'season') values.nominees = []; // whom the list brings
  const samples = samplesOf(values);
  for (const [key, value] of Object.entries(choice('office') ?? {})) if (key in values) values[key] = value;
  return new Work({ id: crypto.randomUUID(), name: kind === 'season' ? 'dot-khen-thuong' : kind, document: values, samples });
}

// templated is a Word template, for many files of a list.
export const templated = (file) => new Work({
  id: crypto.randomUUID(), name: file.name.replace(/\.[^.]+$/, ''), document: { kind: 'job', version: '1', template: file.name }, files: [{ name: file.name, data: file }],
});

const papers = /\.(docx|txt|md|ya?ml|json)$/i;

// isTemplateName reports whether Word itself calls a file a template.
export const isTemplateName = (name) => /\.dotx$/i.test(name);

// isAttached reports whether a file is of a kind that a paper can name.
export const isAttached = (name) => /\.(png|jpe?g|xlsx|csv)$/i.test(name);

const refusals = [
  [/\.doc$/i, 'tệp Word cũ (.doc): mở bằng Word, lưu lại thành .docx rồi thả vào'],
  [/\.xls$/i, 'tệp Excel cũ (.xls): mở bằng Excel, lưu lại thành .xlsx rồi thả vào'],
  [/\.(docm|dotm|xlsm)$/i, 'tệp có macro: lưu lại thành .docx hoặc .xlsx rồi thả vào'],
  [/\.(odt|rtf|wps|pages)$/i, 'mở tệp ấy, lưu lại thành .docx rồi thả vào, hoặc chép chữ rồi dán vào trang đầu'],
  [/\.pdf$/i, 'tệp PDF không còn là chữ để sửa: mở tệp Word của văn bản ấy, hoặc chép chữ rồi dán vào trang đầu'],
  [/\.(xlsx|csv)$/i, 'danh sách cần văn bản hoặc mẫu để điền vào: soạn một văn bản rồi bấm Soạn hàng loạt, hoặc bấm Chọn mẫu Word, hoặc mở một đợt khen thưởng; sau đó mới thả danh sách'],
];

// refusal is why a file cannot be opened, and what to do with it.
export const refusal = (name) => refusals.find(([ending]) => ending.test(name))?.[1]
  ?? 'trang này mở tệp Word (.docx), tệp chữ (.txt) và tệp YAML; ảnh chữ ký, con dấu thì thêm vào văn bản đang soạn bằng Tệp kèm';

// besides is why a file cannot come along with the document; null: it can, as what that names.
export function besides(file, main) {
  if (file === main || isAttached(file.name) || /\.(ya?ml|json)$/i.test(file.name)) return null;
  const draft = /\.(docx|txt|md)$/i;
  if (!draft.test(file.name)) return refusal(file.name);
  return draft.test(main.name) ? 'mỗi lần mở một dự thảo: thả từng tệp một' : null;
}

// mainOf finds the document among files: a season rather than the plan that it names. null:
// there is none.
export async function mainOf(files) {
  const list = files.filter((f) => papers.test(f.name));
  for (const f of list.length > 1 ? list : []) if (/\.ya?ml$/i.test(f.name) && /^kind: *season/m.test(await f.text())) return f;
  return list[0] ?? null;
}

// opened reads a file; the others belong to it. undefined: agree said no to what is to be mended. Where a Word file
// holds fields, filling is asked whether it is a template: then it is one.
export async function opened(main, files, agree, filling) {
  const { yaml, doubts } = /\.(docx|txt|md)$/i.test(main.name) ? await imported(main, main.name) : { yaml: await main.text() };
  const field = /\.docx$/i.test(main.name) && /\{\{[^{}]+\}\}/.exec(yaml)?.[0];
  if (field) {
    const answer = await filling(field);
    if (answer !== 'draft') return answer && templated(main);
  }
  const rest = files.filter((f) => f !== main).map((f) => ({ name: f.name, data: f }));
  const document = await mendedData(yaml, agree);
  if (document !== undefined) return new Work({ id: crypto.randomUUID(), name: main.name.replace(/\.[^.]+$/, ''), document: document ?? {}, files: rest, doubts });
}

// pasted reads a text that was pasted: YAML, or a draft.
export async function pasted(text, agree) {
  const { yaml, doubts } = /^(#.*\n|\s*\n)*kind:/.test(text) ? { yaml: text } : await imported(new Blob([text]), 'dan.txt');
  const document = await mendedData(yaml, agree);
  if (document !== undefined) return new Work({ id: crypto.randomUUID(), name: 'van-ban', document: document ?? {}, doubts });
}

// imported turns a draft into the YAML of a paper, with what is to be looked at again.
async function imported(data, name) {
  const type = /\.docx$/i.test(name) ? 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' : 'text/plain; charset=utf-8';
  const got = await json('import', { method: 'POST', type, body: data });
  return { yaml: got.yaml, doubts: got.parts.filter((p) => p.confidence !== 'sure') };
}
