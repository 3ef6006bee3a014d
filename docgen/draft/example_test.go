package draft_test

import (
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/draft"
	"github.com/vanban-go/vanban/plan"
)

// A draft to a paper, with what is to be looked at.
func Example() {
	const text = `ỦY BAN NHÂN DÂN                     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ TÂN MỸ                           Độc lập - Tự do - Hạnh phúc
Số: 12/UBND-VHXH                    Tân Mỹ, ngày 05 tháng 3 năm 2026
V/v vệ sinh đường làng

Kính gửi: Trưởng các thôn

Đề nghị các thôn quét dọn đường làng trước ngày 10 tháng 3 năm 2026.

                                    CHỦ TỊCH
                                    Lò Văn Inh
`
	d, err := draft.Read("du-thao.txt", strings.NewReader(text), int64(len(text)))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range d.Parts {
		if p.Key == "number" || p.Confidence != draft.Sure {
			fmt.Printf("%s: %s\n", p.Term, p.Place+p.Why)
		}
	}
	f, found := plan.Parse("du-thao.yaml", d.YAML)
	r, err := docgen.New(nil)
	if err != nil || found.HasErrors() {
		fmt.Println(err, found)
		return
	}
	paper, err := r.Build(context.Background(), plan.NewSet(f), f.Name)
	if err != nil {
		fmt.Println(err)
		return
	}
	if _, err := r.Text(context.Background(), os.Stdout, paper); err != nil { // or PDF, DOCX
		fmt.Println(err)
	}
	// Output:
	// số, ký hiệu: dòng 3 "Số: 12/UBND-VHXH"
	//        ỦY BAN NHÂN DÂN                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
	//           XÃ TÂN MỸ                       Độc lập - Tự do - Hạnh phúc
	//             -----                        -----------------------------
	//        Số: 12/UBND-VHXH                Tân Mỹ, ngày 05 tháng 3 năm 2026
	//     V/v vệ sinh đường làng
	//
	//                            Kính gửi: Trưởng các thôn
	// Đề nghị các thôn quét dọn đường làng trước ngày 10 tháng 3 năm 2026./.
	//
	//                                                       CHỦ TỊCH
	//
	//                                                      Lò Văn Inh
}
