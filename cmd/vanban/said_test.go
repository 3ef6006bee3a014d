package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSaid: command lines, what they say to people, and with which status they end.
func TestSaid(t *testing.T) {
	mistakeFolder(t)
	for name, text := range map[string]string{
		"lien-ket.txt": "UBND XÃ CẨM HÒA\nSố: 12/UBND-VHXH\nV/v đăng ký\nKính gửi: Các thôn.\nĐề nghị đăng ký.", "noi.yml": goodPapers["cong-van"],
		"thieu.yaml": "version: 1\n", "thu-muc.yaml/a": "", "pdf/a": "", "docx": "x", "hong.yaml": "kind: profile\nversion: 1\nx: 1\n", "mau/a.txt": "",
	} {
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("lien-ket.txt", "lien-ket.yaml"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	for _, tt := range []struct {
		line   string
		status int
		want   string // with "!" in front what is not said
	}{
		{"thu-muc.yaml", statusFailed, `không có lệnh "thu-muc.yaml"`},
		{"render thu-muc.yaml", statusFailed, "không đọc được thu-muc.yaml"},
		{"render cong-van.yaml pdf", statusFailed, "!nhiều định dạng thì viết liền"},
		{"render cong-van.yaml txt", statusFailed, "không có tệp txt; nhiều định dạng thì viết liền sau --to"},
		{"render cong-van.yaml docx", statusFound, "!nhiều định dạng thì viết liền"},
		{"render -t pdf", statusFailed, "không có tùy chọn -t (xem"},
		{"render --templats mau cong-van.yaml", statusFailed, "không có tùy chọn --templats, có phải --templates?"},
		{"render cong-van.yaml cong-van.yaml --to pdf,txt -o ra.pdf", statusFailed, "-o ra.pdf là tên một tệp, mà sẽ có 4 tệp ra"},
		{"render cong-van.yaml --to txt,svg -o ra.pdf/", statusClean, ""},
		{"render cong-van.yaml --templates mau", statusFailed, "thư mục mẫu câu mau không có tệp .tmpl nào"},
		{"render cong-van.yaml --watch --to xyz", statusFailed, `tùy chọn --to không nhận "xyz"`},
		{"help render pdf", statusFailed, `không có lệnh "render pdf"`},
		{"help khong-co", statusFailed, `không có lệnh "khong-co"`},
		{"batch join a b", statusFailed, "ghép nhiều thư mục cần -d"},
		{"batch join a", statusFailed, "thư mục a không có bản kê của phần nào"},
		{"batch lo.yaml -d ra --profile khong-co.yaml", statusFailed, "không đọc được khong-co.yaml"},
		{"batch lo.yaml -d ra --profile hong.yaml", statusFound, "hong.yaml:"},
		{"award number thieu.yaml --number 5", statusFound, "thieu.yaml:"},
		{"award number cong-van.yaml --number 5", statusFailed, "cong-van.yaml không phải là tệp đợt khen thưởng"},
		{"join noi.yml", statusClean, "đã nối 0 chỗ ngắt dòng; chỗ báo text.broken thì nối tay"},
		{"import lien-ket.txt", statusFailed, "tệp ra lien-ket.yaml ghi đè lên tệp vào lien-ket.txt"},
		{"import du-thao.docx khong-co.txt", statusFailed, "không đọc được khong-co.txt"},
		{"import du-thao.docx", statusFound, "du-thao.docx"},
		{"fill cong-van.yaml cong-van.yaml -o - --format json", statusFailed, "--format json và -o - đều dùng đầu ra chuẩn"},
		{"fill du-thao.docx cong-van.yaml -o -", statusFound, "du-thao.docx"},
		{"fill du-thao.docx cong-van.yaml -o a.txt", statusFailed, `tùy chọn -o nhận tên tệp .docx hoặc .pdf, không nhận "a.txt"`},
	} {
		var out, said bytes.Buffer
		c := &console{in: strings.NewReader(""), out: &out, err: &said, env: func(string) string { return "" }}
		status := execute(context.Background(), c, strings.Fields(tt.line))
		want, not := strings.CutPrefix(tt.want, "!")
		if status != tt.status || strings.Contains(said.String(), want) == not {
			t.Errorf("vanban %s: status %d, want %d:\n%swant %s", tt.line, status, tt.status, said.String(), tt.want)
		}
	}
}

// full is a device without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no room") }

// TestOutputs: where nothing can be written the reason is said once; a PDF goes to no screen, and its sources to a folder that is
// named where its own name is not known.
func TestOutputs(t *testing.T) {
	mistakeFolder(t)
	run := func(out *bytes.Buffer, in string, change func(c *console), args ...string) (int, string) {
		var said bytes.Buffer
		c := &console{in: strings.NewReader(in), out: out, err: &said, env: func(string) string { return "" }}
		if change != nil {
			change(c)
		}
		return execute(context.Background(), c, args), said.String()
	}
	screen := func(c *console) { c.screen = true }
	noRoom := func(c *console) { c.out = full{} }
	var pdf bytes.Buffer
	if status, said := run(&pdf, "", nil, "render", "cong-van.yaml", "--pdf", "a3a", "-o", "-"); status != statusClean {
		t.Fatal(said)
	}
	for _, tt := range []struct {
		line   string
		in     string
		change func(c *console)
		status int
		want   string
	}{
		{"render cong-van.yaml -o -", "", screen, statusFailed, "không in PDF ra màn hình"},
		{"render cong-van.yaml -o ra.pdf", "", screen, statusClean, ""},
		{"render cong-van.yaml -o - --to txt", "", screen, statusClean, ""},
		{"version", "", noRoom, statusFailed, "không ghi được đầu ra chuẩn"},
		{"render cong-van.yaml -o -", "", noRoom, statusFailed, "không ghi được đầu ra chuẩn"},
		{"extract -", pdf.String(), nil, statusFailed, "cần -d để biết ghi vào đâu"},
		{"extract - -d nguon", pdf.String(), nil, statusClean, ""},
		{"extract thuong.pdf", "", nil, statusFailed, "không mang theo tệp nào"},
	} {
		status, said := run(new(bytes.Buffer), tt.in, tt.change, strings.Fields(tt.line)...)
		if status != tt.status || !strings.Contains(said, tt.want) || strings.Count(said, "vanban: ") > 1 {
			t.Errorf("vanban %s: status %d, want %d:\n%s", tt.line, status, tt.status, said)
		}
	}
	if all, err := filepath.Glob("nguon/*"); err != nil || len(all) == 0 {
		t.Error(all, err)
	}
}
