package rpc

import (
	"strings"
	"sync"
	"testing"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protodesc"
	"google.golang.org/protobuf/reflect/protoregistry"
	"google.golang.org/protobuf/types/descriptorpb"
)

// undeclared adds a service whose method declares nothing to what the process knows, which it can do once only.
var undeclared = sync.OnceValue(func() error {
	file, err := protodesc.NewFile(&descriptorpb.FileDescriptorProto{
		Name: proto.String("parley/undeclared/v1/undeclared.proto"), Package: proto.String("parley.undeclared.v1"), Syntax: proto.String("proto3"),
		MessageType: []*descriptorpb.DescriptorProto{{Name: proto.String("Nothing")}},
		Service: []*descriptorpb.ServiceDescriptorProto{{
			Name: proto.String("UndeclaredService"),
			Method: []*descriptorpb.MethodDescriptorProto{{
				Name: proto.String("Do"), InputType: proto.String(".parley.undeclared.v1.Nothing"), OutputType: proto.String(".parley.undeclared.v1.Nothing"),
			}},
		}},
	}, protoregistry.GlobalFiles)
	if err != nil {
		return err
	}
	return protoregistry.GlobalFiles.RegisterFile(file)
})

func TestAMethodWithoutADeclarationDoesNotStart(t *testing.T) {
	if err := undeclared(); err != nil {
		t.Fatal(err)
	}
	tests := map[string]struct{ service, want string }{
		"of the contract, without a declaration": {"parley.undeclared.v1.UndeclaredService", "Do does not declare"},
		"not of the contract":                    {"grpc.channelz.v1.Channelz", "grpc.channelz.v1.Channelz"},
		"open":                                   {"grpc.health.v1.Health", ""},
		"declared":                               {"parley.admin.v1.AdminService", ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			err := (&guard{}).learn(map[string]grpc.ServiceInfo{tt.service: {}})
			if tt.want == "" && err != nil || tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)) {
				t.Errorf("the error is %v", err)
			}
		})
	}
}

func TestOnlyWholeNamesAreOpen(t *testing.T) {
	for method, want := range map[string]bool{
		"/grpc.health.v1.Health/Check":      true,
		"/grpc.health.v1.Healthy/Check":     false,
		"/grpc.health.v1.Health.X/Check":    false,
		"/parley.chat.v1.ChatService/Send":  false,
		"":                                  false,
		"/":                                 false,
		"grpc.reflection.v1.Evil/X":         false,
		"/x/grpc.health.v1.Health/Check":    false,
		"/grpc.health.v1.Health":            true,
		"/grpc.reflection.v1alpha.Other/Do": false,
	} {
		if isOpen(method) != want {
			t.Errorf("%q: %v", method, !want)
		}
	}
}
