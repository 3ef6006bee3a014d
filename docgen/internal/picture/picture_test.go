package picture

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"runtime"
	"strings"
	"testing"
)

func encoded(t *testing.T, f func(b *bytes.Buffer) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// header is the head of a PNG of that size in 16 bits, with nothing behind it.
func header(width, height int) []byte {
	b := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR")
	b = binary.BigEndian.AppendUint32(b, uint32(width))
	b = binary.BigEndian.AppendUint32(b, uint32(height))
	b = append(b, 16, 6, 0, 0, 0)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[12:]))
}

func TestProblem(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 40, 20))
	img.Set(3, 3, color.NRGBA{1, 2, 3, 0x80})
	asPNG := encoded(t, func(b *bytes.Buffer) error { return png.Encode(b, img) })
	asJPEG := encoded(t, func(b *bytes.Buffer) error { return jpeg.Encode(b, img, nil) })
	asGIF := encoded(t, func(b *bytes.Buffer) error { return gif.Encode(b, img, nil) })
	// A JPEG of four colours: the count of components stands behind its size.
	cmyk := []byte("\xff\xd8\xff\xc0\x00\x14\x08\x00\x14\x00\x28\x04\x01\x11\x00\x02\x11\x00\x03\x11\x00\x04\x11\x00\xff\xda\x00\x0e")
	// The head of one in gray.
	gray := []byte("\xff\xd8\xff\xc0\x00\x0b\x08\x00\x14\x00\x28\x01\x01\x11\x00\xff\xda\x00\x0e")
	tests := []struct {
		name string
		data []byte
		want string // empty: a good picture
	}{
		{"PNG", asPNG, ""},
		{"JPEG", asJPEG, ""},
		{"PNG cut short", asPNG[:len(asPNG)-20], "bị cụt hoặc đã hỏng"},
		{"PNG of a few bytes", asPNG[:6], "bị cụt hoặc đã hỏng"},
		{"JPEG cut short", asJPEG[:len(asJPEG)*2/3], "bị cụt hoặc đã hỏng"},
		{"JPEG of a few bytes", asJPEG[:3], "bị cụt hoặc đã hỏng"},
		{"JPEG in CMYK", cmyk, "là JPEG màu CMYK, dành cho nhà in"},
		{"GIF", asGIF, "là GIF, không phải ảnh PNG hay JPEG"},
		{"WebP", []byte("RIFF\x00\x00\x00\x00WEBPVP8 "), "là WebP, không phải ảnh PNG hay JPEG"},
		{"head of a WebP", []byte("RIFF\x00\x00\x00\x00WEBP"), "không phải ảnh PNG hay JPEG đọc được"},
		{"head of a HEIC", []byte("\x00\x00\x00\x18ftyphei\x00"), "không phải ảnh PNG hay JPEG đọc được"},
		{"HEIC", []byte("\x00\x00\x00\x18ftypheic\x00"), "là HEIC hoặc AVIF của điện thoại, không phải ảnh PNG hay JPEG"},
		{"PDF", []byte("%PDF-1.7"), "là PDF, không phải ảnh PNG hay JPEG"},
		{"text", []byte("ảnh"), "không phải ảnh PNG hay JPEG đọc được"},
		{"nothing", nil, "là tệp trống"},
		{"GIF without width", []byte("GIF89a\x00\x00\x05\x00\x00\x00\x00"), "là GIF, không phải ảnh PNG hay JPEG"},
		{"JPEG without width", bytes.Replace(gray, []byte("\x00\x28"), []byte("\x00\x00"), 1), "bị cụt hoặc đã hỏng"},
		{"JPEG without height", bytes.Replace(gray, []byte("\x00\x14"), []byte("\x00\x00"), 1), "bị cụt hoặc đã hỏng"},
		{"at the bound", header(4096, 4096), "bị cụt hoặc đã hỏng"},
		{"too large", header(4097, 4096), "có 4097 x 4096 điểm ảnh, quá 16 triệu"},
		{"very large", header(8191, 8191), "có 8191 x 8191 điểm ảnh, quá 16 triệu"},
		{"wider than any", header(1<<31-1, 1<<31-1), "có 2147483647 x 2147483647 điểm ảnh, quá 16 triệu"},
	}
	var checked Checked
	for _, tt := range tests {
		for range 2 { // the second time from memory
			got := ""
			if p := checked.Problem(tt.data); p != nil {
				got = p.Error()
				if p.Fix == "" {
					t.Errorf("%s: nothing to do", tt.name)
				}
			}
			if got != tt.want && !(strings.HasPrefix(tt.name, "wider") && got != "") {
				t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
			}
		}
	}
}

// TestTooLargeIsNotRead: the size is looked at before memory is taken for the pixels.
func TestTooLargeIsNotRead(t *testing.T) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if _, p := Decode(header(8191, 8191)); p == nil {
		t.Fatal("taken")
	}
	runtime.ReadMemStats(&after)
	if n := after.TotalAlloc - before.TotalAlloc; n > 1<<20 {
		t.Errorf("%d bytes were taken", n)
	}
}

// TestForgets: what is remembered has a bound.
func TestForgets(t *testing.T) {
	var c Checked
	for i := range maxKnown + 2 {
		c.Problem(binary.AppendUvarint(nil, uint64(i)))
	}
	if len(c.known) > maxKnown {
		t.Errorf("%d pictures are remembered", len(c.known))
	}
}
