package flow

import (
	"fmt"
	"iter"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// table is a table of cells that cover columns and rows.
type table struct {
	columns int
	rows    [][]span
}

type span struct{ columns, rows int }

func (t *table) grid() iter.Seq2[int, []Place] {
	return Grid(t.columns, len(t.rows), func(i int) int { return len(t.rows[i]) }, func(i, k int) (int, int) {
		return t.rows[i][k].columns, t.rows[i][k].rows
	})
}

// spans reads rows of cells: "2x3" takes two columns and three rows, "." one place.
func spans(columns int, rows ...string) *table {
	t := &table{columns: columns}
	for _, r := range rows {
		var row []span
		for w := range strings.FieldsSeq(r) {
			var c span
			if w != "." {
				fmt.Sscanf(w, "%dx%d", &c.columns, &c.rows)
			}
			row = append(row, c)
		}
		t.rows = append(t.rows, row)
	}
	return t
}

// drawn shows the places of a table: a letter a cell, in the order of the cells, "-"
// for a place that no cell takes, and what does not fit.
func drawn(t *table) string {
	var b strings.Builder
	letters := map[[2]int]byte{}
	for i, places := range t.grid() {
		if i > 0 {
			b.WriteString("/")
		}
		for _, p := range places {
			key := [2]int{p.Row, p.Cell}
			if _, ok := letters[key]; !ok && p.Cell >= 0 && p.Columns > 0 {
				letters[key] = 'a' + byte(len(letters))
			}
			sign := "-"
			if p.Cell >= 0 && p.Columns > 0 {
				sign = string(letters[key])
			}
			b.WriteString(strings.Repeat(sign, p.Columns))
			if p.Fault != "" && p.Row == i {
				b.WriteString("!" + p.Fault + "!")
			}
		}
	}
	return b.String()
}

func TestGrid(t *testing.T) {
	const huge = math.MaxInt
	for name, tt := range map[string]struct {
		table *table
		want  string
	}{
		"plain":            {spans(2, ". .", ". ."), "ab/cd"},
		"zero is one":      {spans(2, "0x0 1x0", "0x1 1x1"), "ab/cd"},
		"columns":          {spans(3, "2x1 .", ". 2x1"), "aab/cdd"},
		"rows":             {spans(2, "1x2 .", "."), "ab/ac"},
		"both":             {spans(3, "2x2 .", ".", ". . ."), "aab/aac/def"},
		"two from above":   {spans(4, "1x3 2x2 .", ".", ". 2x1"), "abbc/abbd/aeff"},
		"head of a table":  {spans(4, "1x2 2x1 1x2", ". .", ". . . ."), "abbc/adec/fghi"},
		"no rows":          {spans(2), ""},
		"no columns":       {spans(0, "."), "!hàng của bảng thừa ô: bảng có 0 cột!"},
		"nothing at all":   {spans(0, "", ""), "/"},
		"a short row":      {spans(3, ". . .", "."), "abc/d--"},
		"an empty row":     {spans(2, ""), "--"},
		"gaps round spans": {spans(3, ". 1x2 .", ""), "abc/-b-"},
		"one too many":     {spans(2, ". . ."), "ab!hàng của bảng thừa ô: bảng có 2 cột!"},
		"too wide": {spans(3, ". 3x1 .", "2x1 2x1"),
			"a!hàng của bảng thừa ô: bảng có 3 cột!b-/cc!hàng của bảng thừa ô: bảng có 3 cột!-"},
		"over another":     {spans(3, ". 1x2 .", "2x1 ."), "abc/!ô gộp ngang chồng lên ô gộp dọc ở hàng trên!db-"},
		"just beside":      {spans(3, ". . 1x2", "2x1"), "abc/ddc"},
		"too deep":         {spans(2, "1x3 .", "."), "a!ô gộp dọc còn thiếu 1 hàng ở cuối bảng!b/ac"},
		"as deep as it is": {spans(2, "1x2 .", "."), "ab/ac"},
		"deep in the last": {spans(1, ".", "1x2"), "a/b!ô gộp dọc còn thiếu 1 hàng ở cuối bảng!"},
		"negative columns": {spans(1, "-1x1 ."), "!số cột hoặc số hàng gộp của ô là số âm!a"},
		"negative rows":    {spans(1, "1x-1 ."), "!số cột hoặc số hàng gộp của ô là số âm!a"},
		"huge columns":     {spans(2, fmt.Sprintf(". %dx1", huge)), "a!hàng của bảng thừa ô: bảng có 2 cột!-"},
		"huge rows":        {spans(1, fmt.Sprintf("1x%d", huge), ""), fmt.Sprintf("a!ô gộp dọc còn thiếu %d hàng ở cuối bảng!/a", huge-2)},
		"huge below":       {spans(1, ".", fmt.Sprintf("1x%d", huge)), fmt.Sprintf("a/b!ô gộp dọc còn thiếu %d hàng ở cuối bảng!", huge-1)},
		"smallest":         {spans(1, fmt.Sprintf("%dx%d", math.MinInt, math.MinInt)), "!số cột hoặc số hàng gộp của ô là số âm!-"},
		"most columns":     {spans(mostColumns, fmt.Sprintf("%dx1", mostColumns)), strings.Repeat("a", mostColumns)},
		"too many columns": {spans(mostColumns+1, "", ""), "!bảng có 1001 cột, nhiều nhất là 1000 cột!/"},
		"and no rows":      {spans(mostColumns + 1), ""},
	} {
		if got := drawn(tt.table); got != tt.want {
			t.Errorf("%s: got %s, want %s", name, got, tt.want)
		}
	}
}

// TestGridEnds: too many columns are said once, and who has seen enough leaves.
func TestGridEnds(t *testing.T) {
	for i, places := range spans(mostColumns+1, ".", ".").grid() {
		if want := 1 - i; len(places) != want {
			t.Errorf("too many columns: row %d has places %v", i, places)
		}
	}
	for range spans(mostColumns+1, ".", ".").grid() {
		break
	}
	for i := range spans(3, "1x2 2x1", ". .", "3x1").grid() {
		if i == 1 {
			break
		}
	}
}

// TestGridAgainstMatrix holds the places of random tables against a sheet of squared
// paper: cells that have a place cover theirs and no other's, and the places of a row
// fill the columns.
func TestGridAgainstMatrix(t *testing.T) {
	seed := uint64(time.Now().UnixNano())
	rnd := rand.New(rand.NewPCG(seed, 1))
	for range 3000 {
		columns, rows := rnd.IntN(6), rnd.IntN(6)
		table := &table{columns: columns, rows: make([][]span, rows)}
		for i := range table.rows {
			for range rnd.IntN(columns + 2) {
				table.rows[i] = append(table.rows[i], span{rnd.IntN(4), rnd.IntN(4)})
			}
		}
		paper := make([][]string, rows) // who covers a square
		for i := range paper {
			paper[i] = make([]string, columns)
		}
		for i := range table.rows { // cells go to the first free square, the slow way
			for k, c := range table.rows[i] {
				at := 0
				for at < columns && paper[i][at] != "" {
					at++
				}
				fits := at+max(c.columns, 1) <= columns
				for x := at; fits && x < at+max(c.columns, 1); x++ {
					fits = paper[i][x] == ""
				}
				for y := i; fits && y < min(i+max(c.rows, 1), rows); y++ {
					for x := at; x < at+max(c.columns, 1); x++ {
						paper[y][x] = fmt.Sprint(i, " ", k)
					}
				}
			}
		}
		for i, places := range table.grid() {
			column := 0
			for _, p := range places {
				if p.Column != column {
					t.Fatalf("seed %d: row %d: place %+v, column %d", seed, i, p, column)
				}
				for x := range p.Columns {
					who := ""
					if p.Cell >= 0 {
						who = fmt.Sprint(p.Row, " ", p.Cell)
					}
					if got := paper[i][column+x]; got != who {
						t.Fatalf("seed %d: %+v: row %d, column %d is of %q, not of %q", seed, table, i, column+x, got, who)
					}
				}
				column += p.Columns
				if p.Row+max(p.Rows, 1) > rows {
					t.Fatalf("seed %d: %+v goes on below the table of %d rows", seed, p, rows)
				}
			}
			if column != columns {
				t.Fatalf("seed %d: row %d has %d columns of %d", seed, i, column, columns)
			}
		}
	}
}

// TestGridIsLinear: many rows of many columns below spans as long as all of them are
// as many steps as there are places.
func TestGridIsLinear(t *testing.T) {
	table := &table{columns: mostColumns, rows: make([][]span, 20_000)}
	for range mostColumns {
		table.rows[0] = append(table.rows[0], span{rows: len(table.rows)})
	}
	places := 0
	for _, p := range table.grid() {
		places += len(p)
	}
	if places != mostColumns*len(table.rows) {
		t.Errorf("%d places", places)
	}
}
