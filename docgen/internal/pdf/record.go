package pdf

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
)

// Record is what a file that this package wrote says of its making.
type Record struct {
	Build   []Property // the build record, in its order
	Created time.Time  // zero: the file has no date
}

// ReadRecord reads back what a file says of its making. A file of other software has no
// build record.
func ReadRecord(data []byte) (Record, error) {
	var r Record
	f, err := openSource(data)
	if err != nil {
		return r, fmt.Errorf("read pdf: %w", err)
	}
	if info, err := f.dict(f.trailer["Info"]); err == nil {
		r.Created = readDate(f.text(info["CreationDate"]))
	}
	if f.catalog["Metadata"] == nil {
		return r, nil
	}
	raw, err := f.content(f.catalog["Metadata"])
	if err == nil {
		r.Build, err = readBuild(raw)
	}
	if err != nil {
		return r, fmt.Errorf("read pdf: metadata: %w", err)
	}
	return r, nil
}

// readBuild reads the properties of the build record out of an XMP packet.
func readBuild(packet []byte) ([]Property, error) {
	var list []Property
	d := xml.NewDecoder(bytes.NewReader(packet))
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return list, nil
		} else if err != nil {
			return nil, err
		}
		if e, ok := t.(xml.StartElement); ok && e.Name.Space == buildSpace {
			var value string
			if err := d.DecodeElement(&value, &e); err != nil {
				return nil, err
			}
			list = append(list, Property{e.Name.Local, value})
		}
	}
}

// readDate reads a date that pdfDate wrote; zero for anything else.
func readDate(s string) time.Time {
	t, _ := time.Parse("D:20060102150405Z0700", strings.ReplaceAll(s, "'", ""))
	return t
}
