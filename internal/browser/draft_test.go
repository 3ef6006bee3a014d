package browser

import (
	"strings"
	"testing"
)

// printed is the text of the pages.
const printed = `[...document.querySelectorAll('.page')].map((p) => p.textContent.replace(/\s+/g, ' ')).join(' ')`

// TestDraft: a draft in plain text, and the Word file that is made of it, are dropped and
// become the same paper.
func TestDraft(t *testing.T) {
	d := open(t, nil)
	text := "ỦY BAN NHÂN DÂN\nXÃ CẨM HÒA\nSố: 12/TB-UBND\nCẩm Hòa, ngày 15 tháng 3 năm 2026\nTHÔNG BÁO\nVề việc nghỉ lễ\n" +
		"Ủy ban nhân dân xã thông báo lịch nghỉ lễ.\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nCHỦ TỊCH\nNguyễn Văn An\n"
	d.drop(map[string][]byte{"nghi-le.txt": []byte(text)})
	d.pages()
	d.shot("text")
	first := value[string](d, printed)
	for _, words := range []string{"XÃ CẨM HÒA", "/TB-UBND", "Về việc nghỉ lễ", "thông báo lịch nghỉ lễ./.", "Nguyễn Văn An"} {
		if !strings.Contains(first, words) {
			t.Errorf("%q is not on the page: %s", words, first)
		}
	}
	_, word := d.download("Tải Word")
	d.press("Bàn soạn văn bản")
	d.wait(`!document.getElementById('start').hidden`)
	d.drop(map[string][]byte{"nghi-le.docx": word})
	d.pages()
	if second := value[string](d, printed); second != first {
		t.Errorf("the Word file gives another paper:\n%s\n%s", first, second)
	}
	d.shot("word")
}
