package draft

import "testing"

// TestDecase: names in capitals as people write them, where the draft does not say how.
func TestDecase(t *testing.T) {
	for in, want := range map[string]string{
		"BỘ NỘI VỤ": "Bộ Nội vụ", "BỘ TRƯỞNG": "Bộ trưởng", "VỤ TRƯỞNG": "Vụ trưởng", "VỤ TỔ CHỨC CÁN BỘ": "Vụ Tổ chức cán bộ",
		"GIÁM ĐỐC SỞ NỘI VỤ": "Giám đốc Sở Nội vụ", "TRƯỞNG PHÒNG": "Trưởng phòng", "TRƯỞNG PHÒNG TỔNG HỢP": "Trưởng phòng Tổng hợp",
		"PHÓ TRƯỞNG PHÒNG": "Phó trưởng phòng", "VỤ TRƯỞNG VỤ PHÁP CHẾ": "Vụ trưởng Vụ Pháp chế", "CÁN BỘ XÃ": "Cán bộ xã",
		"VIỆN TRƯỞNG": "Viện trưởng", "SỞ Y TẾ": "Sở Y tế", "PHÒNG UBND": "Phòng UBND", "BỘ": "Bộ", "VỤ PHÓ": "Vụ phó",
		"SỞ GIÁO DỤC VÀ ĐÀO TẠO": "Sở Giáo dục và Đào tạo", "ĐOÀN TNCS HỒ CHÍ MINH": "Đoàn TNCS Hồ Chí Minh", "HỌP VÀ KÝ": "Họp và ký",
		"CHI BỘ THÔN": "Chi bộ thôn", "PHÒNG XÃ": "Phòng xã", "KIỂM SÁT VIÊN": "Kiểm sát viên",
		"CÔNG TÁC QUỐC PHÒNG AN NINH": "Công tác quốc phòng an ninh",

		// Words that end the name of a place elsewhere.
		"ỦY BAN NHÂN DÂN PHƯỜNG LIÊN CHIỂU": "Ủy ban nhân dân phường Liên Chiểu", "XÃ LIÊN SƠN": "Xã Liên Sơn", "XÃ KỲ ANH": "Xã Kỳ Anh",
		"HUYỆN ỦY LẠC SƠN": "Huyện ủy Lạc Sơn", "BÍ THƯ TỈNH ỦY": "Bí thư Tỉnh ủy", "THÀNH ỦY ĐÀ NẴNG": "Thành ủy Đà Nẵng", "ĐẢNG ỦY HỌP": "Đảng ủy họp",
		"XÃ NĂM CĂN": "Xã Năm Căn", "ĐẢNG ỦY XÃ KỲ XUÂN": "Đảng ủy xã Kỳ Xuân", "PHƯỜNG TAM KỲ": "Phường Tam Kỳ",
		"SỞ Y TẾ TAM KỲ": "Sở Y tế Tam Kỳ", "SỞ Y TẾ NĂM 2026": "Sở Y tế năm 2026", "SỞ Y TẾ XÃ SƠN": "Sở Y tế xã Sơn",
		"ĐẠI HỘI XÃ CẨM HÒA LẦN THỨ V": "Đại hội xã Cẩm Hòa lần thứ V", "ĐẢNG BỘ XÃ KỲ ANH NHIỆM KỲ MỚI": "Đảng bộ xã Kỳ Anh nhiệm kỳ mới",
		"BỘ TƯ LỆNH QUÂN KHU X": "Bộ Tư lệnh Quân khu X", "ĐOÀN QUÂN NHU V": "Đoàn quân nhu v",
		"HĐND XÃ KHÓA I": "HĐND xã khóa I", "HĐND XÃ KHÓA Ó": "HĐND xã khóa ó", "THÔN Ý YÊN V": "Thôn Ý Yên V",
		"HĐND XÃ KỲ HỌP THỨ BA": "HĐND xã kỳ họp thứ ba", "UBND XÃ LIÊN TỊCH": "UBND xã liên tịch",
		"XÃ TÂN MỸ NĂM 2026": "Xã Tân Mỹ năm 2026", "XÃ NĂM HỌC MỚI": "Xã năm học mới", "CỦA XÃ NĂM": "Của xã năm",

		// Commas in the name of a body.
		"PHÒNG KINH TẾ, HẠ TẦNG VÀ ĐÔ THỊ": "Phòng Kinh tế, Hạ tầng và Đô thị", "CÁN BỘ XÃ, CÔNG CHỨC": "Cán bộ xã, công chức",
		"SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH": "Sở Văn hóa, Thể thao và Du lịch", "CÁC PHÒNG, BAN, ĐƠN VỊ": "Các phòng, ban, đơn vị",
		"PHÒNG TƯ PHÁP, XÃ TÂN MỸ": "Phòng Tư pháp, xã Tân Mỹ", "PHÒNG, BAN": "Phòng, ban", "BỘ TRƯỞNG CÁC BỘ, NGÀNH": "Bộ trưởng các bộ, ngành",
		"GIÁM ĐỐC SỞ Y TẾ, TRƯỞNG BAN": "Giám đốc Sở Y tế, Trưởng ban",

		// Units of more than one word, and words like units.
		"ĐẶC KHU PHÚ QUỐC": "Đặc khu Phú Quốc", "TỔ DÂN PHỐ HÒA BÌNH": "Tổ dân phố Hòa Bình", "KHU PHỐ TÂN LẬP": "Khu phố Tân Lập",
		"THÀNH PHỐ ĐÀ NẴNG": "Thành phố Đà Nẵng", "KHU CÔNG NGHIỆP": "Khu công nghiệp", "TUYẾN PHỐ ĐI BỘ": "Tuyến phố đi bộ",
		"VĂN BẢN QUY PHẠM": "Văn bản quy phạm", "BIÊN BẢN HỌP": "Biên bản họp", "CƠ BẢN ĐẦU TIÊN": "Cơ bản đầu tiên",
		"BẢN PHIÊNG LUÔNG": "Bản Phiêng Luông", "XÃ BẢN LANG": "Xã Bản Lang", "THÔN BẢN XA": "Thôn bản Xa",
		"KINH TẾ HỢP TÁC XÃ KIỂU MỚI": "Kinh tế Hợp tác xã kiểu mới", "XÃ THÔN ĐOÀI": "Xã thôn Đoài",
		"ỦY BAN NHÂN DÂN XÃ HỘI THỊNH": "Ủy ban nhân dân xã Hội Thịnh", "PHÒNG VĂN HÓA - XÃ HỘI XÃ KỲ ANH": "Phòng Văn hóa - Xã hội xã Kỳ Anh",
	} {
		if got := (&reader{}).decase(in); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
}

// TestDecaseSaid: the draft's own text says how parts of a name are written.
func TestDecaseSaid(t *testing.T) {
	r := &reader{said: []string{"Theo đề nghị của Ban Chỉ đạo xã.", "Chống thiên tai là việc chung", "của Trung tâm Dịch vụ việc làm"}}
	for in, want := range map[string]string{
		"BAN CHỈ ĐẠO XÃ": "Ban Chỉ đạo xã", "BAN CHỈ ĐẠO PHÒNG CHỐNG THIÊN TAI": "Ban Chỉ đạo phòng chống thiên tai",
		"BAN CHỈ ĐẠO XÃ TÂN MỸ": "Ban Chỉ đạo xã Tân Mỹ", "PHÒNG CHỐNG THIÊN TAI LÀ": "Phòng Chống thiên tai là",
		"GIÁM ĐỐC TRUNG TÂM DỊCH VỤ VIỆC LÀM": "Giám đốc Trung tâm Dịch vụ việc làm",
	} {
		if got := r.decase(in); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
}

// TestDecaseTrade: the name of a body that no other word of the draft shows, and whether a capital
// in it is a guess.
func TestDecaseTrade(t *testing.T) {
	for in, want := range map[string]string{
		"TRUNG TÂM LƯU TRỮ LỊCH SỬ": "Trung tâm Lưu trữ lịch sử", "TRẠM Y TẾ": "Trạm Y tế", "TRẠM TRƯỞNG": "Trạm trưởng",
		"TRẠM Y TẾ PHƯỜNG ĐÔNG BẮC": "Trạm Y tế phường Đông Bắc", "TRƯỜNG THCS NGUYỄN VĂN TRỖI": "Trường THCS Nguyễn Văn Trỗi",
		"TRƯỜNG MẦM NON HOA SEN": "Trường Mầm non Hoa Sen", "TRƯỜNG": "Trường", "CÔNG TY TNHH XÂY DỰNG HOA MAI": "?Công ty TNHH Xây dựng Hoa Mai",
		"HỢP TÁC XÃ NÔNG NGHIỆP ĐÔNG PHONG": "?Hợp tác xã Nông nghiệp Đông Phong", "HỢP TÁC XÃ ĐÔNG PHONG": "?Hợp tác xã Đông Phong",
		"TRUNG TÂM VĂN HÓA, THỂ THAO VÀ DU LỊCH": "Trung tâm Văn hóa, Thể thao và Du lịch", "TRUNG TÂM": "Trung tâm",
		"GIÁM ĐỐC TRUNG TÂM KHUYẾN NÔNG TỈNH": "Giám đốc Trung tâm Khuyến nông tỉnh", "MÔI TRƯỜNG SỐNG": "Môi trường sống",
		"TRUNG TÂM KHUYẾN NÔNG - KHUYẾN NGƯ": "?Trung tâm Khuyến nông - Khuyến Ngư", "TRƯỜNG TIỂU HỌC SỐ 2 MAI LĨNH": "Trường Tiểu học số 2 Mai Lĩnh",
		"TRUNG TÂM Y TẾ LONG BÌNH": "?Trung tâm Y tế Long Bình",
	} {
		r := &reader{}
		got := r.decase(in)
		if r.guessed {
			got = "?" + got
		}
		if got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
	r := &reader{said: []string{"cán bộ Trung tâm Khuyến nông và Cẩm Bá", "Luật Hợp tác xã"}}
	for in, want := range map[string]string{"TRUNG TÂM KHUYẾN NÔNG": "Trung tâm Khuyến nông", "HỢP TÁC XÃ RAU CẨM BÁ": "Hợp tác xã Rau Cẩm Bá",
		"GIÁM ĐỐC HỢP TÁC XÃ DỊCH VỤ SEN": "Giám đốc Hợp tác xã Dịch vụ Sen"} {
		if got := r.decase(in); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
}
