package batch_test

import (
	"context"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/batch"
)

// TestProofOfNumbers: the number of a filled file is looked for in it; a field by the name of its column is that column's.
func TestProofOfNumbers(t *testing.T) {
	numbered := templateJob + "numbers: {from: range, first: 15, last: 99}\n"
	for _, tt := range []struct{ job, text, want string }{
		{numbered, "Số {{number}}: ông {{Họ và tên}}", ""},
		{numbered, "Số {{Số văn bản}}: ông {{Họ và tên}}", ""},
		{numbered, "Ông {{Họ và tên}}", "tệp nguyen-an.docx: không thấy số 15"},
		{templateJob, "Ông {{Họ và tên}}", ""},
		{templateJob, "Ông {{name | date}}", `ô A2 (cột "Họ và tên") ghi "Nguyễn An"`},
	} {
		var found []string
		_, err := batch.Run(context.Background(), loaded(t, templateFiles(t, tt.job, "Họ và tên,Số tiền,Ngày\nNguyễn An,1,\n", tt.text)), t.TempDir(),
			&batch.Options{Verify: true, Found: func(f batch.Finding) { found = append(found, f.Diagnostic.Error()) }})
		if said := strings.Join(found, "\n"); err != nil || (said == "") != (tt.want == "") || !strings.Contains(said, tt.want) {
			t.Errorf("%s: %s, %v, want %s", tt.text, said, err, tt.want)
		}
	}
}
