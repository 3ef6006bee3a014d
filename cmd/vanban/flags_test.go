package main

import (
	"strings"
	"testing"
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
		{"batch x.yaml --merge tat-ca.pdf --to docx", "--merge và --verify cần định dạng pdf"},
		{"batch x.yaml --verify --to docx", "--merge và --verify cần định dạng pdf"},
		{"batch x.yaml --verify --merge tat-ca.pdf --to docx,pdf", fine},
		{"batch x.yaml --verify", fine}, // the formats are those of the job
		{"batch x.yaml --pdf a3a --to docx", "--pdf cần định dạng pdf"},
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
