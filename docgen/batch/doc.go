// Package batch makes many documents of one list: a decision for each row of a
// workbook, a report for each unit, and proof that every file carries the
// right name.
//
//	job, findings := batch.Load(os.DirFS("."), "quyet-dinh.yaml")
//	result, err := batch.Run(ctx, job, "ket-qua", &batch.Options{
//		Renderer: renderer,
//		Found:    func(f batch.Finding) { ... },
//	})
//
// It stands above package docgen, which makes each document, and below the
// command. A job goes through it like this:
//
//	Job (job.go, load.go) ─ document with references (fill.go, expr.go)
//	                      └ list: workbook, CSV, YAML, folder (source.go ...)
//	                            │ line: cells as a person sees them (cell.go)
//	                            ▼
//	                        row: typed values by column (row.go, value.go)
//	                            ▼
//	                        item: one document to make, of a row or a group (item.go)
//	     first pass             ▼
//	        survey: everything is read, filled, decoded, checked; findings; a
//	        verdict of one byte is kept (survey.go)
//	     second pass            ▼
//	        write: rendered by a pool of workers (pool.go), into a folder by
//	        temporary file and rename (target.go) or into a stream (zip.go), a
//	        line in the manifest (manifest.go, line.go), which is locked (hold.go)
//	     at the end             ▼
//	        proof (verify.go), print file (merge.go), archive (zip.go); shards
//	        are joined (join.go)
//
// What it promises:
//
//   - Nothing is written before every row was checked, and a document with an
//     error is not written at all. Every finding is reported, with its cell.
//   - The same job gives the same bytes, whatever the number of workers, and
//     however often the run was stopped, killed and resumed. Whatever the moment,
//     there are only whole files under their own names.
//   - What a cell holds is data: it is put in as text, and never read as YAML, as
//     a template or as marks of prose.
//   - A list of single documents streams: beyond what the reader of the list needs,
//     less than 200 bytes a row are kept. Groups and their summary need all rows.
//   - Files are written below the given folder and nowhere else, and those that no run
//     has written are never touched. Two runs do not meet in a folder. The clock and
//     the environment are not read; no goroutine outlives a call.
package batch
