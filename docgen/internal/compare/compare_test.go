package compare

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
)

// plain is a flow of plain paragraphs, one a line.
func plain(lines string) *flow.Flow {
	s := &flow.Section{}
	for l := range strings.SplitSeq(lines, "\n") {
		s.Blocks = append(s.Blocks, &flow.Paragraph{Style: "Nội dung", Inlines: doc.T(l)})
	}
	return &flow.Flow{Sections: []*flow.Section{s}}
}

func said(t *testing.T, was, now string) []string {
	t.Helper()
	changes, err := Flows(plain(was), plain(now))
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, c := range changes {
		list = append(list, c.Text())
	}
	return list
}

func TestFlows(t *testing.T) {
	for _, c := range []struct{ name, was, now, want string }{
		{"nothing", "", "", ""},
		{"all new", "", "Một.", "phần mở đầu: thêm “Một.”"},
		{"all gone", "Một.", "", "phần mở đầu: bỏ “Một.”"},
		{"points keep their names", "A. MỘT\nI. HAI\n1. Ba.\na) Bốn.", "A. MỘT\nI. HAI\n1. Ba.\na) Năm sáu bảy.",
			"điểm a khoản 1 mục I phần A: thay “Bốn.” bằng “Năm sáu bảy.”"},
		{"articles are numbered through", "Chương I. MỘT\nĐiều 1. Hai\nChương II. BA\nĐiều 2. Bốn",
			"Chương I. MỘT\nĐiều 1. Hai\nChương II. BA\nĐiều 2. Năm",
			"Điều 2: thay “Bốn” bằng “Năm”"},
		{"a number without a part above", "1. Một", "1. Hai", "mục 1: thay “Một” bằng “Hai”"},
		{"a smaller number", "1. Một\n1.1. Hai", "1. Một\n1.1. Ba", "mục 1.1 mục 1: thay “Hai” bằng “Ba”"},
		{"numbers of old papers", "I/ MỘT\n1/ Hai\na/ Ba\nII- BỐN\n1- Năm\n- Sáu", "I/ MỘT\n1/ Hai\na/ Bảy\nII- BỐN\n1- Năm\n- Tám",
			"điểm a khoản 1 mục I: thay “Ba” bằng “Bảy”\nkhoản 1 mục II: thay “- Sáu” bằng “- Tám”"},
		{"two places changed", "Một một.\nHai hai.", "Hai hai.\nMột một.", "phần mở đầu: bỏ “Một một.”\nphần mở đầu: thêm “Một một.”"},
		{"far apart", "Một hai ba bốn.\nNăm.", "Sáu.\nMột hai ba tám.",
			"phần mở đầu: thêm “Sáu.”\nphần mở đầu: thay “ba bốn.” bằng “ba tám.”\nphần mở đầu: bỏ “Năm.”"},
		{"the same twice", "Một.\nMột.\nHai.\nMột.", "Một.\nHai.\nMột.\nMột.", "phần mở đầu: bỏ “Một.”\nphần mở đầu: thêm “Một.”"},
		{"the sign at the end", "Một./.", "Một.\nHai./.", "phần mở đầu: thêm “Hai.”"},
		{"lines without words", "Một.\n------", "Một.", ""},
		{"one moves on", "Điều 1. Một\nĐiều 2. Hai", "Điều 1. Không\nĐiều 2. Một\nĐiều 3. Hai",
			"Điều 1: thêm “Điều 1. Không”\nĐiều 2 đến 3: cũ là Điều 1 đến 2, nội dung giữ nguyên"},
		{"clauses of one that moves", "Điều 1. Một\n1. Hai", "Điều 1. Không\nĐiều 2. Một\n1. Hai",
			"Điều 1: thêm “Điều 1. Không”\nĐiều 2: cũ là Điều 1, nội dung giữ nguyên"},
		{"moved and changed", "Điều 1. Một hai ba bốn năm\nĐiều 2. Hai", "Điều 1. Không\nĐiều 2. Một hai ba bốn sáu\nĐiều 3. Hai",
			"Điều 1: thêm “Điều 1. Không”\nĐiều 2 (cũ là Điều 1): thay “bốn năm” bằng “bốn sáu”\nĐiều 3: cũ là Điều 2, nội dung giữ nguyên"},
		{"parts of two kinds move", "Điều 1. Một\n1. Hai\nĐiều 2. Ba", "Điều 1. Một\n1. Mới\n2. Hai\nĐiều 2. Khác\nĐiều 3. Ba",
			"khoản 1 Điều 1: thêm “1. Mới”\nkhoản 2 Điều 1: cũ là khoản 1 Điều 1, nội dung giữ nguyên\nĐiều 2: thêm “Điều 2. Khác”\nĐiều 3: cũ là Điều 2, nội dung giữ nguyên"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(said(t, c.was, c.now), "\n"); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// TestHeadAndTable: what stands outside the text is called by its name; a row is one
// place; a footnote is read.
func TestHeadAndTable(t *testing.T) {
	of := func(number, cell, note string) *flow.Flow {
		paragraph := func(style flow.Style, in ...doc.Inline) *flow.Paragraph {
			return &flow.Paragraph{Style: style, Inlines: in}
		}
		words := func(s string) *doc.Text { return &doc.Text{S: s} }
		return &flow.Flow{Sections: []*flow.Section{{Blocks: []flow.Block{
			&flow.Table{Layout: true, Rows: []*flow.Row{{Cells: []*flow.Cell{{Blocks: []flow.Block{paragraph("Số, ký hiệu",
				words(number))}}}}}},
			paragraph("Mục", words("I. BẢNG"), &doc.Note{Inlines: doc.T(note)}),
			&flow.Table{Rows: []*flow.Row{{Cells: []*flow.Cell{
				{Blocks: []flow.Block{paragraph("Ô bảng", words("Một"))}}, {Blocks: []flow.Block{paragraph("Ô bảng", words(cell)),
					paragraph("Ô bảng", words("dưới"))}},
			}}}},
			paragraph("Phụ lục", words("Phụ lục I")),
			paragraph("Nội dung", words(number)),
		}}}}
	}
	changes, err := Flows(of("Số: 1", "hai", "Ba."), of("Số: 2", "hai, ba, bốn", "Bốn."))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"số, ký hiệu: thay “Số: 1” bằng “Số: 2”", "chú thích ở mục I: thay “Ba.” bằng “Bốn.”",
		"bảng ở mục I: thay “| hai” bằng “| hai, ba, bốn”", "Phụ lục I: thay “Số: 1” bằng “Số: 2”",
	}
	for i, c := range changes {
		if i >= len(want) || c.Text() != want[i] {
			t.Errorf("%d: %s", i, c.Text())
		}
	}
	if len(changes) != len(want) {
		t.Errorf("%d changes", len(changes))
	}
}

func TestSisters(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"khoản 1 Điều 3", "khoản 2 Điều 3", true}, {"Điều 1", "Điều 2", true},
		{"khoản 1 Điều 3", "khoản 1 Điều 4", false}, {"điểm a", "khoản a", false}, {"khoản 1 Điều 3", "khoản 1", false},
		{"khoản", "khoản 1", false}, {"khoản 1", "khoản", false}, {"khoản", "khoản", false}, {"", "", false},
	} {
		if got := sisters(tt.a, tt.b); got != tt.want {
			t.Errorf("%q and %q: %t", tt.a, tt.b, got)
		}
	}
}

func TestChangeText(t *testing.T) {
	for want, c := range map[string]Change{
		"Điều 2: thay “một hai ba” bằng “bốn năm sáu”":                    {"Điều 2", "", "một hai ba", "bốn năm sáu"},
		"Điều 2: thêm “không” vào đầu":                                    {"Điều 2", "", "một hai", "không một hai"},
		"Điều 2: thêm “bốn” vào sau “một hai ba”":                         {"Điều 2", "", "một hai ba", "một hai ba bốn"},
		"Điều 2: bỏ “hai”":                                                {"Điều 2", "", "một hai ba", "một ba"},
		"Điều 2: thay “b x” bằng “b y”; bỏ “d”; thêm “f” vào sau “y c e”": {"Điều 2", "", "a b x c d e", "a b y c e f"},
		"Điều 2: thay “a 1 b 2 c 3 d 4 e” bằng “a 5 b 6 c 7 d 8 e”":       {"Điều 2", "", "a 1 b 2 c 3 d 4 e", "a 5 b 6 c 7 d 8 e"},
		"Điều 2 (cũ là Điều 1): bỏ “hai”":                                 {"Điều 2", "Điều 1", "một hai ba", "một ba"},
		"Điều 2: cũ là Điều 1, nội dung giữ nguyên":                       {"Điều 2", "Điều 1", "", ""},
	} {
		if got := c.Text(); got != want && c.Where != "" {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

// TestBounds: a long text is compared in time, as far as its lines are found again.
func TestBounds(t *testing.T) {
	var was, now []string
	for i := range 20_000 {
		was = append(was, fmt.Sprintf("Dòng %d.", i%7000))
		now = append(now, fmt.Sprintf("Dòng %d.", (i*7)%7000))
	}
	if _, err := Flows(plain(strings.Join(was, "\n")), plain(strings.Join(now, "\n"))); err != nil {
		t.Fatal(err)
	}
}

func TestRising(t *testing.T) {
	got := rising([]pair{{0, 5}, {1, 1}, {2, 2}, {3, 0}, {4, 3}})
	if want := []pair{{1, 1}, {2, 2}, {4, 3}}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v", got)
	}
	if rising(nil) != nil {
		t.Error("nothing rises")
	}
}

// TestUnique: units that stand once in each text are found again, as far as their order lasts. A letter is a line;
// a capital one stands outside the text, under its own name.
func TestUnique(t *testing.T) {
	of := func(s string) (all []unit) {
		for _, r := range s {
			all = append(all, unit{text: strings.ToLower(string(r)), where: string(r), body: r >= 'a'})
		}
		return all
	}
	for _, tt := range []struct {
		was, now string
		want     []pair
	}{
		{"abc", "abc", []pair{{0, 0}, {1, 1}, {2, 2}}},
		{"abc", "xbyc", []pair{{1, 1}, {2, 3}}},
		{"abc", "cab", []pair{{0, 1}, {1, 2}}},
		{"aab", "ab", []pair{{2, 1}}}, // which of the two was it?
		{"ab", "aab", []pair{{1, 2}}},
		{"ab", "xy", nil}, {"", "a", nil}, {"a", "", nil},
		{"Aa", "aA", []pair{{1, 0}}}, // the last run of one
	} {
		if got := unique(of(tt.was), of(tt.now)); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%q and %q: %v, want %v", tt.was, tt.now, got, tt.want)
		}
	}
}

// TestUnknownBlock: a node that is none is an error, not left out.
func TestUnknownBlock(t *testing.T) {
	bad := &flow.Flow{Sections: []*flow.Section{{Blocks: []flow.Block{nil}}}}
	if _, err := Flows(bad, plain("a")); err == nil {
		t.Error("no error before")
	}
	if _, err := Flows(plain("a"), bad); err == nil {
		t.Error("no error after")
	}
}
