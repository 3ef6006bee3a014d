// Package parity compares two PDF files line by line: the one that the
// library makes of a document, and the one that LibreOffice makes of the same
// document's DOCX. Only tests use it; nothing of the library rests on it.
//
//	office, err := parity.NewOffice(t.TempDir())
//	err = office.Convert(dir, "a.docx")
//	own, err := parity.Read("own.pdf")
//	theirs, err := parity.Read(filepath.Join(dir, "a.pdf"))
//	report := parity.Compare(own, theirs)
//
// It needs soffice (LibreOffice Writer) and pdftotext (poppler); [Missing]
// says which of them is not there.
package parity

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/go-fonts/liberation/liberationserifbold"
	"github.com/go-fonts/liberation/liberationserifbolditalic"
	"github.com/go-fonts/liberation/liberationserifitalic"
	"github.com/go-fonts/liberation/liberationserifregular"
)

// Missing names the programs that are not installed; empty when all are.
func Missing() string {
	var names []string
	for _, name := range []string{"soffice", "pdftotext"} {
		if _, err := exec.LookPath(name); err != nil {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// Office is LibreOffice with a profile and fonts of its own: Times New Roman
// is the very family that the library embeds, whatever is installed.
type Office struct {
	profile string
	env     []string
}

const profileFlag = "-env:UserInstallation=file://"

// NewOffice puts fonts and profile into a folder, which it must have for itself.
func NewOffice(dir string) (*Office, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	fonts := filepath.Join(dir, "fonts")
	if err := os.MkdirAll(fonts, 0o777); err != nil {
		return nil, err
	}
	config := `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM ` +
		`"fonts.dtd"><fontconfig><dir>` + fonts + `</dir><cachedir>` + filepath.Join(dir, "cache") +
		`</cachedir><alias binding="same"><family>Times New Roman</family><prefer><family>Liberation ` +
		`Serif</family></prefer></alias></fontconfig>`
	files := map[string][]byte{
		"fonts/Regular.ttf":    liberationserifregular.TTF,
		"fonts/Bold.ttf":       liberationserifbold.TTF,
		"fonts/Italic.ttf":     liberationserifitalic.TTF,
		"fonts/BoldItalic.ttf": liberationserifbolditalic.TTF,
		"fonts.conf":           []byte(config),
	}
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o666); err != nil {
			return nil, err
		}
	}
	return &Office{
		profile: profileFlag + filepath.ToSlash(filepath.Join(dir, "profile")),
		env:     append(os.Environ(), "FONTCONFIG_FILE="+filepath.Join(dir, "fonts.conf")),
	}, nil
}

// Version is what the program says about itself, such as "LibreOffice 7.4.7.2".
func (o *Office) Version() (string, error) {
	out, err := exec.Command("soffice", "--version").Output()
	if err != nil {
		return "", fmt.Errorf("soffice --version: %w", err)
	}
	f := strings.Fields(string(out))
	if len(f) < 2 {
		return "", fmt.Errorf("soffice --version: %q", out)
	}
	return f[0] + " " + f[1], nil
}

// Convert turns files into another format ("pdf", "docx") in a folder, with the
// same names, all by one start of the program.
func (o *Office) Convert(format, dir string, files ...string) error {
	if err := o.run(append([]string{"--convert-to", format, "--outdir", dir}, files...)...); err != nil {
		return err
	}
	// It says nothing of files that it could not read.
	var errs []error
	for _, name := range files {
		made := filepath.Join(dir, strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))+"."+format)
		if _, err := os.Stat(made); err != nil {
			errs = append(errs, fmt.Errorf("soffice made nothing of %s", name))
		}
	}
	return errors.Join(errs...)
}

// run starts the program, which says nothing of most of what it cannot do.
func (o *Office) run(args ...string) error {
	cmd := exec.Command("soffice", append([]string{o.profile, "--headless"}, args...)...)
	cmd.Env = o.env
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("soffice: %w\n%s", err, out)
	}
	return nil
}
