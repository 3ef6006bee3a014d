// The files that a paper gives.

import { ask, h } from './dom.js';
import { documentBody, send } from './api.js';
import { asking, fileName, give, say, state } from './state.js';
import { placed } from './findings.js';
import { emit } from './yaml.js';
import { get, parsed } from './path.js';
import { choose } from './store.js';

// download makes a file under a new name: what was opened is never written over.
// refused gets what was found where no file was made.
export async function download(ending, accept, refused) {
  const { work } = state;
  if (!work) return; // it is being left
  const left = Object.keys(work.samples).filter((p) => work.isSample(parsed(p), get(work.document, parsed(p))) && !/kind$|version$|decided_by|capacity|file_copy|^date$/.test(p));
  if (left.length && ending !== 'yaml') {
    const answer = await ask('Còn chữ mẫu', h('p', {}, `${left.length} chỗ còn giữ chữ mẫu của chương trình, như “${String(get(work.document, parsed(left[0]))).slice(0, 60)}”.`), [['go', 'Xem chỗ còn chữ mẫu', 'main'], ['ok', 'Vẫn tải về'], ['', 'Thôi']]);
    if (answer === 'go') return state.form.show(left[0]);
    if (answer !== 'ok') return;
  }
  const { text, places } = emit(work.document);
  const name = fileName(ending);
  if (ending === 'yaml') return give(new Blob([text], { type: 'application/yaml' }), name);
  try {
    const response = await asking(() => send(`render?to=${ending}`, { ...documentBody(name, text, work.files), accept }));
    give(await response.blob(), name);
    const { issuer, signer, distribution } = work.document;
    choose('office', Object.fromEntries(Object.entries({ issuer, signer, distribution }).filter(([, v]) => v)));
  } catch (e) {
    if (!e.findings?.length) return say('Chưa tải về được', e);
    refused(placed(e.findings, places, work.document));
  }
}
