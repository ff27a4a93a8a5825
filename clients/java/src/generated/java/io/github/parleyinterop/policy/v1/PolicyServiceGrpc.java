package io.github.parleyinterop.policy.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 * <pre>
 * PolicyService is what a tenant's administrator controls: who of the tenant may be reached by communication users, and why or why
 * not. Every write acts at once: its answer is sent when no later decision can miss it.
 * </pre>
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class PolicyServiceGrpc {

  private PolicyServiceGrpc() {}

  public static final java.lang.String SERVICE_NAME = "parley.policy.v1.PolicyService";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.GetFederationConfigurationRequest,
      io.github.parleyinterop.policy.v1.GetFederationConfigurationResponse> getGetFederationConfigurationMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetFederationConfiguration",
      requestType = io.github.parleyinterop.policy.v1.GetFederationConfigurationRequest.class,
      responseType = io.github.parleyinterop.policy.v1.GetFederationConfigurationResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.GetFederationConfigurationRequest,
      io.github.parleyinterop.policy.v1.GetFederationConfigurationResponse> getGetFederationConfigurationMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.GetFederationConfigurationRequest, io.github.parleyinterop.policy.v1.GetFederationConfigurationResponse> getGetFederationConfigurationMethod;
    if ((getGetFederationConfigurationMethod = PolicyServiceGrpc.getGetFederationConfigurationMethod) == null) {
      synchronized (PolicyServiceGrpc.class) {
        if ((getGetFederationConfigurationMethod = PolicyServiceGrpc.getGetFederationConfigurationMethod) == null) {
          PolicyServiceGrpc.getGetFederationConfigurationMethod = getGetFederationConfigurationMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.policy.v1.GetFederationConfigurationRequest, io.github.parleyinterop.policy.v1.GetFederationConfigurationResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetFederationConfiguration"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.policy.v1.GetFederationConfigurationRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.policy.v1.GetFederationConfigurationResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PolicyServiceMethodDescriptorSupplier("GetFederationConfiguration"))
              .build();
        }
      }
    }
    return getGetFederationConfigurationMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.UpdateFederationConfigurationRequest,
      io.github.parleyinterop.policy.v1.UpdateFederationConfigurationResponse> getUpdateFederationConfigurationMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UpdateFederationConfiguration",
      requestType = io.github.parleyinterop.policy.v1.UpdateFederationConfigurationRequest.class,
      responseType = io.github.parleyinterop.policy.v1.UpdateFederationConfigurationResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.UpdateFederationConfigurationRequest,
      io.github.parleyinterop.policy.v1.UpdateFederationConfigurationResponse> getUpdateFederationConfigurationMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.UpdateFederationConfigurationRequest, io.github.parleyinterop.policy.v1.UpdateFederationConfigurationResponse> getUpdateFederationConfigurationMethod;
    if ((getUpdateFederationConfigurationMethod = PolicyServiceGrpc.getUpdateFederationConfigurationMethod) == null) {
      synchronized (PolicyServiceGrpc.class) {
        if ((getUpdateFederationConfigurationMethod = PolicyServiceGrpc.getUpdateFederationConfigurationMethod) == null) {
          PolicyServiceGrpc.getUpdateFederationConfigurationMethod = getUpdateFederationConfigurationMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.policy.v1.UpdateFederationConfigurationRequest, io.github.parleyinterop.policy.v1.UpdateFederationConfigurationResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UpdateFederationConfiguration"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.policy.v1.UpdateFederationConfigurationRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.policy.v1.UpdateFederationConfigurationResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PolicyServiceMethodDescriptorSupplier("UpdateFederationConfiguration"))
              .build();
        }
      }
    }
    return getUpdateFederationConfigurationMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.CreateExternalAccessPolicyRequest,
      io.github.parleyinterop.policy.v1.CreateExternalAccessPolicyResponse> getCreateExternalAccessPolicyMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "CreateExternalAccessPolicy",
      requestType = io.github.parleyinterop.policy.v1.CreateExternalAccessPolicyRequest.class,
      responseType = io.github.parleyinterop.policy.v1.CreateExternalAccessPolicyResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.CreateExternalAccessPolicyRequest,
      io.github.parleyinterop.policy.v1.CreateExternalAccessPolicyResponse> getCreateExternalAccessPolicyMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.CreateExternalAccessPolicyRequest, io.github.parleyinterop.policy.v1.CreateExternalAccessPolicyResponse> getCreateExternalAccessPolicyMethod;
    if ((getCreateExternalAccessPolicyMethod = PolicyServiceGrpc.getCreateExternalAccessPolicyMethod) == null) {
      synchronized (PolicyServiceGrpc.class) {
        if ((getCreateExternalAccessPolicyMethod = PolicyServiceGrpc.getCreateExternalAccessPolicyMethod) == null) {
          PolicyServiceGrpc.getCreateExternalAccessPolicyMethod = getCreateExternalAccessPolicyMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.policy.v1.CreateExternalAccessPolicyRequest, io.github.parleyinterop.policy.v1.CreateExternalAccessPolicyResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "CreateExternalAccessPolicy"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.policy.v1.CreateExternalAccessPolicyRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.policy.v1.CreateExternalAccessPolicyResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PolicyServiceMethodDescriptorSupplier("CreateExternalAccessPolicy"))
              .build();
        }
      }
    }
    return getCreateExternalAccessPolicyMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.GetExternalAccessPolicyRequest,
      io.github.parleyinterop.policy.v1.GetExternalAccessPolicyResponse> getGetExternalAccessPolicyMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetExternalAccessPolicy",
      requestType = io.github.parleyinterop.policy.v1.GetExternalAccessPolicyRequest.class,
      responseType = io.github.parleyinterop.policy.v1.GetExternalAccessPolicyResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.GetExternalAccessPolicyRequest,
      io.github.parleyinterop.policy.v1.GetExternalAccessPolicyResponse> getGetExternalAccessPolicyMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.GetExternalAccessPolicyRequest, io.github.parleyinterop.policy.v1.GetExternalAccessPolicyResponse> getGetExternalAccessPolicyMethod;
    if ((getGetExternalAccessPolicyMethod = PolicyServiceGrpc.getGetExternalAccessPolicyMethod) == null) {
      synchronized (PolicyServiceGrpc.class) {
        if ((getGetExternalAccessPolicyMethod = PolicyServiceGrpc.getGetExternalAccessPolicyMethod) == null) {
          PolicyServiceGrpc.getGetExternalAccessPolicyMethod = getGetExternalAccessPolicyMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.policy.v1.GetExternalAccessPolicyRequest, io.github.parleyinterop.policy.v1.GetExternalAccessPolicyResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetExternalAccessPolicy"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.policy.v1.GetExternalAccessPolicyRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.policy.v1.GetExternalAccessPolicyResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PolicyServiceMethodDescriptorSupplier("GetExternalAccessPolicy"))
              .build();
        }
      }
    }
    return getGetExternalAccessPolicyMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.ListExternalAccessPoliciesRequest,
      io.github.parleyinterop.policy.v1.ListExternalAccessPoliciesResponse> getListExternalAccessPoliciesMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListExternalAccessPolicies",
      requestType = io.github.parleyinterop.policy.v1.ListExternalAccessPoliciesRequest.class,
      responseType = io.github.parleyinterop.policy.v1.ListExternalAccessPoliciesResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.ListExternalAccessPoliciesRequest,
      io.github.parleyinterop.policy.v1.ListExternalAccessPoliciesResponse> getListExternalAccessPoliciesMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.ListExternalAccessPoliciesRequest, io.github.parleyinterop.policy.v1.ListExternalAccessPoliciesResponse> getListExternalAccessPoliciesMethod;
    if ((getListExternalAccessPoliciesMethod = PolicyServiceGrpc.getListExternalAccessPoliciesMethod) == null) {
      synchronized (PolicyServiceGrpc.class) {
        if ((getListExternalAccessPoliciesMethod = PolicyServiceGrpc.getListExternalAccessPoliciesMethod) == null) {
          PolicyServiceGrpc.getListExternalAccessPoliciesMethod = getListExternalAccessPoliciesMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.policy.v1.ListExternalAccessPoliciesRequest, io.github.parleyinterop.policy.v1.ListExternalAccessPoliciesResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListExternalAccessPolicies"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.policy.v1.ListExternalAccessPoliciesRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.policy.v1.ListExternalAccessPoliciesResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PolicyServiceMethodDescriptorSupplier("ListExternalAccessPolicies"))
              .build();
        }
      }
    }
    return getListExternalAccessPoliciesMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.UpdateExternalAccessPolicyRequest,
      io.github.parleyinterop.policy.v1.UpdateExternalAccessPolicyResponse> getUpdateExternalAccessPolicyMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UpdateExternalAccessPolicy",
      requestType = io.github.parleyinterop.policy.v1.UpdateExternalAccessPolicyRequest.class,
      responseType = io.github.parleyinterop.policy.v1.UpdateExternalAccessPolicyResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.UpdateExternalAccessPolicyRequest,
      io.github.parleyinterop.policy.v1.UpdateExternalAccessPolicyResponse> getUpdateExternalAccessPolicyMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.UpdateExternalAccessPolicyRequest, io.github.parleyinterop.policy.v1.UpdateExternalAccessPolicyResponse> getUpdateExternalAccessPolicyMethod;
    if ((getUpdateExternalAccessPolicyMethod = PolicyServiceGrpc.getUpdateExternalAccessPolicyMethod) == null) {
      synchronized (PolicyServiceGrpc.class) {
        if ((getUpdateExternalAccessPolicyMethod = PolicyServiceGrpc.getUpdateExternalAccessPolicyMethod) == null) {
          PolicyServiceGrpc.getUpdateExternalAccessPolicyMethod = getUpdateExternalAccessPolicyMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.policy.v1.UpdateExternalAccessPolicyRequest, io.github.parleyinterop.policy.v1.UpdateExternalAccessPolicyResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UpdateExternalAccessPolicy"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.policy.v1.UpdateExternalAccessPolicyRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.policy.v1.UpdateExternalAccessPolicyResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PolicyServiceMethodDescriptorSupplier("UpdateExternalAccessPolicy"))
              .build();
        }
      }
    }
    return getUpdateExternalAccessPolicyMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.DeleteExternalAccessPolicyRequest,
      io.github.parleyinterop.policy.v1.DeleteExternalAccessPolicyResponse> getDeleteExternalAccessPolicyMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "DeleteExternalAccessPolicy",
      requestType = io.github.parleyinterop.policy.v1.DeleteExternalAccessPolicyRequest.class,
      responseType = io.github.parleyinterop.policy.v1.DeleteExternalAccessPolicyResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.DeleteExternalAccessPolicyRequest,
      io.github.parleyinterop.policy.v1.DeleteExternalAccessPolicyResponse> getDeleteExternalAccessPolicyMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.DeleteExternalAccessPolicyRequest, io.github.parleyinterop.policy.v1.DeleteExternalAccessPolicyResponse> getDeleteExternalAccessPolicyMethod;
    if ((getDeleteExternalAccessPolicyMethod = PolicyServiceGrpc.getDeleteExternalAccessPolicyMethod) == null) {
      synchronized (PolicyServiceGrpc.class) {
        if ((getDeleteExternalAccessPolicyMethod = PolicyServiceGrpc.getDeleteExternalAccessPolicyMethod) == null) {
          PolicyServiceGrpc.getDeleteExternalAccessPolicyMethod = getDeleteExternalAccessPolicyMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.policy.v1.DeleteExternalAccessPolicyRequest, io.github.parleyinterop.policy.v1.DeleteExternalAccessPolicyResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "DeleteExternalAccessPolicy"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.policy.v1.DeleteExternalAccessPolicyRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.policy.v1.DeleteExternalAccessPolicyResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PolicyServiceMethodDescriptorSupplier("DeleteExternalAccessPolicy"))
              .build();
        }
      }
    }
    return getDeleteExternalAccessPolicyMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.GrantExternalAccessPolicyRequest,
      io.github.parleyinterop.policy.v1.GrantExternalAccessPolicyResponse> getGrantExternalAccessPolicyMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GrantExternalAccessPolicy",
      requestType = io.github.parleyinterop.policy.v1.GrantExternalAccessPolicyRequest.class,
      responseType = io.github.parleyinterop.policy.v1.GrantExternalAccessPolicyResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.GrantExternalAccessPolicyRequest,
      io.github.parleyinterop.policy.v1.GrantExternalAccessPolicyResponse> getGrantExternalAccessPolicyMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.GrantExternalAccessPolicyRequest, io.github.parleyinterop.policy.v1.GrantExternalAccessPolicyResponse> getGrantExternalAccessPolicyMethod;
    if ((getGrantExternalAccessPolicyMethod = PolicyServiceGrpc.getGrantExternalAccessPolicyMethod) == null) {
      synchronized (PolicyServiceGrpc.class) {
        if ((getGrantExternalAccessPolicyMethod = PolicyServiceGrpc.getGrantExternalAccessPolicyMethod) == null) {
          PolicyServiceGrpc.getGrantExternalAccessPolicyMethod = getGrantExternalAccessPolicyMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.policy.v1.GrantExternalAccessPolicyRequest, io.github.parleyinterop.policy.v1.GrantExternalAccessPolicyResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GrantExternalAccessPolicy"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.policy.v1.GrantExternalAccessPolicyRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.policy.v1.GrantExternalAccessPolicyResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PolicyServiceMethodDescriptorSupplier("GrantExternalAccessPolicy"))
              .build();
        }
      }
    }
    return getGrantExternalAccessPolicyMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.RevokeExternalAccessPolicyGrantRequest,
      io.github.parleyinterop.policy.v1.RevokeExternalAccessPolicyGrantResponse> getRevokeExternalAccessPolicyGrantMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "RevokeExternalAccessPolicyGrant",
      requestType = io.github.parleyinterop.policy.v1.RevokeExternalAccessPolicyGrantRequest.class,
      responseType = io.github.parleyinterop.policy.v1.RevokeExternalAccessPolicyGrantResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.RevokeExternalAccessPolicyGrantRequest,
      io.github.parleyinterop.policy.v1.RevokeExternalAccessPolicyGrantResponse> getRevokeExternalAccessPolicyGrantMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.RevokeExternalAccessPolicyGrantRequest, io.github.parleyinterop.policy.v1.RevokeExternalAccessPolicyGrantResponse> getRevokeExternalAccessPolicyGrantMethod;
    if ((getRevokeExternalAccessPolicyGrantMethod = PolicyServiceGrpc.getRevokeExternalAccessPolicyGrantMethod) == null) {
      synchronized (PolicyServiceGrpc.class) {
        if ((getRevokeExternalAccessPolicyGrantMethod = PolicyServiceGrpc.getRevokeExternalAccessPolicyGrantMethod) == null) {
          PolicyServiceGrpc.getRevokeExternalAccessPolicyGrantMethod = getRevokeExternalAccessPolicyGrantMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.policy.v1.RevokeExternalAccessPolicyGrantRequest, io.github.parleyinterop.policy.v1.RevokeExternalAccessPolicyGrantResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "RevokeExternalAccessPolicyGrant"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.policy.v1.RevokeExternalAccessPolicyGrantRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.policy.v1.RevokeExternalAccessPolicyGrantResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PolicyServiceMethodDescriptorSupplier("RevokeExternalAccessPolicyGrant"))
              .build();
        }
      }
    }
    return getRevokeExternalAccessPolicyGrantMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.ListExternalAccessPolicyGrantsRequest,
      io.github.parleyinterop.policy.v1.ListExternalAccessPolicyGrantsResponse> getListExternalAccessPolicyGrantsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListExternalAccessPolicyGrants",
      requestType = io.github.parleyinterop.policy.v1.ListExternalAccessPolicyGrantsRequest.class,
      responseType = io.github.parleyinterop.policy.v1.ListExternalAccessPolicyGrantsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.ListExternalAccessPolicyGrantsRequest,
      io.github.parleyinterop.policy.v1.ListExternalAccessPolicyGrantsResponse> getListExternalAccessPolicyGrantsMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.ListExternalAccessPolicyGrantsRequest, io.github.parleyinterop.policy.v1.ListExternalAccessPolicyGrantsResponse> getListExternalAccessPolicyGrantsMethod;
    if ((getListExternalAccessPolicyGrantsMethod = PolicyServiceGrpc.getListExternalAccessPolicyGrantsMethod) == null) {
      synchronized (PolicyServiceGrpc.class) {
        if ((getListExternalAccessPolicyGrantsMethod = PolicyServiceGrpc.getListExternalAccessPolicyGrantsMethod) == null) {
          PolicyServiceGrpc.getListExternalAccessPolicyGrantsMethod = getListExternalAccessPolicyGrantsMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.policy.v1.ListExternalAccessPolicyGrantsRequest, io.github.parleyinterop.policy.v1.ListExternalAccessPolicyGrantsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListExternalAccessPolicyGrants"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.policy.v1.ListExternalAccessPolicyGrantsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.policy.v1.ListExternalAccessPolicyGrantsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PolicyServiceMethodDescriptorSupplier("ListExternalAccessPolicyGrants"))
              .build();
        }
      }
    }
    return getListExternalAccessPolicyGrantsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.EvaluateInteropRequest,
      io.github.parleyinterop.policy.v1.EvaluateInteropResponse> getEvaluateInteropMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "EvaluateInterop",
      requestType = io.github.parleyinterop.policy.v1.EvaluateInteropRequest.class,
      responseType = io.github.parleyinterop.policy.v1.EvaluateInteropResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.EvaluateInteropRequest,
      io.github.parleyinterop.policy.v1.EvaluateInteropResponse> getEvaluateInteropMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.EvaluateInteropRequest, io.github.parleyinterop.policy.v1.EvaluateInteropResponse> getEvaluateInteropMethod;
    if ((getEvaluateInteropMethod = PolicyServiceGrpc.getEvaluateInteropMethod) == null) {
      synchronized (PolicyServiceGrpc.class) {
        if ((getEvaluateInteropMethod = PolicyServiceGrpc.getEvaluateInteropMethod) == null) {
          PolicyServiceGrpc.getEvaluateInteropMethod = getEvaluateInteropMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.policy.v1.EvaluateInteropRequest, io.github.parleyinterop.policy.v1.EvaluateInteropResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "EvaluateInterop"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.policy.v1.EvaluateInteropRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.policy.v1.EvaluateInteropResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PolicyServiceMethodDescriptorSupplier("EvaluateInterop"))
              .build();
        }
      }
    }
    return getEvaluateInteropMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.BatchEvaluateInteropRequest,
      io.github.parleyinterop.policy.v1.BatchEvaluateInteropResponse> getBatchEvaluateInteropMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "BatchEvaluateInterop",
      requestType = io.github.parleyinterop.policy.v1.BatchEvaluateInteropRequest.class,
      responseType = io.github.parleyinterop.policy.v1.BatchEvaluateInteropResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.BatchEvaluateInteropRequest,
      io.github.parleyinterop.policy.v1.BatchEvaluateInteropResponse> getBatchEvaluateInteropMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.BatchEvaluateInteropRequest, io.github.parleyinterop.policy.v1.BatchEvaluateInteropResponse> getBatchEvaluateInteropMethod;
    if ((getBatchEvaluateInteropMethod = PolicyServiceGrpc.getBatchEvaluateInteropMethod) == null) {
      synchronized (PolicyServiceGrpc.class) {
        if ((getBatchEvaluateInteropMethod = PolicyServiceGrpc.getBatchEvaluateInteropMethod) == null) {
          PolicyServiceGrpc.getBatchEvaluateInteropMethod = getBatchEvaluateInteropMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.policy.v1.BatchEvaluateInteropRequest, io.github.parleyinterop.policy.v1.BatchEvaluateInteropResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "BatchEvaluateInterop"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.policy.v1.BatchEvaluateInteropRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.policy.v1.BatchEvaluateInteropResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PolicyServiceMethodDescriptorSupplier("BatchEvaluateInterop"))
              .build();
        }
      }
    }
    return getBatchEvaluateInteropMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.ExportPolicyRequest,
      io.github.parleyinterop.policy.v1.ExportPolicyResponse> getExportPolicyMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ExportPolicy",
      requestType = io.github.parleyinterop.policy.v1.ExportPolicyRequest.class,
      responseType = io.github.parleyinterop.policy.v1.ExportPolicyResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.ExportPolicyRequest,
      io.github.parleyinterop.policy.v1.ExportPolicyResponse> getExportPolicyMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.ExportPolicyRequest, io.github.parleyinterop.policy.v1.ExportPolicyResponse> getExportPolicyMethod;
    if ((getExportPolicyMethod = PolicyServiceGrpc.getExportPolicyMethod) == null) {
      synchronized (PolicyServiceGrpc.class) {
        if ((getExportPolicyMethod = PolicyServiceGrpc.getExportPolicyMethod) == null) {
          PolicyServiceGrpc.getExportPolicyMethod = getExportPolicyMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.policy.v1.ExportPolicyRequest, io.github.parleyinterop.policy.v1.ExportPolicyResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ExportPolicy"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.policy.v1.ExportPolicyRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.policy.v1.ExportPolicyResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PolicyServiceMethodDescriptorSupplier("ExportPolicy"))
              .build();
        }
      }
    }
    return getExportPolicyMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.ApplyPolicyRequest,
      io.github.parleyinterop.policy.v1.ApplyPolicyResponse> getApplyPolicyMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ApplyPolicy",
      requestType = io.github.parleyinterop.policy.v1.ApplyPolicyRequest.class,
      responseType = io.github.parleyinterop.policy.v1.ApplyPolicyResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.ApplyPolicyRequest,
      io.github.parleyinterop.policy.v1.ApplyPolicyResponse> getApplyPolicyMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.ApplyPolicyRequest, io.github.parleyinterop.policy.v1.ApplyPolicyResponse> getApplyPolicyMethod;
    if ((getApplyPolicyMethod = PolicyServiceGrpc.getApplyPolicyMethod) == null) {
      synchronized (PolicyServiceGrpc.class) {
        if ((getApplyPolicyMethod = PolicyServiceGrpc.getApplyPolicyMethod) == null) {
          PolicyServiceGrpc.getApplyPolicyMethod = getApplyPolicyMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.policy.v1.ApplyPolicyRequest, io.github.parleyinterop.policy.v1.ApplyPolicyResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ApplyPolicy"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.policy.v1.ApplyPolicyRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.policy.v1.ApplyPolicyResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PolicyServiceMethodDescriptorSupplier("ApplyPolicy"))
              .build();
        }
      }
    }
    return getApplyPolicyMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.WatchPolicyRequest,
      io.github.parleyinterop.policy.v1.WatchPolicyResponse> getWatchPolicyMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "WatchPolicy",
      requestType = io.github.parleyinterop.policy.v1.WatchPolicyRequest.class,
      responseType = io.github.parleyinterop.policy.v1.WatchPolicyResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.SERVER_STREAMING)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.WatchPolicyRequest,
      io.github.parleyinterop.policy.v1.WatchPolicyResponse> getWatchPolicyMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.policy.v1.WatchPolicyRequest, io.github.parleyinterop.policy.v1.WatchPolicyResponse> getWatchPolicyMethod;
    if ((getWatchPolicyMethod = PolicyServiceGrpc.getWatchPolicyMethod) == null) {
      synchronized (PolicyServiceGrpc.class) {
        if ((getWatchPolicyMethod = PolicyServiceGrpc.getWatchPolicyMethod) == null) {
          PolicyServiceGrpc.getWatchPolicyMethod = getWatchPolicyMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.policy.v1.WatchPolicyRequest, io.github.parleyinterop.policy.v1.WatchPolicyResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.SERVER_STREAMING)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "WatchPolicy"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.policy.v1.WatchPolicyRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.policy.v1.WatchPolicyResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PolicyServiceMethodDescriptorSupplier("WatchPolicy"))
              .build();
        }
      }
    }
    return getWatchPolicyMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static PolicyServiceStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<PolicyServiceStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<PolicyServiceStub>() {
        @java.lang.Override
        public PolicyServiceStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new PolicyServiceStub(channel, callOptions);
        }
      };
    return PolicyServiceStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static PolicyServiceBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<PolicyServiceBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<PolicyServiceBlockingV2Stub>() {
        @java.lang.Override
        public PolicyServiceBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new PolicyServiceBlockingV2Stub(channel, callOptions);
        }
      };
    return PolicyServiceBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static PolicyServiceBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<PolicyServiceBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<PolicyServiceBlockingStub>() {
        @java.lang.Override
        public PolicyServiceBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new PolicyServiceBlockingStub(channel, callOptions);
        }
      };
    return PolicyServiceBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static PolicyServiceFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<PolicyServiceFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<PolicyServiceFutureStub>() {
        @java.lang.Override
        public PolicyServiceFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new PolicyServiceFutureStub(channel, callOptions);
        }
      };
    return PolicyServiceFutureStub.newStub(factory, channel);
  }

  /**
   * <pre>
   * PolicyService is what a tenant's administrator controls: who of the tenant may be reached by communication users, and why or why
   * not. Every write acts at once: its answer is sent when no later decision can miss it.
   * </pre>
   */
  public interface AsyncService {

    /**
     * <pre>
     * GetFederationConfiguration returns the tenant's configuration.
     * Errors: FOREIGN_OWNER.
     * </pre>
     */
    default void getFederationConfiguration(io.github.parleyinterop.policy.v1.GetFederationConfigurationRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.GetFederationConfigurationResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetFederationConfigurationMethod(), responseObserver);
    }

    /**
     * <pre>
     * UpdateFederationConfiguration changes the tenant's configuration.
     * Errors: FOREIGN_OWNER, UPDATE_MASK_INVALID, ETAG_MISMATCH, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    default void updateFederationConfiguration(io.github.parleyinterop.policy.v1.UpdateFederationConfigurationRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.UpdateFederationConfigurationResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUpdateFederationConfigurationMethod(), responseObserver);
    }

    /**
     * <pre>
     * CreateExternalAccessPolicy adds a custom policy.
     * Errors: FOREIGN_OWNER, POLICY_EXISTS (Global always exists), QUOTA_EXCEEDED (1000 a tenant), IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    default void createExternalAccessPolicy(io.github.parleyinterop.policy.v1.CreateExternalAccessPolicyRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.CreateExternalAccessPolicyResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCreateExternalAccessPolicyMethod(), responseObserver);
    }

    /**
     * <pre>
     * GetExternalAccessPolicy returns a policy.
     * Errors: FOREIGN_OWNER, POLICY_NOT_FOUND.
     * </pre>
     */
    default void getExternalAccessPolicy(io.github.parleyinterop.policy.v1.GetExternalAccessPolicyRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.GetExternalAccessPolicyResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetExternalAccessPolicyMethod(), responseObserver);
    }

    /**
     * <pre>
     * ListExternalAccessPolicies lists the policies in the order of their names, Global included.
     * Errors: FOREIGN_OWNER, PAGE_TOKEN_INVALID.
     * </pre>
     */
    default void listExternalAccessPolicies(io.github.parleyinterop.policy.v1.ListExternalAccessPoliciesRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.ListExternalAccessPoliciesResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListExternalAccessPoliciesMethod(), responseObserver);
    }

    /**
     * <pre>
     * UpdateExternalAccessPolicy changes a policy.
     * Errors: FOREIGN_OWNER, POLICY_NOT_FOUND, UPDATE_MASK_INVALID, ETAG_MISMATCH, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    default void updateExternalAccessPolicy(io.github.parleyinterop.policy.v1.UpdateExternalAccessPolicyRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.UpdateExternalAccessPolicyResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUpdateExternalAccessPolicyMethod(), responseObserver);
    }

    /**
     * <pre>
     * DeleteExternalAccessPolicy removes a policy that nobody is granted. Global is never removed: deleting it resets it to
     * its defaults.
     * Errors: FOREIGN_OWNER, POLICY_NOT_FOUND, POLICY_GRANTED, ETAG_MISMATCH, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    default void deleteExternalAccessPolicy(io.github.parleyinterop.policy.v1.DeleteExternalAccessPolicyRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.DeleteExternalAccessPolicyResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDeleteExternalAccessPolicyMethod(), responseObserver);
    }

    /**
     * <pre>
     * GrantExternalAccessPolicy assigns a custom policy to a user or a group, in place of the one that was there.
     * Errors: FOREIGN_OWNER, POLICY_NOT_FOUND, POLICY_GLOBAL, TENANT_USER_NOT_FOUND, GROUP_NOT_FOUND, RANK_TAKEN,
     * IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    default void grantExternalAccessPolicy(io.github.parleyinterop.policy.v1.GrantExternalAccessPolicyRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.GrantExternalAccessPolicyResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGrantExternalAccessPolicyMethod(), responseObserver);
    }

    /**
     * <pre>
     * RevokeExternalAccessPolicyGrant takes the grant of a user or a group away.
     * Errors: FOREIGN_OWNER, GRANT_NOT_FOUND, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    default void revokeExternalAccessPolicyGrant(io.github.parleyinterop.policy.v1.RevokeExternalAccessPolicyGrantRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.RevokeExternalAccessPolicyGrantResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getRevokeExternalAccessPolicyGrantMethod(), responseObserver);
    }

    /**
     * <pre>
     * ListExternalAccessPolicyGrants lists grants: groups in the order of their ids, then users in the order of theirs.
     * Errors: FOREIGN_OWNER, PAGE_TOKEN_INVALID.
     * </pre>
     */
    default void listExternalAccessPolicyGrants(io.github.parleyinterop.policy.v1.ListExternalAccessPolicyGrantsRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.ListExternalAccessPolicyGrantsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListExternalAccessPolicyGrantsMethod(), responseObserver);
    }

    /**
     * <pre>
     * EvaluateInterop decides whether a resource's users and a tenant's user may meet, and returns the chain of rules. A tenant
     * administrator asks for its own tenant, a resource for itself; a resource is told what each rule says, and not the names
     * of the tenant's policies and groups.
     * Errors: FOREIGN_OWNER, RESOURCE_NOT_FOUND, TENANT_NOT_FOUND, TENANT_USER_NOT_FOUND, REVISION_INVALID.
     * </pre>
     */
    default void evaluateInterop(io.github.parleyinterop.policy.v1.EvaluateInteropRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.EvaluateInteropResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getEvaluateInteropMethod(), responseObserver);
    }

    /**
     * <pre>
     * BatchEvaluateInterop decides up to 500 at once, all on one state. What cannot be decided has its own status.
     * Errors: REVISION_INVALID.
     * </pre>
     */
    default void batchEvaluateInterop(io.github.parleyinterop.policy.v1.BatchEvaluateInteropRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.BatchEvaluateInteropResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getBatchEvaluateInteropMethod(), responseObserver);
    }

    /**
     * <pre>
     * ExportPolicy returns the whole policy of a tenant as one document, and the etag of that.
     * Errors: FOREIGN_OWNER.
     * </pre>
     */
    default void exportPolicy(io.github.parleyinterop.policy.v1.ExportPolicyRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.ExportPolicyResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getExportPolicyMethod(), responseObserver);
    }

    /**
     * <pre>
     * ApplyPolicy makes the policy of a tenant what the document says, in one commit: what is not in it goes. With dry_run it
     * only tells what would change.
     * Errors: FOREIGN_OWNER, ETAG_MISMATCH, POLICY_NOT_FOUND (a grant of a policy that is not in the document), POLICY_GLOBAL,
     * TENANT_USER_NOT_FOUND, GROUP_NOT_FOUND, RANK_TAKEN, INVALID_FIELD (a name or an assignee twice), IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    default void applyPolicy(io.github.parleyinterop.policy.v1.ApplyPolicyRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.ApplyPolicyResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getApplyPolicyMethod(), responseObserver);
    }

    /**
     * <pre>
     * WatchPolicy streams every change of the tenant's policy, with the cursor promises of every stream.
     * A stream ends in one of three ways: STREAM_RESUMABLE, CURSOR_EXPIRED or CURSOR_EPOCH, ACCESS_LOST.
     * Errors at the start: FOREIGN_OWNER, CURSOR_INVALID, CURSOR_FOREIGN, CURSOR_EXPIRED, CURSOR_EPOCH, TOO_MANY_STREAMS.
     * </pre>
     */
    default void watchPolicy(io.github.parleyinterop.policy.v1.WatchPolicyRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.WatchPolicyResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getWatchPolicyMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service PolicyService.
   * <pre>
   * PolicyService is what a tenant's administrator controls: who of the tenant may be reached by communication users, and why or why
   * not. Every write acts at once: its answer is sent when no later decision can miss it.
   * </pre>
   */
  public static abstract class PolicyServiceImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return PolicyServiceGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service PolicyService.
   * <pre>
   * PolicyService is what a tenant's administrator controls: who of the tenant may be reached by communication users, and why or why
   * not. Every write acts at once: its answer is sent when no later decision can miss it.
   * </pre>
   */
  public static final class PolicyServiceStub
      extends io.grpc.stub.AbstractAsyncStub<PolicyServiceStub> {
    private PolicyServiceStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected PolicyServiceStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new PolicyServiceStub(channel, callOptions);
    }

    /**
     * <pre>
     * GetFederationConfiguration returns the tenant's configuration.
     * Errors: FOREIGN_OWNER.
     * </pre>
     */
    public void getFederationConfiguration(io.github.parleyinterop.policy.v1.GetFederationConfigurationRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.GetFederationConfigurationResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetFederationConfigurationMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * UpdateFederationConfiguration changes the tenant's configuration.
     * Errors: FOREIGN_OWNER, UPDATE_MASK_INVALID, ETAG_MISMATCH, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public void updateFederationConfiguration(io.github.parleyinterop.policy.v1.UpdateFederationConfigurationRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.UpdateFederationConfigurationResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUpdateFederationConfigurationMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * CreateExternalAccessPolicy adds a custom policy.
     * Errors: FOREIGN_OWNER, POLICY_EXISTS (Global always exists), QUOTA_EXCEEDED (1000 a tenant), IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public void createExternalAccessPolicy(io.github.parleyinterop.policy.v1.CreateExternalAccessPolicyRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.CreateExternalAccessPolicyResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getCreateExternalAccessPolicyMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * GetExternalAccessPolicy returns a policy.
     * Errors: FOREIGN_OWNER, POLICY_NOT_FOUND.
     * </pre>
     */
    public void getExternalAccessPolicy(io.github.parleyinterop.policy.v1.GetExternalAccessPolicyRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.GetExternalAccessPolicyResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetExternalAccessPolicyMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * ListExternalAccessPolicies lists the policies in the order of their names, Global included.
     * Errors: FOREIGN_OWNER, PAGE_TOKEN_INVALID.
     * </pre>
     */
    public void listExternalAccessPolicies(io.github.parleyinterop.policy.v1.ListExternalAccessPoliciesRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.ListExternalAccessPoliciesResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListExternalAccessPoliciesMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * UpdateExternalAccessPolicy changes a policy.
     * Errors: FOREIGN_OWNER, POLICY_NOT_FOUND, UPDATE_MASK_INVALID, ETAG_MISMATCH, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public void updateExternalAccessPolicy(io.github.parleyinterop.policy.v1.UpdateExternalAccessPolicyRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.UpdateExternalAccessPolicyResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUpdateExternalAccessPolicyMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * DeleteExternalAccessPolicy removes a policy that nobody is granted. Global is never removed: deleting it resets it to
     * its defaults.
     * Errors: FOREIGN_OWNER, POLICY_NOT_FOUND, POLICY_GRANTED, ETAG_MISMATCH, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public void deleteExternalAccessPolicy(io.github.parleyinterop.policy.v1.DeleteExternalAccessPolicyRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.DeleteExternalAccessPolicyResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getDeleteExternalAccessPolicyMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * GrantExternalAccessPolicy assigns a custom policy to a user or a group, in place of the one that was there.
     * Errors: FOREIGN_OWNER, POLICY_NOT_FOUND, POLICY_GLOBAL, TENANT_USER_NOT_FOUND, GROUP_NOT_FOUND, RANK_TAKEN,
     * IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public void grantExternalAccessPolicy(io.github.parleyinterop.policy.v1.GrantExternalAccessPolicyRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.GrantExternalAccessPolicyResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGrantExternalAccessPolicyMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * RevokeExternalAccessPolicyGrant takes the grant of a user or a group away.
     * Errors: FOREIGN_OWNER, GRANT_NOT_FOUND, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public void revokeExternalAccessPolicyGrant(io.github.parleyinterop.policy.v1.RevokeExternalAccessPolicyGrantRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.RevokeExternalAccessPolicyGrantResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getRevokeExternalAccessPolicyGrantMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * ListExternalAccessPolicyGrants lists grants: groups in the order of their ids, then users in the order of theirs.
     * Errors: FOREIGN_OWNER, PAGE_TOKEN_INVALID.
     * </pre>
     */
    public void listExternalAccessPolicyGrants(io.github.parleyinterop.policy.v1.ListExternalAccessPolicyGrantsRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.ListExternalAccessPolicyGrantsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListExternalAccessPolicyGrantsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * EvaluateInterop decides whether a resource's users and a tenant's user may meet, and returns the chain of rules. A tenant
     * administrator asks for its own tenant, a resource for itself; a resource is told what each rule says, and not the names
     * of the tenant's policies and groups.
     * Errors: FOREIGN_OWNER, RESOURCE_NOT_FOUND, TENANT_NOT_FOUND, TENANT_USER_NOT_FOUND, REVISION_INVALID.
     * </pre>
     */
    public void evaluateInterop(io.github.parleyinterop.policy.v1.EvaluateInteropRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.EvaluateInteropResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getEvaluateInteropMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * BatchEvaluateInterop decides up to 500 at once, all on one state. What cannot be decided has its own status.
     * Errors: REVISION_INVALID.
     * </pre>
     */
    public void batchEvaluateInterop(io.github.parleyinterop.policy.v1.BatchEvaluateInteropRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.BatchEvaluateInteropResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getBatchEvaluateInteropMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * ExportPolicy returns the whole policy of a tenant as one document, and the etag of that.
     * Errors: FOREIGN_OWNER.
     * </pre>
     */
    public void exportPolicy(io.github.parleyinterop.policy.v1.ExportPolicyRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.ExportPolicyResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getExportPolicyMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * ApplyPolicy makes the policy of a tenant what the document says, in one commit: what is not in it goes. With dry_run it
     * only tells what would change.
     * Errors: FOREIGN_OWNER, ETAG_MISMATCH, POLICY_NOT_FOUND (a grant of a policy that is not in the document), POLICY_GLOBAL,
     * TENANT_USER_NOT_FOUND, GROUP_NOT_FOUND, RANK_TAKEN, INVALID_FIELD (a name or an assignee twice), IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public void applyPolicy(io.github.parleyinterop.policy.v1.ApplyPolicyRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.ApplyPolicyResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getApplyPolicyMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * WatchPolicy streams every change of the tenant's policy, with the cursor promises of every stream.
     * A stream ends in one of three ways: STREAM_RESUMABLE, CURSOR_EXPIRED or CURSOR_EPOCH, ACCESS_LOST.
     * Errors at the start: FOREIGN_OWNER, CURSOR_INVALID, CURSOR_FOREIGN, CURSOR_EXPIRED, CURSOR_EPOCH, TOO_MANY_STREAMS.
     * </pre>
     */
    public void watchPolicy(io.github.parleyinterop.policy.v1.WatchPolicyRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.WatchPolicyResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncServerStreamingCall(
          getChannel().newCall(getWatchPolicyMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service PolicyService.
   * <pre>
   * PolicyService is what a tenant's administrator controls: who of the tenant may be reached by communication users, and why or why
   * not. Every write acts at once: its answer is sent when no later decision can miss it.
   * </pre>
   */
  public static final class PolicyServiceBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<PolicyServiceBlockingV2Stub> {
    private PolicyServiceBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected PolicyServiceBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new PolicyServiceBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * GetFederationConfiguration returns the tenant's configuration.
     * Errors: FOREIGN_OWNER.
     * </pre>
     */
    public io.github.parleyinterop.policy.v1.GetFederationConfigurationResponse getFederationConfiguration(io.github.parleyinterop.policy.v1.GetFederationConfigurationRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetFederationConfigurationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * UpdateFederationConfiguration changes the tenant's configuration.
     * Errors: FOREIGN_OWNER, UPDATE_MASK_INVALID, ETAG_MISMATCH, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.policy.v1.UpdateFederationConfigurationResponse updateFederationConfiguration(io.github.parleyinterop.policy.v1.UpdateFederationConfigurationRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUpdateFederationConfigurationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * CreateExternalAccessPolicy adds a custom policy.
     * Errors: FOREIGN_OWNER, POLICY_EXISTS (Global always exists), QUOTA_EXCEEDED (1000 a tenant), IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.policy.v1.CreateExternalAccessPolicyResponse createExternalAccessPolicy(io.github.parleyinterop.policy.v1.CreateExternalAccessPolicyRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getCreateExternalAccessPolicyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * GetExternalAccessPolicy returns a policy.
     * Errors: FOREIGN_OWNER, POLICY_NOT_FOUND.
     * </pre>
     */
    public io.github.parleyinterop.policy.v1.GetExternalAccessPolicyResponse getExternalAccessPolicy(io.github.parleyinterop.policy.v1.GetExternalAccessPolicyRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetExternalAccessPolicyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ListExternalAccessPolicies lists the policies in the order of their names, Global included.
     * Errors: FOREIGN_OWNER, PAGE_TOKEN_INVALID.
     * </pre>
     */
    public io.github.parleyinterop.policy.v1.ListExternalAccessPoliciesResponse listExternalAccessPolicies(io.github.parleyinterop.policy.v1.ListExternalAccessPoliciesRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListExternalAccessPoliciesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * UpdateExternalAccessPolicy changes a policy.
     * Errors: FOREIGN_OWNER, POLICY_NOT_FOUND, UPDATE_MASK_INVALID, ETAG_MISMATCH, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.policy.v1.UpdateExternalAccessPolicyResponse updateExternalAccessPolicy(io.github.parleyinterop.policy.v1.UpdateExternalAccessPolicyRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUpdateExternalAccessPolicyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * DeleteExternalAccessPolicy removes a policy that nobody is granted. Global is never removed: deleting it resets it to
     * its defaults.
     * Errors: FOREIGN_OWNER, POLICY_NOT_FOUND, POLICY_GRANTED, ETAG_MISMATCH, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.policy.v1.DeleteExternalAccessPolicyResponse deleteExternalAccessPolicy(io.github.parleyinterop.policy.v1.DeleteExternalAccessPolicyRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getDeleteExternalAccessPolicyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * GrantExternalAccessPolicy assigns a custom policy to a user or a group, in place of the one that was there.
     * Errors: FOREIGN_OWNER, POLICY_NOT_FOUND, POLICY_GLOBAL, TENANT_USER_NOT_FOUND, GROUP_NOT_FOUND, RANK_TAKEN,
     * IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.policy.v1.GrantExternalAccessPolicyResponse grantExternalAccessPolicy(io.github.parleyinterop.policy.v1.GrantExternalAccessPolicyRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGrantExternalAccessPolicyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * RevokeExternalAccessPolicyGrant takes the grant of a user or a group away.
     * Errors: FOREIGN_OWNER, GRANT_NOT_FOUND, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.policy.v1.RevokeExternalAccessPolicyGrantResponse revokeExternalAccessPolicyGrant(io.github.parleyinterop.policy.v1.RevokeExternalAccessPolicyGrantRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getRevokeExternalAccessPolicyGrantMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ListExternalAccessPolicyGrants lists grants: groups in the order of their ids, then users in the order of theirs.
     * Errors: FOREIGN_OWNER, PAGE_TOKEN_INVALID.
     * </pre>
     */
    public io.github.parleyinterop.policy.v1.ListExternalAccessPolicyGrantsResponse listExternalAccessPolicyGrants(io.github.parleyinterop.policy.v1.ListExternalAccessPolicyGrantsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListExternalAccessPolicyGrantsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * EvaluateInterop decides whether a resource's users and a tenant's user may meet, and returns the chain of rules. A tenant
     * administrator asks for its own tenant, a resource for itself; a resource is told what each rule says, and not the names
     * of the tenant's policies and groups.
     * Errors: FOREIGN_OWNER, RESOURCE_NOT_FOUND, TENANT_NOT_FOUND, TENANT_USER_NOT_FOUND, REVISION_INVALID.
     * </pre>
     */
    public io.github.parleyinterop.policy.v1.EvaluateInteropResponse evaluateInterop(io.github.parleyinterop.policy.v1.EvaluateInteropRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getEvaluateInteropMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * BatchEvaluateInterop decides up to 500 at once, all on one state. What cannot be decided has its own status.
     * Errors: REVISION_INVALID.
     * </pre>
     */
    public io.github.parleyinterop.policy.v1.BatchEvaluateInteropResponse batchEvaluateInterop(io.github.parleyinterop.policy.v1.BatchEvaluateInteropRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getBatchEvaluateInteropMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ExportPolicy returns the whole policy of a tenant as one document, and the etag of that.
     * Errors: FOREIGN_OWNER.
     * </pre>
     */
    public io.github.parleyinterop.policy.v1.ExportPolicyResponse exportPolicy(io.github.parleyinterop.policy.v1.ExportPolicyRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getExportPolicyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ApplyPolicy makes the policy of a tenant what the document says, in one commit: what is not in it goes. With dry_run it
     * only tells what would change.
     * Errors: FOREIGN_OWNER, ETAG_MISMATCH, POLICY_NOT_FOUND (a grant of a policy that is not in the document), POLICY_GLOBAL,
     * TENANT_USER_NOT_FOUND, GROUP_NOT_FOUND, RANK_TAKEN, INVALID_FIELD (a name or an assignee twice), IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.policy.v1.ApplyPolicyResponse applyPolicy(io.github.parleyinterop.policy.v1.ApplyPolicyRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getApplyPolicyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * WatchPolicy streams every change of the tenant's policy, with the cursor promises of every stream.
     * A stream ends in one of three ways: STREAM_RESUMABLE, CURSOR_EXPIRED or CURSOR_EPOCH, ACCESS_LOST.
     * Errors at the start: FOREIGN_OWNER, CURSOR_INVALID, CURSOR_FOREIGN, CURSOR_EXPIRED, CURSOR_EPOCH, TOO_MANY_STREAMS.
     * </pre>
     */
    @io.grpc.ExperimentalApi("https://github.com/grpc/grpc-java/issues/10918")
    public io.grpc.stub.BlockingClientCall<?, io.github.parleyinterop.policy.v1.WatchPolicyResponse>
        watchPolicy(io.github.parleyinterop.policy.v1.WatchPolicyRequest request) {
      return io.grpc.stub.ClientCalls.blockingV2ServerStreamingCall(
          getChannel(), getWatchPolicyMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service PolicyService.
   * <pre>
   * PolicyService is what a tenant's administrator controls: who of the tenant may be reached by communication users, and why or why
   * not. Every write acts at once: its answer is sent when no later decision can miss it.
   * </pre>
   */
  public static final class PolicyServiceBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<PolicyServiceBlockingStub> {
    private PolicyServiceBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected PolicyServiceBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new PolicyServiceBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * GetFederationConfiguration returns the tenant's configuration.
     * Errors: FOREIGN_OWNER.
     * </pre>
     */
    public io.github.parleyinterop.policy.v1.GetFederationConfigurationResponse getFederationConfiguration(io.github.parleyinterop.policy.v1.GetFederationConfigurationRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetFederationConfigurationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * UpdateFederationConfiguration changes the tenant's configuration.
     * Errors: FOREIGN_OWNER, UPDATE_MASK_INVALID, ETAG_MISMATCH, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.policy.v1.UpdateFederationConfigurationResponse updateFederationConfiguration(io.github.parleyinterop.policy.v1.UpdateFederationConfigurationRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUpdateFederationConfigurationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * CreateExternalAccessPolicy adds a custom policy.
     * Errors: FOREIGN_OWNER, POLICY_EXISTS (Global always exists), QUOTA_EXCEEDED (1000 a tenant), IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.policy.v1.CreateExternalAccessPolicyResponse createExternalAccessPolicy(io.github.parleyinterop.policy.v1.CreateExternalAccessPolicyRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getCreateExternalAccessPolicyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * GetExternalAccessPolicy returns a policy.
     * Errors: FOREIGN_OWNER, POLICY_NOT_FOUND.
     * </pre>
     */
    public io.github.parleyinterop.policy.v1.GetExternalAccessPolicyResponse getExternalAccessPolicy(io.github.parleyinterop.policy.v1.GetExternalAccessPolicyRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetExternalAccessPolicyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ListExternalAccessPolicies lists the policies in the order of their names, Global included.
     * Errors: FOREIGN_OWNER, PAGE_TOKEN_INVALID.
     * </pre>
     */
    public io.github.parleyinterop.policy.v1.ListExternalAccessPoliciesResponse listExternalAccessPolicies(io.github.parleyinterop.policy.v1.ListExternalAccessPoliciesRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListExternalAccessPoliciesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * UpdateExternalAccessPolicy changes a policy.
     * Errors: FOREIGN_OWNER, POLICY_NOT_FOUND, UPDATE_MASK_INVALID, ETAG_MISMATCH, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.policy.v1.UpdateExternalAccessPolicyResponse updateExternalAccessPolicy(io.github.parleyinterop.policy.v1.UpdateExternalAccessPolicyRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUpdateExternalAccessPolicyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * DeleteExternalAccessPolicy removes a policy that nobody is granted. Global is never removed: deleting it resets it to
     * its defaults.
     * Errors: FOREIGN_OWNER, POLICY_NOT_FOUND, POLICY_GRANTED, ETAG_MISMATCH, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.policy.v1.DeleteExternalAccessPolicyResponse deleteExternalAccessPolicy(io.github.parleyinterop.policy.v1.DeleteExternalAccessPolicyRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getDeleteExternalAccessPolicyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * GrantExternalAccessPolicy assigns a custom policy to a user or a group, in place of the one that was there.
     * Errors: FOREIGN_OWNER, POLICY_NOT_FOUND, POLICY_GLOBAL, TENANT_USER_NOT_FOUND, GROUP_NOT_FOUND, RANK_TAKEN,
     * IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.policy.v1.GrantExternalAccessPolicyResponse grantExternalAccessPolicy(io.github.parleyinterop.policy.v1.GrantExternalAccessPolicyRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGrantExternalAccessPolicyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * RevokeExternalAccessPolicyGrant takes the grant of a user or a group away.
     * Errors: FOREIGN_OWNER, GRANT_NOT_FOUND, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.policy.v1.RevokeExternalAccessPolicyGrantResponse revokeExternalAccessPolicyGrant(io.github.parleyinterop.policy.v1.RevokeExternalAccessPolicyGrantRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getRevokeExternalAccessPolicyGrantMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ListExternalAccessPolicyGrants lists grants: groups in the order of their ids, then users in the order of theirs.
     * Errors: FOREIGN_OWNER, PAGE_TOKEN_INVALID.
     * </pre>
     */
    public io.github.parleyinterop.policy.v1.ListExternalAccessPolicyGrantsResponse listExternalAccessPolicyGrants(io.github.parleyinterop.policy.v1.ListExternalAccessPolicyGrantsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListExternalAccessPolicyGrantsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * EvaluateInterop decides whether a resource's users and a tenant's user may meet, and returns the chain of rules. A tenant
     * administrator asks for its own tenant, a resource for itself; a resource is told what each rule says, and not the names
     * of the tenant's policies and groups.
     * Errors: FOREIGN_OWNER, RESOURCE_NOT_FOUND, TENANT_NOT_FOUND, TENANT_USER_NOT_FOUND, REVISION_INVALID.
     * </pre>
     */
    public io.github.parleyinterop.policy.v1.EvaluateInteropResponse evaluateInterop(io.github.parleyinterop.policy.v1.EvaluateInteropRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getEvaluateInteropMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * BatchEvaluateInterop decides up to 500 at once, all on one state. What cannot be decided has its own status.
     * Errors: REVISION_INVALID.
     * </pre>
     */
    public io.github.parleyinterop.policy.v1.BatchEvaluateInteropResponse batchEvaluateInterop(io.github.parleyinterop.policy.v1.BatchEvaluateInteropRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getBatchEvaluateInteropMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ExportPolicy returns the whole policy of a tenant as one document, and the etag of that.
     * Errors: FOREIGN_OWNER.
     * </pre>
     */
    public io.github.parleyinterop.policy.v1.ExportPolicyResponse exportPolicy(io.github.parleyinterop.policy.v1.ExportPolicyRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getExportPolicyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ApplyPolicy makes the policy of a tenant what the document says, in one commit: what is not in it goes. With dry_run it
     * only tells what would change.
     * Errors: FOREIGN_OWNER, ETAG_MISMATCH, POLICY_NOT_FOUND (a grant of a policy that is not in the document), POLICY_GLOBAL,
     * TENANT_USER_NOT_FOUND, GROUP_NOT_FOUND, RANK_TAKEN, INVALID_FIELD (a name or an assignee twice), IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.policy.v1.ApplyPolicyResponse applyPolicy(io.github.parleyinterop.policy.v1.ApplyPolicyRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getApplyPolicyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * WatchPolicy streams every change of the tenant's policy, with the cursor promises of every stream.
     * A stream ends in one of three ways: STREAM_RESUMABLE, CURSOR_EXPIRED or CURSOR_EPOCH, ACCESS_LOST.
     * Errors at the start: FOREIGN_OWNER, CURSOR_INVALID, CURSOR_FOREIGN, CURSOR_EXPIRED, CURSOR_EPOCH, TOO_MANY_STREAMS.
     * </pre>
     */
    public java.util.Iterator<io.github.parleyinterop.policy.v1.WatchPolicyResponse> watchPolicy(
        io.github.parleyinterop.policy.v1.WatchPolicyRequest request) {
      return io.grpc.stub.ClientCalls.blockingServerStreamingCall(
          getChannel(), getWatchPolicyMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service PolicyService.
   * <pre>
   * PolicyService is what a tenant's administrator controls: who of the tenant may be reached by communication users, and why or why
   * not. Every write acts at once: its answer is sent when no later decision can miss it.
   * </pre>
   */
  public static final class PolicyServiceFutureStub
      extends io.grpc.stub.AbstractFutureStub<PolicyServiceFutureStub> {
    private PolicyServiceFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected PolicyServiceFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new PolicyServiceFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * GetFederationConfiguration returns the tenant's configuration.
     * Errors: FOREIGN_OWNER.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.policy.v1.GetFederationConfigurationResponse> getFederationConfiguration(
        io.github.parleyinterop.policy.v1.GetFederationConfigurationRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetFederationConfigurationMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * UpdateFederationConfiguration changes the tenant's configuration.
     * Errors: FOREIGN_OWNER, UPDATE_MASK_INVALID, ETAG_MISMATCH, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.policy.v1.UpdateFederationConfigurationResponse> updateFederationConfiguration(
        io.github.parleyinterop.policy.v1.UpdateFederationConfigurationRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUpdateFederationConfigurationMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * CreateExternalAccessPolicy adds a custom policy.
     * Errors: FOREIGN_OWNER, POLICY_EXISTS (Global always exists), QUOTA_EXCEEDED (1000 a tenant), IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.policy.v1.CreateExternalAccessPolicyResponse> createExternalAccessPolicy(
        io.github.parleyinterop.policy.v1.CreateExternalAccessPolicyRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getCreateExternalAccessPolicyMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * GetExternalAccessPolicy returns a policy.
     * Errors: FOREIGN_OWNER, POLICY_NOT_FOUND.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.policy.v1.GetExternalAccessPolicyResponse> getExternalAccessPolicy(
        io.github.parleyinterop.policy.v1.GetExternalAccessPolicyRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetExternalAccessPolicyMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * ListExternalAccessPolicies lists the policies in the order of their names, Global included.
     * Errors: FOREIGN_OWNER, PAGE_TOKEN_INVALID.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.policy.v1.ListExternalAccessPoliciesResponse> listExternalAccessPolicies(
        io.github.parleyinterop.policy.v1.ListExternalAccessPoliciesRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListExternalAccessPoliciesMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * UpdateExternalAccessPolicy changes a policy.
     * Errors: FOREIGN_OWNER, POLICY_NOT_FOUND, UPDATE_MASK_INVALID, ETAG_MISMATCH, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.policy.v1.UpdateExternalAccessPolicyResponse> updateExternalAccessPolicy(
        io.github.parleyinterop.policy.v1.UpdateExternalAccessPolicyRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUpdateExternalAccessPolicyMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * DeleteExternalAccessPolicy removes a policy that nobody is granted. Global is never removed: deleting it resets it to
     * its defaults.
     * Errors: FOREIGN_OWNER, POLICY_NOT_FOUND, POLICY_GRANTED, ETAG_MISMATCH, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.policy.v1.DeleteExternalAccessPolicyResponse> deleteExternalAccessPolicy(
        io.github.parleyinterop.policy.v1.DeleteExternalAccessPolicyRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getDeleteExternalAccessPolicyMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * GrantExternalAccessPolicy assigns a custom policy to a user or a group, in place of the one that was there.
     * Errors: FOREIGN_OWNER, POLICY_NOT_FOUND, POLICY_GLOBAL, TENANT_USER_NOT_FOUND, GROUP_NOT_FOUND, RANK_TAKEN,
     * IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.policy.v1.GrantExternalAccessPolicyResponse> grantExternalAccessPolicy(
        io.github.parleyinterop.policy.v1.GrantExternalAccessPolicyRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGrantExternalAccessPolicyMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * RevokeExternalAccessPolicyGrant takes the grant of a user or a group away.
     * Errors: FOREIGN_OWNER, GRANT_NOT_FOUND, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.policy.v1.RevokeExternalAccessPolicyGrantResponse> revokeExternalAccessPolicyGrant(
        io.github.parleyinterop.policy.v1.RevokeExternalAccessPolicyGrantRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getRevokeExternalAccessPolicyGrantMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * ListExternalAccessPolicyGrants lists grants: groups in the order of their ids, then users in the order of theirs.
     * Errors: FOREIGN_OWNER, PAGE_TOKEN_INVALID.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.policy.v1.ListExternalAccessPolicyGrantsResponse> listExternalAccessPolicyGrants(
        io.github.parleyinterop.policy.v1.ListExternalAccessPolicyGrantsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListExternalAccessPolicyGrantsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * EvaluateInterop decides whether a resource's users and a tenant's user may meet, and returns the chain of rules. A tenant
     * administrator asks for its own tenant, a resource for itself; a resource is told what each rule says, and not the names
     * of the tenant's policies and groups.
     * Errors: FOREIGN_OWNER, RESOURCE_NOT_FOUND, TENANT_NOT_FOUND, TENANT_USER_NOT_FOUND, REVISION_INVALID.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.policy.v1.EvaluateInteropResponse> evaluateInterop(
        io.github.parleyinterop.policy.v1.EvaluateInteropRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getEvaluateInteropMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * BatchEvaluateInterop decides up to 500 at once, all on one state. What cannot be decided has its own status.
     * Errors: REVISION_INVALID.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.policy.v1.BatchEvaluateInteropResponse> batchEvaluateInterop(
        io.github.parleyinterop.policy.v1.BatchEvaluateInteropRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getBatchEvaluateInteropMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * ExportPolicy returns the whole policy of a tenant as one document, and the etag of that.
     * Errors: FOREIGN_OWNER.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.policy.v1.ExportPolicyResponse> exportPolicy(
        io.github.parleyinterop.policy.v1.ExportPolicyRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getExportPolicyMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * ApplyPolicy makes the policy of a tenant what the document says, in one commit: what is not in it goes. With dry_run it
     * only tells what would change.
     * Errors: FOREIGN_OWNER, ETAG_MISMATCH, POLICY_NOT_FOUND (a grant of a policy that is not in the document), POLICY_GLOBAL,
     * TENANT_USER_NOT_FOUND, GROUP_NOT_FOUND, RANK_TAKEN, INVALID_FIELD (a name or an assignee twice), IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.policy.v1.ApplyPolicyResponse> applyPolicy(
        io.github.parleyinterop.policy.v1.ApplyPolicyRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getApplyPolicyMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_GET_FEDERATION_CONFIGURATION = 0;
  private static final int METHODID_UPDATE_FEDERATION_CONFIGURATION = 1;
  private static final int METHODID_CREATE_EXTERNAL_ACCESS_POLICY = 2;
  private static final int METHODID_GET_EXTERNAL_ACCESS_POLICY = 3;
  private static final int METHODID_LIST_EXTERNAL_ACCESS_POLICIES = 4;
  private static final int METHODID_UPDATE_EXTERNAL_ACCESS_POLICY = 5;
  private static final int METHODID_DELETE_EXTERNAL_ACCESS_POLICY = 6;
  private static final int METHODID_GRANT_EXTERNAL_ACCESS_POLICY = 7;
  private static final int METHODID_REVOKE_EXTERNAL_ACCESS_POLICY_GRANT = 8;
  private static final int METHODID_LIST_EXTERNAL_ACCESS_POLICY_GRANTS = 9;
  private static final int METHODID_EVALUATE_INTEROP = 10;
  private static final int METHODID_BATCH_EVALUATE_INTEROP = 11;
  private static final int METHODID_EXPORT_POLICY = 12;
  private static final int METHODID_APPLY_POLICY = 13;
  private static final int METHODID_WATCH_POLICY = 14;

  private static final class MethodHandlers<Req, Resp> implements
      io.grpc.stub.ServerCalls.UnaryMethod<Req, Resp>,
      io.grpc.stub.ServerCalls.ServerStreamingMethod<Req, Resp>,
      io.grpc.stub.ServerCalls.ClientStreamingMethod<Req, Resp>,
      io.grpc.stub.ServerCalls.BidiStreamingMethod<Req, Resp> {
    private final AsyncService serviceImpl;
    private final int methodId;

    MethodHandlers(AsyncService serviceImpl, int methodId) {
      this.serviceImpl = serviceImpl;
      this.methodId = methodId;
    }

    @java.lang.Override
    @java.lang.SuppressWarnings("unchecked")
    public void invoke(Req request, io.grpc.stub.StreamObserver<Resp> responseObserver) {
      switch (methodId) {
        case METHODID_GET_FEDERATION_CONFIGURATION:
          serviceImpl.getFederationConfiguration((io.github.parleyinterop.policy.v1.GetFederationConfigurationRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.GetFederationConfigurationResponse>) responseObserver);
          break;
        case METHODID_UPDATE_FEDERATION_CONFIGURATION:
          serviceImpl.updateFederationConfiguration((io.github.parleyinterop.policy.v1.UpdateFederationConfigurationRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.UpdateFederationConfigurationResponse>) responseObserver);
          break;
        case METHODID_CREATE_EXTERNAL_ACCESS_POLICY:
          serviceImpl.createExternalAccessPolicy((io.github.parleyinterop.policy.v1.CreateExternalAccessPolicyRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.CreateExternalAccessPolicyResponse>) responseObserver);
          break;
        case METHODID_GET_EXTERNAL_ACCESS_POLICY:
          serviceImpl.getExternalAccessPolicy((io.github.parleyinterop.policy.v1.GetExternalAccessPolicyRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.GetExternalAccessPolicyResponse>) responseObserver);
          break;
        case METHODID_LIST_EXTERNAL_ACCESS_POLICIES:
          serviceImpl.listExternalAccessPolicies((io.github.parleyinterop.policy.v1.ListExternalAccessPoliciesRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.ListExternalAccessPoliciesResponse>) responseObserver);
          break;
        case METHODID_UPDATE_EXTERNAL_ACCESS_POLICY:
          serviceImpl.updateExternalAccessPolicy((io.github.parleyinterop.policy.v1.UpdateExternalAccessPolicyRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.UpdateExternalAccessPolicyResponse>) responseObserver);
          break;
        case METHODID_DELETE_EXTERNAL_ACCESS_POLICY:
          serviceImpl.deleteExternalAccessPolicy((io.github.parleyinterop.policy.v1.DeleteExternalAccessPolicyRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.DeleteExternalAccessPolicyResponse>) responseObserver);
          break;
        case METHODID_GRANT_EXTERNAL_ACCESS_POLICY:
          serviceImpl.grantExternalAccessPolicy((io.github.parleyinterop.policy.v1.GrantExternalAccessPolicyRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.GrantExternalAccessPolicyResponse>) responseObserver);
          break;
        case METHODID_REVOKE_EXTERNAL_ACCESS_POLICY_GRANT:
          serviceImpl.revokeExternalAccessPolicyGrant((io.github.parleyinterop.policy.v1.RevokeExternalAccessPolicyGrantRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.RevokeExternalAccessPolicyGrantResponse>) responseObserver);
          break;
        case METHODID_LIST_EXTERNAL_ACCESS_POLICY_GRANTS:
          serviceImpl.listExternalAccessPolicyGrants((io.github.parleyinterop.policy.v1.ListExternalAccessPolicyGrantsRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.ListExternalAccessPolicyGrantsResponse>) responseObserver);
          break;
        case METHODID_EVALUATE_INTEROP:
          serviceImpl.evaluateInterop((io.github.parleyinterop.policy.v1.EvaluateInteropRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.EvaluateInteropResponse>) responseObserver);
          break;
        case METHODID_BATCH_EVALUATE_INTEROP:
          serviceImpl.batchEvaluateInterop((io.github.parleyinterop.policy.v1.BatchEvaluateInteropRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.BatchEvaluateInteropResponse>) responseObserver);
          break;
        case METHODID_EXPORT_POLICY:
          serviceImpl.exportPolicy((io.github.parleyinterop.policy.v1.ExportPolicyRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.ExportPolicyResponse>) responseObserver);
          break;
        case METHODID_APPLY_POLICY:
          serviceImpl.applyPolicy((io.github.parleyinterop.policy.v1.ApplyPolicyRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.ApplyPolicyResponse>) responseObserver);
          break;
        case METHODID_WATCH_POLICY:
          serviceImpl.watchPolicy((io.github.parleyinterop.policy.v1.WatchPolicyRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.policy.v1.WatchPolicyResponse>) responseObserver);
          break;
        default:
          throw new AssertionError();
      }
    }

    @java.lang.Override
    @java.lang.SuppressWarnings("unchecked")
    public io.grpc.stub.StreamObserver<Req> invoke(
        io.grpc.stub.StreamObserver<Resp> responseObserver) {
      switch (methodId) {
        default:
          throw new AssertionError();
      }
    }
  }

  public static final io.grpc.ServerServiceDefinition bindService(AsyncService service) {
    return io.grpc.ServerServiceDefinition.builder(getServiceDescriptor())
        .addMethod(
          getGetFederationConfigurationMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.policy.v1.GetFederationConfigurationRequest,
              io.github.parleyinterop.policy.v1.GetFederationConfigurationResponse>(
                service, METHODID_GET_FEDERATION_CONFIGURATION)))
        .addMethod(
          getUpdateFederationConfigurationMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.policy.v1.UpdateFederationConfigurationRequest,
              io.github.parleyinterop.policy.v1.UpdateFederationConfigurationResponse>(
                service, METHODID_UPDATE_FEDERATION_CONFIGURATION)))
        .addMethod(
          getCreateExternalAccessPolicyMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.policy.v1.CreateExternalAccessPolicyRequest,
              io.github.parleyinterop.policy.v1.CreateExternalAccessPolicyResponse>(
                service, METHODID_CREATE_EXTERNAL_ACCESS_POLICY)))
        .addMethod(
          getGetExternalAccessPolicyMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.policy.v1.GetExternalAccessPolicyRequest,
              io.github.parleyinterop.policy.v1.GetExternalAccessPolicyResponse>(
                service, METHODID_GET_EXTERNAL_ACCESS_POLICY)))
        .addMethod(
          getListExternalAccessPoliciesMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.policy.v1.ListExternalAccessPoliciesRequest,
              io.github.parleyinterop.policy.v1.ListExternalAccessPoliciesResponse>(
                service, METHODID_LIST_EXTERNAL_ACCESS_POLICIES)))
        .addMethod(
          getUpdateExternalAccessPolicyMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.policy.v1.UpdateExternalAccessPolicyRequest,
              io.github.parleyinterop.policy.v1.UpdateExternalAccessPolicyResponse>(
                service, METHODID_UPDATE_EXTERNAL_ACCESS_POLICY)))
        .addMethod(
          getDeleteExternalAccessPolicyMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.policy.v1.DeleteExternalAccessPolicyRequest,
              io.github.parleyinterop.policy.v1.DeleteExternalAccessPolicyResponse>(
                service, METHODID_DELETE_EXTERNAL_ACCESS_POLICY)))
        .addMethod(
          getGrantExternalAccessPolicyMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.policy.v1.GrantExternalAccessPolicyRequest,
              io.github.parleyinterop.policy.v1.GrantExternalAccessPolicyResponse>(
                service, METHODID_GRANT_EXTERNAL_ACCESS_POLICY)))
        .addMethod(
          getRevokeExternalAccessPolicyGrantMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.policy.v1.RevokeExternalAccessPolicyGrantRequest,
              io.github.parleyinterop.policy.v1.RevokeExternalAccessPolicyGrantResponse>(
                service, METHODID_REVOKE_EXTERNAL_ACCESS_POLICY_GRANT)))
        .addMethod(
          getListExternalAccessPolicyGrantsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.policy.v1.ListExternalAccessPolicyGrantsRequest,
              io.github.parleyinterop.policy.v1.ListExternalAccessPolicyGrantsResponse>(
                service, METHODID_LIST_EXTERNAL_ACCESS_POLICY_GRANTS)))
        .addMethod(
          getEvaluateInteropMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.policy.v1.EvaluateInteropRequest,
              io.github.parleyinterop.policy.v1.EvaluateInteropResponse>(
                service, METHODID_EVALUATE_INTEROP)))
        .addMethod(
          getBatchEvaluateInteropMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.policy.v1.BatchEvaluateInteropRequest,
              io.github.parleyinterop.policy.v1.BatchEvaluateInteropResponse>(
                service, METHODID_BATCH_EVALUATE_INTEROP)))
        .addMethod(
          getExportPolicyMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.policy.v1.ExportPolicyRequest,
              io.github.parleyinterop.policy.v1.ExportPolicyResponse>(
                service, METHODID_EXPORT_POLICY)))
        .addMethod(
          getApplyPolicyMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.policy.v1.ApplyPolicyRequest,
              io.github.parleyinterop.policy.v1.ApplyPolicyResponse>(
                service, METHODID_APPLY_POLICY)))
        .addMethod(
          getWatchPolicyMethod(),
          io.grpc.stub.ServerCalls.asyncServerStreamingCall(
            new MethodHandlers<
              io.github.parleyinterop.policy.v1.WatchPolicyRequest,
              io.github.parleyinterop.policy.v1.WatchPolicyResponse>(
                service, METHODID_WATCH_POLICY)))
        .build();
  }

  private static abstract class PolicyServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    PolicyServiceBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return io.github.parleyinterop.policy.v1.PolicyServiceProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("PolicyService");
    }
  }

  private static final class PolicyServiceFileDescriptorSupplier
      extends PolicyServiceBaseDescriptorSupplier {
    PolicyServiceFileDescriptorSupplier() {}
  }

  private static final class PolicyServiceMethodDescriptorSupplier
      extends PolicyServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    PolicyServiceMethodDescriptorSupplier(java.lang.String methodName) {
      this.methodName = methodName;
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.MethodDescriptor getMethodDescriptor() {
      return getServiceDescriptor().findMethodByName(methodName);
    }
  }

  private static volatile io.grpc.ServiceDescriptor serviceDescriptor;

  public static io.grpc.ServiceDescriptor getServiceDescriptor() {
    io.grpc.ServiceDescriptor result = serviceDescriptor;
    if (result == null) {
      synchronized (PolicyServiceGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new PolicyServiceFileDescriptorSupplier())
              .addMethod(getGetFederationConfigurationMethod())
              .addMethod(getUpdateFederationConfigurationMethod())
              .addMethod(getCreateExternalAccessPolicyMethod())
              .addMethod(getGetExternalAccessPolicyMethod())
              .addMethod(getListExternalAccessPoliciesMethod())
              .addMethod(getUpdateExternalAccessPolicyMethod())
              .addMethod(getDeleteExternalAccessPolicyMethod())
              .addMethod(getGrantExternalAccessPolicyMethod())
              .addMethod(getRevokeExternalAccessPolicyGrantMethod())
              .addMethod(getListExternalAccessPolicyGrantsMethod())
              .addMethod(getEvaluateInteropMethod())
              .addMethod(getBatchEvaluateInteropMethod())
              .addMethod(getExportPolicyMethod())
              .addMethod(getApplyPolicyMethod())
              .addMethod(getWatchPolicyMethod())
              .build();
        }
      }
    }
    return result;
  }
}
