// Package record reads and writes YAML files that hold one struct each, by the tags
// of its fields. It knows nothing of what the structs say; package plan has them.
//
//	s, found := record.Read("ke-hoach.yaml", src)       // limits and syntax
//	s.Decode(&p)
//	found = s.Check(&p, nil)                            // every problem at once, each with its place
//	p.Subject = "Xây dựng nông thôn mới"
//	src, err := s.Edit(&p, nil)                         // the source with that change alone
//	src, err = record.Marshal(&p)                       // without a source
//
// The tags of a type are its one table (tags.go): decoding, validation, writing, the
// schema, the skeleton and all messages read it. What is too large, too deep or not
// text is refused before it is parsed. Decoding goes on after a problem; scalars keep
// their text, and all text is brought to NFC. Places of keys are not in the values: a
// [Source] knows them.
//
// Values are structs, and what structs are made of: pointers to one another, slices,
// texts (string types, and types that read and write themselves as text), bool, int.
// Maps have no order, and are not among them.
//
// Findings are in Vietnamese, for whoever wrote the file. The same input leads to the same
// values and findings; all functions may be called from any number of goroutines.
package record
