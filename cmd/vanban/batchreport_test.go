package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/batch"
	"github.com/vanban-go/vanban/plan/diag"
)

// TestBatchSummary: what is said of a batch at its end, by what was done and what was asked for.
func TestBatchSummary(t *testing.T) {
	dry, verify := batchFlags{}, batchFlags{}
	dry.o.DryRun, verify.o.Verify = true, true
	for _, tt := range []struct {
		res   batch.Result
		flags batchFlags
		seen  int
		json  bool
		want  string
	}{
		{batch.Result{Selected: 3, Written: 3, Files: 3, Pages: 4}, batchFlags{}, 0, false, "đã ghi 3 văn bản (3 tệp, 4 trang PDF) vào ra"},
		{batch.Result{Selected: 3, Written: 1, Kept: 2}, batchFlags{}, 0, false,
			"đã ghi 1 văn bản (0 tệp, 0 trang PDF) vào ra; 2 văn bản đã ghi từ lần chạy trước"},
		{batch.Result{Selected: 3, Written: 2, Bad: 1}, batchFlags{}, 1, false,
			"đã ghi 2 văn bản (0 tệp, 0 trang PDF) vào ra; 1 văn bản có lỗi, không ghi"},
		{batch.Result{Selected: 3, Kept: 2, Bad: 1}, batchFlags{}, 1, false,
			"đã ghi 0 văn bản (0 tệp, 0 trang PDF) vào ra; 2 văn bản đã ghi từ lần chạy trước; 1 văn bản có lỗi, không ghi"},
		{batch.Result{Selected: 3, Bad: 2}, batchFlags{}, 2, false, "không ghi văn bản nào: 2 trong 3 văn bản có lỗi"},
		{batch.Result{Selected: 1, Bad: 2}, batchFlags{}, 2, false, "không ghi văn bản nào: danh sách có lỗi"},
		{batch.Result{Selected: 2, Bad: 2}, dry, 2, false, "đã kiểm tra 2 văn bản, 2 có lỗi"},
		{batch.Result{Selected: 1, Bad: 2}, dry, 2, false, "chưa kiểm tra văn bản nào: danh sách có lỗi"},
		{batch.Result{}, batchFlags{}, 0, false, "đã ghi 0 văn bản (0 tệp, 0 trang PDF) vào ra"},
		{batch.Result{Selected: 1, Written: 1, Unproved: 1}, verify, 0, false,
			"đã ghi 1 văn bản (0 tệp, 0 trang PDF) vào ra; đã đọc lại mọi tệp: 1 văn bản không khớp"},
		{batch.Result{Selected: 1, Bad: 1}, dry, maxShown, false, "đã kiểm tra 1 văn bản, 1 có lỗi"},
		{batch.Result{Selected: 1, Bad: 1}, dry, maxShown + 1, false, "... và 1 kết quả kiểm tra nữa; đã kiểm tra 1 văn bản, 1 có lỗi"},
		{batch.Result{Selected: 1, Bad: 1}, dry, maxShown + 1, true, "đã kiểm tra 1 văn bản, 1 có lỗi"},
	} {
		var said bytes.Buffer
		r := &batchReport{c: &console{err: &said}, dir: ".", json: tt.json}
		for range tt.seen {
			r.add(&diag.Diagnostic{Level: diag.Warning})
		}
		if lines := strings.Count(said.String(), "\n"); lines != min(tt.seen, maxShown) && !tt.json {
			t.Errorf("%d findings on %d lines", tt.seen, lines)
		}
		said.Reset()
		tt.flags.dir = "ra"
		r.summary(&tt.res, tt.flags)
		if got := strings.ReplaceAll(strings.TrimSuffix(said.String(), "\n"), "\n", "; "); got != tt.want {
			t.Errorf("%+v: %s, want %s", tt.res, got, tt.want)
		}
	}
}
