// Package plan holds what official documents say, as typed data: plans with
// their goals, tasks and criteria, decisions, minutes, award seasons, and papers
// of every other kind. It reads them from YAML and writes them back.
//
//	set, findings := plan.Load(os.DirFS("."), "ke-hoach.yaml")
//	if findings.HasErrors() { ... }              // every problem at once, each with its place
//	p := set.Files()[0].Value.(*plan.Plan)
//	fmt.Println(p.Subject, p.Date)
//
// Every type can also be filled in Go; [Validate] then finds the same, without
// places, and [Marshal] writes the YAML. What is changed in the value of a file
// goes back into its text with [File.Marshal], which keeps comments and order.
//
// The package stands at the ground of the library: it knows nothing of pages.
// Package docgen makes papers of its values.
//
// # Reading
//
// What is too large, too deep or not text is refused before it is parsed. Files
// are decoded by the struct tags of the model, which are the one table that
// decoding, validation, messages, [Schema] and [Skeleton] share; the engine that
// reads them is internal/record. Decoding goes on after a problem. Unknown and
// doubled keys are errors; scalars keep their text, so that 012 and 0912345678
// stay what they are; all text is brought to NFC, that of
// values made in Go too. Places of keys are not in the
// values: [File.Pos] has them.
//
// # Words
//
// Keys and identifiers are English; the official Vietnamese term of each key
// stands in its tag, and of each type in the first line of its comment. The ones
// met everywhere:
//
//	issuer         cơ quan, tổ chức ban hành   legal_bases   căn cứ ban hành
//	number         số                          articles      các điều
//	symbol         ký hiệu                     clauses       các khoản
//	place          địa danh                    points        các điểm
//	date           thời gian ban hành          signer        người ký
//	subject        trích yếu nội dung          capacity      quyền hạn ký
//	addressees     kính gửi                    distribution  nơi nhận
//	target_groups  đối tượng                   annexes       phụ lục
//	criteria       tiêu chuẩn, tiêu chí        nominees      tập thể, cá nhân, hộ gia đình được đề nghị
//	cancelled      hủy bỏ khen thưởng          amended       sửa đổi quyết định
//	register       số vào sổ                   added         bổ sung vào quyết định
//
// # Adding a kind
//
// A kind of paper is a struct that embeds [Header] and [Footer] around fields of
// its own, with the tags of internal/record/tags.go; a [Validator] or [Needer] where tags do not
// suffice; and a [Kind] that makes an empty one. Kinds of the decree stand in
// [Kinds]; a program may hand in its own by [Options], which take the same road.
//
// # What is promised
//
// The same input gives the same values and findings. Nothing here reads a clock,
// the environment or a file that was not named, or changes after start: all
// functions may be called from any number of goroutines. Files of version 1 stay
// readable in every later release.
package plan
