package main

import (
	"os"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/batch"
)

// TestFlagsTogether: which flags go together, and what is said where they do not. Those that do lead as far as a file
// that is not there.
func TestFlagsTogether(t *testing.T) {
	t.Chdir(t.TempDir())
	const fine = "không đọc được x.yaml"
	for _, tt := range []struct{ line, want string }{
		{"batch x.yaml", fine},
		{"batch x.yaml --to pdf,docx,txt", fine},
		{"batch x.yaml --to svg", "svg là mỗi trang một tệp"},
		{"batch x.yaml --limit 1 --jobs 1", fine},
		{"batch x.yaml --limit 0", "nhận số từ 1 trở lên"},
		{"batch x.yaml --limit -1", "nhận số từ 1 trở lên"},
		{"batch x.yaml --jobs -1", "nhận số từ 1 trở lên"},
		{"batch x.yaml --merge tat-ca.pdf", fine},
		{"batch x.yaml --merge tat-ca", `không nhận "tat-ca"`},
		{"batch x.yaml --merge ra/tat-ca.pdf", `không nhận "ra/tat-ca.pdf"`},
		{"batch x.yaml --merge tat-ca.pdf --shard 1/2", "một phần (--shard) không gộp"},
		{"batch x.yaml --zip --shard 1/2", "một phần (--shard) không gộp"},
		{"batch x.yaml --zip --merge tat-ca.pdf --shard 1/1", fine}, // the only part is the whole
		{"batch x.yaml --zip", fine},
		{"batch x.yaml --shard 1/2", fine},
		{"batch x.yaml --verify --merge tat-ca.pdf --to docx,pdf", fine},
		{"batch x.yaml --verify", fine},
		{"batch x.yaml --pdf a3a --to docx,pdf", fine},
		{"batch x.yaml --pdf a3a", fine},
		{"batch x.yaml --pdf a3a --merge tat-ca.pdf", "không mang được tệp nguồn"},
		{"batch x.yaml --pdf a2a --merge tat-ca.pdf", fine},
		{"batch x.yaml --pdf a9", "a9"},
		{"batch x.yaml --dry-run", fine},
		{"batch x.yaml --dry-run --resume", "--dry-run không ghi văn bản"},
		{"batch x.yaml --dry-run --verify", "--dry-run không ghi văn bản"},
		{"batch x.yaml --dry-run --zip", "--dry-run không ghi văn bản"},
		{"batch x.yaml --dry-run --merge tat-ca.pdf", "--dry-run không ghi văn bản"},
		{"batch x.yaml --resume --verify --zip", fine},
		{"batch x.yaml --rows x", `không nhận "x"`},
		{"batch x.yaml --rows 3-", fine},
		{"batch -", "cần -d để biết ghi vào đâu"},
		{"batch join a b", "ghép nhiều thư mục cần -d"},

		{"render x.yaml", fine},
		{"render x.yaml --placements p.json", fine},
		{"render x.yaml --placements x.pdf", "--placements và văn bản cùng ra một tệp: x.pdf"},
		{"render x.yaml --placements ./x.pdf", "--placements và văn bản cùng ra một tệp: x.pdf"},
		{"render x.yaml --placements p.json --to docx", "--placements cần đúng một tệp vào và định dạng pdf"},
		{"render x.yaml --placements p.json --to docx,pdf", fine},
		{"render x.yaml y.yaml --placements p.json", "--placements cần đúng một tệp vào"},
		{"render x.yaml --placements - -o -", "chỉ một thứ ghi được ra đầu ra chuẩn"},
		{"render x.yaml --placements -", fine},
		{"render x.yaml -o - --format json", "chỉ một thứ ghi được ra đầu ra chuẩn"},
		{"render x.yaml --pdf a3a --to docx", "--pdf cần định dạng pdf"},
		{"render x.yaml --pdf a3a --to docx,pdf", fine},
		{"render - --profile -", "đầu vào chuẩn chỉ đọc được một lần"},
		{"render - -", "chỉ một thứ ghi được ra đầu ra chuẩn"},
		{"render - - -o ra/", "cùng ra một tệp"},

		{"award issue x.yaml", fine},
		{"award issue x.yaml --stage quyet-dinh", fine},
		{"award issue x.yaml --stage khac", `không có giai đoạn "khac"`},
		{"award issue x.yaml --only 8", fine},
		{"award issue x.yaml --only 8 --stage giay-khen", fine},
		{"award issue x.yaml --only 8 --stage quyet-dinh", "chỉ dùng với --stage giay-khen"},
		{"award issue x.yaml --only -1", "--only nhận một số vào sổ"},
		{"award issue x.yaml --only -1 --stage giay-khen", "--only nhận một số vào sổ"},
		{"award issue x.yaml --pdf a3a --to docx", "--pdf cần định dạng pdf"},
		{"award issue x.yaml --pdf a3a --to docx,pdf", fine},
		{"award issue x.yaml --to docx", fine},
		{"award issue x.yaml --to yaml", fine},
	} {
		if said := ran(strings.Fields(tt.line)...); !strings.Contains(said, tt.want) {
			t.Errorf("%s: %s, want %s", tt.line, said, tt.want)
		}
	}
}

// TestFlagsOfJobs: which flags go together with a job.
func TestFlagsOfJobs(t *testing.T) {
	word := &batch.Job{Formats: []string{"docx"}}
	template := &batch.Job{Formats: []string{"docx"}, Template: "mau.docx"}
	for _, tt := range []struct {
		job  *batch.Job
		f    batchFlags
		want string
	}{
		{word, batchFlags{}, ""},
		{word, batchFlags{o: batch.Options{Merge: "a.pdf"}}, "--merge cần định dạng pdf; thêm pdf vào --to"},
		{word, batchFlags{o: batch.Options{Merge: "a.pdf", Formats: []string{"docx", "pdf"}}}, ""},
		{&batch.Job{Formats: []string{"pdf"}}, batchFlags{o: batch.Options{Merge: "a.pdf", Formats: []string{"docx"}}}, "--merge cần"},
		{word, batchFlags{o: batch.Options{Verify: true}}, "--verify cần"},
		{template, batchFlags{o: batch.Options{Verify: true}}, ""},
		{template, batchFlags{o: batch.Options{Verify: true, Formats: []string{"docx"}}}, ""},
		{template, batchFlags{o: batch.Options{Merge: "a.pdf"}}, "--merge cần"},
		{word, batchFlags{pdf: "a3a"}, "--pdf cần"},
	} {
		err := tt.f.fits(tt.job)
		if (err != nil) != (tt.want != "") || err != nil && !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%+v with %v %+v: %v, want %q", tt.f.o.Formats, tt.job.Formats, tt.job.Template, err, tt.want)
		}
	}
}

// TestCheckPaths: behind --law without a sign of equality stands a law, or else what is checked by the built-in one.
func TestCheckPaths(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{
		"luat.yaml": "kind: award-law\nversion: 1\n", "dot.yaml": "kind: season\nversion: 1\n", "hong.yaml": ": :",
	} {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, tt := range []struct{ law, args, path, used string }{
		{"", "dot.yaml", "dot.yaml", ""},
		{"x.yaml", "dot.yaml", "dot.yaml", "x.yaml"},
		{"x.yaml", "", "", "x.yaml"},
		{wholeLaw, "", "", wholeLaw},
		{wholeLaw, "dot.yaml", "dot.yaml", wholeLaw},
		{wholeLaw, "luat.yaml", "", "luat.yaml"},
		{wholeLaw, "luat.yaml dot.yaml", "dot.yaml", "luat.yaml"},
		{wholeLaw, "dot.yaml luat.yaml", "dot.yaml", "luat.yaml"},
		{wholeLaw, "hong.yaml dot.yaml", "dot.yaml", "hong.yaml"}, // what cannot be read is the law
		{wholeLaw, "dot.yaml hong.yaml", "dot.yaml", "hong.yaml"},
		{wholeLaw, "hong.yaml", "hong.yaml", wholeLaw},
		{"", "", "!thiếu tệp", ""},
		{"", "a.yaml b.yaml", "!chỉ kiểm tra một tệp mỗi lần, không phải a.yaml và b.yaml", ""},
		{wholeLaw, "luat.yaml dot.yaml a.yaml", "!chỉ kiểm tra một tệp mỗi lần, không phải dot.yaml và a.yaml", "luat.yaml"},
	} {
		f := checkFlags{law: tt.law}
		got, err := f.paths(strings.Fields(tt.args))
		if err != nil {
			got = "!" + err.Error()
		}
		if got != tt.path && !(err != nil && strings.HasPrefix(got, tt.path) && tt.path != "") || f.law != tt.used {
			t.Errorf("--law %s %s: %q by %q, want %q by %q", tt.law, tt.args, got, f.law, tt.path, tt.used)
		}
	}
}
