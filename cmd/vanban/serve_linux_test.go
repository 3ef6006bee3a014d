package main

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"io"
	"math/big"
	"mime/multipart"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestServeProcess runs the server as a machine does that others reach: over TLS, with a token, ended by
// the system's signal while a job runs.
func TestServeProcess(t *testing.T) {
	const token = "ma-truy-cap-cua-phep-thu"
	dir := t.TempDir()
	trusted := certificate(t, dir)
	if err := os.WriteFile(filepath.Join(dir, "ma.txt"), []byte(token+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var errs output
	ctx, end := context.WithTimeout(t.Context(), 2*time.Minute)
	defer end()
	server := exec.CommandContext(ctx, "vanban", "serve", "--addr", "0.0.0.0:0", "--host", "van-ban.test", "--token-file", "ma.txt",
		"--tls-cert", "may.pem", "--tls-key", "may.key")
	out := new(output)
	server.Dir, server.Stdout, server.Stderr = dir, out, &errs
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	port := ""
	for port == "" {
		if ctx.Err() != nil {
			t.Fatalf("the server does not begin: %s%s", out, &errs)
		}
		time.Sleep(5 * time.Millisecond)
		if line, _, whole := strings.Cut(out.String(), "/\n"); whole {
			port = line[strings.LastIndexByte(line, ':')+1:]
		}
	}
	client := &http.Client{Transport: &http.Transport{
		TLSClientConfig: &tls.Config{RootCAs: trusted},
		DialContext: func(ctx context.Context, network, _ string) (net.Conn, error) {
			return new(net.Dialer).DialContext(ctx, network, "127.0.0.1:"+port)
		},
	}}
	ask := func(method, path, with, media string, body io.Reader) (*http.Response, error) {
		r, err := http.NewRequestWithContext(ctx, method, "https://van-ban.test:"+port+path, body)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Authorization", "Bearer "+with)
		r.Header.Set("Content-Type", media)
		return client.Do(r)
	}
	for with, want := range map[string]int{token: http.StatusOK, token + "x": http.StatusUnauthorized, "": http.StatusUnauthorized} {
		res, err := ask("POST", "/api/v1/render", with, "application/yaml", strings.NewReader(goodPapers["cong-van"]))
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(res.Body)
		res.Body.Close()
		if err != nil || res.StatusCode != want || bytes.HasPrefix(data, []byte("%PDF-")) != (want == http.StatusOK) {
			t.Errorf("token %q: %s, %v, %.200s", with, res.Status, err, data)
		}
	}
	plain, err := http.Get("http://127.0.0.1:" + port + "/healthz")
	if err == nil {
		plain.Body.Close()
		if plain.StatusCode != http.StatusBadRequest {
			t.Errorf("without TLS: %s", plain.Status)
		}
	}

	const papers = 300 // enough to be at work when the signal comes, few enough for a slow machine to end within the grace
	type answer struct {
		data []byte
		err  error
	}
	answered := make(chan answer)
	body, media := jobOf(t, papers)
	go func() {
		res, err := ask("POST", "/api/v1/jobs?id=dot-1", token, media, body)
		if err != nil {
			answered <- answer{nil, err}
			return
		}
		defer res.Body.Close()
		data, err := io.ReadAll(res.Body)
		if err == nil && res.StatusCode != http.StatusOK {
			err = fmt.Errorf("%s: %.300s", res.Status, data)
		}
		answered <- answer{data, err}
	}()
	for done := 0; done == 0; {
		res, err := ask("GET", "/api/v1/jobs/dot-1", token, "", nil)
		if err != nil {
			t.Fatal(err)
		}
		var state struct{ Done int }
		if res.StatusCode == http.StatusOK {
			err = json.NewDecoder(res.Body).Decode(&state)
		}
		res.Body.Close()
		if err != nil {
			t.Fatal(err)
		}
		done = state.Done
	}
	if err := server.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	got := <-answered
	if got.err != nil {
		t.Fatalf("the job that ran: %v", got.err)
	}
	z, err := zip.NewReader(bytes.NewReader(got.data), int64(len(got.data)))
	if err != nil || len(z.File) < papers {
		t.Errorf("the job that ran: %d bytes, %v", len(got.data), err)
	}
	if err := server.Wait(); err != nil || strings.Contains(errs.String(), "lỗi") {
		t.Errorf("the server ends: %v, %s", err, &errs)
	}
	if _, err := ask("GET", "/healthz", token, "", nil); err == nil {
		t.Error("the server still answers")
	}
}

// certificate writes a certificate that signs itself, with its key, and gives who trusts it.
func certificate(t *testing.T, dir string) *x509.CertPool {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	made := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "van-ban.test"}, DNSNames: []string{"van-ban.test"},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageCertSign,
	}
	signed, err := x509.CreateCertificate(rand.Reader, made, made, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	private, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	for name, block := range map[string]*pem.Block{
		"may.pem": {Type: "CERTIFICATE", Bytes: signed}, "may.key": {Type: "PRIVATE KEY", Bytes: private},
	} {
		if err := os.WriteFile(filepath.Join(dir, name), pem.EncodeToMemory(block), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	trusted := x509.NewCertPool()
	parsed, err := x509.ParseCertificate(signed)
	if err != nil {
		t.Fatal(err)
	}
	trusted.AddCert(parsed)
	return trusted
}

// jobOf is the form of a job over a list of that many people.
func jobOf(t *testing.T, papers int) (io.Reader, string) {
	t.Helper()
	var b, list bytes.Buffer
	list.WriteString("Họ và tên\n")
	for i := range papers {
		fmt.Fprintf(&list, "Trần Thị Bình %c%c\n", 'A'+i%26, 'A'+i/26%26)
	}
	form := multipart.NewWriter(&b)
	for _, part := range [][3]string{
		{"document", "tac-vu.yaml", strings.Replace(mistakenJob("ds.csv", "{{.ten}}"), "{{slug .ten}}", "{{.row}}", 1)},
		{"file", "ds.csv", list.String()},
	} {
		w, err := form.CreateFormFile(part[0], part[1])
		if err == nil {
			_, err = io.WriteString(w, part[2])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := form.Close(); err != nil {
		t.Fatal(err)
	}
	return &b, form.FormDataContentType()
}
