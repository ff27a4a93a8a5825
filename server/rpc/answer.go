package rpc

import (
	"context"
	"log/slog"

	"github.com/grpc-ecosystem/go-grpc-middleware/v2/interceptors/recovery"
	"google.golang.org/grpc"
)

// answerUnary turns the errors of what is below it into statuses.
func answerUnary(logger *slog.Logger) grpc.UnaryServerInterceptor {
	return func(ctx context.Context, request any, _ *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
		response, err := next(ctx, request)
		if err != nil {
			return nil, toStatus(ctx, logger, err).Err()
		}
		return response, nil
	}
}

// answerStream is answerUnary for streams.
func answerStream(logger *slog.Logger) grpc.StreamServerInterceptor {
	return func(server any, stream grpc.ServerStream, _ *grpc.StreamServerInfo, next grpc.StreamHandler) error {
		if err := next(server, stream); err != nil {
			return toStatus(stream.Context(), logger, err).Err()
		}
		return nil
	}
}

// A panic becomes an error that has no reason, so the answer is INTERNAL and the log has the stack.
var (
	recoverUnary  = recovery.UnaryServerInterceptor()
	recoverStream = recovery.StreamServerInterceptor()
)
