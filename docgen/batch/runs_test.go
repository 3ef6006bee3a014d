package batch

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/internal/sheet"
)

// TestJobs: what comes of jobs that differ from another in one thing. Changes are pairs of what stands in the job and what
// stands there instead; want is a part of the findings, empty for none.
func TestJobs(t *testing.T) {
	const people = rosterHead + "An;;;thôn 1;;x\nBé;;;thôn 2;;y\n"
	const groups = "Đơn vị,Phụ trách,Việc,Tiền\nThôn 1,An,Quét,100\nThôn 2,Bé,Dọn,200\nThôn 1,An,Trồng,1.000\n"
	const keyed = "group_by: unit\nkey: [unit]\nnames: \"x-{{slug .unit}}\""
	ofRow := func(body string) []string { return []string{`body: "{{.note}}"`, "body: \"" + body + "\""} }
	certificate := []string{"  kind: thong-bao\n", "  kind: giay-khen\n", "  subject: Về {{.name}}\n  body: \"{{.note}}\"\n",
		"  recipient: individual\n  name: \"{{.name}}\"\n  achievement: Có thành tích\n", "  distribution: {file_copy: [VT]}\n", "",
		"\n  signer:", "\n  decision: {number: \"5\", date: 2026-03-15}\n  signer:"}
	for _, tt := range []struct {
		name, job, list string
		changes         []string
		written         int
		want            string
	}{
		{"the last number", rosterJob, people, []string{"first: 1, last: 99", "first: 5, last: 6"}, 2, ""},
		{"one number too few", rosterJob, people, []string{"first: 1, last: 99", "first: 5, last: 5"}, 1, "danh-sach.csv:3:1: lỗi [batch.number]: hết dải số từ 5 đến 5"},
		{"a number of the paper, none of the job", rosterJob, people, []string{"  date: 2026-03-15\n", "  date: 2026-03-15\n  number: \"7\"\n",
			"numbers: {from: range, first: 1, last: 99}\n", ""}, 2, ""},
		{"a number of the paper, blanks of the job", rosterJob, people, []string{"  date: 2026-03-15\n", "  date: 2026-03-15\n  number: \"7\"\n",
			"{from: range, first: 1, last: 99}", "{from: blank}"}, 2, ""},
		{"a paper without a number", rosterJob, people, certificate, 2, ""},
		{"born in the last year that counts", rosterJob, rosterHead + "An;9999;;;;x\n", nil, 0, "B2 (cột \"Năm sinh\") ghi \"9999\": sau ngày"},
		{"no year", rosterJob, rosterHead + "An;10000;;;;x\n", nil, 1, ""},
		{"no paper at all", rosterJob, people, []string{"  kind: thong-bao\n", ""}, 0, `thiếu "kind"`},
		{"a name that leads out", rosterJob, people, []string{`"{{.number}}-{{slug .name}}"`, `".."`}, 0, "danh-sach.csv:2:1: lỗi [batch.name]: tên tệp có phần \"..\""},
		{"a name of a column that is empty", rosterJob, people, []string{`"{{.number}}-{{slug .name}}"`, `"{{.born}}"`}, 0,
			`danh-sach.csv:2:3: lỗi [batch.name]: ô C2 (cột "Ngày sinh"): tên tệp trống`},
		{"the groups of a single row", rosterJob, people, ofRow("{{range .groups}}x{{end}}"), 0, "chỗ lấy từ danh sách không tính được"},
		{"the rows of a single row", rosterJob, people, ofRow("{{count .rows}} dòng"), 2, ""},

		{"groups", groupJob, groups, nil, 3, ""},
		{"a summary whose name leads out", groupJob, groups, []string{"name: tong-hop", "name: .."}, 2, "danh-sach.csv:2:1: lỗi [batch.name]: tên tệp có phần \"..\""},
		{"groups of which none is a record", groupJob, "Đơn vị,Phụ trách,Việc,Tiền\nTổng cộng,,,100\n", nil, 0, "là dòng cộng"},
		{"groups with a key like the name of the summary", groupJob, strings.ReplaceAll(groups, "Thôn 2", "tong-hop"), []string{"group_by: unit", keyed}, 3, ""},
		{"a column of groups in which no value stands twice", groupJob, groups, []string{"name: task}", "name: task, unique: true}"}, 3, ""},
		{"a value twice among groups", groupJob, strings.Replace(groups, "Dọn", "quét", 1), []string{"name: task}", "name: task, unique: true}"}, 2,
			`danh-sach.csv:3:3: lỗi [batch.double]: ô C3 (cột "Việc") ghi "quét": "quét" trùng với dòng 2`},
		{"items for each group", groupJob, groups, []string{"    body: |\n      {{len .groups}} đơn vị, cộng {{sum .rows \"amount\"}} đồng:\n\n      {{range .groups}}- {{.unit}}: {{sum .rows \"amount\"}} đồng\n      {{end}}\n",
			"    sections:\n      - table:\n          columns: [Đơn vị, Tiền]\n          rows:\n            - !group [\"{{.unit}}\", \"{{sum .rows \\\"amount\\\"}}\"]\n"}, 3, ""},
	} {
		job := strings.NewReplacer(tt.changes...).Replace(tt.job)
		if len(tt.changes) > 0 && job == tt.job {
			t.Fatalf("%s: the job has changed", tt.name)
		}
		dir := t.TempDir()
		j, list := Load(files(job, tt.list), "tac-vu.yaml")
		if j == nil {
			t.Errorf("%s: %v", tt.name, list)
			continue
		}
		res, found := runJob(t, files(job, tt.list), dir, Options{})
		if res.Written != tt.written || (found == "") != (tt.want == "") || !strings.Contains(found, tt.want) {
			t.Errorf("%s: %+v\n%swant %s", tt.name, res, found, tt.want)
		}
		if tt.name == "items for each group" {
			if text := tree(t, dir)["tong-hop.txt"]; !strings.Contains(text, "1.100") || !strings.Contains(text, "200") {
				t.Errorf("%s:\n%s", tt.name, text)
			}
		}
	}
}

// TestFolders: a folder of papers is its files that end in .yaml or .yml, and no folders below it; it is parted as a list is.
func TestFolders(t *testing.T) {
	const paper = "kind: thong-bao\nversion: 1\nissuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}\n" +
		"date: 2026\nsubject: Nghỉ lễ\nbody: Nội dung.\nsigner: {position: Chủ tịch, name: Bùi Thị Huệ}\ndistribution: {file_copy: [VT]}\n"
	fsys := fstest.MapFS{"tac-vu.yaml": {Data: []byte("kind: job\nversion: 1\nlist: {folder: vb}\nformats: [txt]\n")}}
	for name, text := range map[string]string{"a.yaml": paper, "b.yml": paper, "c.txt": "x", "d.yaml/e.yaml": paper} {
		fsys["vb/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	one := t.TempDir()
	if res, found := runJob(t, fsys, one, Options{}); res.Written != 2 || found != "" || names(t, one) != "a b" {
		t.Errorf("%+v, %s\n%s", res, names(t, one), found)
	}
	var parts []string
	for i := range 2 {
		parts = append(parts, t.TempDir())
		runJob(t, fsys, parts[i], Options{Shard: Shard{i + 1, 2}})
	}
	out := t.TempDir()
	if _, err := Join(parts, out); err != nil {
		t.Fatal(err)
	}
	sameTree(t, tree(t, one), tree(t, out))
	res, found := runJob(t, fsys, t.TempDir(), Options{Verify: true, Formats: []string{"txt", "pdf"}})
	if res.Unproved != 1 || strings.Count(found, "giống hệt một tệp của dòng 1") != strings.Count(found, "\n") {
		t.Errorf("%+v\n%s", res, found)
	}
}

// TestWrittenWhileProved: files that somebody changes between writing and proving are found.
func TestWrittenWhileProved(t *testing.T) {
	const name = "101-nguyen-van-an.pdf"
	for change, want := range map[string]string{"bytes": "không còn như khi được ghi", "longer": "không còn như khi được ghi", "gone": "không còn; chạy lại", "": ""} {
		dir := t.TempDir()
		o := Options{Verify: true, Formats: []string{"pdf", "txt"}, Progress: func(p Progress) {
			if p.Stage != Writing || p.Done < p.Total {
				return
			}
			path := filepath.Join(dir, name)
			text, err := os.ReadFile(path)
			if err != nil {
				t.Error(err)
				return
			}
			switch change {
			case "bytes":
				text[len(text)-10] ^= 1
				err = os.WriteFile(path, text, 0o644)
			case "longer":
				err = os.WriteFile(path, append(text, '\n'), 0o644)
			case "gone":
				err = os.Remove(path)
			}
			if err != nil {
				t.Error(err)
			}
		}}
		res, found := runJob(t, files(decisionJob, invented(2)), dir, o)
		if (found == "") != (want == "") || !strings.Contains(found, want) || (res.Unproved == 1) != (want != "") {
			t.Errorf("%s: %+v\n%s", change, res, found)
		}
	}
	// Without a key or a proof nothing is looked for but the number.
	bare := strings.NewReplacer("key: [id]\n", "", "proof: [name]\n", "").Replace(decisionJob)
	if res, found := runJob(t, files(bare, invented(2)), t.TempDir(), Options{Verify: true}); res.Unproved != 0 || found != "" {
		t.Errorf("%+v\n%s", res, found)
	}
	// What the rows of a group do not agree on is not looked for in it.
	grouped := strings.NewReplacer("group_by: unit\n", "group_by: unit\nproof: [unit, task]\n", "formats: [txt]", "formats: [pdf]").Replace(groupJob)
	grouped, _, _ = strings.Cut(grouped, "summary:")
	list := "Đơn vị,Phụ trách,Việc,Tiền\nThôn 1,An,Quét,100\nThôn 1,An,Trồng,1.000\n"
	if res, found := runJob(t, files(grouped, list), t.TempDir(), Options{Verify: true}); res.Unproved != 0 || res.Written != 1 || found != "" {
		t.Errorf("%+v\n%s", res, found)
	}
	missing := strings.Replace(decisionJob, "proof: [name]", "proof: [id]", 1)
	if res, found := runJob(t, files(missing, invented(1)), t.TempDir(), Options{Verify: true}); res.Unproved != 1 ||
		!strings.Contains(found, `không thấy "CN00001"`) {
		t.Errorf("%+v\n%s", res, found)
	}
}

// TestResumeEnds: a run goes on from nothing as from the beginning, and from its end without a line more in its manifest.
func TestResumeEnds(t *testing.T) {
	list := strings.Replace(invented(3), "thôn 3", "thôn \U0001F600", 1)
	dir := t.TempDir()
	res, found, err := try(t, files(decisionJob, list), dir, Options{Resume: true})
	if err != nil || res.Written != 2 || res.Bad != 1 {
		t.Fatalf("%+v, %v\n%s", res, err, found)
	}
	before := tree(t, dir)
	res, again, err := try(t, files(decisionJob, list), dir, Options{Resume: true})
	if err != nil || res.Kept != 2 || res.Written != 0 || res.Bad != 1 || again != found {
		t.Errorf("%+v, %v\n%s", res, err, again)
	}
	sameTree(t, before, tree(t, dir))
	// A file of as many bytes that are others is made again.
	text := []byte(before["101-nguyen-van-an.pdf"])
	text[len(text)-10] ^= 1
	writeFile(t, filepath.Join(dir, "101-nguyen-van-an.pdf"), string(text))
	if res, _, err := try(t, files(decisionJob, list), dir, Options{Resume: true}); err != nil || res.Kept != 1 || res.Written != 1 {
		t.Errorf("%+v, %v", res, err)
	}
	// One that was signed or scanned since stays, on a run that goes on and on a new one.
	for what, text := range map[string]string{"signed": before["101-nguyen-van-an.pdf"] + "1 0 obj\n<</Type/Sig>>\nendobj\n%%EOF\n",
		"scanned": "%PDF-1.4\n%%EOF\n"} {
		writeFile(t, filepath.Join(dir, "101-nguyen-van-an.pdf"), text)
		for _, resume := range []bool{true, false} {
			res, found, err := try(t, files(decisionJob, list), dir, Options{Resume: resume})
			if err != nil || res.Bad != 2 || !strings.Contains(found, "sửa bằng tay") || tree(t, dir)["101-nguyen-van-an.pdf"] != text {
				t.Errorf("%s, resume %v: %+v, %v\n%s", what, resume, res, err, found)
			}
		}
	}
	if _, _, err := try(t, files(decisionJob, list), dir, Options{Force: true}); err != nil {
		t.Error(err)
	}
	// Made by another renderer it would not be what the manifest says, and is left alone.
	other, err := docgen.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, "101-nguyen-van-an.pdf")); err != nil {
		t.Fatal(err)
	}
	var changed *ChangedError
	_, err = Run(context.Background(), load(t, files(decisionJob, list)), dir, &Options{Resume: true, Renderer: other})
	if !errors.As(err, &changed) || !strings.Contains(fmt.Sprint(changed.Changes), "101-nguyen-van-an.pdf: tạo lại không giống lần trước") {
		t.Error(err)
	}
	_, _, _ = try(t, files(decisionJob, list), dir, Options{Resume: true})
	sameTree(t, before, tree(t, dir))
	fresh := t.TempDir()
	writeFile(t, filepath.Join(fresh, "errors.csv"), strings.Repeat("mã,lỗi\n", 50))
	if _, _, err := try(t, files(decisionJob, list), fresh, Options{}); err == nil || !strings.Contains(err.Error(), "errors.csv") {
		t.Errorf("an errors.csv of another program: %v", err)
	}
}

// TestStreamOfNoFaults: an archive has errors.csv where something was found.
func TestStreamOfNoFaults(t *testing.T) {
	for list, want := range map[string]string{invented(1): "101-nguyen-van-an.pdf manifest.json",
		strings.Replace(invented(2), "01/1/1960", "31/02/1960", 1): "102-tran-thi-binh.pdf manifest.json errors.csv"} {
		var b bytes.Buffer
		if _, err := Stream(context.Background(), load(t, files(decisionJob, list)), &b, &Options{Renderer: renderer(t)}); err != nil {
			t.Fatal(err)
		}
		z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range z.File {
			got = append(got, f.Name)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q, want %s", got, want)
		}
	}
}

// TestFaultOfAColumnAlone: only the fault that all of a column has is told once.
func TestFaultOfAColumnAlone(t *testing.T) {
	spoilt := ""
	for i := range 200 {
		spoilt += fmt.Sprintf("Nguyễn %d;;05/1990;;;x\n", i)
	}
	job := strings.NewReplacer("key: [name]\n", "", "last: 99", "last: 999", "type: date, optional: true", "type: date").Replace(rosterJob)
	_, found := runJob(t, files(job, rosterHead+spoilt+"Bé;;31/02/1990;;;x\nChi;;;;;x\nDung;;06/1990;;;x\n"), t.TempDir(), Options{DryRun: true})
	const want = `danh-sach.csv:2:3: lỗi [batch.cell]: ô C2 (cột "Ngày sinh") ghi "05/1990": không phải một ngày đầy đủ; cả cột như vậy, các ô dưới không nêu lại; gõ ngày/tháng/năm, ví dụ 01/3/2026
danh-sach.csv:202:3: lỗi [batch.cell]: ô C202 (cột "Ngày sinh") ghi "31/02/1990": không có ngày 31 tháng 2 năm 1990; kiểm tra lại ngày
danh-sach.csv:203:3: lỗi [batch.missing]: ô C203 (cột "Ngày sinh"): ô để trống; điền ô này, hoặc ghi "optional: true" cho cột
`
	if found != want {
		t.Errorf("got\n%s", found)
	}
}

// TestDaysFrom1904: a list of an old Mac counts its days from another one.
func TestDaysFrom1904(t *testing.T) {
	c := &column{Name: "born", Type: string(sheet.DateType)}
	from := sheet.Cell{Kind: sheet.Number, Text: "x", Raw: "44620", Traits: sheet.Dated | sheet.FullDay}
	for old, want := range map[bool]string{true: "01/3/2026", false: "28/02/2022"} {
		m := &mapper{job: &Job{}, list: &sheet.List{Old: old}}
		if v, d := m.value(c, from); d != nil || fmt.Sprint(v) != want {
			t.Errorf("from 1904 %t: %v, %v", old, v, d)
		}
	}
}
