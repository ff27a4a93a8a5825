package broker

import (
	"context"
	"errors"
	"fmt"

	"go.opentelemetry.io/contrib/instrumentation/google.golang.org/grpc/otelgrpc"
	"go.opentelemetry.io/otel/exporters/otlp/otlpmetric/otlpmetricgrpc"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracegrpc"
	api "go.opentelemetry.io/otel/metric"
	"go.opentelemetry.io/otel/sdk/metric"
	"go.opentelemetry.io/otel/sdk/resource"
	"go.opentelemetry.io/otel/sdk/trace"
	semconv "go.opentelemetry.io/otel/semconv/v1.26.0"
	"google.golang.org/grpc"
)

// telemetry sends traces and metrics to a collector, where one is configured.
type telemetry struct {
	options []grpc.ServerOption
	meter   api.Meter // nil where nothing is sent
	stop    func(context.Context) error
}

// newTelemetry makes the telemetry of a configuration. Without a collector it costs nothing and sends nothing.
func newTelemetry(ctx context.Context, c Config, version string) (*telemetry, error) {
	if c.OTLPEndpoint == "" {
		return &telemetry{stop: func(context.Context) error { return nil }}, nil
	}
	what := resource.NewWithAttributes(semconv.SchemaURL, semconv.ServiceName("parley"), semconv.ServiceVersion(version))
	traceOptions := []otlptracegrpc.Option{otlptracegrpc.WithEndpoint(c.OTLPEndpoint)}
	metricOptions := []otlpmetricgrpc.Option{otlpmetricgrpc.WithEndpoint(c.OTLPEndpoint)}
	if c.OTLPInsecure {
		traceOptions = append(traceOptions, otlptracegrpc.WithInsecure())
		metricOptions = append(metricOptions, otlpmetricgrpc.WithInsecure())
	}
	spans, err := otlptracegrpc.New(ctx, traceOptions...)
	if err != nil {
		return nil, fmt.Errorf("start traces: %w", err)
	}
	figures, err := otlpmetricgrpc.New(ctx, metricOptions...)
	if err != nil {
		return nil, fmt.Errorf("start metrics: %w", err)
	}
	traces := trace.NewTracerProvider(trace.WithBatcher(spans), trace.WithResource(what))
	metrics := metric.NewMeterProvider(metric.WithReader(metric.NewPeriodicReader(figures)), metric.WithResource(what))
	handler := otelgrpc.NewServerHandler(otelgrpc.WithTracerProvider(traces), otelgrpc.WithMeterProvider(metrics))
	return &telemetry{
		options: []grpc.ServerOption{grpc.StatsHandler(handler)},
		meter:   metrics.Meter("github.com/parley-interop/parley"),
		stop: func(ctx context.Context) error {
			return errors.Join(traces.Shutdown(ctx), metrics.Shutdown(ctx))
		},
	}, nil
}
