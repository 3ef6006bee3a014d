package plan

import (
	"maps"
	"reflect"
	"slices"

	"github.com/vanban-go/vanban/internal/record"
)

// Schema returns the JSON Schema (2020-12) of a kind of file, with Vietnamese
// descriptions, for editors. It refuses unknown keys, wrong types, missing keys
// and unknown values. Days that do not exist, references that lead nowhere, and what
// only several keys say together, such as the marks of a signer and the posts that they
// ask for, only [Parse] refuses. An empty kind asks for all kinds in one; an unknown one
// is an error.
func Schema(kind string) ([]byte, error) { return (*Options)(nil).Schema(kind) }

// Schema is [Schema] with options.
func (o *Options) Schema(kind string) ([]byte, error) {
	kinds := o.kinds()
	if kind != "" {
		k, err := kindOf(kinds, kind)
		if err != nil {
			return nil, err
		}
		return record.Schema(k.record())
	}
	var all []record.Kind
	for _, k := range kinds {
		if k.New != nil {
			all = append(all, k.record())
		}
	}
	return record.SchemaOf("vanban", all)
}

// Skeleton returns a starting file of a kind: what every such file needs, filled
// with samples, and all else behind a comment sign, each key with its
// Vietnamese term. It reads without findings. An unknown kind is an error.
func Skeleton(kind string) ([]byte, error) { return (*Options)(nil).Skeleton(kind) }

// Skeleton is [Skeleton] with options.
func (o *Options) Skeleton(kind string) ([]byte, error) {
	k, err := kindOf(o.kinds(), kind)
	if err != nil {
		return nil, err
	}
	samples := record.Samples{
		Keys: make(map[string]string), Shown: slices.Sorted(maps.Keys(sampleKeys[k.ID])),
		Types: map[reflect.Type]string{reflect.TypeFor[Date](): "2026-03-15"},
	}
	maps.Copy(samples.Keys, sampleKeys[k.ID])
	if s := sampleSubjects[k.ID]; s != "" {
		samples.Keys["subject"] = s
	}
	return record.Skeleton(k.record(), samples)
}

// sampleSubjects are trích yếu that fit the samples of a kind's other fields, where the one of
// the tags does not.
var sampleSubjects = map[string]string{
	"nghi-quyet":     "Về việc thành lập Tổ công tác xây dựng nông thôn mới xã Cẩm Hòa",
	"quyet-dinh":     "Về việc thành lập Tổ công tác xây dựng nông thôn mới xã Cẩm Hòa",
	"cong-van":       "đăng ký chỉ tiêu thi đua năm 2026",
	"cong-dien":      "Về việc tập trung ứng phó mưa lũ",
	"to-trinh":       "Về việc phê duyệt Kế hoạch thi đua năm 2026",
	"giay-moi":       "Dự cuộc họp tổng kết phong trào thi đua năm 2026",
	"hop-dong":       "Thuê hội trường tổ chức Hội nghị tổng kết phong trào thi đua năm 2026",
	"ban-ghi-nho":    "Phối hợp tổ chức phong trào thi đua năm 2026",
	"ban-thoa-thuan": "Phối hợp tổ chức phong trào thi đua năm 2026",
	"bien-ban":       "Họp Hội đồng Thi đua - Khen thưởng xã Cẩm Hòa",
}

// sampleKeys are samples of keys at the top, as YAML, where those of the tags do not fit the
// kind: a resolution is a collective's, a contract has two parties, a submission says who is
// asked.
var sampleKeys = map[string]map[string]string{
	"nghi-quyet": {
		"decided_by": "committee",
		"articles":   "[Thành lập Tổ công tác xây dựng nông thôn mới xã Cẩm Hòa., Nghị quyết này có hiệu lực kể từ ngày ký.]",
		"signer":     "{capacity: [TM], on_behalf_of: Ủy ban nhân dân, position: Chủ tịch, name: Nguyễn Văn An}",
	},
	"to-trinh":       {"addressees": "[Ủy ban nhân dân tỉnh Lam Sơn]"},
	"hop-dong":       {"signers": "[{position: Đại diện Bên A, name: Nguyễn Văn An}, {position: Đại diện Bên B, name: Trần Thị Bình}]"},
	"ban-ghi-nho":    {"signers": communesSign},
	"ban-thoa-thuan": {"signers": communesSign},
}

const communesSign = "[{position: Chủ tịch Ủy ban nhân dân xã Cẩm Hòa, name: Nguyễn Văn An}, " +
	"{position: Chủ tịch Ủy ban nhân dân xã Cẩm Ngọc, name: Trần Thị Bình}]"
