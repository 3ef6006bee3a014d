package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/vanban-go/vanban/docgen/serve"
)

// serveFlags are the flags of vanban serve.
type serveFlags struct {
	addr      string
	open      bool
	style     styleFlags
	tokenFile string
	hosts     []string
	origins   []string
	cert, key string
	proxy     bool
	limits    serve.Limits
}

func newServe(c *console) *cobra.Command {
	var f serveFlags
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Chạy máy chủ soạn văn bản cho phần mềm khác",
		Long: `Chạy máy chủ HTTP để phần mềm khác soạn và kiểm tra văn bản; các địa chỉ bắt đầu bằng /api/v1/.
Ngắt bằng Ctrl+C: các yêu cầu đã nhận được làm nốt.

Bình thường máy chủ chỉ nhận yêu cầu từ chính máy này. Để nhận từ máy khác, ghi địa chỉ
sau --addr, kèm --token-file (tệp chứa mã truy cập, ít nhất 16 ký tự), các tên máy sau
--host, và chứng thư TLS sau --tls-cert, --tls-key; nếu đã có máy chủ khác đứng trước lo
phần TLS thì ghi --behind-proxy.`,
		Example: `  vanban serve
  vanban serve --addr 127.0.0.1:9000 --profile don-vi.yaml
  vanban serve --addr 0.0.0.0:8443 --host van-ban.example.vn --token-file ma.txt \
    --tls-cert may.pem --tls-key may.key`,
		Args: takes(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := f.check(cmd.Flags()); err != nil {
				return err
			}
			return runServer(cmd.Context(), c, f)
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVar(&f.addr, "addr", "127.0.0.1:8730", "`MÁY:CỔNG` địa chỉ nhận yêu cầu")
	flags.BoolVar(&f.open, "open", false,
		"mở trang soạn văn bản trong trình duyệt; cổng đã dùng thì lấy cổng kế tiếp, đã chạy sẵn thì mở lại trang ấy")
	f.style.add(flags)
	flags.StringVar(&f.tokenFile, "token-file", "", "`TỆP` chứa mã truy cập mà mỗi yêu cầu phải gửi")
	flags.StringSliceVar(&f.hosts, "host", nil, "`TÊN-MÁY` mà yêu cầu được dùng để gọi máy chủ, ngoài các tên của chính máy này")
	flags.StringSliceVar(&f.origins, "origin", nil, "`ĐỊA-CHỈ` của trang web khác được gửi yêu cầu, thí dụ https://cong.example.vn")
	flags.StringVar(&f.cert, "tls-cert", "", "`TỆP.pem` chứng thư TLS")
	flags.StringVar(&f.key, "tls-key", "", "`TỆP.key` khóa của chứng thư TLS")
	flags.BoolVar(&f.proxy, "behind-proxy", false, "đã có máy chủ khác đứng trước lo phần TLS")
	limitFlags(flags, &f.limits)
	return cmd
}

// limitFlags adds what bounds the cost of requests.
func limitFlags(flags *pflag.FlagSet, l *serve.Limits) {
	flags.Int64Var(&l.Body, "max-body", 0, "`SỐ` byte nhiều nhất của một yêu cầu; mặc định 33554432 (32 MB)")
	flags.IntVar(&l.Files, "max-files", 0, "`SỐ` tệp nhiều nhất của một yêu cầu; mặc định 100")
	flags.IntVar(&l.Pixels, "max-pixels", 0, "`SỐ` điểm ảnh nhiều nhất của các ảnh trong một yêu cầu; mặc định 32 triệu")
	flags.Int64Var(&l.Unpacked, "max-unpacked", 0,
		"`SỐ` byte nhiều nhất sau khi giải nén các tệp Word, Excel của một yêu cầu; mặc định 268435456 (256 MB)")
	flags.IntVar(&l.Pages, "max-pages", 0, "`SỐ` trang nhiều nhất của một văn bản; mặc định 1000")
	flags.IntVar(&l.Rows, "max-rows", 0, "`SỐ` văn bản nhiều nhất của một tác vụ; mặc định 20000")
	flags.DurationVar(&l.JobTime, "max-job-time", 0, "`THỜI-GIAN` nhiều nhất của một tác vụ; mặc định 30m")
	flags.DurationVar(&l.Time, "max-time", 0, "`THỜI-GIAN` nhiều nhất của một yêu cầu; mặc định 1m")
	flags.DurationVar(&l.Transfer, "max-transfer", 0, "`THỜI-GIAN` nhiều nhất để gửi nội dung đến, và để nhận kết quả; mặc định 30s")
	flags.DurationVar(&l.Wait, "max-wait", 0, "`THỜI-GIAN` nhiều nhất mà một yêu cầu chờ các yêu cầu khác; mặc định 20s")
	flags.IntVar(&l.Workers, "workers", 0, "`SỐ` yêu cầu làm cùng một lúc; mặc định bằng số bộ xử lý")
	flags.IntVar(&l.Jobs, "jobs", 0, "`SỐ` tác vụ làm cùng một lúc; mặc định bằng nửa số bộ xử lý")
	flags.Int64Var(&l.Memory, "memory", 0, "`SỐ` byte bộ nhớ cho các yêu cầu đang làm; mặc định 536870912 (512 MB)")
	flags.IntVar(&l.Calls, "max-calls", 0, "`SỐ` yêu cầu nhận cùng một lúc; mặc định 64")
	flags.Int64Var(&l.Queue, "max-queue", 0, "`SỐ` byte nhiều nhất của các yêu cầu nhận cùng một lúc; mặc định 268435456 (256 MB)")
}

// check refuses values that no server can be made of.
func (f serveFlags) check(flags *pflag.FlagSet) (err error) {
	flags.Visit(func(g *pflag.Flag) {
		limit := slices.Contains([]string{"int", "int64", "duration"}, g.Value.Type())
		if v := g.Value.String(); limit && (strings.HasPrefix(v, "-") || v == "0" || v == "0s") {
			err = fmt.Errorf("tùy chọn --%s nhận giá trị lớn hơn 0, không nhận %s; muốn dùng mặc định thì bỏ tùy chọn ấy", g.Name, v)
		}
	})
	for _, host := range f.hosts {
		if strings.ContainsAny(host, "/@ ") {
			err = fmt.Errorf("tùy chọn --host là TÊN-MÁY hoặc TÊN-MÁY:CỔNG, thí dụ van-ban.example.vn, không phải %q", host)
		}
	}
	for _, origin := range f.origins {
		if http.NewCrossOriginProtection().AddTrustedOrigin(origin) != nil {
			err = fmt.Errorf("tùy chọn --origin là địa chỉ gốc của một trang, thí dụ https://cong.example.vn, không phải %q", origin)
		}
	}
	return err
}

// certificate reads what TLS needs; nil: there is none.
func (f serveFlags) certificate() (*tls.Config, error) {
	if f.cert == "" {
		return nil, nil
	}
	pair, err := tls.LoadX509KeyPair(f.cert, f.key)
	if at, ok := errors.AsType[*fs.PathError](err); ok {
		return nil, unread(at.Path, err)
	} else if err != nil {
		return nil, fmt.Errorf("%s và %s không phải chứng thư và khóa của nó ở dạng PEM", f.cert, f.key)
	}
	return &tls.Config{Certificates: []tls.Certificate{pair}}, nil
}

// runServer answers requests until ctx ends.
func runServer(ctx context.Context, c *console, f serveFlags) error {
	if f.open {
		if r, ok := findRunning(ctx); ok {
			fmt.Fprintf(c.out, "chương trình đang chạy sẵn tại %s; muốn chạy với tùy chọn khác thì tắt nó trên trang rồi chạy lại\n",
				r.Address)
			c.show(r)
			return nil
		}
	}
	ctx, end := context.WithCancel(ctx)
	defer end()
	o := serve.Options{Limits: f.limits, Origins: f.origins, Panicked: func(id string, stack []byte) {
		fmt.Fprintf(c.err, "vanban: lỗi của chương trình ở yêu cầu %s\n%s", id, stack)
	}}
	var err error
	if o.Token, err = f.token(c); err != nil {
		return err
	}
	if o.Hosts, err = f.names(); err != nil {
		return err
	}
	secret, err := f.certificate()
	if err != nil {
		return err
	}
	found, err := f.style.fill(c, &o.Renderer)
	if err != nil {
		return err
	}
	if f.open {
		o.End = end
	}
	var h *serve.Handler
	if !found.HasErrors() {
		h, err = serve.New(&o)
		list, failure := findingsOf(err)
		if failure != nil {
			return fmt.Errorf("không chạy được máy chủ: %w", failure)
		}
		found = append(found, list...)
	}
	if err := (report{templates: f.style.templates}).print(c, found); err != nil {
		return err
	}
	listener, err := f.listen()
	if err != nil {
		return err
	}
	return f.answer(ctx, c, h, secret, listener, o.Token)
}

// answer serves a listener until ctx ends; then what was begun is finished.
func (f serveFlags) answer(
	ctx context.Context, c *console, h *serve.Handler, secret *tls.Config, listener net.Listener, token string,
) error {
	server := &http.Server{
		Handler: h, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: time.Minute, MaxHeaderBytes: 16 << 10,
		ErrorLog:  log.New(io.Discard, "", 0), // it would quote requests
		TLSConfig: secret,
	}
	ended := make(chan error, 1)
	go func() {
		if secret != nil {
			ended <- server.ServeTLS(listener, "", "")
			return
		}
		ended <- server.Serve(listener)
	}()
	address := url.URL{Scheme: "http", Host: listener.Addr().String(), Path: "/"}
	if secret != nil {
		address.Scheme = "https"
	}
	fmt.Fprintf(c.out, "máy chủ nhận yêu cầu tại %s\n", address.String())
	if f.open {
		r := running{address.String(), token}
		defer r.keep()()
		c.show(r)
	}
	select {
	case err := <-ended:
		return fmt.Errorf("máy chủ dừng: %w", err)
	case <-ctx.Done():
	}
	h.Drain()
	c.note("đang làm nốt các yêu cầu đã nhận")
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), 20*time.Second)
	defer cancel()
	if server.Shutdown(last) != nil {
		server.Close()
		return errors.New("dừng khi còn yêu cầu chưa làm xong")
	}
	return nil
}

// show opens the page of a server in the browser.
func (c *console) show(r running) {
	if c.browse(r.page()) != nil {
		fmt.Fprintf(c.err, "vanban: không mở được trình duyệt; tự mở %s\n", r.page())
	}
}

// token gives the word that requests must bring; empty: none. A browser that is opened here
// gets a new one.
func (f serveFlags) token(c *console) (string, error) {
	switch {
	case f.tokenFile != "":
		text, err := c.read(f.tokenFile, maxSource)
		if err != nil {
			return "", unread(f.tokenFile, err)
		}
		token := string(bytes.TrimSpace(text))
		if len(token) < 16 || bytes.ContainsAny(bytes.TrimSpace(text), "\r\n\t ") {
			return "", fmt.Errorf("mã truy cập trong %s phải có ít nhất 16 ký tự, không có dấu cách", f.tokenFile)
		}
		return token, nil
	case f.open:
		return rand.Text(), nil
	}
	return "", nil
}

// names gives the hosts of requests, nil for those of this machine, and refuses to be
// reached from others without what that needs.
func (f serveFlags) names() ([]string, error) {
	host, _, err := net.SplitHostPort(f.addr)
	switch {
	case err != nil:
		return nil, fmt.Errorf("tùy chọn --addr là MÁY:CỔNG, thí dụ 127.0.0.1:8730, không phải %q", f.addr)
	case (f.cert == "") != (f.key == ""):
		return nil, errors.New("--tls-cert và --tls-key đi cùng nhau")
	case f.cert != "" && f.proxy:
		return nil, errors.New("--behind-proxy là khi không có --tls-cert")
	}
	own := []string{"127.0.0.1", "[::1]", "localhost"}
	if isLoopback(host) {
		return append(own, f.hosts...), nil
	}
	switch {
	case f.open:
		return nil, errors.New("--open chỉ dùng khi máy chủ nhận yêu cầu từ chính máy này")
	case f.tokenFile == "":
		return nil, fmt.Errorf("--addr %s nhận yêu cầu từ máy khác: cần --token-file", f.addr)
	case f.cert == "" && !f.proxy:
		return nil, fmt.Errorf("--addr %s nhận yêu cầu từ máy khác: cần --tls-cert và --tls-key, hoặc --behind-proxy", f.addr)
	case len(f.hosts) == 0:
		return nil, fmt.Errorf("--addr %s nhận yêu cầu từ máy khác: cần --host, tên mà các máy ấy gọi máy này", f.addr)
	}
	return append(own, f.hosts...), nil
}

// isLoopback reports whether only this machine reaches a host.
func isLoopback(host string) bool {
	ip, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && ip.Unmap().IsLoopback()
}

// triedPorts is how many ports --open tries.
const triedPorts = 20

// listen takes the address, or with --open the next free port.
func (f serveFlags) listen() (net.Listener, error) {
	host, port, _ := net.SplitHostPort(f.addr)
	listener, err := net.Listen("tcp", f.addr)
	first, noNumber := strconv.Atoi(port)
	for n := first + 1; err != nil && f.open && noNumber == nil && n < first+triedPorts; n++ {
		listener, err = net.Listen("tcp", net.JoinHostPort(host, strconv.Itoa(n)))
	}
	if err != nil {
		return nil, fmt.Errorf("không nhận được yêu cầu ở %s: địa chỉ sai, hoặc chương trình khác đang dùng", f.addr)
	}
	return listener, nil
}
