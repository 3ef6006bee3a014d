package pdf

import (
	"bufio"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"hash"
	"io"
	"strconv"
)

// MergeOptions are the choices of a print file.
type MergeOptions struct {
	Options       // of the file as a whole; the flavour is A2A or Plain, as the documents are
	Documents int // how many will be added
	// TwoSided puts an empty page behind every document with an odd number of
	// pages, so that each starts on a sheet of its own.
	TwoSided bool
}

// Merger puts files of this package together into one, in the order they are
// added: pages with their tags, links and labels, one entry of the outline for
// each document, fonts and pictures that are alike once. It writes as it goes:
// what it keeps is some fifty bytes a document and two an object.
type Merger struct {
	o    MergeOptions
	w    *bufio.Writer
	hash hash.Hash
	at   int64
	err  error // of writing; sticky

	tagged  bool
	globals [globalObjects]int64 // offsets of the objects that are written last
	runs    []run                // where each document's objects stand
	sizes   []byte               // of these objects, in order, as varints
	next    int                  // number of the next of them

	shared  map[[32]byte]int // objects that later documents may share
	trees   []int            // page tree of each document
	roots   []int            // top element of each
	parents []int            // leaf of the ParentTree of each
	names   []int            // leaf of the IDTree of each that has one
	labels  []byte           // entries of PageLabels
	pages   int
	keys    int // of the ParentTree given out
}

// run is the objects of one document, one behind the other, and the entry of
// the outline behind them.
type run struct {
	start   int64
	objects int32
	entry   int64
}

// Numbers of the objects that are written last.
const (
	_ = iota
	catalogID
	infoID
	pagesID
	structureID
	documentID
	parentsID
	metadataID
	outlinesID
	profileID
	globalObjects
)

// Bounds of what is kept and written.
const (
	maxShared        = 4096          // objects that are looked for again
	maxMergedObjects = 8_388_607     // ISO 19005-2:2011, clause 6.1.13
	maxMergedBytes   = 9_999_999_999 // a cross-reference table has ten digits
)

// NewMerger starts a print file.
func NewMerger(w io.Writer, o MergeOptions) (*Merger, error) {
	o.Options = o.filled()
	if o.Documents < 1 {
		return nil, errors.New("merge pdf: there are no documents")
	}
	m := &Merger{o: o, hash: sha256.New(), runs: make([]run, 0, o.Documents), shared: make(map[[32]byte]int)}
	m.w = bufio.NewWriterSize(io.MultiWriter(w, m.hash), 1<<16)
	m.next = globalObjects + o.Documents
	m.write([]byte(header))
	return m, nil
}

func (m *Merger) write(b []byte) {
	if m.err == nil {
		_, m.err = m.w.Write(b)
	}
	m.at += int64(len(b))
}

// object writes an indirect object whose number is given.
func (m *Merger) object(id int, body []byte) {
	m.write(strconv.AppendInt(nil, int64(id), 10))
	m.write([]byte(" 0 obj\n"))
	m.write(body)
	m.write([]byte("\nendobj\n"))
}

// add writes the object with the next number.
func (m *Merger) add(body []byte) int {
	from, id := m.at, m.next
	m.object(id, body)
	m.sizes = binary.AppendUvarint(m.sizes, uint64(m.at-from))
	m.next++
	return id
}

// Add appends a document. Its outline becomes the kids of an entry with the title.
func (m *Merger) Add(title string, data []byte) error {
	if len(m.runs) == m.o.Documents {
		return fmt.Errorf("merge pdf: more than %d documents", m.o.Documents)
	}
	r := run{start: m.at, objects: int32(m.next)}
	d, err := m.open(data)
	if err == nil {
		err = d.copy()
	}
	if err == nil {
		r.objects, r.entry = int32(m.next)-r.objects, m.at
		m.object(globalObjects+len(m.runs), d.entry(title))
		m.runs = append(m.runs, r)
	}
	if err == nil {
		err = m.err
	}
	if err == nil && (m.next > maxMergedObjects || m.at > maxMergedBytes) {
		err = errors.New("the file grows too large; merge fewer documents")
	}
	if err != nil {
		return fmt.Errorf("merge pdf: document %d: %w", len(m.runs)+1, err)
	}
	return nil
}

// Close writes what holds the documents together. It does not close the writer
// underneath.
func (m *Merger) Close() error {
	if len(m.runs) != m.o.Documents {
		return fmt.Errorf("merge pdf: %d of %d documents", len(m.runs), m.o.Documents)
	}
	m.o.Flavour = Plain
	if m.tagged {
		m.o.Flavour = A2A
	}
	global := func(id int, body string) {
		m.globals[id] = m.at
		m.object(id, []byte(body))
	}
	global(pagesID, "<</Type/Pages/Count "+strconv.Itoa(m.pages)+"/Kids["+references(m.trees)+"]>>")
	n := len(m.runs)
	global(outlinesID, fmt.Sprintf("<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>", globalObjects, globalObjects+n-1, n))
	catalog := fmt.Sprintf("<</Type/Catalog/Pages %d 0 R/Outlines %d 0 R/Metadata %d 0 R", pagesID, outlinesID, metadataID)
	catalog += "/Lang" + string(appendText(nil,
		m.o.Meta.Language)) + "/ViewerPreferences<</DisplayDocTitle true>>/PageLabels<</Nums[" + string(m.labels) + "]>>"
	if m.tagged {
		names := ""
		if len(m.names) > 0 {
			names = "/IDTree<</Kids[" + references(m.names) + "]>>"
		}
		global(parentsID, "<</Kids["+references(m.parents)+"]>>")
		global(documentID, fmt.Sprintf("<</S/Document/P %d 0 R/K[%s]>>", structureID, references(m.roots)))
		global(structureID, fmt.Sprintf("<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d%s>>", documentID,
			parentsID, m.keys, names))
		profile := sRGBProfile()
		global(profileID, fmt.Sprintf("<</N 3/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream", len(profile), profile))
		catalog += fmt.Sprintf("/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R%s %d 0 R>>]", structureID, outputIntent, profileID)
	}
	xmp := m.o.metadata(nil)
	global(metadataID, fmt.Sprintf("<</Type/Metadata/Subtype/XML/Length %d>>\nstream\n%s\nendstream", len(xmp), xmp))
	m.globals[infoID] = m.at
	info := &file{offsets: make([]int, globalObjects)}
	info.writeInfo(infoID, &m.o.Options)
	m.write(info.buf)
	global(catalogID, catalog+">>")
	return m.finish()
}

// finish writes the cross-reference table and the trailer.
func (m *Merger) finish() error {
	if m.err == nil {
		m.err = m.w.Flush() // the hash has everything before
	}
	id := appendHex(nil, m.hash.Sum(nil)[:16])
	table := m.at
	m.write([]byte("xref\n0 " + strconv.Itoa(m.next) + "\n0000000000 65535 f \n"))
	line := func(at int64) {
		if at == 0 {
			m.write([]byte("0000000000 65535 f \n"))
			return
		}
		m.write(fmt.Appendf(nil, "%010d 00000 n \n", at))
	}
	for _, at := range m.globals[1:] {
		line(at)
	}
	for _, r := range m.runs {
		line(r.entry)
	}
	sizes := m.sizes
	for _, r := range m.runs {
		for at := r.start; r.objects > 0; r.objects-- {
			line(at)
			size, n := binary.Uvarint(sizes)
			at, sizes = at+int64(size), sizes[n:]
		}
	}
	m.write(fmt.Appendf(nil, "trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[%s%s]>>\nstartxref\n%d\n%%%%EOF\n", m.next, catalogID,
		infoID, id, id, table))
	if m.err == nil {
		m.err = m.w.Flush()
	}
	if m.err != nil {
		return fmt.Errorf("merge pdf: %w", m.err)
	}
	return nil
}
