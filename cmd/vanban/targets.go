package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/docgen"
)

// target is one output of an input.
type target struct {
	format docgen.Format
	path   string // "-" is standard output
	folder bool   // -o names a folder, which is made when it is not there
}

// targetsOf says where the outputs of each input go. to is the value of --to,
// empty for none; out is the value of -o, empty for none.
//
// out is a file for one input in one format and a folder otherwise, or when
// it ends in a slash; without it, outputs stand beside their input, and
// those of standard input go to standard output.
func targetsOf(inputs, to []string, out string) ([][]target, error) {
	formats, err := wanted(to, out)
	if err != nil {
		return nil, err
	}
	all := make([][]target, len(inputs))
	folder, file := out, ""
	if len(inputs) == 1 && len(formats) == 1 && !strings.HasSuffix(filepath.ToSlash(out), "/") {
		folder, file = "", out
	}
	if folder == "-" {
		return nil, fmt.Errorf("đầu ra chuẩn chỉ nhận một văn bản ở một định dạng")
	}
	if _, is := docgen.FormatOf(endingOf(folder)); is {
		return nil, fmt.Errorf("-o %s là tên một tệp, mà sẽ có %d tệp ra (%d văn bản, %d định dạng); ghi tên một thư mục, "+
			"thí dụ -o %s, hoặc bỏ -o để mỗi tệp ra nằm cạnh tệp vào", out, len(inputs)*len(formats), len(inputs), len(formats),
			strings.TrimSuffix(folder, filepath.Ext(folder))+"/")
	}
	if folder != "" {
		if info, err := os.Stat(folder); err == nil && !info.IsDir() {
			return nil, fmt.Errorf("tùy chọn -o phải là thư mục khi có nhiều tệp ra, mà %s là một tệp", folder)
		}
	}
	for i, input := range inputs {
		for _, format := range formats {
			path := file
			switch {
			case path != "":
			case input == "-" && folder == "" && len(formats) == 1:
				path = "-"
			case input == "-":
				path = filepath.Join(folder, "vanban."+format.ID)
			default:
				path = beside(input, format.ID)
				if folder != "" {
					path = filepath.Join(folder, filepath.Base(path))
				}
			}
			all[i] = append(all[i], target{format, path, folder != ""})
		}
	}
	return all, collisions(inputs, all)
}

// wanted reads the formats asked for, each once.
func wanted(to []string, out string) ([]docgen.Format, error) {
	ending := endingOf(out)
	byEnding, known := docgen.FormatOf(ending)
	if len(to) == 0 {
		switch {
		case known:
			return []docgen.Format{byEnding}, nil
		case slices.Contains([]string{"doc", "odt", "rtf", "html", "md", "yaml", "yml"}, ending):
			return nil, fmt.Errorf("không soạn được định dạng %q; các định dạng: %s", ending, strings.Join(formatIDs(), ", "))
		}
		return docgen.Formats()[:1], nil
	}
	formats, _, err := formatsOf(to)
	if err != nil {
		return nil, err
	}
	if len(formats) == 1 && known && formats[0].ID != ending {
		return nil, fmt.Errorf("--to %s trái với đuôi tệp của -o %s", formats[0].ID, out)
	}
	return formats, nil
}

// renderable are the endings of files that render takes.
var renderable = []string{"yaml", "yml", "docx", "txt", "md"}

// endingOf is what a name ends in, behind its last dot.
func endingOf(name string) string {
	return strings.ToLower(strings.TrimPrefix(filepath.Ext(name), "."))
}

// expanded puts the files in place of a pattern such as *.yaml, where the shell has not
// done so: that of Windows does not. A file of such a name is the file.
func expanded(inputs []string) ([]string, error) {
	var all []string
	for _, input := range inputs {
		if _, err := os.Lstat(input); err == nil || !strings.ContainsAny(input, "*?") {
			all = append(all, input)
			continue
		}
		names, err := filepath.Glob(input)
		if err != nil || len(names) == 0 {
			return nil, fmt.Errorf("không có tệp nào khớp với %s", input)
		}
		all = append(all, names...)
	}
	return all, nil
}

// beside gives the name of an output that stands next to its input.
func beside(input, format string) string {
	return strings.TrimSuffix(input, filepath.Ext(input)) + "." + format
}

// collisions refuses outputs that would overwrite each other or an input.
func collisions(inputs []string, all [][]target) error {
	taken := make(map[string]string) // path, in one case, to the input it belongs to
	key := func(path string) string { return strings.ToLower(filepath.Clean(path)) }
	for _, input := range inputs {
		if input != "-" {
			taken[key(input)] = input
		}
	}
	for i, targets := range all {
		for _, t := range targets {
			switch from, ok := taken[key(t.path)]; {
			case t.path == "-":
			case ok && key(from) == key(t.path) && endingOf(from) == "pdf":
				return fmt.Errorf("%s mang đuôi .pdf, không phải tệp YAML hay bản nháp .docx, .txt; chép chữ từ PDF vào một tệp .txt "+
					"thì dùng vanban join, "+
					"PDF do vanban soạn bằng --pdf a3a thì lấy tệp nguồn ra bằng vanban extract", from)
			case ok && key(from) == key(t.path) && !slices.Contains(renderable, endingOf(from)):
				return fmt.Errorf("%s mang đuôi .%s, không phải tệp YAML hay bản nháp .docx, .txt", from, endingOf(from))
			case ok && key(from) == key(t.path):
				return fmt.Errorf("tệp ra %s trùng với tệp vào; ghi tên khác sau -o", t.path)
			case ok:
				return fmt.Errorf("%s và %s cùng ra một tệp: %s", from, inputs[i], t.path)
			default:
				taken[key(t.path)] = inputs[i]
			}
		}
	}
	return nil
}
