package io.github.parleyinterop.admin.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 * <pre>
 * AdminService is for the operator of a deployment: resources, tenants, their keys, the audit trail and usage.
 * </pre>
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class AdminServiceGrpc {

  private AdminServiceGrpc() {}

  public static final java.lang.String SERVICE_NAME = "parley.admin.v1.AdminService";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.CreateResourceRequest,
      io.github.parleyinterop.admin.v1.CreateResourceResponse> getCreateResourceMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "CreateResource",
      requestType = io.github.parleyinterop.admin.v1.CreateResourceRequest.class,
      responseType = io.github.parleyinterop.admin.v1.CreateResourceResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.CreateResourceRequest,
      io.github.parleyinterop.admin.v1.CreateResourceResponse> getCreateResourceMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.CreateResourceRequest, io.github.parleyinterop.admin.v1.CreateResourceResponse> getCreateResourceMethod;
    if ((getCreateResourceMethod = AdminServiceGrpc.getCreateResourceMethod) == null) {
      synchronized (AdminServiceGrpc.class) {
        if ((getCreateResourceMethod = AdminServiceGrpc.getCreateResourceMethod) == null) {
          AdminServiceGrpc.getCreateResourceMethod = getCreateResourceMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.admin.v1.CreateResourceRequest, io.github.parleyinterop.admin.v1.CreateResourceResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "CreateResource"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.admin.v1.CreateResourceRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.admin.v1.CreateResourceResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AdminServiceMethodDescriptorSupplier("CreateResource"))
              .build();
        }
      }
    }
    return getCreateResourceMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.GetResourceRequest,
      io.github.parleyinterop.admin.v1.GetResourceResponse> getGetResourceMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetResource",
      requestType = io.github.parleyinterop.admin.v1.GetResourceRequest.class,
      responseType = io.github.parleyinterop.admin.v1.GetResourceResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.GetResourceRequest,
      io.github.parleyinterop.admin.v1.GetResourceResponse> getGetResourceMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.GetResourceRequest, io.github.parleyinterop.admin.v1.GetResourceResponse> getGetResourceMethod;
    if ((getGetResourceMethod = AdminServiceGrpc.getGetResourceMethod) == null) {
      synchronized (AdminServiceGrpc.class) {
        if ((getGetResourceMethod = AdminServiceGrpc.getGetResourceMethod) == null) {
          AdminServiceGrpc.getGetResourceMethod = getGetResourceMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.admin.v1.GetResourceRequest, io.github.parleyinterop.admin.v1.GetResourceResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetResource"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.admin.v1.GetResourceRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.admin.v1.GetResourceResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AdminServiceMethodDescriptorSupplier("GetResource"))
              .build();
        }
      }
    }
    return getGetResourceMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.ListResourcesRequest,
      io.github.parleyinterop.admin.v1.ListResourcesResponse> getListResourcesMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListResources",
      requestType = io.github.parleyinterop.admin.v1.ListResourcesRequest.class,
      responseType = io.github.parleyinterop.admin.v1.ListResourcesResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.ListResourcesRequest,
      io.github.parleyinterop.admin.v1.ListResourcesResponse> getListResourcesMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.ListResourcesRequest, io.github.parleyinterop.admin.v1.ListResourcesResponse> getListResourcesMethod;
    if ((getListResourcesMethod = AdminServiceGrpc.getListResourcesMethod) == null) {
      synchronized (AdminServiceGrpc.class) {
        if ((getListResourcesMethod = AdminServiceGrpc.getListResourcesMethod) == null) {
          AdminServiceGrpc.getListResourcesMethod = getListResourcesMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.admin.v1.ListResourcesRequest, io.github.parleyinterop.admin.v1.ListResourcesResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListResources"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.admin.v1.ListResourcesRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.admin.v1.ListResourcesResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AdminServiceMethodDescriptorSupplier("ListResources"))
              .build();
        }
      }
    }
    return getListResourcesMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.UpdateResourceRequest,
      io.github.parleyinterop.admin.v1.UpdateResourceResponse> getUpdateResourceMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UpdateResource",
      requestType = io.github.parleyinterop.admin.v1.UpdateResourceRequest.class,
      responseType = io.github.parleyinterop.admin.v1.UpdateResourceResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.UpdateResourceRequest,
      io.github.parleyinterop.admin.v1.UpdateResourceResponse> getUpdateResourceMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.UpdateResourceRequest, io.github.parleyinterop.admin.v1.UpdateResourceResponse> getUpdateResourceMethod;
    if ((getUpdateResourceMethod = AdminServiceGrpc.getUpdateResourceMethod) == null) {
      synchronized (AdminServiceGrpc.class) {
        if ((getUpdateResourceMethod = AdminServiceGrpc.getUpdateResourceMethod) == null) {
          AdminServiceGrpc.getUpdateResourceMethod = getUpdateResourceMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.admin.v1.UpdateResourceRequest, io.github.parleyinterop.admin.v1.UpdateResourceResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UpdateResource"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.admin.v1.UpdateResourceRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.admin.v1.UpdateResourceResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AdminServiceMethodDescriptorSupplier("UpdateResource"))
              .build();
        }
      }
    }
    return getUpdateResourceMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.DeleteResourceRequest,
      io.github.parleyinterop.admin.v1.DeleteResourceResponse> getDeleteResourceMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "DeleteResource",
      requestType = io.github.parleyinterop.admin.v1.DeleteResourceRequest.class,
      responseType = io.github.parleyinterop.admin.v1.DeleteResourceResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.DeleteResourceRequest,
      io.github.parleyinterop.admin.v1.DeleteResourceResponse> getDeleteResourceMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.DeleteResourceRequest, io.github.parleyinterop.admin.v1.DeleteResourceResponse> getDeleteResourceMethod;
    if ((getDeleteResourceMethod = AdminServiceGrpc.getDeleteResourceMethod) == null) {
      synchronized (AdminServiceGrpc.class) {
        if ((getDeleteResourceMethod = AdminServiceGrpc.getDeleteResourceMethod) == null) {
          AdminServiceGrpc.getDeleteResourceMethod = getDeleteResourceMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.admin.v1.DeleteResourceRequest, io.github.parleyinterop.admin.v1.DeleteResourceResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "DeleteResource"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.admin.v1.DeleteResourceRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.admin.v1.DeleteResourceResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AdminServiceMethodDescriptorSupplier("DeleteResource"))
              .build();
        }
      }
    }
    return getDeleteResourceMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.CreateTenantRequest,
      io.github.parleyinterop.admin.v1.CreateTenantResponse> getCreateTenantMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "CreateTenant",
      requestType = io.github.parleyinterop.admin.v1.CreateTenantRequest.class,
      responseType = io.github.parleyinterop.admin.v1.CreateTenantResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.CreateTenantRequest,
      io.github.parleyinterop.admin.v1.CreateTenantResponse> getCreateTenantMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.CreateTenantRequest, io.github.parleyinterop.admin.v1.CreateTenantResponse> getCreateTenantMethod;
    if ((getCreateTenantMethod = AdminServiceGrpc.getCreateTenantMethod) == null) {
      synchronized (AdminServiceGrpc.class) {
        if ((getCreateTenantMethod = AdminServiceGrpc.getCreateTenantMethod) == null) {
          AdminServiceGrpc.getCreateTenantMethod = getCreateTenantMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.admin.v1.CreateTenantRequest, io.github.parleyinterop.admin.v1.CreateTenantResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "CreateTenant"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.admin.v1.CreateTenantRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.admin.v1.CreateTenantResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AdminServiceMethodDescriptorSupplier("CreateTenant"))
              .build();
        }
      }
    }
    return getCreateTenantMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.GetTenantRequest,
      io.github.parleyinterop.admin.v1.GetTenantResponse> getGetTenantMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetTenant",
      requestType = io.github.parleyinterop.admin.v1.GetTenantRequest.class,
      responseType = io.github.parleyinterop.admin.v1.GetTenantResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.GetTenantRequest,
      io.github.parleyinterop.admin.v1.GetTenantResponse> getGetTenantMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.GetTenantRequest, io.github.parleyinterop.admin.v1.GetTenantResponse> getGetTenantMethod;
    if ((getGetTenantMethod = AdminServiceGrpc.getGetTenantMethod) == null) {
      synchronized (AdminServiceGrpc.class) {
        if ((getGetTenantMethod = AdminServiceGrpc.getGetTenantMethod) == null) {
          AdminServiceGrpc.getGetTenantMethod = getGetTenantMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.admin.v1.GetTenantRequest, io.github.parleyinterop.admin.v1.GetTenantResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetTenant"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.admin.v1.GetTenantRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.admin.v1.GetTenantResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AdminServiceMethodDescriptorSupplier("GetTenant"))
              .build();
        }
      }
    }
    return getGetTenantMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.ListTenantsRequest,
      io.github.parleyinterop.admin.v1.ListTenantsResponse> getListTenantsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListTenants",
      requestType = io.github.parleyinterop.admin.v1.ListTenantsRequest.class,
      responseType = io.github.parleyinterop.admin.v1.ListTenantsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.ListTenantsRequest,
      io.github.parleyinterop.admin.v1.ListTenantsResponse> getListTenantsMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.ListTenantsRequest, io.github.parleyinterop.admin.v1.ListTenantsResponse> getListTenantsMethod;
    if ((getListTenantsMethod = AdminServiceGrpc.getListTenantsMethod) == null) {
      synchronized (AdminServiceGrpc.class) {
        if ((getListTenantsMethod = AdminServiceGrpc.getListTenantsMethod) == null) {
          AdminServiceGrpc.getListTenantsMethod = getListTenantsMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.admin.v1.ListTenantsRequest, io.github.parleyinterop.admin.v1.ListTenantsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListTenants"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.admin.v1.ListTenantsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.admin.v1.ListTenantsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AdminServiceMethodDescriptorSupplier("ListTenants"))
              .build();
        }
      }
    }
    return getListTenantsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.UpdateTenantRequest,
      io.github.parleyinterop.admin.v1.UpdateTenantResponse> getUpdateTenantMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UpdateTenant",
      requestType = io.github.parleyinterop.admin.v1.UpdateTenantRequest.class,
      responseType = io.github.parleyinterop.admin.v1.UpdateTenantResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.UpdateTenantRequest,
      io.github.parleyinterop.admin.v1.UpdateTenantResponse> getUpdateTenantMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.UpdateTenantRequest, io.github.parleyinterop.admin.v1.UpdateTenantResponse> getUpdateTenantMethod;
    if ((getUpdateTenantMethod = AdminServiceGrpc.getUpdateTenantMethod) == null) {
      synchronized (AdminServiceGrpc.class) {
        if ((getUpdateTenantMethod = AdminServiceGrpc.getUpdateTenantMethod) == null) {
          AdminServiceGrpc.getUpdateTenantMethod = getUpdateTenantMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.admin.v1.UpdateTenantRequest, io.github.parleyinterop.admin.v1.UpdateTenantResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UpdateTenant"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.admin.v1.UpdateTenantRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.admin.v1.UpdateTenantResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AdminServiceMethodDescriptorSupplier("UpdateTenant"))
              .build();
        }
      }
    }
    return getUpdateTenantMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.DeleteTenantRequest,
      io.github.parleyinterop.admin.v1.DeleteTenantResponse> getDeleteTenantMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "DeleteTenant",
      requestType = io.github.parleyinterop.admin.v1.DeleteTenantRequest.class,
      responseType = io.github.parleyinterop.admin.v1.DeleteTenantResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.DeleteTenantRequest,
      io.github.parleyinterop.admin.v1.DeleteTenantResponse> getDeleteTenantMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.DeleteTenantRequest, io.github.parleyinterop.admin.v1.DeleteTenantResponse> getDeleteTenantMethod;
    if ((getDeleteTenantMethod = AdminServiceGrpc.getDeleteTenantMethod) == null) {
      synchronized (AdminServiceGrpc.class) {
        if ((getDeleteTenantMethod = AdminServiceGrpc.getDeleteTenantMethod) == null) {
          AdminServiceGrpc.getDeleteTenantMethod = getDeleteTenantMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.admin.v1.DeleteTenantRequest, io.github.parleyinterop.admin.v1.DeleteTenantResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "DeleteTenant"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.admin.v1.DeleteTenantRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.admin.v1.DeleteTenantResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AdminServiceMethodDescriptorSupplier("DeleteTenant"))
              .build();
        }
      }
    }
    return getDeleteTenantMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.ListKeysRequest,
      io.github.parleyinterop.admin.v1.ListKeysResponse> getListKeysMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListKeys",
      requestType = io.github.parleyinterop.admin.v1.ListKeysRequest.class,
      responseType = io.github.parleyinterop.admin.v1.ListKeysResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.ListKeysRequest,
      io.github.parleyinterop.admin.v1.ListKeysResponse> getListKeysMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.ListKeysRequest, io.github.parleyinterop.admin.v1.ListKeysResponse> getListKeysMethod;
    if ((getListKeysMethod = AdminServiceGrpc.getListKeysMethod) == null) {
      synchronized (AdminServiceGrpc.class) {
        if ((getListKeysMethod = AdminServiceGrpc.getListKeysMethod) == null) {
          AdminServiceGrpc.getListKeysMethod = getListKeysMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.admin.v1.ListKeysRequest, io.github.parleyinterop.admin.v1.ListKeysResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListKeys"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.admin.v1.ListKeysRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.admin.v1.ListKeysResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AdminServiceMethodDescriptorSupplier("ListKeys"))
              .build();
        }
      }
    }
    return getListKeysMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.RotateKeyRequest,
      io.github.parleyinterop.admin.v1.RotateKeyResponse> getRotateKeyMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "RotateKey",
      requestType = io.github.parleyinterop.admin.v1.RotateKeyRequest.class,
      responseType = io.github.parleyinterop.admin.v1.RotateKeyResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.RotateKeyRequest,
      io.github.parleyinterop.admin.v1.RotateKeyResponse> getRotateKeyMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.RotateKeyRequest, io.github.parleyinterop.admin.v1.RotateKeyResponse> getRotateKeyMethod;
    if ((getRotateKeyMethod = AdminServiceGrpc.getRotateKeyMethod) == null) {
      synchronized (AdminServiceGrpc.class) {
        if ((getRotateKeyMethod = AdminServiceGrpc.getRotateKeyMethod) == null) {
          AdminServiceGrpc.getRotateKeyMethod = getRotateKeyMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.admin.v1.RotateKeyRequest, io.github.parleyinterop.admin.v1.RotateKeyResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "RotateKey"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.admin.v1.RotateKeyRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.admin.v1.RotateKeyResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AdminServiceMethodDescriptorSupplier("RotateKey"))
              .build();
        }
      }
    }
    return getRotateKeyMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.ListAuditRecordsRequest,
      io.github.parleyinterop.admin.v1.ListAuditRecordsResponse> getListAuditRecordsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListAuditRecords",
      requestType = io.github.parleyinterop.admin.v1.ListAuditRecordsRequest.class,
      responseType = io.github.parleyinterop.admin.v1.ListAuditRecordsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.ListAuditRecordsRequest,
      io.github.parleyinterop.admin.v1.ListAuditRecordsResponse> getListAuditRecordsMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.ListAuditRecordsRequest, io.github.parleyinterop.admin.v1.ListAuditRecordsResponse> getListAuditRecordsMethod;
    if ((getListAuditRecordsMethod = AdminServiceGrpc.getListAuditRecordsMethod) == null) {
      synchronized (AdminServiceGrpc.class) {
        if ((getListAuditRecordsMethod = AdminServiceGrpc.getListAuditRecordsMethod) == null) {
          AdminServiceGrpc.getListAuditRecordsMethod = getListAuditRecordsMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.admin.v1.ListAuditRecordsRequest, io.github.parleyinterop.admin.v1.ListAuditRecordsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListAuditRecords"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.admin.v1.ListAuditRecordsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.admin.v1.ListAuditRecordsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AdminServiceMethodDescriptorSupplier("ListAuditRecords"))
              .build();
        }
      }
    }
    return getListAuditRecordsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.GetUsageRequest,
      io.github.parleyinterop.admin.v1.GetUsageResponse> getGetUsageMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetUsage",
      requestType = io.github.parleyinterop.admin.v1.GetUsageRequest.class,
      responseType = io.github.parleyinterop.admin.v1.GetUsageResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.GetUsageRequest,
      io.github.parleyinterop.admin.v1.GetUsageResponse> getGetUsageMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.admin.v1.GetUsageRequest, io.github.parleyinterop.admin.v1.GetUsageResponse> getGetUsageMethod;
    if ((getGetUsageMethod = AdminServiceGrpc.getGetUsageMethod) == null) {
      synchronized (AdminServiceGrpc.class) {
        if ((getGetUsageMethod = AdminServiceGrpc.getGetUsageMethod) == null) {
          AdminServiceGrpc.getGetUsageMethod = getGetUsageMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.admin.v1.GetUsageRequest, io.github.parleyinterop.admin.v1.GetUsageResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetUsage"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.admin.v1.GetUsageRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.admin.v1.GetUsageResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AdminServiceMethodDescriptorSupplier("GetUsage"))
              .build();
        }
      }
    }
    return getGetUsageMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static AdminServiceStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<AdminServiceStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<AdminServiceStub>() {
        @java.lang.Override
        public AdminServiceStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new AdminServiceStub(channel, callOptions);
        }
      };
    return AdminServiceStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static AdminServiceBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<AdminServiceBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<AdminServiceBlockingV2Stub>() {
        @java.lang.Override
        public AdminServiceBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new AdminServiceBlockingV2Stub(channel, callOptions);
        }
      };
    return AdminServiceBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static AdminServiceBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<AdminServiceBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<AdminServiceBlockingStub>() {
        @java.lang.Override
        public AdminServiceBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new AdminServiceBlockingStub(channel, callOptions);
        }
      };
    return AdminServiceBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static AdminServiceFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<AdminServiceFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<AdminServiceFutureStub>() {
        @java.lang.Override
        public AdminServiceFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new AdminServiceFutureStub(channel, callOptions);
        }
      };
    return AdminServiceFutureStub.newStub(factory, channel);
  }

  /**
   * <pre>
   * AdminService is for the operator of a deployment: resources, tenants, their keys, the audit trail and usage.
   * </pre>
   */
  public interface AsyncService {

    /**
     * <pre>
     * CreateResource makes a resource and its two access keys, which are shown this once.
     * Errors: ID_TAKEN, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    default void createResource(io.github.parleyinterop.admin.v1.CreateResourceRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.CreateResourceResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCreateResourceMethod(), responseObserver);
    }

    /**
     * <pre>
     * GetResource returns a resource.
     * Errors: RESOURCE_NOT_FOUND.
     * </pre>
     */
    default void getResource(io.github.parleyinterop.admin.v1.GetResourceRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.GetResourceResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetResourceMethod(), responseObserver);
    }

    /**
     * <pre>
     * ListResources lists the resources in the order of their ids.
     * Errors: PAGE_TOKEN_INVALID.
     * </pre>
     */
    default void listResources(io.github.parleyinterop.admin.v1.ListResourcesRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.ListResourcesResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListResourcesMethod(), responseObserver);
    }

    /**
     * <pre>
     * UpdateResource changes a resource.
     * Errors: RESOURCE_NOT_FOUND, UPDATE_MASK_INVALID, ETAG_MISMATCH.
     * </pre>
     */
    default void updateResource(io.github.parleyinterop.admin.v1.UpdateResourceRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.UpdateResourceResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUpdateResourceMethod(), responseObserver);
    }

    /**
     * <pre>
     * DeleteResource closes a resource: its keys and the tokens of its users stop working at once. Deleting it again succeeds.
     * Errors: RESOURCE_NOT_FOUND, ETAG_MISMATCH.
     * </pre>
     */
    default void deleteResource(io.github.parleyinterop.admin.v1.DeleteResourceRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.DeleteResourceResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDeleteResourceMethod(), responseObserver);
    }

    /**
     * <pre>
     * CreateTenant makes a tenant and its admin key, which is shown this once.
     * Errors: ID_TAKEN, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    default void createTenant(io.github.parleyinterop.admin.v1.CreateTenantRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.CreateTenantResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCreateTenantMethod(), responseObserver);
    }

    /**
     * <pre>
     * GetTenant returns a tenant.
     * Errors: TENANT_NOT_FOUND.
     * </pre>
     */
    default void getTenant(io.github.parleyinterop.admin.v1.GetTenantRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.GetTenantResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetTenantMethod(), responseObserver);
    }

    /**
     * <pre>
     * ListTenants lists the tenants in the order of their ids.
     * Errors: PAGE_TOKEN_INVALID.
     * </pre>
     */
    default void listTenants(io.github.parleyinterop.admin.v1.ListTenantsRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.ListTenantsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListTenantsMethod(), responseObserver);
    }

    /**
     * <pre>
     * UpdateTenant changes a tenant.
     * Errors: TENANT_NOT_FOUND, UPDATE_MASK_INVALID, ETAG_MISMATCH.
     * </pre>
     */
    default void updateTenant(io.github.parleyinterop.admin.v1.UpdateTenantRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.UpdateTenantResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUpdateTenantMethod(), responseObserver);
    }

    /**
     * <pre>
     * DeleteTenant closes a tenant: its key and the tokens of its users stop working, and nobody reaches it, at once. Deleting
     * it again succeeds.
     * Errors: TENANT_NOT_FOUND, ETAG_MISMATCH.
     * </pre>
     */
    default void deleteTenant(io.github.parleyinterop.admin.v1.DeleteTenantRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.DeleteTenantResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDeleteTenantMethod(), responseObserver);
    }

    /**
     * <pre>
     * ListKeys lists the keys of an owner, without their secrets.
     * Errors: RESOURCE_NOT_FOUND, TENANT_NOT_FOUND.
     * </pre>
     */
    default void listKeys(io.github.parleyinterop.admin.v1.ListKeysRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.ListKeysResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListKeysMethod(), responseObserver);
    }

    /**
     * <pre>
     * RotateKey replaces a key by a new one, which is shown this once; the old one stops working at once. With two keys a
     * resource moves to one while the other is rotated.
     * Errors: RESOURCE_NOT_FOUND, TENANT_NOT_FOUND, KEY_NOT_FOUND.
     * </pre>
     */
    default void rotateKey(io.github.parleyinterop.admin.v1.RotateKeyRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.RotateKeyResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getRotateKeyMethod(), responseObserver);
    }

    /**
     * <pre>
     * ListAuditRecords lists what was done, latest first: administration, policy, and everything that an access key did as one of
     * its users. The operator sees all, a resource and a tenant administrator what concerns them.
     * Errors: FOREIGN_OWNER, PAGE_TOKEN_INVALID.
     * </pre>
     */
    default void listAuditRecords(io.github.parleyinterop.admin.v1.ListAuditRecordsRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.ListAuditRecordsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListAuditRecordsMethod(), responseObserver);
    }

    /**
     * <pre>
     * GetUsage counts what a resource or a tenant holds.
     * Errors: FOREIGN_OWNER, RESOURCE_NOT_FOUND, TENANT_NOT_FOUND.
     * </pre>
     */
    default void getUsage(io.github.parleyinterop.admin.v1.GetUsageRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.GetUsageResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetUsageMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service AdminService.
   * <pre>
   * AdminService is for the operator of a deployment: resources, tenants, their keys, the audit trail and usage.
   * </pre>
   */
  public static abstract class AdminServiceImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return AdminServiceGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service AdminService.
   * <pre>
   * AdminService is for the operator of a deployment: resources, tenants, their keys, the audit trail and usage.
   * </pre>
   */
  public static final class AdminServiceStub
      extends io.grpc.stub.AbstractAsyncStub<AdminServiceStub> {
    private AdminServiceStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected AdminServiceStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new AdminServiceStub(channel, callOptions);
    }

    /**
     * <pre>
     * CreateResource makes a resource and its two access keys, which are shown this once.
     * Errors: ID_TAKEN, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public void createResource(io.github.parleyinterop.admin.v1.CreateResourceRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.CreateResourceResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getCreateResourceMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * GetResource returns a resource.
     * Errors: RESOURCE_NOT_FOUND.
     * </pre>
     */
    public void getResource(io.github.parleyinterop.admin.v1.GetResourceRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.GetResourceResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetResourceMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * ListResources lists the resources in the order of their ids.
     * Errors: PAGE_TOKEN_INVALID.
     * </pre>
     */
    public void listResources(io.github.parleyinterop.admin.v1.ListResourcesRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.ListResourcesResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListResourcesMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * UpdateResource changes a resource.
     * Errors: RESOURCE_NOT_FOUND, UPDATE_MASK_INVALID, ETAG_MISMATCH.
     * </pre>
     */
    public void updateResource(io.github.parleyinterop.admin.v1.UpdateResourceRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.UpdateResourceResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUpdateResourceMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * DeleteResource closes a resource: its keys and the tokens of its users stop working at once. Deleting it again succeeds.
     * Errors: RESOURCE_NOT_FOUND, ETAG_MISMATCH.
     * </pre>
     */
    public void deleteResource(io.github.parleyinterop.admin.v1.DeleteResourceRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.DeleteResourceResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getDeleteResourceMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * CreateTenant makes a tenant and its admin key, which is shown this once.
     * Errors: ID_TAKEN, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public void createTenant(io.github.parleyinterop.admin.v1.CreateTenantRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.CreateTenantResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getCreateTenantMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * GetTenant returns a tenant.
     * Errors: TENANT_NOT_FOUND.
     * </pre>
     */
    public void getTenant(io.github.parleyinterop.admin.v1.GetTenantRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.GetTenantResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetTenantMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * ListTenants lists the tenants in the order of their ids.
     * Errors: PAGE_TOKEN_INVALID.
     * </pre>
     */
    public void listTenants(io.github.parleyinterop.admin.v1.ListTenantsRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.ListTenantsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListTenantsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * UpdateTenant changes a tenant.
     * Errors: TENANT_NOT_FOUND, UPDATE_MASK_INVALID, ETAG_MISMATCH.
     * </pre>
     */
    public void updateTenant(io.github.parleyinterop.admin.v1.UpdateTenantRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.UpdateTenantResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUpdateTenantMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * DeleteTenant closes a tenant: its key and the tokens of its users stop working, and nobody reaches it, at once. Deleting
     * it again succeeds.
     * Errors: TENANT_NOT_FOUND, ETAG_MISMATCH.
     * </pre>
     */
    public void deleteTenant(io.github.parleyinterop.admin.v1.DeleteTenantRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.DeleteTenantResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getDeleteTenantMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * ListKeys lists the keys of an owner, without their secrets.
     * Errors: RESOURCE_NOT_FOUND, TENANT_NOT_FOUND.
     * </pre>
     */
    public void listKeys(io.github.parleyinterop.admin.v1.ListKeysRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.ListKeysResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListKeysMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * RotateKey replaces a key by a new one, which is shown this once; the old one stops working at once. With two keys a
     * resource moves to one while the other is rotated.
     * Errors: RESOURCE_NOT_FOUND, TENANT_NOT_FOUND, KEY_NOT_FOUND.
     * </pre>
     */
    public void rotateKey(io.github.parleyinterop.admin.v1.RotateKeyRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.RotateKeyResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getRotateKeyMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * ListAuditRecords lists what was done, latest first: administration, policy, and everything that an access key did as one of
     * its users. The operator sees all, a resource and a tenant administrator what concerns them.
     * Errors: FOREIGN_OWNER, PAGE_TOKEN_INVALID.
     * </pre>
     */
    public void listAuditRecords(io.github.parleyinterop.admin.v1.ListAuditRecordsRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.ListAuditRecordsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListAuditRecordsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * GetUsage counts what a resource or a tenant holds.
     * Errors: FOREIGN_OWNER, RESOURCE_NOT_FOUND, TENANT_NOT_FOUND.
     * </pre>
     */
    public void getUsage(io.github.parleyinterop.admin.v1.GetUsageRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.GetUsageResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetUsageMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service AdminService.
   * <pre>
   * AdminService is for the operator of a deployment: resources, tenants, their keys, the audit trail and usage.
   * </pre>
   */
  public static final class AdminServiceBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<AdminServiceBlockingV2Stub> {
    private AdminServiceBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected AdminServiceBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new AdminServiceBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * CreateResource makes a resource and its two access keys, which are shown this once.
     * Errors: ID_TAKEN, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.admin.v1.CreateResourceResponse createResource(io.github.parleyinterop.admin.v1.CreateResourceRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getCreateResourceMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * GetResource returns a resource.
     * Errors: RESOURCE_NOT_FOUND.
     * </pre>
     */
    public io.github.parleyinterop.admin.v1.GetResourceResponse getResource(io.github.parleyinterop.admin.v1.GetResourceRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetResourceMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ListResources lists the resources in the order of their ids.
     * Errors: PAGE_TOKEN_INVALID.
     * </pre>
     */
    public io.github.parleyinterop.admin.v1.ListResourcesResponse listResources(io.github.parleyinterop.admin.v1.ListResourcesRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListResourcesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * UpdateResource changes a resource.
     * Errors: RESOURCE_NOT_FOUND, UPDATE_MASK_INVALID, ETAG_MISMATCH.
     * </pre>
     */
    public io.github.parleyinterop.admin.v1.UpdateResourceResponse updateResource(io.github.parleyinterop.admin.v1.UpdateResourceRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUpdateResourceMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * DeleteResource closes a resource: its keys and the tokens of its users stop working at once. Deleting it again succeeds.
     * Errors: RESOURCE_NOT_FOUND, ETAG_MISMATCH.
     * </pre>
     */
    public io.github.parleyinterop.admin.v1.DeleteResourceResponse deleteResource(io.github.parleyinterop.admin.v1.DeleteResourceRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getDeleteResourceMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * CreateTenant makes a tenant and its admin key, which is shown this once.
     * Errors: ID_TAKEN, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.admin.v1.CreateTenantResponse createTenant(io.github.parleyinterop.admin.v1.CreateTenantRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getCreateTenantMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * GetTenant returns a tenant.
     * Errors: TENANT_NOT_FOUND.
     * </pre>
     */
    public io.github.parleyinterop.admin.v1.GetTenantResponse getTenant(io.github.parleyinterop.admin.v1.GetTenantRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetTenantMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ListTenants lists the tenants in the order of their ids.
     * Errors: PAGE_TOKEN_INVALID.
     * </pre>
     */
    public io.github.parleyinterop.admin.v1.ListTenantsResponse listTenants(io.github.parleyinterop.admin.v1.ListTenantsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListTenantsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * UpdateTenant changes a tenant.
     * Errors: TENANT_NOT_FOUND, UPDATE_MASK_INVALID, ETAG_MISMATCH.
     * </pre>
     */
    public io.github.parleyinterop.admin.v1.UpdateTenantResponse updateTenant(io.github.parleyinterop.admin.v1.UpdateTenantRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUpdateTenantMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * DeleteTenant closes a tenant: its key and the tokens of its users stop working, and nobody reaches it, at once. Deleting
     * it again succeeds.
     * Errors: TENANT_NOT_FOUND, ETAG_MISMATCH.
     * </pre>
     */
    public io.github.parleyinterop.admin.v1.DeleteTenantResponse deleteTenant(io.github.parleyinterop.admin.v1.DeleteTenantRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getDeleteTenantMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ListKeys lists the keys of an owner, without their secrets.
     * Errors: RESOURCE_NOT_FOUND, TENANT_NOT_FOUND.
     * </pre>
     */
    public io.github.parleyinterop.admin.v1.ListKeysResponse listKeys(io.github.parleyinterop.admin.v1.ListKeysRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListKeysMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * RotateKey replaces a key by a new one, which is shown this once; the old one stops working at once. With two keys a
     * resource moves to one while the other is rotated.
     * Errors: RESOURCE_NOT_FOUND, TENANT_NOT_FOUND, KEY_NOT_FOUND.
     * </pre>
     */
    public io.github.parleyinterop.admin.v1.RotateKeyResponse rotateKey(io.github.parleyinterop.admin.v1.RotateKeyRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getRotateKeyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ListAuditRecords lists what was done, latest first: administration, policy, and everything that an access key did as one of
     * its users. The operator sees all, a resource and a tenant administrator what concerns them.
     * Errors: FOREIGN_OWNER, PAGE_TOKEN_INVALID.
     * </pre>
     */
    public io.github.parleyinterop.admin.v1.ListAuditRecordsResponse listAuditRecords(io.github.parleyinterop.admin.v1.ListAuditRecordsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListAuditRecordsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * GetUsage counts what a resource or a tenant holds.
     * Errors: FOREIGN_OWNER, RESOURCE_NOT_FOUND, TENANT_NOT_FOUND.
     * </pre>
     */
    public io.github.parleyinterop.admin.v1.GetUsageResponse getUsage(io.github.parleyinterop.admin.v1.GetUsageRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetUsageMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service AdminService.
   * <pre>
   * AdminService is for the operator of a deployment: resources, tenants, their keys, the audit trail and usage.
   * </pre>
   */
  public static final class AdminServiceBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<AdminServiceBlockingStub> {
    private AdminServiceBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected AdminServiceBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new AdminServiceBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * CreateResource makes a resource and its two access keys, which are shown this once.
     * Errors: ID_TAKEN, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.admin.v1.CreateResourceResponse createResource(io.github.parleyinterop.admin.v1.CreateResourceRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getCreateResourceMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * GetResource returns a resource.
     * Errors: RESOURCE_NOT_FOUND.
     * </pre>
     */
    public io.github.parleyinterop.admin.v1.GetResourceResponse getResource(io.github.parleyinterop.admin.v1.GetResourceRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetResourceMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ListResources lists the resources in the order of their ids.
     * Errors: PAGE_TOKEN_INVALID.
     * </pre>
     */
    public io.github.parleyinterop.admin.v1.ListResourcesResponse listResources(io.github.parleyinterop.admin.v1.ListResourcesRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListResourcesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * UpdateResource changes a resource.
     * Errors: RESOURCE_NOT_FOUND, UPDATE_MASK_INVALID, ETAG_MISMATCH.
     * </pre>
     */
    public io.github.parleyinterop.admin.v1.UpdateResourceResponse updateResource(io.github.parleyinterop.admin.v1.UpdateResourceRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUpdateResourceMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * DeleteResource closes a resource: its keys and the tokens of its users stop working at once. Deleting it again succeeds.
     * Errors: RESOURCE_NOT_FOUND, ETAG_MISMATCH.
     * </pre>
     */
    public io.github.parleyinterop.admin.v1.DeleteResourceResponse deleteResource(io.github.parleyinterop.admin.v1.DeleteResourceRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getDeleteResourceMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * CreateTenant makes a tenant and its admin key, which is shown this once.
     * Errors: ID_TAKEN, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.admin.v1.CreateTenantResponse createTenant(io.github.parleyinterop.admin.v1.CreateTenantRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getCreateTenantMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * GetTenant returns a tenant.
     * Errors: TENANT_NOT_FOUND.
     * </pre>
     */
    public io.github.parleyinterop.admin.v1.GetTenantResponse getTenant(io.github.parleyinterop.admin.v1.GetTenantRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetTenantMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ListTenants lists the tenants in the order of their ids.
     * Errors: PAGE_TOKEN_INVALID.
     * </pre>
     */
    public io.github.parleyinterop.admin.v1.ListTenantsResponse listTenants(io.github.parleyinterop.admin.v1.ListTenantsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListTenantsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * UpdateTenant changes a tenant.
     * Errors: TENANT_NOT_FOUND, UPDATE_MASK_INVALID, ETAG_MISMATCH.
     * </pre>
     */
    public io.github.parleyinterop.admin.v1.UpdateTenantResponse updateTenant(io.github.parleyinterop.admin.v1.UpdateTenantRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUpdateTenantMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * DeleteTenant closes a tenant: its key and the tokens of its users stop working, and nobody reaches it, at once. Deleting
     * it again succeeds.
     * Errors: TENANT_NOT_FOUND, ETAG_MISMATCH.
     * </pre>
     */
    public io.github.parleyinterop.admin.v1.DeleteTenantResponse deleteTenant(io.github.parleyinterop.admin.v1.DeleteTenantRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getDeleteTenantMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ListKeys lists the keys of an owner, without their secrets.
     * Errors: RESOURCE_NOT_FOUND, TENANT_NOT_FOUND.
     * </pre>
     */
    public io.github.parleyinterop.admin.v1.ListKeysResponse listKeys(io.github.parleyinterop.admin.v1.ListKeysRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListKeysMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * RotateKey replaces a key by a new one, which is shown this once; the old one stops working at once. With two keys a
     * resource moves to one while the other is rotated.
     * Errors: RESOURCE_NOT_FOUND, TENANT_NOT_FOUND, KEY_NOT_FOUND.
     * </pre>
     */
    public io.github.parleyinterop.admin.v1.RotateKeyResponse rotateKey(io.github.parleyinterop.admin.v1.RotateKeyRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getRotateKeyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ListAuditRecords lists what was done, latest first: administration, policy, and everything that an access key did as one of
     * its users. The operator sees all, a resource and a tenant administrator what concerns them.
     * Errors: FOREIGN_OWNER, PAGE_TOKEN_INVALID.
     * </pre>
     */
    public io.github.parleyinterop.admin.v1.ListAuditRecordsResponse listAuditRecords(io.github.parleyinterop.admin.v1.ListAuditRecordsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListAuditRecordsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * GetUsage counts what a resource or a tenant holds.
     * Errors: FOREIGN_OWNER, RESOURCE_NOT_FOUND, TENANT_NOT_FOUND.
     * </pre>
     */
    public io.github.parleyinterop.admin.v1.GetUsageResponse getUsage(io.github.parleyinterop.admin.v1.GetUsageRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetUsageMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service AdminService.
   * <pre>
   * AdminService is for the operator of a deployment: resources, tenants, their keys, the audit trail and usage.
   * </pre>
   */
  public static final class AdminServiceFutureStub
      extends io.grpc.stub.AbstractFutureStub<AdminServiceFutureStub> {
    private AdminServiceFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected AdminServiceFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new AdminServiceFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * CreateResource makes a resource and its two access keys, which are shown this once.
     * Errors: ID_TAKEN, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.admin.v1.CreateResourceResponse> createResource(
        io.github.parleyinterop.admin.v1.CreateResourceRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getCreateResourceMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * GetResource returns a resource.
     * Errors: RESOURCE_NOT_FOUND.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.admin.v1.GetResourceResponse> getResource(
        io.github.parleyinterop.admin.v1.GetResourceRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetResourceMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * ListResources lists the resources in the order of their ids.
     * Errors: PAGE_TOKEN_INVALID.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.admin.v1.ListResourcesResponse> listResources(
        io.github.parleyinterop.admin.v1.ListResourcesRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListResourcesMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * UpdateResource changes a resource.
     * Errors: RESOURCE_NOT_FOUND, UPDATE_MASK_INVALID, ETAG_MISMATCH.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.admin.v1.UpdateResourceResponse> updateResource(
        io.github.parleyinterop.admin.v1.UpdateResourceRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUpdateResourceMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * DeleteResource closes a resource: its keys and the tokens of its users stop working at once. Deleting it again succeeds.
     * Errors: RESOURCE_NOT_FOUND, ETAG_MISMATCH.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.admin.v1.DeleteResourceResponse> deleteResource(
        io.github.parleyinterop.admin.v1.DeleteResourceRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getDeleteResourceMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * CreateTenant makes a tenant and its admin key, which is shown this once.
     * Errors: ID_TAKEN, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.admin.v1.CreateTenantResponse> createTenant(
        io.github.parleyinterop.admin.v1.CreateTenantRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getCreateTenantMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * GetTenant returns a tenant.
     * Errors: TENANT_NOT_FOUND.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.admin.v1.GetTenantResponse> getTenant(
        io.github.parleyinterop.admin.v1.GetTenantRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetTenantMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * ListTenants lists the tenants in the order of their ids.
     * Errors: PAGE_TOKEN_INVALID.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.admin.v1.ListTenantsResponse> listTenants(
        io.github.parleyinterop.admin.v1.ListTenantsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListTenantsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * UpdateTenant changes a tenant.
     * Errors: TENANT_NOT_FOUND, UPDATE_MASK_INVALID, ETAG_MISMATCH.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.admin.v1.UpdateTenantResponse> updateTenant(
        io.github.parleyinterop.admin.v1.UpdateTenantRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUpdateTenantMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * DeleteTenant closes a tenant: its key and the tokens of its users stop working, and nobody reaches it, at once. Deleting
     * it again succeeds.
     * Errors: TENANT_NOT_FOUND, ETAG_MISMATCH.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.admin.v1.DeleteTenantResponse> deleteTenant(
        io.github.parleyinterop.admin.v1.DeleteTenantRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getDeleteTenantMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * ListKeys lists the keys of an owner, without their secrets.
     * Errors: RESOURCE_NOT_FOUND, TENANT_NOT_FOUND.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.admin.v1.ListKeysResponse> listKeys(
        io.github.parleyinterop.admin.v1.ListKeysRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListKeysMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * RotateKey replaces a key by a new one, which is shown this once; the old one stops working at once. With two keys a
     * resource moves to one while the other is rotated.
     * Errors: RESOURCE_NOT_FOUND, TENANT_NOT_FOUND, KEY_NOT_FOUND.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.admin.v1.RotateKeyResponse> rotateKey(
        io.github.parleyinterop.admin.v1.RotateKeyRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getRotateKeyMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * ListAuditRecords lists what was done, latest first: administration, policy, and everything that an access key did as one of
     * its users. The operator sees all, a resource and a tenant administrator what concerns them.
     * Errors: FOREIGN_OWNER, PAGE_TOKEN_INVALID.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.admin.v1.ListAuditRecordsResponse> listAuditRecords(
        io.github.parleyinterop.admin.v1.ListAuditRecordsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListAuditRecordsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * GetUsage counts what a resource or a tenant holds.
     * Errors: FOREIGN_OWNER, RESOURCE_NOT_FOUND, TENANT_NOT_FOUND.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.admin.v1.GetUsageResponse> getUsage(
        io.github.parleyinterop.admin.v1.GetUsageRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetUsageMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_CREATE_RESOURCE = 0;
  private static final int METHODID_GET_RESOURCE = 1;
  private static final int METHODID_LIST_RESOURCES = 2;
  private static final int METHODID_UPDATE_RESOURCE = 3;
  private static final int METHODID_DELETE_RESOURCE = 4;
  private static final int METHODID_CREATE_TENANT = 5;
  private static final int METHODID_GET_TENANT = 6;
  private static final int METHODID_LIST_TENANTS = 7;
  private static final int METHODID_UPDATE_TENANT = 8;
  private static final int METHODID_DELETE_TENANT = 9;
  private static final int METHODID_LIST_KEYS = 10;
  private static final int METHODID_ROTATE_KEY = 11;
  private static final int METHODID_LIST_AUDIT_RECORDS = 12;
  private static final int METHODID_GET_USAGE = 13;

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
        case METHODID_CREATE_RESOURCE:
          serviceImpl.createResource((io.github.parleyinterop.admin.v1.CreateResourceRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.CreateResourceResponse>) responseObserver);
          break;
        case METHODID_GET_RESOURCE:
          serviceImpl.getResource((io.github.parleyinterop.admin.v1.GetResourceRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.GetResourceResponse>) responseObserver);
          break;
        case METHODID_LIST_RESOURCES:
          serviceImpl.listResources((io.github.parleyinterop.admin.v1.ListResourcesRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.ListResourcesResponse>) responseObserver);
          break;
        case METHODID_UPDATE_RESOURCE:
          serviceImpl.updateResource((io.github.parleyinterop.admin.v1.UpdateResourceRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.UpdateResourceResponse>) responseObserver);
          break;
        case METHODID_DELETE_RESOURCE:
          serviceImpl.deleteResource((io.github.parleyinterop.admin.v1.DeleteResourceRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.DeleteResourceResponse>) responseObserver);
          break;
        case METHODID_CREATE_TENANT:
          serviceImpl.createTenant((io.github.parleyinterop.admin.v1.CreateTenantRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.CreateTenantResponse>) responseObserver);
          break;
        case METHODID_GET_TENANT:
          serviceImpl.getTenant((io.github.parleyinterop.admin.v1.GetTenantRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.GetTenantResponse>) responseObserver);
          break;
        case METHODID_LIST_TENANTS:
          serviceImpl.listTenants((io.github.parleyinterop.admin.v1.ListTenantsRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.ListTenantsResponse>) responseObserver);
          break;
        case METHODID_UPDATE_TENANT:
          serviceImpl.updateTenant((io.github.parleyinterop.admin.v1.UpdateTenantRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.UpdateTenantResponse>) responseObserver);
          break;
        case METHODID_DELETE_TENANT:
          serviceImpl.deleteTenant((io.github.parleyinterop.admin.v1.DeleteTenantRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.DeleteTenantResponse>) responseObserver);
          break;
        case METHODID_LIST_KEYS:
          serviceImpl.listKeys((io.github.parleyinterop.admin.v1.ListKeysRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.ListKeysResponse>) responseObserver);
          break;
        case METHODID_ROTATE_KEY:
          serviceImpl.rotateKey((io.github.parleyinterop.admin.v1.RotateKeyRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.RotateKeyResponse>) responseObserver);
          break;
        case METHODID_LIST_AUDIT_RECORDS:
          serviceImpl.listAuditRecords((io.github.parleyinterop.admin.v1.ListAuditRecordsRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.ListAuditRecordsResponse>) responseObserver);
          break;
        case METHODID_GET_USAGE:
          serviceImpl.getUsage((io.github.parleyinterop.admin.v1.GetUsageRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.admin.v1.GetUsageResponse>) responseObserver);
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
          getCreateResourceMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.admin.v1.CreateResourceRequest,
              io.github.parleyinterop.admin.v1.CreateResourceResponse>(
                service, METHODID_CREATE_RESOURCE)))
        .addMethod(
          getGetResourceMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.admin.v1.GetResourceRequest,
              io.github.parleyinterop.admin.v1.GetResourceResponse>(
                service, METHODID_GET_RESOURCE)))
        .addMethod(
          getListResourcesMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.admin.v1.ListResourcesRequest,
              io.github.parleyinterop.admin.v1.ListResourcesResponse>(
                service, METHODID_LIST_RESOURCES)))
        .addMethod(
          getUpdateResourceMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.admin.v1.UpdateResourceRequest,
              io.github.parleyinterop.admin.v1.UpdateResourceResponse>(
                service, METHODID_UPDATE_RESOURCE)))
        .addMethod(
          getDeleteResourceMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.admin.v1.DeleteResourceRequest,
              io.github.parleyinterop.admin.v1.DeleteResourceResponse>(
                service, METHODID_DELETE_RESOURCE)))
        .addMethod(
          getCreateTenantMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.admin.v1.CreateTenantRequest,
              io.github.parleyinterop.admin.v1.CreateTenantResponse>(
                service, METHODID_CREATE_TENANT)))
        .addMethod(
          getGetTenantMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.admin.v1.GetTenantRequest,
              io.github.parleyinterop.admin.v1.GetTenantResponse>(
                service, METHODID_GET_TENANT)))
        .addMethod(
          getListTenantsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.admin.v1.ListTenantsRequest,
              io.github.parleyinterop.admin.v1.ListTenantsResponse>(
                service, METHODID_LIST_TENANTS)))
        .addMethod(
          getUpdateTenantMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.admin.v1.UpdateTenantRequest,
              io.github.parleyinterop.admin.v1.UpdateTenantResponse>(
                service, METHODID_UPDATE_TENANT)))
        .addMethod(
          getDeleteTenantMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.admin.v1.DeleteTenantRequest,
              io.github.parleyinterop.admin.v1.DeleteTenantResponse>(
                service, METHODID_DELETE_TENANT)))
        .addMethod(
          getListKeysMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.admin.v1.ListKeysRequest,
              io.github.parleyinterop.admin.v1.ListKeysResponse>(
                service, METHODID_LIST_KEYS)))
        .addMethod(
          getRotateKeyMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.admin.v1.RotateKeyRequest,
              io.github.parleyinterop.admin.v1.RotateKeyResponse>(
                service, METHODID_ROTATE_KEY)))
        .addMethod(
          getListAuditRecordsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.admin.v1.ListAuditRecordsRequest,
              io.github.parleyinterop.admin.v1.ListAuditRecordsResponse>(
                service, METHODID_LIST_AUDIT_RECORDS)))
        .addMethod(
          getGetUsageMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.admin.v1.GetUsageRequest,
              io.github.parleyinterop.admin.v1.GetUsageResponse>(
                service, METHODID_GET_USAGE)))
        .build();
  }

  private static abstract class AdminServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    AdminServiceBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return io.github.parleyinterop.admin.v1.AdminServiceProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("AdminService");
    }
  }

  private static final class AdminServiceFileDescriptorSupplier
      extends AdminServiceBaseDescriptorSupplier {
    AdminServiceFileDescriptorSupplier() {}
  }

  private static final class AdminServiceMethodDescriptorSupplier
      extends AdminServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    AdminServiceMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (AdminServiceGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new AdminServiceFileDescriptorSupplier())
              .addMethod(getCreateResourceMethod())
              .addMethod(getGetResourceMethod())
              .addMethod(getListResourcesMethod())
              .addMethod(getUpdateResourceMethod())
              .addMethod(getDeleteResourceMethod())
              .addMethod(getCreateTenantMethod())
              .addMethod(getGetTenantMethod())
              .addMethod(getListTenantsMethod())
              .addMethod(getUpdateTenantMethod())
              .addMethod(getDeleteTenantMethod())
              .addMethod(getListKeysMethod())
              .addMethod(getRotateKeyMethod())
              .addMethod(getListAuditRecordsMethod())
              .addMethod(getGetUsageMethod())
              .build();
        }
      }
    }
    return result;
  }
}
