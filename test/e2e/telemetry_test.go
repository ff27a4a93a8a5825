package e2e_test

import (
	"context"
	"errors"
	"fmt"
	"net"
	"slices"
	"strings"
	"sync"
	"testing"

	metricsv1 "go.opentelemetry.io/proto/otlp/collector/metrics/v1"
	tracev1 "go.opentelemetry.io/proto/otlp/collector/trace/v1"
	"google.golang.org/grpc"

	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
)

// A broker that has a collector sends it a span and figures of each RPC, and no credential. One that has none sends nothing,
// whatever the variables say that the libraries of OpenTelemetry read by themselves.
func TestTelemetry(t *testing.T) {
	tests := []struct {
		name string
		args func(endpoint string) []string
		sent bool
	}{
		{"configured", func(endpoint string) []string { return []string{"--otlp-endpoint", endpoint, "--otlp-insecure"} }, true},
		{"not configured", func(string) []string { return nil }, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := newCollector(t)
			t.Setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://"+c.address)
			b := start(t, t.TempDir(), test.args(c.address)...)
			b.must(t, b.credentials.OperatorKey, strings.TrimPrefix(getCaller, "/"), "{}", &identityv1.GetCallerResponse{})
			b.stop()
			if got := slices.Contains(c.spans, strings.TrimPrefix(getCaller, "/")); got != test.sent {
				t.Errorf("a span of GetCaller: got %t, want %t, among %q", got, test.sent, c.spans)
			}
			if got := slices.ContainsFunc(c.metrics, func(m string) bool { return strings.HasPrefix(m, "rpc.server.") }); got != test.sent {
				t.Errorf("figures of RPCs: got %t, want %t, among %q", got, test.sent, c.metrics)
			}
			if got := strings.Contains(c.text.String(), `"parley"`); got != test.sent {
				t.Errorf("the name of the service: got %t, want %t", got, test.sent)
			}
			if strings.Contains(c.text.String(), b.credentials.OperatorKey) {
				t.Error("the collector was sent a credential")
			}
		})
	}
}

// collector is where telemetry is sent to. What it was sent may be read when the broker has stopped.
type collector struct {
	tracev1.UnimplementedTraceServiceServer

	address        string
	mu             sync.Mutex
	spans, metrics []string
	text           strings.Builder
}

// figures is a collector of metrics: both services name their method Export.
type figures struct {
	metricsv1.UnimplementedMetricsServiceServer

	*collector
}

func newCollector(t *testing.T) *collector {
	t.Helper()
	listener, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	c := &collector{address: listener.Addr().String()}
	server := grpc.NewServer()
	tracev1.RegisterTraceServiceServer(server, c)
	metricsv1.RegisterMetricsServiceServer(server, figures{collector: c})
	var serving sync.WaitGroup
	serving.Go(func() {
		if err := server.Serve(listener); err != nil && !errors.Is(err, grpc.ErrServerStopped) { // a test may end before it has begun
			t.Error(err)
		}
	})
	t.Cleanup(func() { server.Stop(); serving.Wait() })
	return c
}

// Export takes spans.
func (c *collector) Export(_ context.Context, r *tracev1.ExportTraceServiceRequest) (*tracev1.ExportTraceServiceResponse, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	fmt.Fprintln(&c.text, r)
	for _, resource := range r.GetResourceSpans() {
		for _, scope := range resource.GetScopeSpans() {
			for _, span := range scope.GetSpans() {
				c.spans = append(c.spans, span.GetName())
			}
		}
	}
	return &tracev1.ExportTraceServiceResponse{}, nil
}

// Export takes figures.
func (f figures) Export(_ context.Context, r *metricsv1.ExportMetricsServiceRequest) (*metricsv1.ExportMetricsServiceResponse, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	fmt.Fprintln(&f.text, r)
	for _, resource := range r.GetResourceMetrics() {
		for _, scope := range resource.GetScopeMetrics() {
			for _, metric := range scope.GetMetrics() {
				f.collector.metrics = append(f.collector.metrics, metric.GetName())
			}
		}
	}
	return &metricsv1.ExportMetricsServiceResponse{}, nil
}
