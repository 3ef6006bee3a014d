package pdf

import (
	"fmt"
	"strings"
)

// maxPageText bounds what a page, or a font's list of letters, may unpack to.
const maxPageText = 16 << 20

// PageTexts reads back the text of each page of a file that this package
// wrote, through the fonts' own lists of letters: what a reader who copies or
// searches gets. A line ends where the baseline changes.
func PageTexts(data []byte) ([]string, error) {
	f, err := openSource(data)
	if err != nil {
		return nil, fmt.Errorf("read pdf: %w", err)
	}
	pages, err := f.pages()
	if err != nil {
		return nil, fmt.Errorf("read pdf: %w", err)
	}
	fonts := make(map[object]map[uint16]string)
	texts := make([]string, len(pages))
	for i, p := range pages {
		if texts[i], err = f.pageText(p, fonts); err != nil {
			return nil, fmt.Errorf("read pdf: page %d: %w", i+1, err)
		}
	}
	return texts, nil
}

// pages gives the pages of a file, whose tree is as deep as may be.
func (f *source) pages() ([]dict, error) {
	var list []dict
	seen := 0
	var walk func(o object, depth int) error
	walk = func(o object, depth int) error {
		if seen++; depth > maxNesting || seen > maxObjects {
			return fmt.Errorf("%w: page tree is too deep", errSyntax)
		}
		d, err := f.dict(o)
		if err != nil {
			return err
		}
		if d["Type"] == name("Page") {
			list = append(list, d)
			return nil
		}
		kids, err := f.list(d["Kids"])
		if err != nil {
			return err
		}
		for _, kid := range kids {
			if err := walk(kid, depth+1); err != nil {
				return err
			}
		}
		return nil
	}
	return list, walk(f.catalog["Pages"], 0)
}

// pageText runs through the operators of a page for the letters they show.
func (f *source) pageText(page dict, fonts map[object]map[uint16]string) (string, error) {
	if page["Contents"] == nil {
		return "", nil
	}
	content, err := f.content(page["Contents"])
	if err != nil {
		return "", err
	}
	resources, err := f.dict(page["Resources"])
	if err != nil {
		return "", err
	}
	var named dict
	if resources["Font"] != nil {
		if named, err = f.dict(resources["Font"]); err != nil {
			return "", err
		}
	}
	var b strings.Builder
	var letters map[uint16]string
	var stack list
	s := &scanner{data: content}
	for {
		if s.skip(); s.at >= len(s.data) {
			return b.String(), nil
		}
		if c := s.data[s.at]; c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '\'' || c == '"' {
			switch op := s.word(); op {
			case "Tf":
				if len(stack) < 2 {
					return "", fmt.Errorf("%w: %s without a font", errSyntax, op)
				}
				id, _ := stack[len(stack)-2].(name)
				if letters, err = f.letters(named[id], fonts); err != nil {
					return "", err
				}
			case "Td":
				if n := len(stack); n > 0 && stack[n-1] != number(0) {
					b.WriteByte('\n')
				}
			case "TJ", "Tj":
				show(&b, stack, letters)
			}
			stack = stack[:0]
			continue
		}
		o, err := s.object(0)
		if err != nil {
			return "", err
		}
		stack = append(stack, o)
	}
}

// show appends the letters of the strings among the operands.
func show(b *strings.Builder, operands list, letters map[uint16]string) {
	for _, o := range operands {
		switch o := o.(type) {
		case list:
			show(b, o, letters)
		case text:
			for i := 0; i+1 < len(o); i += 2 {
				b.WriteString(letters[uint16(o[i])<<8|uint16(o[i+1])])
			}
		}
	}
}

// content gives what a stream holds.
func (f *source) content(o object) ([]byte, error) {
	d, raw, err := f.stream(o)
	if err != nil {
		return nil, err
	}
	return inflate(d, raw, maxPageText)
}

// letters reads a font's ToUnicode, once a file.
func (f *source) letters(ref object, fonts map[object]map[uint16]string) (map[uint16]string, error) {
	id, ok := ref.(reference)
	if !ok {
		return nil, fmt.Errorf("%w: a font is missing", errSyntax)
	}
	if m := fonts[id]; m != nil {
		return m, nil
	}
	d, err := f.dict(id)
	if err != nil {
		return nil, err
	}
	cmap, err := f.content(d["ToUnicode"])
	if err != nil {
		return nil, err
	}
	m := make(map[uint16]string)
	_, rest, _ := strings.Cut(string(cmap), "endcodespacerange")
	s := &scanner{data: []byte(rest)}
	for {
		if s.skip(); s.at >= len(s.data) {
			break
		}
		if s.data[s.at] != '<' {
			if s.word() == "" {
				s.at++
			}
			continue
		}
		from, err := s.object(0)
		if err != nil {
			return nil, err
		}
		s.skip()
		to, err := s.object(0)
		if err != nil {
			return nil, err
		}
		code, ok := from.(text)
		letter, ok2 := to.(text)
		if !ok || !ok2 || len(code) != 2 || len(letter)%2 != 0 {
			return nil, fmt.Errorf("%w: list of letters", errSyntax)
		}
		m[uint16(code[0])<<8|uint16(code[1])] = utf16Text(string(letter))
	}
	fonts[id] = m
	return m, nil
}
