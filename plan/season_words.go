package plan

// Level is a level that decides on awards "cấp có thẩm quyền".
type Level string

// Levels.
const (
	CommuneLevel       Level = "commune"
	unitLevel          Level = "unit" // an agency with legal personality, an enterprise, a co-operative
	districtLevel      Level = "district"
	ProvinceLevel      Level = "province"
	MinistryLevel      Level = "ministry"
	armedForcesLevel   Level = "armed_forces"
	universityLevel    Level = "national_university"
	GovernmentLevel    Level = "government"
	PrimeMinisterLevel Level = "prime_minister"
	PresidentLevel     Level = "president"
)

var levels = words[Level]{
	{CommuneLevel, "Chủ tịch Ủy ban nhân dân cấp xã"},
	{unitLevel, "Thủ trưởng cơ quan, đơn vị, doanh nghiệp"},
	{districtLevel, "Chủ tịch Ủy ban nhân dân cấp huyện"},
	{ProvinceLevel, "Chủ tịch Ủy ban nhân dân cấp tỉnh"},
	{MinistryLevel, "Bộ trưởng, Thủ trưởng ban, ngành"},
	{armedForcesLevel, "Thủ trưởng đơn vị Quân đội, Công an"},
	{universityLevel, "Giám đốc đại học quốc gia"},
	{GovernmentLevel, "Chính phủ"},
	{PrimeMinisterLevel, "Thủ tướng Chính phủ"},
	{PresidentLevel, "Chủ tịch nước"},
}

// Values are the values that YAML may have.
func (Level) Values() []string { return levels.values() }

// Term gives whoever decides at the level, as official papers say it.
func (l Level) Term() string { return levels.term(l) }

// Recipient is a kind of awardee "loại đối tượng khen thưởng".
type Recipient string

// Kinds of awardees: cá nhân, tập thể, hộ gia đình.
const (
	Individual Recipient = "individual"
	Collective Recipient = "collective"
	Household  Recipient = "household"
)

var recipients = words[Recipient]{{Individual, "cá nhân"}, {Collective, "tập thể"}, {Household, "hộ gia đình"}}

// Values are the values that YAML may have.
func (Recipient) Values() []string { return recipients.values() }

// Term gives the kind as official papers say it.
func (r Recipient) Term() string { return recipients.term(r) }

// Occasion is the id of a kind of occasion "loại hình khen thưởng". Award law names them
// and says when each holds.
type Occasion string

// Merit is the usual occasion "công trạng"; Sudden is "đột xuất".
const (
	Merit  Occasion = "merit"
	Sudden Occasion = "sudden"
)

// Values are the values that YAML may have.
func (Occasion) Values() []string {
	return []string{string(Merit), string(Sudden), "movement", "dedication", "seniority", "diplomacy", "theme"}
}

// Region is where an office lies "vùng"; the limit of its fund goes by it: upland is "miền núi,
// vùng sâu, hải đảo", plain "đồng bằng và thành phố", all that is not. Empty: plain.
type Region string

// Values are the values that YAML may have.
func (Region) Values() []string { return []string{"plain", "upland"} }

// DossierPaper is a paper that a dossier consists of "giấy tờ của hồ sơ".
type DossierPaper string

var dossierPapers = words[DossierPaper]{
	{"submission", "tờ trình"},
	{"report", "báo cáo thành tích"},
	{"minutes", "biên bản bình xét"},
	{"initiative", "chứng nhận sáng kiến, đề tài"},
	{"certificate", "giấy xác nhận thành tích"},
	{"opinion", "ý kiến của cơ quan liên quan"},
}

// Values are the values that YAML may have, in the order of a dossier.
func (DossierPaper) Values() []string { return dossierPapers.values() }

// Term gives the paper as official papers say it.
func (p DossierPaper) Term() string { return dossierPapers.term(p) }

// Sex is "giới tính".
type Sex string

var sexes = words[Sex]{{"female", "nữ"}, {"male", "nam"}}

// Values are the values that YAML may have.
func (Sex) Values() []string { return sexes.values() }

// Term gives the sex as official papers say it.
func (s Sex) Term() string { return sexes.term(s) }
