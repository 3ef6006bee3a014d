package plan

// CriteriaFile is a set of criteria in a file of its own "bộ tiêu chuẩn, tiêu
// chí": the same criteria as those of a plan, which a season or an evaluation
// names by their ids.
type CriteriaFile struct {
	Kind     string      `yaml:"kind" vi:"loại tệp" need:"yes" values:"criteria"`
	Version  int         `yaml:"version" vi:"phiên bản cấu trúc tệp" need:"yes" help:"luôn là 1"`
	Title    string      `yaml:"title" vi:"tên bộ tiêu chuẩn" eg:"Tiêu chuẩn điển hình tiên tiến xã Cẩm Hòa"`
	Basis    string      `yaml:"basis" vi:"căn cứ" help:"văn bản ban hành bộ tiêu chuẩn"`
	Criteria []Criterion `yaml:"criteria" vi:"các tiêu chuẩn" need:"yes"`
}
