// Package draft reads drafts as people make them, in Word or as plain text, into papers: every
// word is kept, and what is not sure is said.
//
//	d, err := draft.Read("du-thao.docx", file, size)
//	if err != nil {
//		return err // a diag.List: what the file is and what to do
//	}
//	os.Stdout.Write(d.YAML)            // a paper of package plan, with comments where to look
//	for _, p := range d.Parts { ... }  // what was recognised, how surely, where
//
// The parts of a paper are recognised by place and wording: letterhead, number, place and date,
// kind and subject, addressees, bases, the body with its levels, tables, signature, recipients,
// annexes. What has no place of its own goes into the body where it stood. The words that Word
// prints are the words of the YAML, once, besides those that the paper prints by itself (Số,
// Kính gửi, Nơi nhận); [Read] counts them each time.
//
// Nothing is kept between calls; they may run side by side.
package draft

import (
	"github.com/vanban-go/vanban/plan/diag"
)

// Draft is what was read of a draft.
type Draft struct {
	YAML []byte // source of a file of package plan
	// Blank is the same with a blank to be filled for each part that is needed and was not
	// recognised: a draft to print. Its lines are not those of YAML.
	Blank    []byte
	Parts    []Part
	Findings diag.List // hints and warnings about the draft
	Pictures []Picture // that YAML names, with [Options.Pictures]

	name   string
	places map[int]*line // by line of YAML
	blanks map[int]*line // by line of Blank
}

// Part is a part of the paper that was recognised, or is missing.
type Part struct {
	Key        string // of YAML: "issuer.name"
	Term       string // its official term: "tên cơ quan ban hành"
	Confidence Confidence
	Place      string // paragraph and first words; empty where none is behind it
	Text       string // its first line
	Why        string // why it is not sure

	from *line
}

// Confidence is how sure a part is.
type Confidence uint8

// Degrees of confidence.
const (
	Missing Confidence = iota
	Doubtful
	Sure
)

// Err is nil when letterhead, kind and signature were recognised with confidence, and no other paper stands behind: the paper may go
// out without another look at these. Else it is a [diag.List] that says which were not.
func (d *Draft) Err() error {
	if d == nil {
		return nil
	}
	var found diag.List
	for i := range d.Parts {
		switch p := &d.Parts[i]; p.Key {
		case "issuer.name", "kind", "signer", "annexes":
			if p.Confidence != Sure {
				doubt := p.doubt(d.name)
				doubt.Level = diag.Error
				found.Add(doubt)
			}
		}
	}
	return found.Err()
}

// Relate gives findings about YAML, or about Blank, the places in the draft that the lines came
// from: the line of plain text; of a Word file the paragraph's number and first words, in the
// message.
func (d *Draft) Relate(found diag.List, blank bool) diag.List {
	if d == nil {
		return found
	}
	places := d.places
	if blank {
		places = d.blanks
	}
	found = found.Clone()
	for _, f := range found {
		if f != nil {
			at := f.Pos.Line
			for at > 0 && places[at] == nil {
				at-- // a cell is of the table above
			}
			f.Pos = diag.Pos{File: d.name}
			places[at].locate(f)
		}
	}
	return found
}
