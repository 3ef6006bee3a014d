// Words of the form that the schema does not have, as a clerk says them.

const values = {
  left: 'trái', center: 'giữa', right: 'phải', justify: 'đều hai bên', individual: 'cá nhân', collective: 'tập thể', household: 'hộ gia đình',
  chairman: 'người đứng đầu', committee: 'tập thể cơ quan', group: 'dòng nhóm', total: 'dòng tổng', portrait: 'đứng', landscape: 'ngang',
  chair: 'chủ tịch hội đồng', deputy: 'phó chủ tịch hội đồng', standing: 'ủy viên thường trực', member: 'ủy viên', secretary: 'thư ký',
  commune: 'cấp xã', unit: 'đơn vị', district: 'cấp huyện', province: 'cấp tỉnh', ministry: 'cấp bộ', armed_forces: 'lực lượng vũ trang',
  national_university: 'đại học quốc gia', government: 'Chính phủ', prime_minister: 'Thủ tướng Chính phủ', president: 'Chủ tịch nước',
  none: 'không có', 'nd30-2020': 'Nghị định 30/2020/NĐ-CP', 'hd05-2026': 'văn bản của Đảng (Hướng dẫn 05, năm 2026)',
  TM: 'TM. (thay mặt)', KT: 'KT. (ký thay)', TL: 'TL. (thừa lệnh)', TUQ: 'TUQ. (thừa ủy quyền)', Q: 'Q. (quyền)',
};

// valueWord names a value of a choice: by the field's own help, "chairman: người đứng đầu; …",
// or else by what everybody says.
export function valueWord(value, help) {
  for (const piece of help.split(/; /)) {
    const [key, ...words] = piece.split(': ');
    if (key.trim() === value && words.length) return words.join(': ');
  }
  return values[value] ?? value;
}

// plainHelp gives the help without the names of keys: those of the fields beside it become
// their terms, lists of values go, since the choice shows them.
export function plainHelp(help, fields, choices = []) {
  const pieces = help.split(/; /).filter((p) => !choices.some((v) => p.startsWith(`${v}: `)) && !/[{}]/.test(p));
  return pieces.join('; ').replace(/\b[a-z][a-z_]+\b/g, (word) => {
    const field = fields.find((f) => f.key === word && f.term);
    return field ? `“${field.term}”` : word;
  });
}

// singular names one element of a list by the list's term: các điều, một điều.
export function singular(term) {
  const word = term.replace(/^(các|những|danh sách) /, '');
  return word === term && /^(căn cứ)/.test(term) ? 'căn cứ' : word;
}

// Dates are typed and shown as people write them, and kept as files have them.
export const isDate = (pattern) => Boolean(pattern?.includes('([0-9]{4})(?:-([0-9]{2})'));

export function shownDate(kept) {
  const m = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(kept ?? '');
  return m ? [m[3], m[2], m[1]].filter(Boolean).join('/') : kept ?? '';
}

export function keptDate(typed) {
  const m = /^(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])?(\d{4})$/.exec(typed.trim());
  if (!m) return typed.trim();
  return [m[3], m[2]?.padStart(2, '0'), m[1]?.padStart(2, '0')].filter(Boolean).join('-');
}

export const dateHelp = 'ngày/tháng/năm, như 15/3/2026; chưa có ngày thì ghi 3/2026 hoặc 2026, chỗ thiếu chừa để ghi tay';

// stageTitles are the stages of a season by their codes.
export const stageTitles = {
  'ho-so': 'Báo cáo thành tích', 'tom-tat': 'Tóm tắt thành tích', 'bien-ban': 'Biên bản họp Hội đồng', 'to-trinh': 'Tờ trình',
  'trinh-cap-tren': 'Tờ trình lên cấp trên', 'quyet-dinh': 'Quyết định khen thưởng', 'giay-khen': 'Giấy khen',
  'chi-tien': 'Danh sách chi tiền, sổ khen thưởng', 'sua-doi': 'Quyết định sửa đổi, bổ sung', 'huy-bo': 'Quyết định hủy bỏ',
};

// Keys of one word that stand alone in brackets behind what they are called.
const keys = ['reason', 'standard', 'ratings', 'votes', 'members', 'padding', 'width', 'landscape'];

// isCode is true of a key, a code, or a key with its value.
const isCode = (s) => keys.includes(s) || /^[a-z]+(?:[_.-][a-z\d]+)+$/.test(s) || /^[a-z_]+: [a-z-]+(?:, [a-z_]+: [a-z-]+)*$/.test(s);

// plain says what the program says without names of keys, which stand before their terms or in
// brackets behind words, and without codes of stages and criteria. What stands in quotation marks stays.
export function plain(s) {
  const telling = /(tiêu chuẩn “[^”]*”) \([^()]+\)|("(?:[^"\\]|\\.)*"|“[^”]*”)(?: \(((?:[^()]|\([^()]*\))+)\))?| \(([^()]+)\)|giai đoạn ([a-z]+(?:-[a-z]+)*)|khóa này/gi;
  return s.replace(telling, (all, criterion, quoted, behind, alone, stage) => {
    if (criterion) return criterion;
    if (quoted && behind && isCode(behind)) return quoted;
    if (quoted) return behind && /^"[a-z][a-z_]*"$/.test(quoted) ? `“${behind}”` : all;
    if (alone) return isCode(alone) ? '' : all;
    if (stage) return stageTitles[stage] ? `phần “${stageTitles[stage]}”` : all;
    return 'mục này';
  });
}
