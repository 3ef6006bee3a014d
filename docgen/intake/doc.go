// Package intake takes nominees out of a list, an Excel workbook or a CSV file with
// Vietnamese headings, into the file of an award season.
//
//	grid, findings, err := batch.ReadGrid(ctx, fsys, &batch.List{File: "danh-sach.xlsx"}, temp, intake.Knows)
//	rows, findings := intake.Read(grid, law, season)
//	result, findings := intake.Merge(file, rows)
//	os.WriteFile("dot-khen-thuong.yaml", result.Source, 0o644)
//
// Whom the season does not have is added behind the last nominee; of whom it has, what
// is missing is filled in. What it has is never changed: a list that says otherwise is
// a finding. Comments, order and all other lines stay; the same list twice changes
// nothing.
//
// The package stands above package docgen/batch, which reads the cells. It opens no file.
package intake
