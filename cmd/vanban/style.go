package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/pflag"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/plan/diag"
)

// styleFlags are the flags that bring an office's own look.
type styleFlags struct{ profile, templates, fontPath, numbering string }

func (f *styleFlags) add(flags *pflag.FlagSet) {
	flags.StringVar(&f.profile, "profile", "", "`TỆP.yaml` khai báo riêng của đơn vị (kind: profile)")
	flags.StringVar(&f.templates, "templates", "", "`THƯ-MỤC` mẫu câu riêng của đơn vị (*.tmpl)")
	flags.StringVar(&f.fontPath, "font-path", "", "`THƯ-MỤC` chứa bốn tệp phông .ttf, thí dụ Times New Roman")
	flags.StringVar(&f.numbering, "numbering", "", "`CÁCH` auto: Word tự đánh số đề mục; typed: số là chữ (mặc định)")
}

// files gives the files that the flags name: the profile and the office's wording.
func (f styleFlags) files() []string {
	var list []string
	if f.profile != "" && f.profile != "-" {
		list = append(list, f.profile)
	}
	if f.templates != "" {
		if names, err := filepath.Glob(filepath.Join(f.templates, "*.tmpl")); err == nil {
			list = append(list, names...)
		}
	}
	return list
}

// fill puts what the flags name into o, and the date that the environment asks for. Findings are
// about the profile.
func (f styleFlags) fill(c *console, o *docgen.Options) (found diag.List, err error) {
	if o.Created, err = c.created(); err != nil {
		return nil, err
	}
	if f.profile != "" {
		src, err := c.read(f.profile, maxSource)
		if err != nil {
			return nil, unread(f.profile, err)
		}
		o.Profile, found = decree.ParseProfile(f.profile, src)
	}
	switch f.numbering {
	case "":
	case "auto", "typed":
		p := decree.Default()
		if o.Profile != nil {
			p = o.Profile
		}
		own := *p
		own.AutoNumbers = f.numbering == "auto"
		o.Profile = &own
	default:
		return found, fmt.Errorf("tùy chọn --numbering nhận auto hoặc typed, không nhận %q", f.numbering)
	}
	if f.templates != "" {
		own, err := openFolder(f.templates)
		if err != nil {
			return found, err
		}
		if names, _ := fs.Glob(own, "*.tmpl"); len(names) == 0 {
			return found, fmt.Errorf("thư mục mẫu câu %s không có tệp .tmpl nào", f.templates)
		}
		o.Templates = own
	}
	o.Fonts, err = openFonts(f.fontPath)
	return found, err
}

// renderer makes a renderer as o and the flags have it. What is wrong with the office's profile or wording is
// in the list, and then there is none.
func (f styleFlags) renderer(c *console, o *docgen.Options) (*docgen.Renderer, diag.List, error) {
	found, err := f.fill(c, o)
	if err != nil || found.HasErrors() {
		return nil, found, err
	}
	r, err := docgen.New(o)
	list, err := findingsOf(err)
	return r, append(found, list...), err
}

// openFonts reads the faces of a folder, or the embedded ones when dir is empty.
func openFonts(dir string) (*docgen.Fonts, error) {
	if dir == "" {
		return docgen.EmbeddedFonts()
	}
	own, err := openFolder(dir)
	if err != nil {
		return nil, err
	}
	fonts, err := docgen.LoadFonts(own)
	if err != nil {
		var bad *docgen.FontError
		if !errors.As(err, &bad) {
			return nil, fmt.Errorf("không dùng được phông chữ trong %s: %w", filepath.Clean(dir), reason(err))
		}
		return nil, fmt.Errorf("không dùng được phông chữ trong %s: %s", filepath.Clean(dir), strings.Join(bad.Problems, "; "))
	}
	return fonts, nil
}

// openFolder gives a folder that a flag names.
func openFolder(dir string) (fs.FS, error) {
	info, err := os.Stat(dir)
	if err != nil {
		return nil, fmt.Errorf("không đọc được thư mục %s: %w", dir, reason(err))
	}
	if !info.IsDir() {
		return nil, fmt.Errorf("%s không phải là thư mục", dir)
	}
	return os.DirFS(dir), nil
}
