package sheet

import "testing"

// TestSigns: signs of formats at the end of a code, alone, in the wrong place or beside others.
func TestSigns(t *testing.T) {
	for _, tt := range []struct {
		code   string
		v      float64
		want   string
		traits Traits
	}{
		{"[<5]0.0;0.00", 5, "5,00", 0},
		{"[<5]0.0;0.00", 4, "4,0", 0},
		{"[>=5]0.0;0.00", 5, "5,0", 0},
		{"[<0]0.0;0", -2, "-2,0", 0},
		{"[<-1]0.0", -2, "-2,0", 0},
		{"[>-3]0.0;0.00", -2, "2,0", 0},
		{"0.0;[<-5]0;0.00", -2, "-2,00", 0},
		{"0.0;[<-5]0;0.00", 0, "0,0", 0},
		{"[5]0.0;0.00", 6, "6,0", 0},
		{"[Color5]0.0;0.00", 6, "6,0", 0},
		{"[<]0.0;0.00", 6, "6,0", 0},
		{"[]0.0", 6, "6,0", 0},
		{"[rr]0.0", 6, "6,0", 0},
		{"[hm]0.0", 6, "6,0", 0},
		{"[HH]:mm", 1.5, "36:00", Dated},
		{"[ss]", 1.5, "129600", Dated},
		{"mm:[ss]", 33000, "00:2851200000", Dated},
		{"mm dd", 33000, "05 07", Dated},
		{"[h]:mm", 33000, "792000:00", Dated},
		{"dd0", 33000, "07", Dated},
		{"ss.00", 0.5 / 86400, "00,50", Dated},
		{"0E", 5, "5E", 0},
		{"0E5", 5, "5E5", 0},
		{"0e+0", 50, "5E+1", 0},
		{"0E-0", 0.5, "5E-1", 0},
		{"0E*+0", 5, "0E5", 0},
		{"0.0E+?#", 1500, "1,5E+03", 0},
		{`0E+0 "kg"`, 50, "5E+1 kg", 0},
		{"0E+0kg", 50, "5E+1kg", 0},
		{"0/", 5, "5/", 0},
		{"0/a", 5, "5/a", 0},
		{"0/8", 0.5, "0,5", 0},
		{"/0", 5, "/5", 0},
		{"0.0,0", 1500, "1,50", Scaled},
		{"0,", 1500, "2", Scaled},
		{"0,a", 1500, "2a", Scaled},
		{",0", 5, ",5", 0},
		{"#,?", 1500, "1.500", 0},
		{"0.0.0", 1.25, "1,2.5", 0},
		{"#", 0, "", 0},
		{"General", -12345.75, "-12345,75", 0},
		{"General", -5, "-5", 0},
		{"0.00E+00", 0.00015, "1,50E-04", 0},
		{"[$-409]ddd", 33000, "Mon", Dated},
		{"[$-409]dddd", 33000, "Monday", Dated},
		{"[$-en-US]mmm", 33000, "May", Dated},
		{"[$-EN-GB]mmm", 33000, "May", Dated},
		{"[$-409]mmm[$-42A]", 33000, "May", Dated},
		{"[$-vi-VN]mmm", 33000, "Thg 5", Dated},
		{"[$-en]mmm", 33000, "Thg 5", Dated},
		{"[$USD-409]0", 5, "USD5", 0},
		{"mmmmm", 33000, "T", Dated},
		{"mmmm", 33000, "Tháng 5", Dated},
		{"mm/dd", 33000 + 210, "12/03", Dated},
		{"yyy", 33000, "1990", Dated},
		{"AM/PM h", 33000 + 11.0/24, "SA 11", Dated},
	} {
		got, traits := parseFormat(tt.code).show(tt.v, false)
		if got != tt.want || traits != tt.traits {
			t.Errorf("%v as %s is %q with traits %b, want %q, %b", tt.v, tt.code, got, traits, tt.want, tt.traits)
		}
	}
}
