// Package intake takes nominees out of a list, an Excel workbook or a CSV file with
// Vietnamese headings, into the file of an award season.
//
//	rows, findings, err := intake.Read(ctx, fsys, &batch.List{File: "danh-sach.xlsx"}, law, season)
//	result, findings := intake.Merge(file, rows)
//	os.WriteFile("dot-khen-thuong.yaml", result.Source, 0o644)
//
// Whom the season does not have is added behind the last nominee; of whom it has, what
// is missing is filled in. What it has is never changed: a list that says otherwise is
// a finding. Comments, order and all other lines stay; the same list twice changes
// nothing.
//
// A list is described as in a batch job, and read by the same rules.
package intake
