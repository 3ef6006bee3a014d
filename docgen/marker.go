package docgen

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// heading gives the title of a division, which has a computed number: one that
// was typed is an error. A title has no marks but the one that prose has for it: a
// backslash before the sign of a number says that it is meant, as in "II\. Thế kỷ".
func (c *Composer) heading(path, key, text string) []doc.Inline {
	if text == "" {
		return nil
	}
	path = field(path, key)
	if i := strings.IndexByte(text, '\\'); i >= 0 && markup.TypedMarker(text) == "" {
		if meant := text[:i] + text[i+1:]; i < len(markup.TypedMarker(meant)) {
			return title(meant)
		}
	}
	c.unmarked(path, text)
	return title(text)
}

// lead is Lead of a field; where no title stands before it, it stands right behind a
// computed number or dash, and one that was typed is an error. A backslash before it
// says that it is meant.
func (c *Composer) lead(path string, text plan.Prose, level int, bare bool) ([]doc.Inline, []doc.Part) {
	if bare && c.unmarked(path, string(text)) {
		return nil, nil // what is said of its lines would follow from that
	}
	return c.Lead(path, text, level)
}

// unmarked refuses a number or dash typed at the head of a text, and reports whether
// there is one. The text is named by its key and term.
func (c *Composer) unmarked(path, text string) bool {
	m := markup.TypedMarker(text)
	if m == "" {
		return false
	}
	what := "số thứ tự"
	if !strings.ContainsFunc(m, isLetterOrFigure) {
		what = "dấu"
	}
	c.Add(path, &diag.Diagnostic{
		Pos: c.file.PosIn(path, strings.Index(text, m)), Rule: markup.RuleTypedMarker, Found: m,
		Fix:     "xóa " + what + " này; nếu đó là nội dung thì thêm dấu \\ trước dấu chấm, dấu gạch",
		Message: fmt.Sprintf("%s mở đầu bằng %s %q; phần này do chương trình đánh", record.Label(c.value(), path), what, m),
	})
	return true
}

func isLetterOrFigure(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// value returns the value that paths are of.
func (c *Composer) value() any {
	if c.file == nil {
		return nil
	}
	return c.file.Value
}
