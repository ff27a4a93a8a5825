package chat

import (
	"regexp"
	"strings"
	"testing"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	"github.com/parley-interop/parley/internal/reason"
)

const html = chatv1.MessageType_MESSAGE_TYPE_HTML

// acts matches what must never be left of a message: anything that runs, loads or sends by itself.
var acts = regexp.MustCompile(`(?i)<\s*(script|style|iframe|frame|object|embed|applet|form|input|button|textarea|select|meta|link|base|svg|math|noscript|template|xmp|plaintext|title)\b|<[^>]*\son\w+\s*=|(href|src|action|formaction|xlink:href)\s*=\s*["']?\s*(javascript|vbscript|data|file|blob):|expression\s*\(|<!--|<!\[CDATA|<\?`)

func TestHostileHTML(t *testing.T) {
	tests := map[string]string{
		"script":                       `hello<script>alert(1)</script>`,
		"script in capitals":           `hello<SCRIPT SRC=https://example.org/x.js></SCRIPT>`,
		"broken script tag":            `hello<scr<script>ipt>alert(1)</scr</script>ipt>`,
		"unclosed script":              `hello<script>alert(1)`,
		"script with a slash":          `hello<script/x>alert(1)</script>`,
		"handler":                      `hello<img src=x onerror=alert(1)>`,
		"handler without quotes":       `hello<b onmouseover=alert(1)>b</b>`,
		"handler after a slash":        `hello<img/src=x/onerror=alert(1)>`,
		"handler after a line break":   "hello<a\nonclick\n=\nalert(1)>x</a>",
		"handler after a zero byte":    "hello<a\x00onclick=alert(1)>x</a>",
		"javascript link":              `hello<a href="javascript:alert(1)">x</a>`,
		"javascript link in capitals":  `hello<a href="JaVaScRiPt:alert(1)">x</a>`,
		"javascript link with a tab":   "hello<a href=\"java\tscript:alert(1)\">x</a>",
		"javascript link in entities":  `hello<a href="&#106;&#97;vascript:alert(1)">x</a>`,
		"javascript link with a space": `hello<a href=" javascript:alert(1)">x</a>`,
		"control byte before a scheme": "hello<a href=\"\x01javascript:alert(1)\">x</a>",
		"data link":                    `hello<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>`,
		"data image":                   `hello<img src="data:image/svg+xml;base64,PHN2Zz4=">`,
		"vbscript link":                `hello<a href="vbscript:msgbox(1)">x</a>`,
		"file link":                    `hello<a href="file:///etc/passwd">x</a>`,
		"iframe":                       `hello<iframe src="https://example.org"></iframe>`,
		"iframe with srcdoc":           `hello<iframe srcdoc="<script>alert(1)</script>"></iframe>`,
		"object":                       `hello<object data="https://example.org/x.swf"></object>`,
		"embed":                        `hello<embed src="https://example.org/x.swf">`,
		"form":                         `hello<form action="https://example.org"><input name=p type=password><button>ok</button></form>`,
		"style element":                `hello<style>body{background:url(javascript:alert(1))}</style>`,
		"style attribute":              `hello<div style="width:expression(alert(1))">x</div>`,
		"meta refresh":                 `hello<meta http-equiv="refresh" content="0;url=javascript:alert(1)">`,
		"base":                         `hello<base href="https://example.org/">`,
		"link":                         `hello<link rel=stylesheet href="https://example.org/x.css">`,
		"svg":                          `hello<svg onload=alert(1)><script>alert(1)</script></svg>`,
		"svg in an animation":          `hello<svg><animate onbegin=alert(1) attributeName=x dur=1s></svg>`,
		"math":                         `hello<math><mi xlink:href="javascript:alert(1)">x</mi></math>`,
		"mutation by noscript":         `hello<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>`,
		"mutation by a template":       `hello<template><img src=x onerror=alert(1)></template>`,
		"mutation by a table":          `hello<table><td><a href="javascript:alert(1)">x</a></td></table>`,
		"comment":                      `hello<!--[if IE]><script>alert(1)</script><![endif]-->`,
		"comment that ends early":      `hello<!--><img src=x onerror=alert(1)>-->`,
		"CDATA":                        `hello<![CDATA[<script>alert(1)</script>]]>`,
		"processing instruction":       `hello<?xml-stylesheet href="javascript:alert(1)"?>`,
		"title":                        `hello<title><img src=x onerror=alert(1)></title>`,
		"textarea":                     `hello<textarea><img src=x onerror=alert(1)></textarea>`,
		"plaintext":                    `hello<plaintext><img src=x onerror=alert(1)>`,
		"quotes in an attribute":       `hello<a title="x" onclick="alert(1)" href='https://example.org'>x</a>`,
		"backticks":                    "hello<img src=`x`onerror=alert(1)>",
		"unclosed attribute":           `hello<a href="https://example.org" title="<img src=x onerror=alert(1)>`,
	}
	for name, content := range tests {
		t.Run(name, func(t *testing.T) {
			_, got, err := clean(html, content)
			if err != nil {
				t.Fatal(err)
			}
			if found := acts.FindString(got); found != "" {
				t.Errorf("%q is left in %q", found, got)
			}
			if !strings.HasPrefix(got, "hello") {
				t.Errorf("the text itself is gone: %q", got)
			}
			if _, again, err := clean(html, got); err != nil || again != got {
				t.Errorf("a second cleaning makes %q of %q: %v", again, got, err)
			}
		})
	}
}

func TestHarmlessHTMLStays(t *testing.T) {
	for name, content := range map[string]string{
		"emphasis": `<p>a <b>b</b> <i>c</i> <em>d</em></p>`,
		"list":     `<ul><li>one</li><li>two</li></ul>`,
		"code":     `<pre><code>if a &lt; b {}</code></pre>`,
		"unicode":  `<p>grüße 👋 こんにちは</p>`,
	} {
		t.Run(name, func(t *testing.T) {
			if _, got, err := clean(html, content); err != nil || got != content {
				t.Errorf("%q became %q, %v", content, got, err)
			}
		})
	}
	_, got, err := clean(html, `<a href="https://example.org/?a=1&b=2">link</a>`)
	if err != nil || !strings.Contains(got, `href="https://example.org/?a=1&amp;b=2"`) {
		t.Errorf("the link became %q, %v", got, err)
	}
}

func TestBombsAreBounded(t *testing.T) {
	for name, content := range map[string]string{
		"deep":                    strings.Repeat("<b>", MaxContent/3-10) + "x",
		"wide":                    strings.Repeat("<br>", MaxContent/4-1) + "x",
		"attributes":              "<a " + strings.Repeat("a=b ", MaxContent/4-20) + ">x</a>",
		"entities":                strings.Repeat("&lt;", MaxContent/4),
		"entities that grow":      strings.Repeat("'", MaxContent),
		"unclosed tags":           strings.Repeat("<", MaxContent),
		"quotes without an end":   `<a href="` + strings.Repeat("x", MaxContent-20),
		"comments without an end": strings.Repeat("<!--", MaxContent/4-2) + "x",
	} {
		t.Run(name, func(t *testing.T) {
			_, got, err := clean(html, content)
			if len(got) > MaxContent {
				t.Errorf("%d bytes are left", len(got))
			}
			if err != nil && reason.Of(err) == 0 {
				t.Errorf("the error has no reason: %v", err)
			}
		})
	}
}

func TestTextIsLeftAsItIs(t *testing.T) {
	const content = "a < b && c > d <script>alert('x')</script>"
	if kind, got, err := clean(chatv1.MessageType_MESSAGE_TYPE_UNSPECIFIED, content); err != nil || got != content || kind != chatv1.MessageType_MESSAGE_TYPE_TEXT {
		t.Errorf("text became %v %q, %v", kind, got, err)
	}
}

func FuzzHTML(f *testing.F) {
	f.Add(`<a href="javascript:alert(1)">x</a>`)
	f.Add("<scr<script>ipt>")
	f.Fuzz(func(t *testing.T, content string) {
		_, got, err := clean(html, content)
		if err != nil {
			return
		}
		if found := acts.FindString(got); found != "" {
			t.Fatalf("%q is left in %q", found, got)
		}
	})
}
