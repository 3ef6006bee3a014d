package batch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestShards does a job in four parts and joins them, in whatever order: the result is that of
// one run, whether the parts share a folder or not.
func TestShards(t *testing.T) {
	list := strings.Replace(invented(80), "CN00007,", "CN00007, ", 1)
	list = strings.Replace(list, "01/1/1960", "31/02/1960", 1)
	fsys := files(decisionJob, list)
	one := t.TempDir()
	whole, _ := runJob(t, fsys, one, Options{})
	want := tree(t, one)

	shared := t.TempDir()
	var dirs []string
	sum := 0
	for i := 1; i <= 4; i++ {
		dir := t.TempDir()
		dirs = append(dirs, dir)
		o := Options{Shard: Shard{i, 4}}
		res, _ := runJob(t, fsys, dir, o)
		sum += res.Selected
		if res.Selected == 0 || res.Documents != 80 {
			t.Errorf("shard %d: %+v", i, res)
		}
		runJob(t, fsys, shared, o)
	}
	if sum != 80 {
		t.Errorf("the shards have %d documents together", sum)
	}
	out := t.TempDir()
	slices.Reverse(dirs)
	res, err := Join(dirs, out)
	if err != nil {
		t.Fatal(err)
	}
	if res.Written != whole.Written || res.Bad != whole.Bad || res.Pages != whole.Pages || res.Bytes != whole.Bytes {
		t.Errorf("joined %+v, one run %+v", res, whole)
	}
	sameTree(t, want, tree(t, out))

	if _, err := Join([]string{shared}, shared); err != nil {
		t.Fatal(err)
	}
	got := tree(t, shared)
	maps.DeleteFunc(got, func(name, _ string) bool { return strings.Contains(name, "-of-4.") })
	sameTree(t, want, got)
}

// resealed changes a manifest and puts right what tells that it was changed.
func resealed(manifest []byte, was, is string) []byte {
	var out []byte
	var sum checksum
	for line := range bytes.Lines(manifest) {
		object := append(line[:len(line)-1-sumSize:len(line)-1-sumSize], '}')
		out = append(out, sum.seal(bytes.Replace(object, []byte(was), []byte(is), 1))...)
	}
	return out
}

// TestShardsPart: every key falls to one shard and no other, and no shard is idle.
func TestShardsPart(t *testing.T) {
	for of := 1; of <= 7; of++ {
		keys := make([]int, of)
		for k := range 500 {
			key, owners := fmt.Sprintf("CN%05d", k), 0
			for i := range of {
				if (Shard{i + 1, of}).has(key) {
					owners++
					keys[i]++
				}
			}
			if owners != 1 {
				t.Errorf("%s falls to %d shards of %d", key, owners, of)
			}
		}
		if slices.Min(keys) < 500/of/2 {
			t.Errorf("shards of %v keys", keys)
		}
	}
}

func TestJoinRefuses(t *testing.T) {
	fsys := files(decisionJob, invented(20))
	part := func(i, n int, o Options) string {
		dir := t.TempDir()
		o.Shard = Shard{i, n}
		runJob(t, fsys, dir, o)
		return dir
	}
	one, two := part(1, 2, Options{}), part(2, 2, Options{})
	other := part(2, 2, Options{Limit: 5})
	twice := part(1, 2, Options{}) // says that it is the other part
	manifest, err := os.ReadFile(filepath.Join(twice, "manifest-1-of-2.json"))
	if err == nil {
		manifest = resealed(manifest, `"index":1`, `"index":2`)
		err = errors.Join(os.Remove(filepath.Join(twice, "manifest-1-of-2.json")),
			os.WriteFile(filepath.Join(twice, "manifest-2-of-2.json"), manifest, 0o644))
	}
	if err != nil {
		t.Fatal(err)
	}
	damaged := part(2, 2, Options{})
	names, err := filepath.Glob(filepath.Join(damaged, "*.pdf"))
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	slices.Sort(names)
	if err := os.WriteFile(names[0], []byte("%PDF"), 0o644); err != nil {
		t.Fatal(err)
	}
	unfinished, stranger := t.TempDir(), t.TempDir()
	whole, err := os.ReadFile(filepath.Join(two, "manifest-2-of-2.json"))
	if err == nil {
		cut := bytes.LastIndexByte(whole[:len(whole)-1], '\n') + 1
		err = errors.Join(os.WriteFile(filepath.Join(unfinished, "manifest-2-of-2.json"), whole[:cut], 0o644),
			os.WriteFile(filepath.Join(stranger, "manifest-2-of-2.json"), []byte("{}\n"), 0o644))
	}
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		dirs []string
		want string
	}{
		{[]string{one}, "thiếu phần 2/2"},
		{[]string{one, one, two}, "phần 1/2 có 2 lần"},
		{[]string{one, other}, "phần 2 khác phần 1: dòng được chọn: trước là tất cả, nay là tất cả, 5 văn bản đầu"},
		{[]string{one, part(2, 3, Options{})}, "phần 2/3 không cùng cách chia với phần 1/2"},
		{[]string{one, twice}, "dòng 2 có trong hai phần"},
		{[]string{one, damaged}, "không còn như khi được ghi"},
		{[]string{one, unfinished}, "phần này chưa làm xong"},
		{[]string{one, stranger}, "không phải bản kê do vanban ghi"},
		{[]string{one, t.TempDir()}, "không có bản kê của phần nào"},
	}
	for _, tt := range tests {
		_, err := Join(tt.dirs, t.TempDir())
		var misfit *JoinError
		if !errors.As(err, &misfit) || !strings.Contains(fmt.Sprint(misfit.Problems), tt.want) {
			t.Errorf("got %v, want %s", err, tt.want)
		}
	}
	// Of all that was left out no part says anything.
	for _, o := range []Options{{Limit: 5}, {Rows: Range{3, 9}}} {
		if res, err := Join([]string{part(1, 2, o), part(2, 2, o)}, t.TempDir()); err != nil || res.Selected == 0 || res.Selected >= 20 {
			t.Errorf("%+v: %+v, %v", o, res, err)
		}
	}
}

func TestSet(t *testing.T) {
	for s, want := range map[string]Shard{"1/4": {1, 4}, "4/4": {4, 4}, "0/4": {}, "5/4": {}, "1": {}, "a/b": {}, "": {}} {
		var got Shard
		if err := got.Set(s); got != want || (err == nil) != (want != Shard{}) {
			t.Errorf("%q is %v, %v", s, got, err)
		}
	}
	for s, want := range map[string]Range{"3-20": {3, 20}, "3-": {3, 0}, "-20": {0, 20}, "7": {7, 7}, "20-3": {}, "0": {}, "-": {},
		"x": {}, "": {}} {
		var got Range
		if err := got.Set(s); got != want || (err == nil) != (want != Range{}) {
			t.Errorf("%q is %v, %v", s, got, err)
		}
	}
}

// TestOptionsRefused: options that contradict each other are refused before
// anything is written.
func TestOptionsRefused(t *testing.T) {
	for i, o := range []Options{
		{Formats: []string{"odt"}}, {Formats: []string{"pdf", "pdf"}}, {Workers: -1}, {Limit: -1},
		{Shard: Shard{3, 2}}, {Shard: Shard{1, 2}, Zip: true}, {Formats: []string{"txt"}, Verify: true},
		{DryRun: true, Resume: true}, {DryRun: true, Merge: "a.pdf"}, {Merge: "../a.pdf"}, {Merge: "a.txt"},
	} {
		dir := filepath.Join(t.TempDir(), "out")
		o.Renderer = renderer(t)
		if _, err := Run(context.Background(), load(t, files(decisionJob, invented(3))), dir, &o); err == nil {
			t.Errorf("options %d were taken", i)
		}
		if _, err := os.Stat(dir); err == nil {
			t.Errorf("options %d: the folder was made", i)
		}
	}
}
