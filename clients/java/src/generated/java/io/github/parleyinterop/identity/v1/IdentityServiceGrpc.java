package io.github.parleyinterop.identity.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 * <pre>
 * IdentityService keeps a resource's own users and hands out tokens for both worlds. A token is shown once; the broker keeps none.
 * </pre>
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class IdentityServiceGrpc {

  private IdentityServiceGrpc() {}

  public static final java.lang.String SERVICE_NAME = "parley.identity.v1.IdentityService";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.identity.v1.CreateUserRequest,
      io.github.parleyinterop.identity.v1.CreateUserResponse> getCreateUserMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "CreateUser",
      requestType = io.github.parleyinterop.identity.v1.CreateUserRequest.class,
      responseType = io.github.parleyinterop.identity.v1.CreateUserResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.identity.v1.CreateUserRequest,
      io.github.parleyinterop.identity.v1.CreateUserResponse> getCreateUserMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.identity.v1.CreateUserRequest, io.github.parleyinterop.identity.v1.CreateUserResponse> getCreateUserMethod;
    if ((getCreateUserMethod = IdentityServiceGrpc.getCreateUserMethod) == null) {
      synchronized (IdentityServiceGrpc.class) {
        if ((getCreateUserMethod = IdentityServiceGrpc.getCreateUserMethod) == null) {
          IdentityServiceGrpc.getCreateUserMethod = getCreateUserMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.identity.v1.CreateUserRequest, io.github.parleyinterop.identity.v1.CreateUserResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "CreateUser"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.identity.v1.CreateUserRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.identity.v1.CreateUserResponse.getDefaultInstance()))
              .setSchemaDescriptor(new IdentityServiceMethodDescriptorSupplier("CreateUser"))
              .build();
        }
      }
    }
    return getCreateUserMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.identity.v1.GetUserRequest,
      io.github.parleyinterop.identity.v1.GetUserResponse> getGetUserMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetUser",
      requestType = io.github.parleyinterop.identity.v1.GetUserRequest.class,
      responseType = io.github.parleyinterop.identity.v1.GetUserResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.identity.v1.GetUserRequest,
      io.github.parleyinterop.identity.v1.GetUserResponse> getGetUserMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.identity.v1.GetUserRequest, io.github.parleyinterop.identity.v1.GetUserResponse> getGetUserMethod;
    if ((getGetUserMethod = IdentityServiceGrpc.getGetUserMethod) == null) {
      synchronized (IdentityServiceGrpc.class) {
        if ((getGetUserMethod = IdentityServiceGrpc.getGetUserMethod) == null) {
          IdentityServiceGrpc.getGetUserMethod = getGetUserMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.identity.v1.GetUserRequest, io.github.parleyinterop.identity.v1.GetUserResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetUser"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.identity.v1.GetUserRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.identity.v1.GetUserResponse.getDefaultInstance()))
              .setSchemaDescriptor(new IdentityServiceMethodDescriptorSupplier("GetUser"))
              .build();
        }
      }
    }
    return getGetUserMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.identity.v1.ListUsersRequest,
      io.github.parleyinterop.identity.v1.ListUsersResponse> getListUsersMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListUsers",
      requestType = io.github.parleyinterop.identity.v1.ListUsersRequest.class,
      responseType = io.github.parleyinterop.identity.v1.ListUsersResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.identity.v1.ListUsersRequest,
      io.github.parleyinterop.identity.v1.ListUsersResponse> getListUsersMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.identity.v1.ListUsersRequest, io.github.parleyinterop.identity.v1.ListUsersResponse> getListUsersMethod;
    if ((getListUsersMethod = IdentityServiceGrpc.getListUsersMethod) == null) {
      synchronized (IdentityServiceGrpc.class) {
        if ((getListUsersMethod = IdentityServiceGrpc.getListUsersMethod) == null) {
          IdentityServiceGrpc.getListUsersMethod = getListUsersMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.identity.v1.ListUsersRequest, io.github.parleyinterop.identity.v1.ListUsersResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListUsers"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.identity.v1.ListUsersRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.identity.v1.ListUsersResponse.getDefaultInstance()))
              .setSchemaDescriptor(new IdentityServiceMethodDescriptorSupplier("ListUsers"))
              .build();
        }
      }
    }
    return getListUsersMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.identity.v1.DeleteUserRequest,
      io.github.parleyinterop.identity.v1.DeleteUserResponse> getDeleteUserMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "DeleteUser",
      requestType = io.github.parleyinterop.identity.v1.DeleteUserRequest.class,
      responseType = io.github.parleyinterop.identity.v1.DeleteUserResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.identity.v1.DeleteUserRequest,
      io.github.parleyinterop.identity.v1.DeleteUserResponse> getDeleteUserMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.identity.v1.DeleteUserRequest, io.github.parleyinterop.identity.v1.DeleteUserResponse> getDeleteUserMethod;
    if ((getDeleteUserMethod = IdentityServiceGrpc.getDeleteUserMethod) == null) {
      synchronized (IdentityServiceGrpc.class) {
        if ((getDeleteUserMethod = IdentityServiceGrpc.getDeleteUserMethod) == null) {
          IdentityServiceGrpc.getDeleteUserMethod = getDeleteUserMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.identity.v1.DeleteUserRequest, io.github.parleyinterop.identity.v1.DeleteUserResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "DeleteUser"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.identity.v1.DeleteUserRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.identity.v1.DeleteUserResponse.getDefaultInstance()))
              .setSchemaDescriptor(new IdentityServiceMethodDescriptorSupplier("DeleteUser"))
              .build();
        }
      }
    }
    return getDeleteUserMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.identity.v1.IssueTokenRequest,
      io.github.parleyinterop.identity.v1.IssueTokenResponse> getIssueTokenMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "IssueToken",
      requestType = io.github.parleyinterop.identity.v1.IssueTokenRequest.class,
      responseType = io.github.parleyinterop.identity.v1.IssueTokenResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.identity.v1.IssueTokenRequest,
      io.github.parleyinterop.identity.v1.IssueTokenResponse> getIssueTokenMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.identity.v1.IssueTokenRequest, io.github.parleyinterop.identity.v1.IssueTokenResponse> getIssueTokenMethod;
    if ((getIssueTokenMethod = IdentityServiceGrpc.getIssueTokenMethod) == null) {
      synchronized (IdentityServiceGrpc.class) {
        if ((getIssueTokenMethod = IdentityServiceGrpc.getIssueTokenMethod) == null) {
          IdentityServiceGrpc.getIssueTokenMethod = getIssueTokenMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.identity.v1.IssueTokenRequest, io.github.parleyinterop.identity.v1.IssueTokenResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "IssueToken"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.identity.v1.IssueTokenRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.identity.v1.IssueTokenResponse.getDefaultInstance()))
              .setSchemaDescriptor(new IdentityServiceMethodDescriptorSupplier("IssueToken"))
              .build();
        }
      }
    }
    return getIssueTokenMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.identity.v1.RevokeTokensRequest,
      io.github.parleyinterop.identity.v1.RevokeTokensResponse> getRevokeTokensMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "RevokeTokens",
      requestType = io.github.parleyinterop.identity.v1.RevokeTokensRequest.class,
      responseType = io.github.parleyinterop.identity.v1.RevokeTokensResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.identity.v1.RevokeTokensRequest,
      io.github.parleyinterop.identity.v1.RevokeTokensResponse> getRevokeTokensMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.identity.v1.RevokeTokensRequest, io.github.parleyinterop.identity.v1.RevokeTokensResponse> getRevokeTokensMethod;
    if ((getRevokeTokensMethod = IdentityServiceGrpc.getRevokeTokensMethod) == null) {
      synchronized (IdentityServiceGrpc.class) {
        if ((getRevokeTokensMethod = IdentityServiceGrpc.getRevokeTokensMethod) == null) {
          IdentityServiceGrpc.getRevokeTokensMethod = getRevokeTokensMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.identity.v1.RevokeTokensRequest, io.github.parleyinterop.identity.v1.RevokeTokensResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "RevokeTokens"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.identity.v1.RevokeTokensRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.identity.v1.RevokeTokensResponse.getDefaultInstance()))
              .setSchemaDescriptor(new IdentityServiceMethodDescriptorSupplier("RevokeTokens"))
              .build();
        }
      }
    }
    return getRevokeTokensMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.identity.v1.ExchangeTokenRequest,
      io.github.parleyinterop.identity.v1.ExchangeTokenResponse> getExchangeTokenMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ExchangeToken",
      requestType = io.github.parleyinterop.identity.v1.ExchangeTokenRequest.class,
      responseType = io.github.parleyinterop.identity.v1.ExchangeTokenResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.identity.v1.ExchangeTokenRequest,
      io.github.parleyinterop.identity.v1.ExchangeTokenResponse> getExchangeTokenMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.identity.v1.ExchangeTokenRequest, io.github.parleyinterop.identity.v1.ExchangeTokenResponse> getExchangeTokenMethod;
    if ((getExchangeTokenMethod = IdentityServiceGrpc.getExchangeTokenMethod) == null) {
      synchronized (IdentityServiceGrpc.class) {
        if ((getExchangeTokenMethod = IdentityServiceGrpc.getExchangeTokenMethod) == null) {
          IdentityServiceGrpc.getExchangeTokenMethod = getExchangeTokenMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.identity.v1.ExchangeTokenRequest, io.github.parleyinterop.identity.v1.ExchangeTokenResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ExchangeToken"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.identity.v1.ExchangeTokenRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.identity.v1.ExchangeTokenResponse.getDefaultInstance()))
              .setSchemaDescriptor(new IdentityServiceMethodDescriptorSupplier("ExchangeToken"))
              .build();
        }
      }
    }
    return getExchangeTokenMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.identity.v1.IssueTenantUserTokenRequest,
      io.github.parleyinterop.identity.v1.IssueTenantUserTokenResponse> getIssueTenantUserTokenMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "IssueTenantUserToken",
      requestType = io.github.parleyinterop.identity.v1.IssueTenantUserTokenRequest.class,
      responseType = io.github.parleyinterop.identity.v1.IssueTenantUserTokenResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.identity.v1.IssueTenantUserTokenRequest,
      io.github.parleyinterop.identity.v1.IssueTenantUserTokenResponse> getIssueTenantUserTokenMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.identity.v1.IssueTenantUserTokenRequest, io.github.parleyinterop.identity.v1.IssueTenantUserTokenResponse> getIssueTenantUserTokenMethod;
    if ((getIssueTenantUserTokenMethod = IdentityServiceGrpc.getIssueTenantUserTokenMethod) == null) {
      synchronized (IdentityServiceGrpc.class) {
        if ((getIssueTenantUserTokenMethod = IdentityServiceGrpc.getIssueTenantUserTokenMethod) == null) {
          IdentityServiceGrpc.getIssueTenantUserTokenMethod = getIssueTenantUserTokenMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.identity.v1.IssueTenantUserTokenRequest, io.github.parleyinterop.identity.v1.IssueTenantUserTokenResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "IssueTenantUserToken"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.identity.v1.IssueTenantUserTokenRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.identity.v1.IssueTenantUserTokenResponse.getDefaultInstance()))
              .setSchemaDescriptor(new IdentityServiceMethodDescriptorSupplier("IssueTenantUserToken"))
              .build();
        }
      }
    }
    return getIssueTenantUserTokenMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.identity.v1.GetCallerRequest,
      io.github.parleyinterop.identity.v1.GetCallerResponse> getGetCallerMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetCaller",
      requestType = io.github.parleyinterop.identity.v1.GetCallerRequest.class,
      responseType = io.github.parleyinterop.identity.v1.GetCallerResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.identity.v1.GetCallerRequest,
      io.github.parleyinterop.identity.v1.GetCallerResponse> getGetCallerMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.identity.v1.GetCallerRequest, io.github.parleyinterop.identity.v1.GetCallerResponse> getGetCallerMethod;
    if ((getGetCallerMethod = IdentityServiceGrpc.getGetCallerMethod) == null) {
      synchronized (IdentityServiceGrpc.class) {
        if ((getGetCallerMethod = IdentityServiceGrpc.getGetCallerMethod) == null) {
          IdentityServiceGrpc.getGetCallerMethod = getGetCallerMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.identity.v1.GetCallerRequest, io.github.parleyinterop.identity.v1.GetCallerResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetCaller"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.identity.v1.GetCallerRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.identity.v1.GetCallerResponse.getDefaultInstance()))
              .setSchemaDescriptor(new IdentityServiceMethodDescriptorSupplier("GetCaller"))
              .build();
        }
      }
    }
    return getGetCallerMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static IdentityServiceStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<IdentityServiceStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<IdentityServiceStub>() {
        @java.lang.Override
        public IdentityServiceStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new IdentityServiceStub(channel, callOptions);
        }
      };
    return IdentityServiceStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static IdentityServiceBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<IdentityServiceBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<IdentityServiceBlockingV2Stub>() {
        @java.lang.Override
        public IdentityServiceBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new IdentityServiceBlockingV2Stub(channel, callOptions);
        }
      };
    return IdentityServiceBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static IdentityServiceBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<IdentityServiceBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<IdentityServiceBlockingStub>() {
        @java.lang.Override
        public IdentityServiceBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new IdentityServiceBlockingStub(channel, callOptions);
        }
      };
    return IdentityServiceBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static IdentityServiceFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<IdentityServiceFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<IdentityServiceFutureStub>() {
        @java.lang.Override
        public IdentityServiceFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new IdentityServiceFutureStub(channel, callOptions);
        }
      };
    return IdentityServiceFutureStub.newStub(factory, channel);
  }

  /**
   * <pre>
   * IdentityService keeps a resource's own users and hands out tokens for both worlds. A token is shown once; the broker keeps none.
   * </pre>
   */
  public interface AsyncService {

    /**
     * <pre>
     * CreateUser makes a communication user. With a custom id, the same custom id returns the same user.
     * Errors: QUOTA_EXCEEDED, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    default void createUser(io.github.parleyinterop.identity.v1.CreateUserRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.identity.v1.CreateUserResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCreateUserMethod(), responseObserver);
    }

    /**
     * <pre>
     * GetUser returns a communication user of the caller's resource.
     * Errors: USER_NOT_FOUND, FOREIGN_OWNER.
     * </pre>
     */
    default void getUser(io.github.parleyinterop.identity.v1.GetUserRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.identity.v1.GetUserResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetUserMethod(), responseObserver);
    }

    /**
     * <pre>
     * ListUsers lists the communication users of the caller's resource in the order of their raw ids.
     * Errors: PAGE_TOKEN_INVALID.
     * </pre>
     */
    default void listUsers(io.github.parleyinterop.identity.v1.ListUsersRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.identity.v1.ListUsersResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListUsersMethod(), responseObserver);
    }

    /**
     * <pre>
     * DeleteUser removes a communication user: its tokens stop working at once, and it leaves its threads. Deleting it again
     * succeeds.
     * Errors: USER_NOT_FOUND, FOREIGN_OWNER, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    default void deleteUser(io.github.parleyinterop.identity.v1.DeleteUserRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.identity.v1.DeleteUserResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDeleteUserMethod(), responseObserver);
    }

    /**
     * <pre>
     * IssueToken makes an access token for a communication user of the caller's resource.
     * Errors: USER_NOT_FOUND, FOREIGN_OWNER.
     * </pre>
     */
    default void issueToken(io.github.parleyinterop.identity.v1.IssueTokenRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.identity.v1.IssueTokenResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getIssueTokenMethod(), responseObserver);
    }

    /**
     * <pre>
     * RevokeTokens makes every token of a user worthless that was issued before, at once: open streams end with ACCESS_LOST.
     * A resource may do so for its users, a tenant administrator for the users and voice applications of its tenant.
     * Errors: USER_NOT_FOUND, TENANT_USER_NOT_FOUND, VOICE_APPLICATION_NOT_FOUND, FOREIGN_OWNER.
     * </pre>
     */
    default void revokeTokens(io.github.parleyinterop.identity.v1.RevokeTokensRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.identity.v1.RevokeTokensResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getRevokeTokensMethod(), responseObserver);
    }

    /**
     * <pre>
     * ExchangeToken turns a token of a trusted OpenID Connect issuer into one of the broker. The caller
     * is the backend or the tenant connector that trusts the issuer.
     * Errors: TOKEN_INVALID, TOKEN_EXPIRED, USER_NOT_FOUND, TENANT_USER_NOT_FOUND. Not served yet: NOT_IMPLEMENTED.
     * </pre>
     */
    default void exchangeToken(io.github.parleyinterop.identity.v1.ExchangeTokenRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.identity.v1.ExchangeTokenResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getExchangeTokenMethod(), responseObserver);
    }

    /**
     * <pre>
     * IssueTenantUserToken makes an access token for a user or a voice application of the caller's tenant. The tenant's
     * connector calls it after it has authenticated the user.
     * Errors: TENANT_USER_NOT_FOUND, VOICE_APPLICATION_NOT_FOUND, FOREIGN_OWNER.
     * </pre>
     */
    default void issueTenantUserToken(io.github.parleyinterop.identity.v1.IssueTenantUserTokenRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.identity.v1.IssueTenantUserTokenResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getIssueTenantUserTokenMethod(), responseObserver);
    }

    /**
     * <pre>
     * GetCaller tells who the caller is to the broker. It needs a valid credential and nothing else.
     * Errors: those that every method has, of credentials.
     * </pre>
     */
    default void getCaller(io.github.parleyinterop.identity.v1.GetCallerRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.identity.v1.GetCallerResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetCallerMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service IdentityService.
   * <pre>
   * IdentityService keeps a resource's own users and hands out tokens for both worlds. A token is shown once; the broker keeps none.
   * </pre>
   */
  public static abstract class IdentityServiceImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return IdentityServiceGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service IdentityService.
   * <pre>
   * IdentityService keeps a resource's own users and hands out tokens for both worlds. A token is shown once; the broker keeps none.
   * </pre>
   */
  public static final class IdentityServiceStub
      extends io.grpc.stub.AbstractAsyncStub<IdentityServiceStub> {
    private IdentityServiceStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected IdentityServiceStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new IdentityServiceStub(channel, callOptions);
    }

    /**
     * <pre>
     * CreateUser makes a communication user. With a custom id, the same custom id returns the same user.
     * Errors: QUOTA_EXCEEDED, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public void createUser(io.github.parleyinterop.identity.v1.CreateUserRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.identity.v1.CreateUserResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getCreateUserMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * GetUser returns a communication user of the caller's resource.
     * Errors: USER_NOT_FOUND, FOREIGN_OWNER.
     * </pre>
     */
    public void getUser(io.github.parleyinterop.identity.v1.GetUserRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.identity.v1.GetUserResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetUserMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * ListUsers lists the communication users of the caller's resource in the order of their raw ids.
     * Errors: PAGE_TOKEN_INVALID.
     * </pre>
     */
    public void listUsers(io.github.parleyinterop.identity.v1.ListUsersRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.identity.v1.ListUsersResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListUsersMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * DeleteUser removes a communication user: its tokens stop working at once, and it leaves its threads. Deleting it again
     * succeeds.
     * Errors: USER_NOT_FOUND, FOREIGN_OWNER, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public void deleteUser(io.github.parleyinterop.identity.v1.DeleteUserRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.identity.v1.DeleteUserResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getDeleteUserMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * IssueToken makes an access token for a communication user of the caller's resource.
     * Errors: USER_NOT_FOUND, FOREIGN_OWNER.
     * </pre>
     */
    public void issueToken(io.github.parleyinterop.identity.v1.IssueTokenRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.identity.v1.IssueTokenResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getIssueTokenMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * RevokeTokens makes every token of a user worthless that was issued before, at once: open streams end with ACCESS_LOST.
     * A resource may do so for its users, a tenant administrator for the users and voice applications of its tenant.
     * Errors: USER_NOT_FOUND, TENANT_USER_NOT_FOUND, VOICE_APPLICATION_NOT_FOUND, FOREIGN_OWNER.
     * </pre>
     */
    public void revokeTokens(io.github.parleyinterop.identity.v1.RevokeTokensRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.identity.v1.RevokeTokensResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getRevokeTokensMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * ExchangeToken turns a token of a trusted OpenID Connect issuer into one of the broker. The caller
     * is the backend or the tenant connector that trusts the issuer.
     * Errors: TOKEN_INVALID, TOKEN_EXPIRED, USER_NOT_FOUND, TENANT_USER_NOT_FOUND. Not served yet: NOT_IMPLEMENTED.
     * </pre>
     */
    public void exchangeToken(io.github.parleyinterop.identity.v1.ExchangeTokenRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.identity.v1.ExchangeTokenResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getExchangeTokenMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * IssueTenantUserToken makes an access token for a user or a voice application of the caller's tenant. The tenant's
     * connector calls it after it has authenticated the user.
     * Errors: TENANT_USER_NOT_FOUND, VOICE_APPLICATION_NOT_FOUND, FOREIGN_OWNER.
     * </pre>
     */
    public void issueTenantUserToken(io.github.parleyinterop.identity.v1.IssueTenantUserTokenRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.identity.v1.IssueTenantUserTokenResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getIssueTenantUserTokenMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * GetCaller tells who the caller is to the broker. It needs a valid credential and nothing else.
     * Errors: those that every method has, of credentials.
     * </pre>
     */
    public void getCaller(io.github.parleyinterop.identity.v1.GetCallerRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.identity.v1.GetCallerResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetCallerMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service IdentityService.
   * <pre>
   * IdentityService keeps a resource's own users and hands out tokens for both worlds. A token is shown once; the broker keeps none.
   * </pre>
   */
  public static final class IdentityServiceBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<IdentityServiceBlockingV2Stub> {
    private IdentityServiceBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected IdentityServiceBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new IdentityServiceBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * CreateUser makes a communication user. With a custom id, the same custom id returns the same user.
     * Errors: QUOTA_EXCEEDED, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.identity.v1.CreateUserResponse createUser(io.github.parleyinterop.identity.v1.CreateUserRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getCreateUserMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * GetUser returns a communication user of the caller's resource.
     * Errors: USER_NOT_FOUND, FOREIGN_OWNER.
     * </pre>
     */
    public io.github.parleyinterop.identity.v1.GetUserResponse getUser(io.github.parleyinterop.identity.v1.GetUserRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetUserMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ListUsers lists the communication users of the caller's resource in the order of their raw ids.
     * Errors: PAGE_TOKEN_INVALID.
     * </pre>
     */
    public io.github.parleyinterop.identity.v1.ListUsersResponse listUsers(io.github.parleyinterop.identity.v1.ListUsersRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListUsersMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * DeleteUser removes a communication user: its tokens stop working at once, and it leaves its threads. Deleting it again
     * succeeds.
     * Errors: USER_NOT_FOUND, FOREIGN_OWNER, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.identity.v1.DeleteUserResponse deleteUser(io.github.parleyinterop.identity.v1.DeleteUserRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getDeleteUserMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * IssueToken makes an access token for a communication user of the caller's resource.
     * Errors: USER_NOT_FOUND, FOREIGN_OWNER.
     * </pre>
     */
    public io.github.parleyinterop.identity.v1.IssueTokenResponse issueToken(io.github.parleyinterop.identity.v1.IssueTokenRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getIssueTokenMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * RevokeTokens makes every token of a user worthless that was issued before, at once: open streams end with ACCESS_LOST.
     * A resource may do so for its users, a tenant administrator for the users and voice applications of its tenant.
     * Errors: USER_NOT_FOUND, TENANT_USER_NOT_FOUND, VOICE_APPLICATION_NOT_FOUND, FOREIGN_OWNER.
     * </pre>
     */
    public io.github.parleyinterop.identity.v1.RevokeTokensResponse revokeTokens(io.github.parleyinterop.identity.v1.RevokeTokensRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getRevokeTokensMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ExchangeToken turns a token of a trusted OpenID Connect issuer into one of the broker. The caller
     * is the backend or the tenant connector that trusts the issuer.
     * Errors: TOKEN_INVALID, TOKEN_EXPIRED, USER_NOT_FOUND, TENANT_USER_NOT_FOUND. Not served yet: NOT_IMPLEMENTED.
     * </pre>
     */
    public io.github.parleyinterop.identity.v1.ExchangeTokenResponse exchangeToken(io.github.parleyinterop.identity.v1.ExchangeTokenRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getExchangeTokenMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * IssueTenantUserToken makes an access token for a user or a voice application of the caller's tenant. The tenant's
     * connector calls it after it has authenticated the user.
     * Errors: TENANT_USER_NOT_FOUND, VOICE_APPLICATION_NOT_FOUND, FOREIGN_OWNER.
     * </pre>
     */
    public io.github.parleyinterop.identity.v1.IssueTenantUserTokenResponse issueTenantUserToken(io.github.parleyinterop.identity.v1.IssueTenantUserTokenRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getIssueTenantUserTokenMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * GetCaller tells who the caller is to the broker. It needs a valid credential and nothing else.
     * Errors: those that every method has, of credentials.
     * </pre>
     */
    public io.github.parleyinterop.identity.v1.GetCallerResponse getCaller(io.github.parleyinterop.identity.v1.GetCallerRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetCallerMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service IdentityService.
   * <pre>
   * IdentityService keeps a resource's own users and hands out tokens for both worlds. A token is shown once; the broker keeps none.
   * </pre>
   */
  public static final class IdentityServiceBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<IdentityServiceBlockingStub> {
    private IdentityServiceBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected IdentityServiceBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new IdentityServiceBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * CreateUser makes a communication user. With a custom id, the same custom id returns the same user.
     * Errors: QUOTA_EXCEEDED, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.identity.v1.CreateUserResponse createUser(io.github.parleyinterop.identity.v1.CreateUserRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getCreateUserMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * GetUser returns a communication user of the caller's resource.
     * Errors: USER_NOT_FOUND, FOREIGN_OWNER.
     * </pre>
     */
    public io.github.parleyinterop.identity.v1.GetUserResponse getUser(io.github.parleyinterop.identity.v1.GetUserRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetUserMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ListUsers lists the communication users of the caller's resource in the order of their raw ids.
     * Errors: PAGE_TOKEN_INVALID.
     * </pre>
     */
    public io.github.parleyinterop.identity.v1.ListUsersResponse listUsers(io.github.parleyinterop.identity.v1.ListUsersRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListUsersMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * DeleteUser removes a communication user: its tokens stop working at once, and it leaves its threads. Deleting it again
     * succeeds.
     * Errors: USER_NOT_FOUND, FOREIGN_OWNER, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.identity.v1.DeleteUserResponse deleteUser(io.github.parleyinterop.identity.v1.DeleteUserRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getDeleteUserMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * IssueToken makes an access token for a communication user of the caller's resource.
     * Errors: USER_NOT_FOUND, FOREIGN_OWNER.
     * </pre>
     */
    public io.github.parleyinterop.identity.v1.IssueTokenResponse issueToken(io.github.parleyinterop.identity.v1.IssueTokenRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getIssueTokenMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * RevokeTokens makes every token of a user worthless that was issued before, at once: open streams end with ACCESS_LOST.
     * A resource may do so for its users, a tenant administrator for the users and voice applications of its tenant.
     * Errors: USER_NOT_FOUND, TENANT_USER_NOT_FOUND, VOICE_APPLICATION_NOT_FOUND, FOREIGN_OWNER.
     * </pre>
     */
    public io.github.parleyinterop.identity.v1.RevokeTokensResponse revokeTokens(io.github.parleyinterop.identity.v1.RevokeTokensRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getRevokeTokensMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ExchangeToken turns a token of a trusted OpenID Connect issuer into one of the broker. The caller
     * is the backend or the tenant connector that trusts the issuer.
     * Errors: TOKEN_INVALID, TOKEN_EXPIRED, USER_NOT_FOUND, TENANT_USER_NOT_FOUND. Not served yet: NOT_IMPLEMENTED.
     * </pre>
     */
    public io.github.parleyinterop.identity.v1.ExchangeTokenResponse exchangeToken(io.github.parleyinterop.identity.v1.ExchangeTokenRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getExchangeTokenMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * IssueTenantUserToken makes an access token for a user or a voice application of the caller's tenant. The tenant's
     * connector calls it after it has authenticated the user.
     * Errors: TENANT_USER_NOT_FOUND, VOICE_APPLICATION_NOT_FOUND, FOREIGN_OWNER.
     * </pre>
     */
    public io.github.parleyinterop.identity.v1.IssueTenantUserTokenResponse issueTenantUserToken(io.github.parleyinterop.identity.v1.IssueTenantUserTokenRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getIssueTenantUserTokenMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * GetCaller tells who the caller is to the broker. It needs a valid credential and nothing else.
     * Errors: those that every method has, of credentials.
     * </pre>
     */
    public io.github.parleyinterop.identity.v1.GetCallerResponse getCaller(io.github.parleyinterop.identity.v1.GetCallerRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetCallerMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service IdentityService.
   * <pre>
   * IdentityService keeps a resource's own users and hands out tokens for both worlds. A token is shown once; the broker keeps none.
   * </pre>
   */
  public static final class IdentityServiceFutureStub
      extends io.grpc.stub.AbstractFutureStub<IdentityServiceFutureStub> {
    private IdentityServiceFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected IdentityServiceFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new IdentityServiceFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * CreateUser makes a communication user. With a custom id, the same custom id returns the same user.
     * Errors: QUOTA_EXCEEDED, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.identity.v1.CreateUserResponse> createUser(
        io.github.parleyinterop.identity.v1.CreateUserRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getCreateUserMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * GetUser returns a communication user of the caller's resource.
     * Errors: USER_NOT_FOUND, FOREIGN_OWNER.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.identity.v1.GetUserResponse> getUser(
        io.github.parleyinterop.identity.v1.GetUserRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetUserMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * ListUsers lists the communication users of the caller's resource in the order of their raw ids.
     * Errors: PAGE_TOKEN_INVALID.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.identity.v1.ListUsersResponse> listUsers(
        io.github.parleyinterop.identity.v1.ListUsersRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListUsersMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * DeleteUser removes a communication user: its tokens stop working at once, and it leaves its threads. Deleting it again
     * succeeds.
     * Errors: USER_NOT_FOUND, FOREIGN_OWNER, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.identity.v1.DeleteUserResponse> deleteUser(
        io.github.parleyinterop.identity.v1.DeleteUserRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getDeleteUserMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * IssueToken makes an access token for a communication user of the caller's resource.
     * Errors: USER_NOT_FOUND, FOREIGN_OWNER.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.identity.v1.IssueTokenResponse> issueToken(
        io.github.parleyinterop.identity.v1.IssueTokenRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getIssueTokenMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * RevokeTokens makes every token of a user worthless that was issued before, at once: open streams end with ACCESS_LOST.
     * A resource may do so for its users, a tenant administrator for the users and voice applications of its tenant.
     * Errors: USER_NOT_FOUND, TENANT_USER_NOT_FOUND, VOICE_APPLICATION_NOT_FOUND, FOREIGN_OWNER.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.identity.v1.RevokeTokensResponse> revokeTokens(
        io.github.parleyinterop.identity.v1.RevokeTokensRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getRevokeTokensMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * ExchangeToken turns a token of a trusted OpenID Connect issuer into one of the broker. The caller
     * is the backend or the tenant connector that trusts the issuer.
     * Errors: TOKEN_INVALID, TOKEN_EXPIRED, USER_NOT_FOUND, TENANT_USER_NOT_FOUND. Not served yet: NOT_IMPLEMENTED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.identity.v1.ExchangeTokenResponse> exchangeToken(
        io.github.parleyinterop.identity.v1.ExchangeTokenRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getExchangeTokenMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * IssueTenantUserToken makes an access token for a user or a voice application of the caller's tenant. The tenant's
     * connector calls it after it has authenticated the user.
     * Errors: TENANT_USER_NOT_FOUND, VOICE_APPLICATION_NOT_FOUND, FOREIGN_OWNER.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.identity.v1.IssueTenantUserTokenResponse> issueTenantUserToken(
        io.github.parleyinterop.identity.v1.IssueTenantUserTokenRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getIssueTenantUserTokenMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * GetCaller tells who the caller is to the broker. It needs a valid credential and nothing else.
     * Errors: those that every method has, of credentials.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.identity.v1.GetCallerResponse> getCaller(
        io.github.parleyinterop.identity.v1.GetCallerRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetCallerMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_CREATE_USER = 0;
  private static final int METHODID_GET_USER = 1;
  private static final int METHODID_LIST_USERS = 2;
  private static final int METHODID_DELETE_USER = 3;
  private static final int METHODID_ISSUE_TOKEN = 4;
  private static final int METHODID_REVOKE_TOKENS = 5;
  private static final int METHODID_EXCHANGE_TOKEN = 6;
  private static final int METHODID_ISSUE_TENANT_USER_TOKEN = 7;
  private static final int METHODID_GET_CALLER = 8;

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
        case METHODID_CREATE_USER:
          serviceImpl.createUser((io.github.parleyinterop.identity.v1.CreateUserRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.identity.v1.CreateUserResponse>) responseObserver);
          break;
        case METHODID_GET_USER:
          serviceImpl.getUser((io.github.parleyinterop.identity.v1.GetUserRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.identity.v1.GetUserResponse>) responseObserver);
          break;
        case METHODID_LIST_USERS:
          serviceImpl.listUsers((io.github.parleyinterop.identity.v1.ListUsersRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.identity.v1.ListUsersResponse>) responseObserver);
          break;
        case METHODID_DELETE_USER:
          serviceImpl.deleteUser((io.github.parleyinterop.identity.v1.DeleteUserRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.identity.v1.DeleteUserResponse>) responseObserver);
          break;
        case METHODID_ISSUE_TOKEN:
          serviceImpl.issueToken((io.github.parleyinterop.identity.v1.IssueTokenRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.identity.v1.IssueTokenResponse>) responseObserver);
          break;
        case METHODID_REVOKE_TOKENS:
          serviceImpl.revokeTokens((io.github.parleyinterop.identity.v1.RevokeTokensRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.identity.v1.RevokeTokensResponse>) responseObserver);
          break;
        case METHODID_EXCHANGE_TOKEN:
          serviceImpl.exchangeToken((io.github.parleyinterop.identity.v1.ExchangeTokenRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.identity.v1.ExchangeTokenResponse>) responseObserver);
          break;
        case METHODID_ISSUE_TENANT_USER_TOKEN:
          serviceImpl.issueTenantUserToken((io.github.parleyinterop.identity.v1.IssueTenantUserTokenRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.identity.v1.IssueTenantUserTokenResponse>) responseObserver);
          break;
        case METHODID_GET_CALLER:
          serviceImpl.getCaller((io.github.parleyinterop.identity.v1.GetCallerRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.identity.v1.GetCallerResponse>) responseObserver);
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
          getCreateUserMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.identity.v1.CreateUserRequest,
              io.github.parleyinterop.identity.v1.CreateUserResponse>(
                service, METHODID_CREATE_USER)))
        .addMethod(
          getGetUserMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.identity.v1.GetUserRequest,
              io.github.parleyinterop.identity.v1.GetUserResponse>(
                service, METHODID_GET_USER)))
        .addMethod(
          getListUsersMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.identity.v1.ListUsersRequest,
              io.github.parleyinterop.identity.v1.ListUsersResponse>(
                service, METHODID_LIST_USERS)))
        .addMethod(
          getDeleteUserMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.identity.v1.DeleteUserRequest,
              io.github.parleyinterop.identity.v1.DeleteUserResponse>(
                service, METHODID_DELETE_USER)))
        .addMethod(
          getIssueTokenMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.identity.v1.IssueTokenRequest,
              io.github.parleyinterop.identity.v1.IssueTokenResponse>(
                service, METHODID_ISSUE_TOKEN)))
        .addMethod(
          getRevokeTokensMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.identity.v1.RevokeTokensRequest,
              io.github.parleyinterop.identity.v1.RevokeTokensResponse>(
                service, METHODID_REVOKE_TOKENS)))
        .addMethod(
          getExchangeTokenMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.identity.v1.ExchangeTokenRequest,
              io.github.parleyinterop.identity.v1.ExchangeTokenResponse>(
                service, METHODID_EXCHANGE_TOKEN)))
        .addMethod(
          getIssueTenantUserTokenMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.identity.v1.IssueTenantUserTokenRequest,
              io.github.parleyinterop.identity.v1.IssueTenantUserTokenResponse>(
                service, METHODID_ISSUE_TENANT_USER_TOKEN)))
        .addMethod(
          getGetCallerMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.identity.v1.GetCallerRequest,
              io.github.parleyinterop.identity.v1.GetCallerResponse>(
                service, METHODID_GET_CALLER)))
        .build();
  }

  private static abstract class IdentityServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    IdentityServiceBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return io.github.parleyinterop.identity.v1.IdentityServiceProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("IdentityService");
    }
  }

  private static final class IdentityServiceFileDescriptorSupplier
      extends IdentityServiceBaseDescriptorSupplier {
    IdentityServiceFileDescriptorSupplier() {}
  }

  private static final class IdentityServiceMethodDescriptorSupplier
      extends IdentityServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    IdentityServiceMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (IdentityServiceGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new IdentityServiceFileDescriptorSupplier())
              .addMethod(getCreateUserMethod())
              .addMethod(getGetUserMethod())
              .addMethod(getListUsersMethod())
              .addMethod(getDeleteUserMethod())
              .addMethod(getIssueTokenMethod())
              .addMethod(getRevokeTokensMethod())
              .addMethod(getExchangeTokenMethod())
              .addMethod(getIssueTenantUserTokenMethod())
              .addMethod(getGetCallerMethod())
              .build();
        }
      }
    }
    return result;
  }
}
