package main

import (
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/batch"
)

func TestShardOf(t *testing.T) {
	slurm := func(id, least, count, step string) map[string]string {
		return map[string]string{"SLURM_ARRAY_TASK_ID": id, "SLURM_ARRAY_TASK_MIN": least, "SLURM_ARRAY_TASK_COUNT": count,
			"SLURM_ARRAY_TASK_STEP": step}
	}
	kubernetes := map[string]string{"JOB_COMPLETION_INDEX": "0"}
	tests := []struct {
		flag string
		env  map[string]string
		want batch.Shard
		err  string
	}{
		{"2/4", kubernetes, batch.Shard{Index: 2, Of: 4}, ""},
		{"auto/8", kubernetes, batch.Shard{Index: 1, Of: 8}, ""},
		{"auto/8", map[string]string{"JOB_COMPLETION_INDEX": "7"}, batch.Shard{Index: 8, Of: 8}, ""},
		{"auto/8", map[string]string{"JOB_COMPLETION_INDEX": "8"}, batch.Shard{}, "phần 9 không nằm trong 8 phần"},
		{"auto/8", map[string]string{"JOB_COMPLETION_INDEX": "-1"}, batch.Shard{}, "phần 0 không nằm trong 8 phần"},
		{"auto/8", map[string]string{"JOB_COMPLETION_INDEX": "x"}, batch.Shard{}, `JOB_COMPLETION_INDEX ghi "x", không phải một số`},
		{"auto", kubernetes, batch.Shard{}, "ghi auto/n"},
		{"auto", slurm("1", "1", "8", "1"), batch.Shard{Index: 1, Of: 8}, ""},
		{"auto", slurm("7", "0", "8", "1"), batch.Shard{Index: 8, Of: 8}, ""},
		{"auto", slurm("14", "2", "4", "4"), batch.Shard{Index: 4, Of: 4}, ""},
		{"auto", slurm("3", "", "4", ""), batch.Shard{Index: 3, Of: 4}, ""},
		{"auto/4", slurm("3", "1", "", ""), batch.Shard{Index: 3, Of: 4}, ""},
		{"auto", slurm("3", "1", "?", "1"), batch.Shard{}, "SLURM_ARRAY_TASK_COUNT"},
		{"auto", nil, batch.Shard{}, "không thấy biến"},
		{"auto/x", kubernetes, batch.Shard{}, "không nhận auto/x"},
		{"auto/", kubernetes, batch.Shard{}, "ghi auto/n"},
		{"automatic", kubernetes, batch.Shard{}, "--shard nhận i/n"},
		{"3/2", nil, batch.Shard{}, "--shard nhận i/n"},
	}
	for _, tt := range tests {
		got, err := shardOf(tt.flag, func(name string) string { return tt.env[name] })
		if got != tt.want || (err == nil) != (tt.err == "") || err != nil && !strings.Contains(err.Error(), tt.err) {
			t.Errorf("--shard %s with %v: %v, %v", tt.flag, tt.env, got, err)
		}
	}
}
