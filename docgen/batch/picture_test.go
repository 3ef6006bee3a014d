package batch

import (
	"bytes"
	"image"
	"image/gif"
	"image/png"
	"strings"
	"testing"
	"testing/fstest"
)

// TestPictures: a signature in one row that cannot be used is a finding at its cell, in
// every format alike, and all other rows are made.
func TestPictures(t *testing.T) {
	img := image.NewGray(image.Rect(0, 0, 60, 30))
	var whole, asGIF, large bytes.Buffer
	for _, err := range []error{png.Encode(&whole, img), gif.Encode(&asGIF, img, nil),
		png.Encode(&large, image.NewGray(image.Rect(0, 0, 1<<14, 1<<10+1)))} {
		if err != nil {
			t.Fatal(err)
		}
	}
	cmyk := "\xff\xd8\xff\xc0\x00\x14\x08\x00\x14\x00\x28\x04\x01\x11\x00\x02\x11\x00\x03\x11\x00\x04\x11\x00\xff\xda\x00\x0e"
	job := strings.Replace(decisionJob, "name: Bùi Thị Huệ}", `name: Bùi Thị Huệ, signature: "{{.unit}}"}`, 1)
	list := "Mã,Họ và tên,Ngày sinh,Đơn vị,Tiền thưởng\n"
	rows := []struct{ file, data, want string }{
		{"an.png", whole.String(), ""},
		{"be.png", whole.String()[:whole.Len()-20],
			`3:4: lỗi [doc.bad-picture]: ô D3 (cột "Đơn vị") ghi "be.png": tệp "be.png" bị cụt hoặc đã hỏng`},
		{"cuc.jpg", cmyk, `4:4: lỗi [doc.bad-picture]: ô D4 (cột "Đơn vị") ghi "cuc.jpg": tệp "cuc.jpg" là JPEG màu CMYK, dành cho nhà in; lưu lại ở màu RGB`},
		{"dao.gif", asGIF.String(), `5:4: lỗi [doc.bad-picture]: ô D5 (cột "Đơn vị") ghi "dao.gif": tệp "dao.gif" là GIF, không phải ảnh PNG hay JPEG`},
		{"em.png", large.String(), `6:4: lỗi [doc.bad-picture]: ô D6 (cột "Đơn vị") ghi "em.png": tệp "em.png" có 16384 x 1025 điểm ảnh, quá 16 triệu`},
		{"en.png", "", `7:4: lỗi [picture.unreadable]: ô D7 (cột "Đơn vị") ghi "en.png": không đọc được ảnh "en.png"`},
		{"an.png", whole.String(), ""},
	}
	for _, format := range []string{"pdf", "docx", "txt"} {
		fsys := files(job, "")
		list, want := list, []string(nil)
		for i, r := range rows {
			list += string(rune('1'+i)) + ",An,1/1/1960," + r.file + ",1000\n"
			if r.data != "" {
				fsys[r.file] = &fstest.MapFile{Data: []byte(r.data)}
			}
			if r.want != "" {
				want = append(want, r.want)
			}
		}
		fsys["danh-sach.csv"].Data = []byte(list)
		res, found, err := try(t, fsys, t.TempDir(), Options{Formats: []string{format}})
		if err != nil || res.Written != 2 || res.Bad != len(want) {
			t.Errorf("%s: %+v, %v", format, res, err)
		}
		for _, w := range want {
			if !strings.Contains(found, "danh-sach.csv:"+w) {
				t.Errorf("%s: missing %s in\n%s", format, w, found)
			}
		}
	}
}

// TestShardsWithPictures: parts that name different pictures are parts of one job.
func TestShardsWithPictures(t *testing.T) {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 6, 3))); err != nil {
		t.Fatal(err)
	}
	job := strings.Replace(decisionJob, "name: Bùi Thị Huệ}", `name: Bùi Thị Huệ, signature: "{{.unit}}.png"}`, 1)
	list := strings.ReplaceAll(invented(8), "thôn ", "thon-")
	fsys := files(job, list)
	for _, n := range "123456789" {
		fsys["thon-"+string(n)+".png"] = &fstest.MapFile{Data: b.Bytes()}
	}
	one, out := t.TempDir(), t.TempDir()
	runJob(t, fsys, one, Options{})
	dirs := []string{t.TempDir(), t.TempDir()}
	for i, dir := range dirs {
		runJob(t, fsys, dir, Options{Shard: Shard{i + 1, 2}})
	}
	if _, err := Join(dirs, out); err != nil {
		t.Fatal(err)
	}
	sameTree(t, tree(t, one), tree(t, out))

	fsys["tac-vu.yaml"].Data = []byte(strings.Replace(job, "{{.unit}}.png", "thon-1.png", 1))
	for i := range dirs {
		dirs[i] = t.TempDir()
		fsys["thon-1.png"].Data = append(bytes.Clone(b.Bytes()), byte(i))
		runJob(t, fsys, dirs[i], Options{Shard: Shard{i + 1, 2}})
	}
	if _, err := Join(dirs, t.TempDir()); err == nil || !strings.Contains(err.Error(), "tệp thon-1.png khác với ở phần khác") {
		t.Errorf("parts with two pictures of one name were joined: %v", err)
	}
}
