// Package sheet reads the lists that people bring: worksheets of Excel, CSV and YAML files.
// It reads every cell as a person sees it, and refuses what it does not understand.
//
//	list, found, err := sheet.Open(fsys, &sheet.Options{File: "danh-sach.xlsx"}, known)
//	for _, c := range list.Heading.Columns { ... }           // what the columns are
//	err = list.Records(ctx, func(r *sheet.Row) error {       // the rows below, any number of times
//		v, err := sheet.MoneyType.Read(r.Cell(3), list.Old)  // a value, or *sheet.Wrong
//	})
//
// A cell has what it shows, its value where it is a number, and traits that change what it
// means: struck through, shown as a date, as a percentage. Rows that are no records (a
// heading again, a sum, a signature) say so in Odd. Nothing is guessed: what may be
// read in two ways is wrong, with a message for whoever typed it.
//
// The same file gives the same rows. Memory is bounded by constants of this package; what is
// beyond one is a finding with its figure.
package sheet
