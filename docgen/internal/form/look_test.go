package form

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
)

// TestOutline: a path is read, and refused where it is none.
func TestOutline(t *testing.T) {
	var o outline
	if err := o.UnmarshalText([]byte("M 1 2 L 3 4.5 C 1 1 2 2 3 3 Z M 7 7")); err != nil {
		t.Fatal(err)
	}
	mm := doc.MM
	want := outline{
		{Move: true, X: mm(1), Y: mm(2)}, {X: mm(3), Y: mm(4.5)},
		{Curved: true, X1: mm(1), Y1: mm(1), X2: mm(2), Y2: mm(2), X: mm(3), Y: mm(3)}, {X: mm(1), Y: mm(2)}, {Move: true, X: mm(7),
			Y: mm(7)},
	}
	if !reflect.DeepEqual(o, want) {
		t.Errorf("got %v, want %v", o, want)
	}
	for _, bad := range []string{"Q 1 2", "M 1", "C 1 2 3 4 5", "M a 2", "1 2"} {
		if err := new(outline).UnmarshalText([]byte(bad)); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
}

// TestCertificates: every line of a column is followed by those of the same column, what is
// named is there, and texts can give way.
func TestCertificates(t *testing.T) {
	c := certificateLook()
	columns := make(map[string]bool)
	for _, k := range c.Columns {
		columns[k.ID] = true
		if k.Before != "" && c.line(k.Before) == nil {
			t.Errorf("column %s ends before %q", k.ID, k.Before)
		}
	}
	for _, l := range c.Lines {
		if l.Column != "" && !columns[l.Column] || l.Title == "" || l.Column != "" && len(l.Fits) == 0 && l.Least == 0 {
			t.Errorf("line %+v", l)
		}
		for i, f := range l.Fits {
			if f.Least > l.Size || i > 0 && (f.Lines < l.Fits[i-1].Lines || f.Least > l.Fits[i-1].Least) {
				t.Errorf("line %s: fit %d is %+v", l.ID, i, f)
			}
		}
	}
	if len(c.Designs) < 2 || c.design("ke-doi").ID != "ke-doi" || c.design("").ID != c.Designs[0].ID || c.design("x") != c.design("") ||
		c.line("x") != nil {
		t.Error("designs are not found")
	}
	for _, d := range c.Designs {
		for _, s := range d.Strokes {
			if (s.At == "side") == (len(s.Path) > 0) || s.At == "band" && s.Length <= 0 ||
				s.At != "side" && s.At != "band" && s.At != "corner" && s.At != "middle" {
				t.Errorf("%s: %+v", d.ID, s)
			}
		}
	}
}

// TestSignRows: how many lines stand above the names of signers side by side, those that wrap in their columns counted.
func TestSignRows(t *testing.T) {
	f := &former{p: decree.Default(), m: metrics(t), mem: new(flow.Memory), scratch: new(scratch)}
	f.flow = &flow.Flow{}
	f.openPaper(false)
	for want, signers := range map[string][]doc.Signer{
		"[1]": {{Position: "Chủ tịch"}}, "[1 1]": {{Position: "Thư ký"}, {Position: "Chủ tọa"}},
		"[2 3]": {{Position: "Thư ký", Note: "(Ký tên)"}, {Authority: []string{"TM. BAN CHẤP HÀNH"}, Position: "Chủ tịch", Title: "Bí thư"}},
		"[2 3 1]": {{Authority: []string{"ĐẠI DIỆN BÊN GIAO"}, Position: "Hiệu trưởng"},
			{Authority: []string{"XÁC NHẬN CỦA PHÒNG GD&ĐT"}, Position: "Trưởng phòng"}, {Position: "Chủ tịch"}},
	} {
		rows := make([]int, len(signers))
		for i := range signers {
			rows[i] = f.signer(&signers[i], i, len(signers), f.width()/doc.Length(len(signers))).lines
		}
		if got := fmt.Sprint(rows); got != want {
			t.Errorf("%v: %s, want %s", signers, got, want)
		}
	}
}

// TestPosts: a post that wraps in its column parts no word of two syllables, and PHÓ goes with what it is of.
func TestPosts(t *testing.T) {
	f := &former{p: decree.Default(), m: metrics(t), mem: new(flow.Memory), scratch: new(scratch)}
	f.flow = &flow.Flow{}
	f.openPaper(false)
	for words, want := range map[string]string{
		"Đại diện bên giao - Phó Chủ tịch Ủy ban nhân dân xã Cẩm Hòa": "ĐẠI_DIỆN BÊN GIAO - PHÓ_CHỦ_TỊCH ỦY_BAN_NHÂN_DÂN XÃ_CẨM_HÒA",
		"Chủ tịch": "CHỦ TỊCH",
	} {
		in, b := f.post(words, f.p.Foot.Position, f.width()/2)
		got := strings.ReplaceAll(strings.ReplaceAll(doc.PlainText(in, ""), noBreakSpace, "_"), noBreakHyphen, "-")
		if got != want || (b.lines > 1) != (b.indent > 0) {
			t.Errorf("%d lines, set in %v: %s, want %s", b.lines, b.indent, got, want)
		}
	}
}

// TestAbreast: three signers stand in a row at most, in rows of about equal length.
func TestAbreast(t *testing.T) {
	for n, want := range map[int]string{1: "[1]", 2: "[2]", 3: "[3]", 4: "[2 2]", 5: "[3 2]", 6: "[3 3]", 7: "[3 2 2]", 10: "[3 3 2 2]", 12: "[3 3 3 3]"} {
		signers := make([]doc.Signer, n)
		for i := range signers {
			signers[i].Name = strconv.Itoa(i)
		}
		var lengths []int
		var names []string
		for _, row := range abreast(signers) {
			lengths = append(lengths, len(row))
			for _, s := range row {
				names = append(names, s.Name)
			}
		}
		if got := fmt.Sprint(lengths); got != want || len(names) != n || names[0] != "0" || names[n-1] != strconv.Itoa(n-1) {
			t.Errorf("%d signers stand in rows of %s: %v", n, got, names)
		}
	}
}

// TestAuthorityMark: a mark is written as the pack wants it, however its letters are typed.
func TestAuthorityMark(t *testing.T) {
	f := &former{p: decree.DefaultOf("hd05-2026"), mem: new(flow.Memory), scratch: new(scratch)}
	for s, want := range map[string]string{"TM. Ban Thường vụ": "T/M Ban Thường vụ", "tm. Ban Thường vụ": "T/M Ban Thường vụ", "TM": "TM", "Bí thư": "Bí thư"} {
		if got := f.authorityMark(s); got != want {
			t.Errorf("%s: %s, want %s", s, got, want)
		}
	}
}
