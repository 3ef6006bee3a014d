package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/docgen/batch"
)

// shardOf reads --shard: i/n, or auto and auto/n, for which the scheduler that started the
// program says which part is its own.
func shardOf(s string, env func(string) string) (batch.Shard, error) {
	of, auto := strings.CutPrefix(s, "auto")
	if auto && (of == "" || of[0] == '/') {
		return scheduled(strings.TrimPrefix(of, "/"), env)
	}
	var shard batch.Shard
	if err := shard.Set(s); err != nil {
		return shard, fmt.Errorf("tùy chọn --shard nhận i/n với i từ 1 đến n, auto/n hoặc auto, không nhận %q", s)
	}
	return shard, nil
}

// scheduled finds the part among the variables of an indexed Job of Kubernetes, which
// counts from 0 and says no number of parts, or of an array job of Slurm, whose indexes
// begin and step as its user likes.
func scheduled(of string, env func(string) string) (batch.Shard, error) {
	index, count := 0, 0
	var err error
	number := func(name string, usual int) int {
		text := env(name)
		if text == "" {
			return usual
		}
		n, e := strconv.Atoi(text)
		if e != nil {
			err = errors.Join(err, fmt.Errorf("--shard auto: biến %s ghi %q, không phải một số", name, text))
		}
		return n
	}
	switch {
	case env("JOB_COMPLETION_INDEX") != "":
		index = number("JOB_COMPLETION_INDEX", 0) + 1
	case env("SLURM_ARRAY_TASK_ID") != "":
		step := max(number("SLURM_ARRAY_TASK_STEP", 1), 1)
		index = (number("SLURM_ARRAY_TASK_ID", 0)-number("SLURM_ARRAY_TASK_MIN", 1))/step + 1
		count = number("SLURM_ARRAY_TASK_COUNT", 0)
	default:
		return batch.Shard{}, errors.New("--shard auto: không thấy biến JOB_COMPLETION_INDEX (Kubernetes) hay SLURM_ARRAY_TASK_ID " +
			"(Slurm); ghi i/n")
	}
	if err != nil {
		return batch.Shard{}, err
	}
	if of != "" {
		if count, err = strconv.Atoi(of); err != nil {
			return batch.Shard{}, fmt.Errorf("tùy chọn --shard nhận auto/n với n là số phần, không nhận auto/%s", of)
		}
	}
	if count == 0 {
		return batch.Shard{}, errors.New("--shard auto: Kubernetes không nói có mấy phần; ghi auto/n, n là \"completions\" của Job")
	}
	if index < 1 || index > count {
		return batch.Shard{}, fmt.Errorf("--shard auto: phần %d không nằm trong %d phần", index, count)
	}
	return batch.Shard{Index: index, Of: count}, nil
}
