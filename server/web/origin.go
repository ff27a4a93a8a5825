package web

import (
	"fmt"
	"net/http"
	"net/url"
	"time"

	"github.com/rs/cors"
)

// preflightLife is how long a browser may remember what it was told; browsers have limits of their own.
const preflightLife = 2 * time.Hour

// allow lets the pages of some origins read what is served. Credentials are tokens in a header field and never cookies, so a
// page can use only those that it has.
func allow(origins []string, next http.Handler) http.Handler {
	if len(origins) == 0 {
		return next
	}
	return cors.New(cors.Options{
		AllowedOrigins: origins,
		AllowedMethods: []string{http.MethodGet, http.MethodPost},
		AllowedHeaders: []string{
			"Authorization", "Content-Type", "Connect-Protocol-Version", "Connect-Timeout-Ms", "Grpc-Timeout", "X-Grpc-Web",
			"X-User-Agent", "Parley-Act-As", "X-Request-Id",
		},
		ExposedHeaders: []string{"Grpc-Status", "Grpc-Message", "Grpc-Status-Details-Bin", "X-Request-Id", "Trailer-X-Request-Id"},
		MaxAge:         int(preflightLife.Seconds()),
	}).Handler(next)
}

// CheckOrigin refuses what is neither an origin, as scheme://host[:port], nor `*`.
func CheckOrigin(origin string) error {
	if origin == "*" {
		return nil
	}
	u, err := url.Parse(origin)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || u.Scheme+"://"+u.Host != origin {
		return fmt.Errorf("%q is no origin: write it as https://app.example, with the port if it has one and without a path, or * for all", origin)
	}
	return nil
}
