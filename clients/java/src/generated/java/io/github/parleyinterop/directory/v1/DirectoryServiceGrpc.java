package io.github.parleyinterop.directory.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 * <pre>
 * DirectoryService keeps the users, groups and voice applications of a tenant, for its administrator.
 * </pre>
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class DirectoryServiceGrpc {

  private DirectoryServiceGrpc() {}

  public static final java.lang.String SERVICE_NAME = "parley.directory.v1.DirectoryService";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.ImportTenantUsersRequest,
      io.github.parleyinterop.directory.v1.ImportTenantUsersResponse> getImportTenantUsersMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ImportTenantUsers",
      requestType = io.github.parleyinterop.directory.v1.ImportTenantUsersRequest.class,
      responseType = io.github.parleyinterop.directory.v1.ImportTenantUsersResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.CLIENT_STREAMING)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.ImportTenantUsersRequest,
      io.github.parleyinterop.directory.v1.ImportTenantUsersResponse> getImportTenantUsersMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.ImportTenantUsersRequest, io.github.parleyinterop.directory.v1.ImportTenantUsersResponse> getImportTenantUsersMethod;
    if ((getImportTenantUsersMethod = DirectoryServiceGrpc.getImportTenantUsersMethod) == null) {
      synchronized (DirectoryServiceGrpc.class) {
        if ((getImportTenantUsersMethod = DirectoryServiceGrpc.getImportTenantUsersMethod) == null) {
          DirectoryServiceGrpc.getImportTenantUsersMethod = getImportTenantUsersMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.directory.v1.ImportTenantUsersRequest, io.github.parleyinterop.directory.v1.ImportTenantUsersResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.CLIENT_STREAMING)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ImportTenantUsers"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.directory.v1.ImportTenantUsersRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.directory.v1.ImportTenantUsersResponse.getDefaultInstance()))
              .setSchemaDescriptor(new DirectoryServiceMethodDescriptorSupplier("ImportTenantUsers"))
              .build();
        }
      }
    }
    return getImportTenantUsersMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.GetTenantUserRequest,
      io.github.parleyinterop.directory.v1.GetTenantUserResponse> getGetTenantUserMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetTenantUser",
      requestType = io.github.parleyinterop.directory.v1.GetTenantUserRequest.class,
      responseType = io.github.parleyinterop.directory.v1.GetTenantUserResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.GetTenantUserRequest,
      io.github.parleyinterop.directory.v1.GetTenantUserResponse> getGetTenantUserMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.GetTenantUserRequest, io.github.parleyinterop.directory.v1.GetTenantUserResponse> getGetTenantUserMethod;
    if ((getGetTenantUserMethod = DirectoryServiceGrpc.getGetTenantUserMethod) == null) {
      synchronized (DirectoryServiceGrpc.class) {
        if ((getGetTenantUserMethod = DirectoryServiceGrpc.getGetTenantUserMethod) == null) {
          DirectoryServiceGrpc.getGetTenantUserMethod = getGetTenantUserMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.directory.v1.GetTenantUserRequest, io.github.parleyinterop.directory.v1.GetTenantUserResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetTenantUser"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.directory.v1.GetTenantUserRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.directory.v1.GetTenantUserResponse.getDefaultInstance()))
              .setSchemaDescriptor(new DirectoryServiceMethodDescriptorSupplier("GetTenantUser"))
              .build();
        }
      }
    }
    return getGetTenantUserMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.FindTenantUsersRequest,
      io.github.parleyinterop.directory.v1.FindTenantUsersResponse> getFindTenantUsersMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "FindTenantUsers",
      requestType = io.github.parleyinterop.directory.v1.FindTenantUsersRequest.class,
      responseType = io.github.parleyinterop.directory.v1.FindTenantUsersResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.FindTenantUsersRequest,
      io.github.parleyinterop.directory.v1.FindTenantUsersResponse> getFindTenantUsersMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.FindTenantUsersRequest, io.github.parleyinterop.directory.v1.FindTenantUsersResponse> getFindTenantUsersMethod;
    if ((getFindTenantUsersMethod = DirectoryServiceGrpc.getFindTenantUsersMethod) == null) {
      synchronized (DirectoryServiceGrpc.class) {
        if ((getFindTenantUsersMethod = DirectoryServiceGrpc.getFindTenantUsersMethod) == null) {
          DirectoryServiceGrpc.getFindTenantUsersMethod = getFindTenantUsersMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.directory.v1.FindTenantUsersRequest, io.github.parleyinterop.directory.v1.FindTenantUsersResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "FindTenantUsers"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.directory.v1.FindTenantUsersRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.directory.v1.FindTenantUsersResponse.getDefaultInstance()))
              .setSchemaDescriptor(new DirectoryServiceMethodDescriptorSupplier("FindTenantUsers"))
              .build();
        }
      }
    }
    return getFindTenantUsersMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.UpdateTenantUserRequest,
      io.github.parleyinterop.directory.v1.UpdateTenantUserResponse> getUpdateTenantUserMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UpdateTenantUser",
      requestType = io.github.parleyinterop.directory.v1.UpdateTenantUserRequest.class,
      responseType = io.github.parleyinterop.directory.v1.UpdateTenantUserResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.UpdateTenantUserRequest,
      io.github.parleyinterop.directory.v1.UpdateTenantUserResponse> getUpdateTenantUserMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.UpdateTenantUserRequest, io.github.parleyinterop.directory.v1.UpdateTenantUserResponse> getUpdateTenantUserMethod;
    if ((getUpdateTenantUserMethod = DirectoryServiceGrpc.getUpdateTenantUserMethod) == null) {
      synchronized (DirectoryServiceGrpc.class) {
        if ((getUpdateTenantUserMethod = DirectoryServiceGrpc.getUpdateTenantUserMethod) == null) {
          DirectoryServiceGrpc.getUpdateTenantUserMethod = getUpdateTenantUserMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.directory.v1.UpdateTenantUserRequest, io.github.parleyinterop.directory.v1.UpdateTenantUserResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UpdateTenantUser"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.directory.v1.UpdateTenantUserRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.directory.v1.UpdateTenantUserResponse.getDefaultInstance()))
              .setSchemaDescriptor(new DirectoryServiceMethodDescriptorSupplier("UpdateTenantUser"))
              .build();
        }
      }
    }
    return getUpdateTenantUserMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.DeleteTenantUserRequest,
      io.github.parleyinterop.directory.v1.DeleteTenantUserResponse> getDeleteTenantUserMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "DeleteTenantUser",
      requestType = io.github.parleyinterop.directory.v1.DeleteTenantUserRequest.class,
      responseType = io.github.parleyinterop.directory.v1.DeleteTenantUserResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.DeleteTenantUserRequest,
      io.github.parleyinterop.directory.v1.DeleteTenantUserResponse> getDeleteTenantUserMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.DeleteTenantUserRequest, io.github.parleyinterop.directory.v1.DeleteTenantUserResponse> getDeleteTenantUserMethod;
    if ((getDeleteTenantUserMethod = DirectoryServiceGrpc.getDeleteTenantUserMethod) == null) {
      synchronized (DirectoryServiceGrpc.class) {
        if ((getDeleteTenantUserMethod = DirectoryServiceGrpc.getDeleteTenantUserMethod) == null) {
          DirectoryServiceGrpc.getDeleteTenantUserMethod = getDeleteTenantUserMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.directory.v1.DeleteTenantUserRequest, io.github.parleyinterop.directory.v1.DeleteTenantUserResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "DeleteTenantUser"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.directory.v1.DeleteTenantUserRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.directory.v1.DeleteTenantUserResponse.getDefaultInstance()))
              .setSchemaDescriptor(new DirectoryServiceMethodDescriptorSupplier("DeleteTenantUser"))
              .build();
        }
      }
    }
    return getDeleteTenantUserMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.CreateGroupRequest,
      io.github.parleyinterop.directory.v1.CreateGroupResponse> getCreateGroupMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "CreateGroup",
      requestType = io.github.parleyinterop.directory.v1.CreateGroupRequest.class,
      responseType = io.github.parleyinterop.directory.v1.CreateGroupResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.CreateGroupRequest,
      io.github.parleyinterop.directory.v1.CreateGroupResponse> getCreateGroupMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.CreateGroupRequest, io.github.parleyinterop.directory.v1.CreateGroupResponse> getCreateGroupMethod;
    if ((getCreateGroupMethod = DirectoryServiceGrpc.getCreateGroupMethod) == null) {
      synchronized (DirectoryServiceGrpc.class) {
        if ((getCreateGroupMethod = DirectoryServiceGrpc.getCreateGroupMethod) == null) {
          DirectoryServiceGrpc.getCreateGroupMethod = getCreateGroupMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.directory.v1.CreateGroupRequest, io.github.parleyinterop.directory.v1.CreateGroupResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "CreateGroup"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.directory.v1.CreateGroupRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.directory.v1.CreateGroupResponse.getDefaultInstance()))
              .setSchemaDescriptor(new DirectoryServiceMethodDescriptorSupplier("CreateGroup"))
              .build();
        }
      }
    }
    return getCreateGroupMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.GetGroupRequest,
      io.github.parleyinterop.directory.v1.GetGroupResponse> getGetGroupMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetGroup",
      requestType = io.github.parleyinterop.directory.v1.GetGroupRequest.class,
      responseType = io.github.parleyinterop.directory.v1.GetGroupResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.GetGroupRequest,
      io.github.parleyinterop.directory.v1.GetGroupResponse> getGetGroupMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.GetGroupRequest, io.github.parleyinterop.directory.v1.GetGroupResponse> getGetGroupMethod;
    if ((getGetGroupMethod = DirectoryServiceGrpc.getGetGroupMethod) == null) {
      synchronized (DirectoryServiceGrpc.class) {
        if ((getGetGroupMethod = DirectoryServiceGrpc.getGetGroupMethod) == null) {
          DirectoryServiceGrpc.getGetGroupMethod = getGetGroupMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.directory.v1.GetGroupRequest, io.github.parleyinterop.directory.v1.GetGroupResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetGroup"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.directory.v1.GetGroupRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.directory.v1.GetGroupResponse.getDefaultInstance()))
              .setSchemaDescriptor(new DirectoryServiceMethodDescriptorSupplier("GetGroup"))
              .build();
        }
      }
    }
    return getGetGroupMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.ListGroupsRequest,
      io.github.parleyinterop.directory.v1.ListGroupsResponse> getListGroupsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListGroups",
      requestType = io.github.parleyinterop.directory.v1.ListGroupsRequest.class,
      responseType = io.github.parleyinterop.directory.v1.ListGroupsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.ListGroupsRequest,
      io.github.parleyinterop.directory.v1.ListGroupsResponse> getListGroupsMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.ListGroupsRequest, io.github.parleyinterop.directory.v1.ListGroupsResponse> getListGroupsMethod;
    if ((getListGroupsMethod = DirectoryServiceGrpc.getListGroupsMethod) == null) {
      synchronized (DirectoryServiceGrpc.class) {
        if ((getListGroupsMethod = DirectoryServiceGrpc.getListGroupsMethod) == null) {
          DirectoryServiceGrpc.getListGroupsMethod = getListGroupsMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.directory.v1.ListGroupsRequest, io.github.parleyinterop.directory.v1.ListGroupsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListGroups"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.directory.v1.ListGroupsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.directory.v1.ListGroupsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new DirectoryServiceMethodDescriptorSupplier("ListGroups"))
              .build();
        }
      }
    }
    return getListGroupsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.UpdateGroupRequest,
      io.github.parleyinterop.directory.v1.UpdateGroupResponse> getUpdateGroupMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UpdateGroup",
      requestType = io.github.parleyinterop.directory.v1.UpdateGroupRequest.class,
      responseType = io.github.parleyinterop.directory.v1.UpdateGroupResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.UpdateGroupRequest,
      io.github.parleyinterop.directory.v1.UpdateGroupResponse> getUpdateGroupMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.UpdateGroupRequest, io.github.parleyinterop.directory.v1.UpdateGroupResponse> getUpdateGroupMethod;
    if ((getUpdateGroupMethod = DirectoryServiceGrpc.getUpdateGroupMethod) == null) {
      synchronized (DirectoryServiceGrpc.class) {
        if ((getUpdateGroupMethod = DirectoryServiceGrpc.getUpdateGroupMethod) == null) {
          DirectoryServiceGrpc.getUpdateGroupMethod = getUpdateGroupMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.directory.v1.UpdateGroupRequest, io.github.parleyinterop.directory.v1.UpdateGroupResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UpdateGroup"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.directory.v1.UpdateGroupRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.directory.v1.UpdateGroupResponse.getDefaultInstance()))
              .setSchemaDescriptor(new DirectoryServiceMethodDescriptorSupplier("UpdateGroup"))
              .build();
        }
      }
    }
    return getUpdateGroupMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.DeleteGroupRequest,
      io.github.parleyinterop.directory.v1.DeleteGroupResponse> getDeleteGroupMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "DeleteGroup",
      requestType = io.github.parleyinterop.directory.v1.DeleteGroupRequest.class,
      responseType = io.github.parleyinterop.directory.v1.DeleteGroupResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.DeleteGroupRequest,
      io.github.parleyinterop.directory.v1.DeleteGroupResponse> getDeleteGroupMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.DeleteGroupRequest, io.github.parleyinterop.directory.v1.DeleteGroupResponse> getDeleteGroupMethod;
    if ((getDeleteGroupMethod = DirectoryServiceGrpc.getDeleteGroupMethod) == null) {
      synchronized (DirectoryServiceGrpc.class) {
        if ((getDeleteGroupMethod = DirectoryServiceGrpc.getDeleteGroupMethod) == null) {
          DirectoryServiceGrpc.getDeleteGroupMethod = getDeleteGroupMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.directory.v1.DeleteGroupRequest, io.github.parleyinterop.directory.v1.DeleteGroupResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "DeleteGroup"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.directory.v1.DeleteGroupRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.directory.v1.DeleteGroupResponse.getDefaultInstance()))
              .setSchemaDescriptor(new DirectoryServiceMethodDescriptorSupplier("DeleteGroup"))
              .build();
        }
      }
    }
    return getDeleteGroupMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.AddGroupMembersRequest,
      io.github.parleyinterop.directory.v1.AddGroupMembersResponse> getAddGroupMembersMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "AddGroupMembers",
      requestType = io.github.parleyinterop.directory.v1.AddGroupMembersRequest.class,
      responseType = io.github.parleyinterop.directory.v1.AddGroupMembersResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.AddGroupMembersRequest,
      io.github.parleyinterop.directory.v1.AddGroupMembersResponse> getAddGroupMembersMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.AddGroupMembersRequest, io.github.parleyinterop.directory.v1.AddGroupMembersResponse> getAddGroupMembersMethod;
    if ((getAddGroupMembersMethod = DirectoryServiceGrpc.getAddGroupMembersMethod) == null) {
      synchronized (DirectoryServiceGrpc.class) {
        if ((getAddGroupMembersMethod = DirectoryServiceGrpc.getAddGroupMembersMethod) == null) {
          DirectoryServiceGrpc.getAddGroupMembersMethod = getAddGroupMembersMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.directory.v1.AddGroupMembersRequest, io.github.parleyinterop.directory.v1.AddGroupMembersResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "AddGroupMembers"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.directory.v1.AddGroupMembersRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.directory.v1.AddGroupMembersResponse.getDefaultInstance()))
              .setSchemaDescriptor(new DirectoryServiceMethodDescriptorSupplier("AddGroupMembers"))
              .build();
        }
      }
    }
    return getAddGroupMembersMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.RemoveGroupMembersRequest,
      io.github.parleyinterop.directory.v1.RemoveGroupMembersResponse> getRemoveGroupMembersMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "RemoveGroupMembers",
      requestType = io.github.parleyinterop.directory.v1.RemoveGroupMembersRequest.class,
      responseType = io.github.parleyinterop.directory.v1.RemoveGroupMembersResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.RemoveGroupMembersRequest,
      io.github.parleyinterop.directory.v1.RemoveGroupMembersResponse> getRemoveGroupMembersMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.RemoveGroupMembersRequest, io.github.parleyinterop.directory.v1.RemoveGroupMembersResponse> getRemoveGroupMembersMethod;
    if ((getRemoveGroupMembersMethod = DirectoryServiceGrpc.getRemoveGroupMembersMethod) == null) {
      synchronized (DirectoryServiceGrpc.class) {
        if ((getRemoveGroupMembersMethod = DirectoryServiceGrpc.getRemoveGroupMembersMethod) == null) {
          DirectoryServiceGrpc.getRemoveGroupMembersMethod = getRemoveGroupMembersMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.directory.v1.RemoveGroupMembersRequest, io.github.parleyinterop.directory.v1.RemoveGroupMembersResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "RemoveGroupMembers"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.directory.v1.RemoveGroupMembersRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.directory.v1.RemoveGroupMembersResponse.getDefaultInstance()))
              .setSchemaDescriptor(new DirectoryServiceMethodDescriptorSupplier("RemoveGroupMembers"))
              .build();
        }
      }
    }
    return getRemoveGroupMembersMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.ListGroupMembersRequest,
      io.github.parleyinterop.directory.v1.ListGroupMembersResponse> getListGroupMembersMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListGroupMembers",
      requestType = io.github.parleyinterop.directory.v1.ListGroupMembersRequest.class,
      responseType = io.github.parleyinterop.directory.v1.ListGroupMembersResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.ListGroupMembersRequest,
      io.github.parleyinterop.directory.v1.ListGroupMembersResponse> getListGroupMembersMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.ListGroupMembersRequest, io.github.parleyinterop.directory.v1.ListGroupMembersResponse> getListGroupMembersMethod;
    if ((getListGroupMembersMethod = DirectoryServiceGrpc.getListGroupMembersMethod) == null) {
      synchronized (DirectoryServiceGrpc.class) {
        if ((getListGroupMembersMethod = DirectoryServiceGrpc.getListGroupMembersMethod) == null) {
          DirectoryServiceGrpc.getListGroupMembersMethod = getListGroupMembersMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.directory.v1.ListGroupMembersRequest, io.github.parleyinterop.directory.v1.ListGroupMembersResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListGroupMembers"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.directory.v1.ListGroupMembersRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.directory.v1.ListGroupMembersResponse.getDefaultInstance()))
              .setSchemaDescriptor(new DirectoryServiceMethodDescriptorSupplier("ListGroupMembers"))
              .build();
        }
      }
    }
    return getListGroupMembersMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.CreateVoiceApplicationRequest,
      io.github.parleyinterop.directory.v1.CreateVoiceApplicationResponse> getCreateVoiceApplicationMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "CreateVoiceApplication",
      requestType = io.github.parleyinterop.directory.v1.CreateVoiceApplicationRequest.class,
      responseType = io.github.parleyinterop.directory.v1.CreateVoiceApplicationResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.CreateVoiceApplicationRequest,
      io.github.parleyinterop.directory.v1.CreateVoiceApplicationResponse> getCreateVoiceApplicationMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.CreateVoiceApplicationRequest, io.github.parleyinterop.directory.v1.CreateVoiceApplicationResponse> getCreateVoiceApplicationMethod;
    if ((getCreateVoiceApplicationMethod = DirectoryServiceGrpc.getCreateVoiceApplicationMethod) == null) {
      synchronized (DirectoryServiceGrpc.class) {
        if ((getCreateVoiceApplicationMethod = DirectoryServiceGrpc.getCreateVoiceApplicationMethod) == null) {
          DirectoryServiceGrpc.getCreateVoiceApplicationMethod = getCreateVoiceApplicationMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.directory.v1.CreateVoiceApplicationRequest, io.github.parleyinterop.directory.v1.CreateVoiceApplicationResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "CreateVoiceApplication"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.directory.v1.CreateVoiceApplicationRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.directory.v1.CreateVoiceApplicationResponse.getDefaultInstance()))
              .setSchemaDescriptor(new DirectoryServiceMethodDescriptorSupplier("CreateVoiceApplication"))
              .build();
        }
      }
    }
    return getCreateVoiceApplicationMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.GetVoiceApplicationRequest,
      io.github.parleyinterop.directory.v1.GetVoiceApplicationResponse> getGetVoiceApplicationMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetVoiceApplication",
      requestType = io.github.parleyinterop.directory.v1.GetVoiceApplicationRequest.class,
      responseType = io.github.parleyinterop.directory.v1.GetVoiceApplicationResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.GetVoiceApplicationRequest,
      io.github.parleyinterop.directory.v1.GetVoiceApplicationResponse> getGetVoiceApplicationMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.GetVoiceApplicationRequest, io.github.parleyinterop.directory.v1.GetVoiceApplicationResponse> getGetVoiceApplicationMethod;
    if ((getGetVoiceApplicationMethod = DirectoryServiceGrpc.getGetVoiceApplicationMethod) == null) {
      synchronized (DirectoryServiceGrpc.class) {
        if ((getGetVoiceApplicationMethod = DirectoryServiceGrpc.getGetVoiceApplicationMethod) == null) {
          DirectoryServiceGrpc.getGetVoiceApplicationMethod = getGetVoiceApplicationMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.directory.v1.GetVoiceApplicationRequest, io.github.parleyinterop.directory.v1.GetVoiceApplicationResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetVoiceApplication"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.directory.v1.GetVoiceApplicationRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.directory.v1.GetVoiceApplicationResponse.getDefaultInstance()))
              .setSchemaDescriptor(new DirectoryServiceMethodDescriptorSupplier("GetVoiceApplication"))
              .build();
        }
      }
    }
    return getGetVoiceApplicationMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.ListVoiceApplicationsRequest,
      io.github.parleyinterop.directory.v1.ListVoiceApplicationsResponse> getListVoiceApplicationsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListVoiceApplications",
      requestType = io.github.parleyinterop.directory.v1.ListVoiceApplicationsRequest.class,
      responseType = io.github.parleyinterop.directory.v1.ListVoiceApplicationsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.ListVoiceApplicationsRequest,
      io.github.parleyinterop.directory.v1.ListVoiceApplicationsResponse> getListVoiceApplicationsMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.ListVoiceApplicationsRequest, io.github.parleyinterop.directory.v1.ListVoiceApplicationsResponse> getListVoiceApplicationsMethod;
    if ((getListVoiceApplicationsMethod = DirectoryServiceGrpc.getListVoiceApplicationsMethod) == null) {
      synchronized (DirectoryServiceGrpc.class) {
        if ((getListVoiceApplicationsMethod = DirectoryServiceGrpc.getListVoiceApplicationsMethod) == null) {
          DirectoryServiceGrpc.getListVoiceApplicationsMethod = getListVoiceApplicationsMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.directory.v1.ListVoiceApplicationsRequest, io.github.parleyinterop.directory.v1.ListVoiceApplicationsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListVoiceApplications"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.directory.v1.ListVoiceApplicationsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.directory.v1.ListVoiceApplicationsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new DirectoryServiceMethodDescriptorSupplier("ListVoiceApplications"))
              .build();
        }
      }
    }
    return getListVoiceApplicationsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.UpdateVoiceApplicationRequest,
      io.github.parleyinterop.directory.v1.UpdateVoiceApplicationResponse> getUpdateVoiceApplicationMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UpdateVoiceApplication",
      requestType = io.github.parleyinterop.directory.v1.UpdateVoiceApplicationRequest.class,
      responseType = io.github.parleyinterop.directory.v1.UpdateVoiceApplicationResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.UpdateVoiceApplicationRequest,
      io.github.parleyinterop.directory.v1.UpdateVoiceApplicationResponse> getUpdateVoiceApplicationMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.UpdateVoiceApplicationRequest, io.github.parleyinterop.directory.v1.UpdateVoiceApplicationResponse> getUpdateVoiceApplicationMethod;
    if ((getUpdateVoiceApplicationMethod = DirectoryServiceGrpc.getUpdateVoiceApplicationMethod) == null) {
      synchronized (DirectoryServiceGrpc.class) {
        if ((getUpdateVoiceApplicationMethod = DirectoryServiceGrpc.getUpdateVoiceApplicationMethod) == null) {
          DirectoryServiceGrpc.getUpdateVoiceApplicationMethod = getUpdateVoiceApplicationMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.directory.v1.UpdateVoiceApplicationRequest, io.github.parleyinterop.directory.v1.UpdateVoiceApplicationResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UpdateVoiceApplication"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.directory.v1.UpdateVoiceApplicationRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.directory.v1.UpdateVoiceApplicationResponse.getDefaultInstance()))
              .setSchemaDescriptor(new DirectoryServiceMethodDescriptorSupplier("UpdateVoiceApplication"))
              .build();
        }
      }
    }
    return getUpdateVoiceApplicationMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.DeleteVoiceApplicationRequest,
      io.github.parleyinterop.directory.v1.DeleteVoiceApplicationResponse> getDeleteVoiceApplicationMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "DeleteVoiceApplication",
      requestType = io.github.parleyinterop.directory.v1.DeleteVoiceApplicationRequest.class,
      responseType = io.github.parleyinterop.directory.v1.DeleteVoiceApplicationResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.DeleteVoiceApplicationRequest,
      io.github.parleyinterop.directory.v1.DeleteVoiceApplicationResponse> getDeleteVoiceApplicationMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.directory.v1.DeleteVoiceApplicationRequest, io.github.parleyinterop.directory.v1.DeleteVoiceApplicationResponse> getDeleteVoiceApplicationMethod;
    if ((getDeleteVoiceApplicationMethod = DirectoryServiceGrpc.getDeleteVoiceApplicationMethod) == null) {
      synchronized (DirectoryServiceGrpc.class) {
        if ((getDeleteVoiceApplicationMethod = DirectoryServiceGrpc.getDeleteVoiceApplicationMethod) == null) {
          DirectoryServiceGrpc.getDeleteVoiceApplicationMethod = getDeleteVoiceApplicationMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.directory.v1.DeleteVoiceApplicationRequest, io.github.parleyinterop.directory.v1.DeleteVoiceApplicationResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "DeleteVoiceApplication"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.directory.v1.DeleteVoiceApplicationRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.directory.v1.DeleteVoiceApplicationResponse.getDefaultInstance()))
              .setSchemaDescriptor(new DirectoryServiceMethodDescriptorSupplier("DeleteVoiceApplication"))
              .build();
        }
      }
    }
    return getDeleteVoiceApplicationMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static DirectoryServiceStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<DirectoryServiceStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<DirectoryServiceStub>() {
        @java.lang.Override
        public DirectoryServiceStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new DirectoryServiceStub(channel, callOptions);
        }
      };
    return DirectoryServiceStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static DirectoryServiceBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<DirectoryServiceBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<DirectoryServiceBlockingV2Stub>() {
        @java.lang.Override
        public DirectoryServiceBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new DirectoryServiceBlockingV2Stub(channel, callOptions);
        }
      };
    return DirectoryServiceBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static DirectoryServiceBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<DirectoryServiceBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<DirectoryServiceBlockingStub>() {
        @java.lang.Override
        public DirectoryServiceBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new DirectoryServiceBlockingStub(channel, callOptions);
        }
      };
    return DirectoryServiceBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static DirectoryServiceFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<DirectoryServiceFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<DirectoryServiceFutureStub>() {
        @java.lang.Override
        public DirectoryServiceFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new DirectoryServiceFutureStub(channel, callOptions);
        }
      };
    return DirectoryServiceFutureStub.newStub(factory, channel);
  }

  /**
   * <pre>
   * DirectoryService keeps the users, groups and voice applications of a tenant, for its administrator.
   * </pre>
   */
  public interface AsyncService {

    /**
     * <pre>
     * ImportTenantUsers adds users, or replaces those of the same object id, in bulk. Each request is one commit; what could not
     * be imported comes back with its reason, and the rest is there. The answer comes when the client has closed its side.
     * Errors: FOREIGN_OWNER.
     * </pre>
     */
    default io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.ImportTenantUsersRequest> importTenantUsers(
        io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.ImportTenantUsersResponse> responseObserver) {
      return io.grpc.stub.ServerCalls.asyncUnimplementedStreamingCall(getImportTenantUsersMethod(), responseObserver);
    }

    /**
     * <pre>
     * GetTenantUser returns a user by object id or by user principal name.
     * Errors: FOREIGN_OWNER, TENANT_USER_NOT_FOUND.
     * </pre>
     */
    default void getTenantUser(io.github.parleyinterop.directory.v1.GetTenantUserRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.GetTenantUserResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetTenantUserMethod(), responseObserver);
    }

    /**
     * <pre>
     * FindTenantUsers lists users in the order of their display names, all of them or those whose display name begins with a
     * prefix, without regard to case.
     * Errors: FOREIGN_OWNER, PAGE_TOKEN_INVALID.
     * </pre>
     */
    default void findTenantUsers(io.github.parleyinterop.directory.v1.FindTenantUsersRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.FindTenantUsersResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getFindTenantUsersMethod(), responseObserver);
    }

    /**
     * <pre>
     * UpdateTenantUser changes a user.
     * Errors: FOREIGN_OWNER, TENANT_USER_NOT_FOUND, USER_PRINCIPAL_NAME_TAKEN, UPDATE_MASK_INVALID, ETAG_MISMATCH,
     * IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    default void updateTenantUser(io.github.parleyinterop.directory.v1.UpdateTenantUserRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.UpdateTenantUserResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUpdateTenantUserMethod(), responseObserver);
    }

    /**
     * <pre>
     * DeleteTenantUser removes a user, its group memberships and its policy grant; its tokens stop working at once. Deleting it
     * again succeeds.
     * Errors: FOREIGN_OWNER, ETAG_MISMATCH, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    default void deleteTenantUser(io.github.parleyinterop.directory.v1.DeleteTenantUserRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.DeleteTenantUserResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDeleteTenantUserMethod(), responseObserver);
    }

    /**
     * <pre>
     * CreateGroup adds an empty group.
     * Errors: FOREIGN_OWNER, ID_TAKEN, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    default void createGroup(io.github.parleyinterop.directory.v1.CreateGroupRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.CreateGroupResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCreateGroupMethod(), responseObserver);
    }

    /**
     * <pre>
     * GetGroup returns a group.
     * Errors: FOREIGN_OWNER, GROUP_NOT_FOUND.
     * </pre>
     */
    default void getGroup(io.github.parleyinterop.directory.v1.GetGroupRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.GetGroupResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetGroupMethod(), responseObserver);
    }

    /**
     * <pre>
     * ListGroups lists the groups in the order of their ids.
     * Errors: FOREIGN_OWNER, PAGE_TOKEN_INVALID.
     * </pre>
     */
    default void listGroups(io.github.parleyinterop.directory.v1.ListGroupsRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.ListGroupsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListGroupsMethod(), responseObserver);
    }

    /**
     * <pre>
     * UpdateGroup changes the name of a group.
     * Errors: FOREIGN_OWNER, GROUP_NOT_FOUND, UPDATE_MASK_INVALID, ETAG_MISMATCH, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    default void updateGroup(io.github.parleyinterop.directory.v1.UpdateGroupRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.UpdateGroupResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUpdateGroupMethod(), responseObserver);
    }

    /**
     * <pre>
     * DeleteGroup removes a group that no policy is granted to. Deleting it again succeeds.
     * Errors: FOREIGN_OWNER, IN_USE, ETAG_MISMATCH, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    default void deleteGroup(io.github.parleyinterop.directory.v1.DeleteGroupRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.DeleteGroupResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDeleteGroupMethod(), responseObserver);
    }

    /**
     * <pre>
     * AddGroupMembers puts users into a group. Who is in it already stays in it.
     * Errors: FOREIGN_OWNER, GROUP_NOT_FOUND, TENANT_USER_NOT_FOUND, QUOTA_EXCEEDED (1000 groups a user), IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    default void addGroupMembers(io.github.parleyinterop.directory.v1.AddGroupMembersRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.AddGroupMembersResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getAddGroupMembersMethod(), responseObserver);
    }

    /**
     * <pre>
     * RemoveGroupMembers takes users out of a group. Who is not in it is passed over.
     * Errors: FOREIGN_OWNER, GROUP_NOT_FOUND, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    default void removeGroupMembers(io.github.parleyinterop.directory.v1.RemoveGroupMembersRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.RemoveGroupMembersResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getRemoveGroupMembersMethod(), responseObserver);
    }

    /**
     * <pre>
     * ListGroupMembers lists the members of a group in the order of their object ids.
     * Errors: FOREIGN_OWNER, GROUP_NOT_FOUND, PAGE_TOKEN_INVALID.
     * </pre>
     */
    default void listGroupMembers(io.github.parleyinterop.directory.v1.ListGroupMembersRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.ListGroupMembersResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListGroupMembersMethod(), responseObserver);
    }

    /**
     * <pre>
     * CreateVoiceApplication adds a voice application.
     * Errors: FOREIGN_OWNER, ID_TAKEN, TENANT_USER_NOT_FOUND (an agent), IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    default void createVoiceApplication(io.github.parleyinterop.directory.v1.CreateVoiceApplicationRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.CreateVoiceApplicationResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCreateVoiceApplicationMethod(), responseObserver);
    }

    /**
     * <pre>
     * GetVoiceApplication returns a voice application.
     * Errors: FOREIGN_OWNER, VOICE_APPLICATION_NOT_FOUND.
     * </pre>
     */
    default void getVoiceApplication(io.github.parleyinterop.directory.v1.GetVoiceApplicationRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.GetVoiceApplicationResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetVoiceApplicationMethod(), responseObserver);
    }

    /**
     * <pre>
     * ListVoiceApplications lists the voice applications in the order of their ids.
     * Errors: FOREIGN_OWNER, PAGE_TOKEN_INVALID.
     * </pre>
     */
    default void listVoiceApplications(io.github.parleyinterop.directory.v1.ListVoiceApplicationsRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.ListVoiceApplicationsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListVoiceApplicationsMethod(), responseObserver);
    }

    /**
     * <pre>
     * UpdateVoiceApplication changes a voice application.
     * Errors: FOREIGN_OWNER, VOICE_APPLICATION_NOT_FOUND, TENANT_USER_NOT_FOUND (an agent), UPDATE_MASK_INVALID, ETAG_MISMATCH,
     * IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    default void updateVoiceApplication(io.github.parleyinterop.directory.v1.UpdateVoiceApplicationRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.UpdateVoiceApplicationResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUpdateVoiceApplicationMethod(), responseObserver);
    }

    /**
     * <pre>
     * DeleteVoiceApplication removes a voice application and its policy grant. Deleting it again succeeds.
     * Errors: FOREIGN_OWNER, ETAG_MISMATCH, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    default void deleteVoiceApplication(io.github.parleyinterop.directory.v1.DeleteVoiceApplicationRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.DeleteVoiceApplicationResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDeleteVoiceApplicationMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service DirectoryService.
   * <pre>
   * DirectoryService keeps the users, groups and voice applications of a tenant, for its administrator.
   * </pre>
   */
  public static abstract class DirectoryServiceImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return DirectoryServiceGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service DirectoryService.
   * <pre>
   * DirectoryService keeps the users, groups and voice applications of a tenant, for its administrator.
   * </pre>
   */
  public static final class DirectoryServiceStub
      extends io.grpc.stub.AbstractAsyncStub<DirectoryServiceStub> {
    private DirectoryServiceStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected DirectoryServiceStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new DirectoryServiceStub(channel, callOptions);
    }

    /**
     * <pre>
     * ImportTenantUsers adds users, or replaces those of the same object id, in bulk. Each request is one commit; what could not
     * be imported comes back with its reason, and the rest is there. The answer comes when the client has closed its side.
     * Errors: FOREIGN_OWNER.
     * </pre>
     */
    public io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.ImportTenantUsersRequest> importTenantUsers(
        io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.ImportTenantUsersResponse> responseObserver) {
      return io.grpc.stub.ClientCalls.asyncClientStreamingCall(
          getChannel().newCall(getImportTenantUsersMethod(), getCallOptions()), responseObserver);
    }

    /**
     * <pre>
     * GetTenantUser returns a user by object id or by user principal name.
     * Errors: FOREIGN_OWNER, TENANT_USER_NOT_FOUND.
     * </pre>
     */
    public void getTenantUser(io.github.parleyinterop.directory.v1.GetTenantUserRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.GetTenantUserResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetTenantUserMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * FindTenantUsers lists users in the order of their display names, all of them or those whose display name begins with a
     * prefix, without regard to case.
     * Errors: FOREIGN_OWNER, PAGE_TOKEN_INVALID.
     * </pre>
     */
    public void findTenantUsers(io.github.parleyinterop.directory.v1.FindTenantUsersRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.FindTenantUsersResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getFindTenantUsersMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * UpdateTenantUser changes a user.
     * Errors: FOREIGN_OWNER, TENANT_USER_NOT_FOUND, USER_PRINCIPAL_NAME_TAKEN, UPDATE_MASK_INVALID, ETAG_MISMATCH,
     * IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public void updateTenantUser(io.github.parleyinterop.directory.v1.UpdateTenantUserRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.UpdateTenantUserResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUpdateTenantUserMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * DeleteTenantUser removes a user, its group memberships and its policy grant; its tokens stop working at once. Deleting it
     * again succeeds.
     * Errors: FOREIGN_OWNER, ETAG_MISMATCH, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public void deleteTenantUser(io.github.parleyinterop.directory.v1.DeleteTenantUserRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.DeleteTenantUserResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getDeleteTenantUserMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * CreateGroup adds an empty group.
     * Errors: FOREIGN_OWNER, ID_TAKEN, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public void createGroup(io.github.parleyinterop.directory.v1.CreateGroupRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.CreateGroupResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getCreateGroupMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * GetGroup returns a group.
     * Errors: FOREIGN_OWNER, GROUP_NOT_FOUND.
     * </pre>
     */
    public void getGroup(io.github.parleyinterop.directory.v1.GetGroupRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.GetGroupResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetGroupMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * ListGroups lists the groups in the order of their ids.
     * Errors: FOREIGN_OWNER, PAGE_TOKEN_INVALID.
     * </pre>
     */
    public void listGroups(io.github.parleyinterop.directory.v1.ListGroupsRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.ListGroupsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListGroupsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * UpdateGroup changes the name of a group.
     * Errors: FOREIGN_OWNER, GROUP_NOT_FOUND, UPDATE_MASK_INVALID, ETAG_MISMATCH, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public void updateGroup(io.github.parleyinterop.directory.v1.UpdateGroupRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.UpdateGroupResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUpdateGroupMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * DeleteGroup removes a group that no policy is granted to. Deleting it again succeeds.
     * Errors: FOREIGN_OWNER, IN_USE, ETAG_MISMATCH, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public void deleteGroup(io.github.parleyinterop.directory.v1.DeleteGroupRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.DeleteGroupResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getDeleteGroupMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * AddGroupMembers puts users into a group. Who is in it already stays in it.
     * Errors: FOREIGN_OWNER, GROUP_NOT_FOUND, TENANT_USER_NOT_FOUND, QUOTA_EXCEEDED (1000 groups a user), IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public void addGroupMembers(io.github.parleyinterop.directory.v1.AddGroupMembersRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.AddGroupMembersResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getAddGroupMembersMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * RemoveGroupMembers takes users out of a group. Who is not in it is passed over.
     * Errors: FOREIGN_OWNER, GROUP_NOT_FOUND, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public void removeGroupMembers(io.github.parleyinterop.directory.v1.RemoveGroupMembersRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.RemoveGroupMembersResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getRemoveGroupMembersMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * ListGroupMembers lists the members of a group in the order of their object ids.
     * Errors: FOREIGN_OWNER, GROUP_NOT_FOUND, PAGE_TOKEN_INVALID.
     * </pre>
     */
    public void listGroupMembers(io.github.parleyinterop.directory.v1.ListGroupMembersRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.ListGroupMembersResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListGroupMembersMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * CreateVoiceApplication adds a voice application.
     * Errors: FOREIGN_OWNER, ID_TAKEN, TENANT_USER_NOT_FOUND (an agent), IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public void createVoiceApplication(io.github.parleyinterop.directory.v1.CreateVoiceApplicationRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.CreateVoiceApplicationResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getCreateVoiceApplicationMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * GetVoiceApplication returns a voice application.
     * Errors: FOREIGN_OWNER, VOICE_APPLICATION_NOT_FOUND.
     * </pre>
     */
    public void getVoiceApplication(io.github.parleyinterop.directory.v1.GetVoiceApplicationRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.GetVoiceApplicationResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetVoiceApplicationMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * ListVoiceApplications lists the voice applications in the order of their ids.
     * Errors: FOREIGN_OWNER, PAGE_TOKEN_INVALID.
     * </pre>
     */
    public void listVoiceApplications(io.github.parleyinterop.directory.v1.ListVoiceApplicationsRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.ListVoiceApplicationsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListVoiceApplicationsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * UpdateVoiceApplication changes a voice application.
     * Errors: FOREIGN_OWNER, VOICE_APPLICATION_NOT_FOUND, TENANT_USER_NOT_FOUND (an agent), UPDATE_MASK_INVALID, ETAG_MISMATCH,
     * IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public void updateVoiceApplication(io.github.parleyinterop.directory.v1.UpdateVoiceApplicationRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.UpdateVoiceApplicationResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUpdateVoiceApplicationMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * DeleteVoiceApplication removes a voice application and its policy grant. Deleting it again succeeds.
     * Errors: FOREIGN_OWNER, ETAG_MISMATCH, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public void deleteVoiceApplication(io.github.parleyinterop.directory.v1.DeleteVoiceApplicationRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.DeleteVoiceApplicationResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getDeleteVoiceApplicationMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service DirectoryService.
   * <pre>
   * DirectoryService keeps the users, groups and voice applications of a tenant, for its administrator.
   * </pre>
   */
  public static final class DirectoryServiceBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<DirectoryServiceBlockingV2Stub> {
    private DirectoryServiceBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected DirectoryServiceBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new DirectoryServiceBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * ImportTenantUsers adds users, or replaces those of the same object id, in bulk. Each request is one commit; what could not
     * be imported comes back with its reason, and the rest is there. The answer comes when the client has closed its side.
     * Errors: FOREIGN_OWNER.
     * </pre>
     */
    @io.grpc.ExperimentalApi("https://github.com/grpc/grpc-java/issues/10918")
    public io.grpc.stub.BlockingClientCall<io.github.parleyinterop.directory.v1.ImportTenantUsersRequest, io.github.parleyinterop.directory.v1.ImportTenantUsersResponse>
        importTenantUsers() {
      return io.grpc.stub.ClientCalls.blockingClientStreamingCall(
          getChannel(), getImportTenantUsersMethod(), getCallOptions());
    }

    /**
     * <pre>
     * GetTenantUser returns a user by object id or by user principal name.
     * Errors: FOREIGN_OWNER, TENANT_USER_NOT_FOUND.
     * </pre>
     */
    public io.github.parleyinterop.directory.v1.GetTenantUserResponse getTenantUser(io.github.parleyinterop.directory.v1.GetTenantUserRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetTenantUserMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * FindTenantUsers lists users in the order of their display names, all of them or those whose display name begins with a
     * prefix, without regard to case.
     * Errors: FOREIGN_OWNER, PAGE_TOKEN_INVALID.
     * </pre>
     */
    public io.github.parleyinterop.directory.v1.FindTenantUsersResponse findTenantUsers(io.github.parleyinterop.directory.v1.FindTenantUsersRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getFindTenantUsersMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * UpdateTenantUser changes a user.
     * Errors: FOREIGN_OWNER, TENANT_USER_NOT_FOUND, USER_PRINCIPAL_NAME_TAKEN, UPDATE_MASK_INVALID, ETAG_MISMATCH,
     * IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.directory.v1.UpdateTenantUserResponse updateTenantUser(io.github.parleyinterop.directory.v1.UpdateTenantUserRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUpdateTenantUserMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * DeleteTenantUser removes a user, its group memberships and its policy grant; its tokens stop working at once. Deleting it
     * again succeeds.
     * Errors: FOREIGN_OWNER, ETAG_MISMATCH, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.directory.v1.DeleteTenantUserResponse deleteTenantUser(io.github.parleyinterop.directory.v1.DeleteTenantUserRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getDeleteTenantUserMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * CreateGroup adds an empty group.
     * Errors: FOREIGN_OWNER, ID_TAKEN, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.directory.v1.CreateGroupResponse createGroup(io.github.parleyinterop.directory.v1.CreateGroupRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getCreateGroupMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * GetGroup returns a group.
     * Errors: FOREIGN_OWNER, GROUP_NOT_FOUND.
     * </pre>
     */
    public io.github.parleyinterop.directory.v1.GetGroupResponse getGroup(io.github.parleyinterop.directory.v1.GetGroupRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetGroupMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ListGroups lists the groups in the order of their ids.
     * Errors: FOREIGN_OWNER, PAGE_TOKEN_INVALID.
     * </pre>
     */
    public io.github.parleyinterop.directory.v1.ListGroupsResponse listGroups(io.github.parleyinterop.directory.v1.ListGroupsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListGroupsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * UpdateGroup changes the name of a group.
     * Errors: FOREIGN_OWNER, GROUP_NOT_FOUND, UPDATE_MASK_INVALID, ETAG_MISMATCH, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.directory.v1.UpdateGroupResponse updateGroup(io.github.parleyinterop.directory.v1.UpdateGroupRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUpdateGroupMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * DeleteGroup removes a group that no policy is granted to. Deleting it again succeeds.
     * Errors: FOREIGN_OWNER, IN_USE, ETAG_MISMATCH, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.directory.v1.DeleteGroupResponse deleteGroup(io.github.parleyinterop.directory.v1.DeleteGroupRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getDeleteGroupMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * AddGroupMembers puts users into a group. Who is in it already stays in it.
     * Errors: FOREIGN_OWNER, GROUP_NOT_FOUND, TENANT_USER_NOT_FOUND, QUOTA_EXCEEDED (1000 groups a user), IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.directory.v1.AddGroupMembersResponse addGroupMembers(io.github.parleyinterop.directory.v1.AddGroupMembersRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getAddGroupMembersMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * RemoveGroupMembers takes users out of a group. Who is not in it is passed over.
     * Errors: FOREIGN_OWNER, GROUP_NOT_FOUND, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.directory.v1.RemoveGroupMembersResponse removeGroupMembers(io.github.parleyinterop.directory.v1.RemoveGroupMembersRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getRemoveGroupMembersMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ListGroupMembers lists the members of a group in the order of their object ids.
     * Errors: FOREIGN_OWNER, GROUP_NOT_FOUND, PAGE_TOKEN_INVALID.
     * </pre>
     */
    public io.github.parleyinterop.directory.v1.ListGroupMembersResponse listGroupMembers(io.github.parleyinterop.directory.v1.ListGroupMembersRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListGroupMembersMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * CreateVoiceApplication adds a voice application.
     * Errors: FOREIGN_OWNER, ID_TAKEN, TENANT_USER_NOT_FOUND (an agent), IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.directory.v1.CreateVoiceApplicationResponse createVoiceApplication(io.github.parleyinterop.directory.v1.CreateVoiceApplicationRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getCreateVoiceApplicationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * GetVoiceApplication returns a voice application.
     * Errors: FOREIGN_OWNER, VOICE_APPLICATION_NOT_FOUND.
     * </pre>
     */
    public io.github.parleyinterop.directory.v1.GetVoiceApplicationResponse getVoiceApplication(io.github.parleyinterop.directory.v1.GetVoiceApplicationRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetVoiceApplicationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ListVoiceApplications lists the voice applications in the order of their ids.
     * Errors: FOREIGN_OWNER, PAGE_TOKEN_INVALID.
     * </pre>
     */
    public io.github.parleyinterop.directory.v1.ListVoiceApplicationsResponse listVoiceApplications(io.github.parleyinterop.directory.v1.ListVoiceApplicationsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListVoiceApplicationsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * UpdateVoiceApplication changes a voice application.
     * Errors: FOREIGN_OWNER, VOICE_APPLICATION_NOT_FOUND, TENANT_USER_NOT_FOUND (an agent), UPDATE_MASK_INVALID, ETAG_MISMATCH,
     * IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.directory.v1.UpdateVoiceApplicationResponse updateVoiceApplication(io.github.parleyinterop.directory.v1.UpdateVoiceApplicationRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUpdateVoiceApplicationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * DeleteVoiceApplication removes a voice application and its policy grant. Deleting it again succeeds.
     * Errors: FOREIGN_OWNER, ETAG_MISMATCH, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.directory.v1.DeleteVoiceApplicationResponse deleteVoiceApplication(io.github.parleyinterop.directory.v1.DeleteVoiceApplicationRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getDeleteVoiceApplicationMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service DirectoryService.
   * <pre>
   * DirectoryService keeps the users, groups and voice applications of a tenant, for its administrator.
   * </pre>
   */
  public static final class DirectoryServiceBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<DirectoryServiceBlockingStub> {
    private DirectoryServiceBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected DirectoryServiceBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new DirectoryServiceBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * GetTenantUser returns a user by object id or by user principal name.
     * Errors: FOREIGN_OWNER, TENANT_USER_NOT_FOUND.
     * </pre>
     */
    public io.github.parleyinterop.directory.v1.GetTenantUserResponse getTenantUser(io.github.parleyinterop.directory.v1.GetTenantUserRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetTenantUserMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * FindTenantUsers lists users in the order of their display names, all of them or those whose display name begins with a
     * prefix, without regard to case.
     * Errors: FOREIGN_OWNER, PAGE_TOKEN_INVALID.
     * </pre>
     */
    public io.github.parleyinterop.directory.v1.FindTenantUsersResponse findTenantUsers(io.github.parleyinterop.directory.v1.FindTenantUsersRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getFindTenantUsersMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * UpdateTenantUser changes a user.
     * Errors: FOREIGN_OWNER, TENANT_USER_NOT_FOUND, USER_PRINCIPAL_NAME_TAKEN, UPDATE_MASK_INVALID, ETAG_MISMATCH,
     * IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.directory.v1.UpdateTenantUserResponse updateTenantUser(io.github.parleyinterop.directory.v1.UpdateTenantUserRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUpdateTenantUserMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * DeleteTenantUser removes a user, its group memberships and its policy grant; its tokens stop working at once. Deleting it
     * again succeeds.
     * Errors: FOREIGN_OWNER, ETAG_MISMATCH, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.directory.v1.DeleteTenantUserResponse deleteTenantUser(io.github.parleyinterop.directory.v1.DeleteTenantUserRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getDeleteTenantUserMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * CreateGroup adds an empty group.
     * Errors: FOREIGN_OWNER, ID_TAKEN, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.directory.v1.CreateGroupResponse createGroup(io.github.parleyinterop.directory.v1.CreateGroupRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getCreateGroupMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * GetGroup returns a group.
     * Errors: FOREIGN_OWNER, GROUP_NOT_FOUND.
     * </pre>
     */
    public io.github.parleyinterop.directory.v1.GetGroupResponse getGroup(io.github.parleyinterop.directory.v1.GetGroupRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetGroupMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ListGroups lists the groups in the order of their ids.
     * Errors: FOREIGN_OWNER, PAGE_TOKEN_INVALID.
     * </pre>
     */
    public io.github.parleyinterop.directory.v1.ListGroupsResponse listGroups(io.github.parleyinterop.directory.v1.ListGroupsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListGroupsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * UpdateGroup changes the name of a group.
     * Errors: FOREIGN_OWNER, GROUP_NOT_FOUND, UPDATE_MASK_INVALID, ETAG_MISMATCH, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.directory.v1.UpdateGroupResponse updateGroup(io.github.parleyinterop.directory.v1.UpdateGroupRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUpdateGroupMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * DeleteGroup removes a group that no policy is granted to. Deleting it again succeeds.
     * Errors: FOREIGN_OWNER, IN_USE, ETAG_MISMATCH, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.directory.v1.DeleteGroupResponse deleteGroup(io.github.parleyinterop.directory.v1.DeleteGroupRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getDeleteGroupMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * AddGroupMembers puts users into a group. Who is in it already stays in it.
     * Errors: FOREIGN_OWNER, GROUP_NOT_FOUND, TENANT_USER_NOT_FOUND, QUOTA_EXCEEDED (1000 groups a user), IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.directory.v1.AddGroupMembersResponse addGroupMembers(io.github.parleyinterop.directory.v1.AddGroupMembersRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getAddGroupMembersMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * RemoveGroupMembers takes users out of a group. Who is not in it is passed over.
     * Errors: FOREIGN_OWNER, GROUP_NOT_FOUND, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.directory.v1.RemoveGroupMembersResponse removeGroupMembers(io.github.parleyinterop.directory.v1.RemoveGroupMembersRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getRemoveGroupMembersMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ListGroupMembers lists the members of a group in the order of their object ids.
     * Errors: FOREIGN_OWNER, GROUP_NOT_FOUND, PAGE_TOKEN_INVALID.
     * </pre>
     */
    public io.github.parleyinterop.directory.v1.ListGroupMembersResponse listGroupMembers(io.github.parleyinterop.directory.v1.ListGroupMembersRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListGroupMembersMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * CreateVoiceApplication adds a voice application.
     * Errors: FOREIGN_OWNER, ID_TAKEN, TENANT_USER_NOT_FOUND (an agent), IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.directory.v1.CreateVoiceApplicationResponse createVoiceApplication(io.github.parleyinterop.directory.v1.CreateVoiceApplicationRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getCreateVoiceApplicationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * GetVoiceApplication returns a voice application.
     * Errors: FOREIGN_OWNER, VOICE_APPLICATION_NOT_FOUND.
     * </pre>
     */
    public io.github.parleyinterop.directory.v1.GetVoiceApplicationResponse getVoiceApplication(io.github.parleyinterop.directory.v1.GetVoiceApplicationRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetVoiceApplicationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ListVoiceApplications lists the voice applications in the order of their ids.
     * Errors: FOREIGN_OWNER, PAGE_TOKEN_INVALID.
     * </pre>
     */
    public io.github.parleyinterop.directory.v1.ListVoiceApplicationsResponse listVoiceApplications(io.github.parleyinterop.directory.v1.ListVoiceApplicationsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListVoiceApplicationsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * UpdateVoiceApplication changes a voice application.
     * Errors: FOREIGN_OWNER, VOICE_APPLICATION_NOT_FOUND, TENANT_USER_NOT_FOUND (an agent), UPDATE_MASK_INVALID, ETAG_MISMATCH,
     * IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.directory.v1.UpdateVoiceApplicationResponse updateVoiceApplication(io.github.parleyinterop.directory.v1.UpdateVoiceApplicationRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUpdateVoiceApplicationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * DeleteVoiceApplication removes a voice application and its policy grant. Deleting it again succeeds.
     * Errors: FOREIGN_OWNER, ETAG_MISMATCH, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.directory.v1.DeleteVoiceApplicationResponse deleteVoiceApplication(io.github.parleyinterop.directory.v1.DeleteVoiceApplicationRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getDeleteVoiceApplicationMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service DirectoryService.
   * <pre>
   * DirectoryService keeps the users, groups and voice applications of a tenant, for its administrator.
   * </pre>
   */
  public static final class DirectoryServiceFutureStub
      extends io.grpc.stub.AbstractFutureStub<DirectoryServiceFutureStub> {
    private DirectoryServiceFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected DirectoryServiceFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new DirectoryServiceFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * GetTenantUser returns a user by object id or by user principal name.
     * Errors: FOREIGN_OWNER, TENANT_USER_NOT_FOUND.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.directory.v1.GetTenantUserResponse> getTenantUser(
        io.github.parleyinterop.directory.v1.GetTenantUserRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetTenantUserMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * FindTenantUsers lists users in the order of their display names, all of them or those whose display name begins with a
     * prefix, without regard to case.
     * Errors: FOREIGN_OWNER, PAGE_TOKEN_INVALID.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.directory.v1.FindTenantUsersResponse> findTenantUsers(
        io.github.parleyinterop.directory.v1.FindTenantUsersRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getFindTenantUsersMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * UpdateTenantUser changes a user.
     * Errors: FOREIGN_OWNER, TENANT_USER_NOT_FOUND, USER_PRINCIPAL_NAME_TAKEN, UPDATE_MASK_INVALID, ETAG_MISMATCH,
     * IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.directory.v1.UpdateTenantUserResponse> updateTenantUser(
        io.github.parleyinterop.directory.v1.UpdateTenantUserRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUpdateTenantUserMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * DeleteTenantUser removes a user, its group memberships and its policy grant; its tokens stop working at once. Deleting it
     * again succeeds.
     * Errors: FOREIGN_OWNER, ETAG_MISMATCH, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.directory.v1.DeleteTenantUserResponse> deleteTenantUser(
        io.github.parleyinterop.directory.v1.DeleteTenantUserRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getDeleteTenantUserMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * CreateGroup adds an empty group.
     * Errors: FOREIGN_OWNER, ID_TAKEN, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.directory.v1.CreateGroupResponse> createGroup(
        io.github.parleyinterop.directory.v1.CreateGroupRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getCreateGroupMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * GetGroup returns a group.
     * Errors: FOREIGN_OWNER, GROUP_NOT_FOUND.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.directory.v1.GetGroupResponse> getGroup(
        io.github.parleyinterop.directory.v1.GetGroupRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetGroupMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * ListGroups lists the groups in the order of their ids.
     * Errors: FOREIGN_OWNER, PAGE_TOKEN_INVALID.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.directory.v1.ListGroupsResponse> listGroups(
        io.github.parleyinterop.directory.v1.ListGroupsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListGroupsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * UpdateGroup changes the name of a group.
     * Errors: FOREIGN_OWNER, GROUP_NOT_FOUND, UPDATE_MASK_INVALID, ETAG_MISMATCH, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.directory.v1.UpdateGroupResponse> updateGroup(
        io.github.parleyinterop.directory.v1.UpdateGroupRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUpdateGroupMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * DeleteGroup removes a group that no policy is granted to. Deleting it again succeeds.
     * Errors: FOREIGN_OWNER, IN_USE, ETAG_MISMATCH, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.directory.v1.DeleteGroupResponse> deleteGroup(
        io.github.parleyinterop.directory.v1.DeleteGroupRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getDeleteGroupMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * AddGroupMembers puts users into a group. Who is in it already stays in it.
     * Errors: FOREIGN_OWNER, GROUP_NOT_FOUND, TENANT_USER_NOT_FOUND, QUOTA_EXCEEDED (1000 groups a user), IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.directory.v1.AddGroupMembersResponse> addGroupMembers(
        io.github.parleyinterop.directory.v1.AddGroupMembersRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getAddGroupMembersMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * RemoveGroupMembers takes users out of a group. Who is not in it is passed over.
     * Errors: FOREIGN_OWNER, GROUP_NOT_FOUND, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.directory.v1.RemoveGroupMembersResponse> removeGroupMembers(
        io.github.parleyinterop.directory.v1.RemoveGroupMembersRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getRemoveGroupMembersMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * ListGroupMembers lists the members of a group in the order of their object ids.
     * Errors: FOREIGN_OWNER, GROUP_NOT_FOUND, PAGE_TOKEN_INVALID.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.directory.v1.ListGroupMembersResponse> listGroupMembers(
        io.github.parleyinterop.directory.v1.ListGroupMembersRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListGroupMembersMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * CreateVoiceApplication adds a voice application.
     * Errors: FOREIGN_OWNER, ID_TAKEN, TENANT_USER_NOT_FOUND (an agent), IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.directory.v1.CreateVoiceApplicationResponse> createVoiceApplication(
        io.github.parleyinterop.directory.v1.CreateVoiceApplicationRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getCreateVoiceApplicationMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * GetVoiceApplication returns a voice application.
     * Errors: FOREIGN_OWNER, VOICE_APPLICATION_NOT_FOUND.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.directory.v1.GetVoiceApplicationResponse> getVoiceApplication(
        io.github.parleyinterop.directory.v1.GetVoiceApplicationRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetVoiceApplicationMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * ListVoiceApplications lists the voice applications in the order of their ids.
     * Errors: FOREIGN_OWNER, PAGE_TOKEN_INVALID.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.directory.v1.ListVoiceApplicationsResponse> listVoiceApplications(
        io.github.parleyinterop.directory.v1.ListVoiceApplicationsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListVoiceApplicationsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * UpdateVoiceApplication changes a voice application.
     * Errors: FOREIGN_OWNER, VOICE_APPLICATION_NOT_FOUND, TENANT_USER_NOT_FOUND (an agent), UPDATE_MASK_INVALID, ETAG_MISMATCH,
     * IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.directory.v1.UpdateVoiceApplicationResponse> updateVoiceApplication(
        io.github.parleyinterop.directory.v1.UpdateVoiceApplicationRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUpdateVoiceApplicationMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * DeleteVoiceApplication removes a voice application and its policy grant. Deleting it again succeeds.
     * Errors: FOREIGN_OWNER, ETAG_MISMATCH, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.directory.v1.DeleteVoiceApplicationResponse> deleteVoiceApplication(
        io.github.parleyinterop.directory.v1.DeleteVoiceApplicationRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getDeleteVoiceApplicationMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_GET_TENANT_USER = 0;
  private static final int METHODID_FIND_TENANT_USERS = 1;
  private static final int METHODID_UPDATE_TENANT_USER = 2;
  private static final int METHODID_DELETE_TENANT_USER = 3;
  private static final int METHODID_CREATE_GROUP = 4;
  private static final int METHODID_GET_GROUP = 5;
  private static final int METHODID_LIST_GROUPS = 6;
  private static final int METHODID_UPDATE_GROUP = 7;
  private static final int METHODID_DELETE_GROUP = 8;
  private static final int METHODID_ADD_GROUP_MEMBERS = 9;
  private static final int METHODID_REMOVE_GROUP_MEMBERS = 10;
  private static final int METHODID_LIST_GROUP_MEMBERS = 11;
  private static final int METHODID_CREATE_VOICE_APPLICATION = 12;
  private static final int METHODID_GET_VOICE_APPLICATION = 13;
  private static final int METHODID_LIST_VOICE_APPLICATIONS = 14;
  private static final int METHODID_UPDATE_VOICE_APPLICATION = 15;
  private static final int METHODID_DELETE_VOICE_APPLICATION = 16;
  private static final int METHODID_IMPORT_TENANT_USERS = 17;

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
        case METHODID_GET_TENANT_USER:
          serviceImpl.getTenantUser((io.github.parleyinterop.directory.v1.GetTenantUserRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.GetTenantUserResponse>) responseObserver);
          break;
        case METHODID_FIND_TENANT_USERS:
          serviceImpl.findTenantUsers((io.github.parleyinterop.directory.v1.FindTenantUsersRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.FindTenantUsersResponse>) responseObserver);
          break;
        case METHODID_UPDATE_TENANT_USER:
          serviceImpl.updateTenantUser((io.github.parleyinterop.directory.v1.UpdateTenantUserRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.UpdateTenantUserResponse>) responseObserver);
          break;
        case METHODID_DELETE_TENANT_USER:
          serviceImpl.deleteTenantUser((io.github.parleyinterop.directory.v1.DeleteTenantUserRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.DeleteTenantUserResponse>) responseObserver);
          break;
        case METHODID_CREATE_GROUP:
          serviceImpl.createGroup((io.github.parleyinterop.directory.v1.CreateGroupRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.CreateGroupResponse>) responseObserver);
          break;
        case METHODID_GET_GROUP:
          serviceImpl.getGroup((io.github.parleyinterop.directory.v1.GetGroupRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.GetGroupResponse>) responseObserver);
          break;
        case METHODID_LIST_GROUPS:
          serviceImpl.listGroups((io.github.parleyinterop.directory.v1.ListGroupsRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.ListGroupsResponse>) responseObserver);
          break;
        case METHODID_UPDATE_GROUP:
          serviceImpl.updateGroup((io.github.parleyinterop.directory.v1.UpdateGroupRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.UpdateGroupResponse>) responseObserver);
          break;
        case METHODID_DELETE_GROUP:
          serviceImpl.deleteGroup((io.github.parleyinterop.directory.v1.DeleteGroupRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.DeleteGroupResponse>) responseObserver);
          break;
        case METHODID_ADD_GROUP_MEMBERS:
          serviceImpl.addGroupMembers((io.github.parleyinterop.directory.v1.AddGroupMembersRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.AddGroupMembersResponse>) responseObserver);
          break;
        case METHODID_REMOVE_GROUP_MEMBERS:
          serviceImpl.removeGroupMembers((io.github.parleyinterop.directory.v1.RemoveGroupMembersRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.RemoveGroupMembersResponse>) responseObserver);
          break;
        case METHODID_LIST_GROUP_MEMBERS:
          serviceImpl.listGroupMembers((io.github.parleyinterop.directory.v1.ListGroupMembersRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.ListGroupMembersResponse>) responseObserver);
          break;
        case METHODID_CREATE_VOICE_APPLICATION:
          serviceImpl.createVoiceApplication((io.github.parleyinterop.directory.v1.CreateVoiceApplicationRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.CreateVoiceApplicationResponse>) responseObserver);
          break;
        case METHODID_GET_VOICE_APPLICATION:
          serviceImpl.getVoiceApplication((io.github.parleyinterop.directory.v1.GetVoiceApplicationRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.GetVoiceApplicationResponse>) responseObserver);
          break;
        case METHODID_LIST_VOICE_APPLICATIONS:
          serviceImpl.listVoiceApplications((io.github.parleyinterop.directory.v1.ListVoiceApplicationsRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.ListVoiceApplicationsResponse>) responseObserver);
          break;
        case METHODID_UPDATE_VOICE_APPLICATION:
          serviceImpl.updateVoiceApplication((io.github.parleyinterop.directory.v1.UpdateVoiceApplicationRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.UpdateVoiceApplicationResponse>) responseObserver);
          break;
        case METHODID_DELETE_VOICE_APPLICATION:
          serviceImpl.deleteVoiceApplication((io.github.parleyinterop.directory.v1.DeleteVoiceApplicationRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.DeleteVoiceApplicationResponse>) responseObserver);
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
        case METHODID_IMPORT_TENANT_USERS:
          return (io.grpc.stub.StreamObserver<Req>) serviceImpl.importTenantUsers(
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.directory.v1.ImportTenantUsersResponse>) responseObserver);
        default:
          throw new AssertionError();
      }
    }
  }

  public static final io.grpc.ServerServiceDefinition bindService(AsyncService service) {
    return io.grpc.ServerServiceDefinition.builder(getServiceDescriptor())
        .addMethod(
          getImportTenantUsersMethod(),
          io.grpc.stub.ServerCalls.asyncClientStreamingCall(
            new MethodHandlers<
              io.github.parleyinterop.directory.v1.ImportTenantUsersRequest,
              io.github.parleyinterop.directory.v1.ImportTenantUsersResponse>(
                service, METHODID_IMPORT_TENANT_USERS)))
        .addMethod(
          getGetTenantUserMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.directory.v1.GetTenantUserRequest,
              io.github.parleyinterop.directory.v1.GetTenantUserResponse>(
                service, METHODID_GET_TENANT_USER)))
        .addMethod(
          getFindTenantUsersMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.directory.v1.FindTenantUsersRequest,
              io.github.parleyinterop.directory.v1.FindTenantUsersResponse>(
                service, METHODID_FIND_TENANT_USERS)))
        .addMethod(
          getUpdateTenantUserMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.directory.v1.UpdateTenantUserRequest,
              io.github.parleyinterop.directory.v1.UpdateTenantUserResponse>(
                service, METHODID_UPDATE_TENANT_USER)))
        .addMethod(
          getDeleteTenantUserMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.directory.v1.DeleteTenantUserRequest,
              io.github.parleyinterop.directory.v1.DeleteTenantUserResponse>(
                service, METHODID_DELETE_TENANT_USER)))
        .addMethod(
          getCreateGroupMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.directory.v1.CreateGroupRequest,
              io.github.parleyinterop.directory.v1.CreateGroupResponse>(
                service, METHODID_CREATE_GROUP)))
        .addMethod(
          getGetGroupMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.directory.v1.GetGroupRequest,
              io.github.parleyinterop.directory.v1.GetGroupResponse>(
                service, METHODID_GET_GROUP)))
        .addMethod(
          getListGroupsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.directory.v1.ListGroupsRequest,
              io.github.parleyinterop.directory.v1.ListGroupsResponse>(
                service, METHODID_LIST_GROUPS)))
        .addMethod(
          getUpdateGroupMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.directory.v1.UpdateGroupRequest,
              io.github.parleyinterop.directory.v1.UpdateGroupResponse>(
                service, METHODID_UPDATE_GROUP)))
        .addMethod(
          getDeleteGroupMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.directory.v1.DeleteGroupRequest,
              io.github.parleyinterop.directory.v1.DeleteGroupResponse>(
                service, METHODID_DELETE_GROUP)))
        .addMethod(
          getAddGroupMembersMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.directory.v1.AddGroupMembersRequest,
              io.github.parleyinterop.directory.v1.AddGroupMembersResponse>(
                service, METHODID_ADD_GROUP_MEMBERS)))
        .addMethod(
          getRemoveGroupMembersMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.directory.v1.RemoveGroupMembersRequest,
              io.github.parleyinterop.directory.v1.RemoveGroupMembersResponse>(
                service, METHODID_REMOVE_GROUP_MEMBERS)))
        .addMethod(
          getListGroupMembersMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.directory.v1.ListGroupMembersRequest,
              io.github.parleyinterop.directory.v1.ListGroupMembersResponse>(
                service, METHODID_LIST_GROUP_MEMBERS)))
        .addMethod(
          getCreateVoiceApplicationMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.directory.v1.CreateVoiceApplicationRequest,
              io.github.parleyinterop.directory.v1.CreateVoiceApplicationResponse>(
                service, METHODID_CREATE_VOICE_APPLICATION)))
        .addMethod(
          getGetVoiceApplicationMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.directory.v1.GetVoiceApplicationRequest,
              io.github.parleyinterop.directory.v1.GetVoiceApplicationResponse>(
                service, METHODID_GET_VOICE_APPLICATION)))
        .addMethod(
          getListVoiceApplicationsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.directory.v1.ListVoiceApplicationsRequest,
              io.github.parleyinterop.directory.v1.ListVoiceApplicationsResponse>(
                service, METHODID_LIST_VOICE_APPLICATIONS)))
        .addMethod(
          getUpdateVoiceApplicationMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.directory.v1.UpdateVoiceApplicationRequest,
              io.github.parleyinterop.directory.v1.UpdateVoiceApplicationResponse>(
                service, METHODID_UPDATE_VOICE_APPLICATION)))
        .addMethod(
          getDeleteVoiceApplicationMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.directory.v1.DeleteVoiceApplicationRequest,
              io.github.parleyinterop.directory.v1.DeleteVoiceApplicationResponse>(
                service, METHODID_DELETE_VOICE_APPLICATION)))
        .build();
  }

  private static abstract class DirectoryServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    DirectoryServiceBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return io.github.parleyinterop.directory.v1.DirectoryServiceProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("DirectoryService");
    }
  }

  private static final class DirectoryServiceFileDescriptorSupplier
      extends DirectoryServiceBaseDescriptorSupplier {
    DirectoryServiceFileDescriptorSupplier() {}
  }

  private static final class DirectoryServiceMethodDescriptorSupplier
      extends DirectoryServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    DirectoryServiceMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (DirectoryServiceGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new DirectoryServiceFileDescriptorSupplier())
              .addMethod(getImportTenantUsersMethod())
              .addMethod(getGetTenantUserMethod())
              .addMethod(getFindTenantUsersMethod())
              .addMethod(getUpdateTenantUserMethod())
              .addMethod(getDeleteTenantUserMethod())
              .addMethod(getCreateGroupMethod())
              .addMethod(getGetGroupMethod())
              .addMethod(getListGroupsMethod())
              .addMethod(getUpdateGroupMethod())
              .addMethod(getDeleteGroupMethod())
              .addMethod(getAddGroupMembersMethod())
              .addMethod(getRemoveGroupMembersMethod())
              .addMethod(getListGroupMembersMethod())
              .addMethod(getCreateVoiceApplicationMethod())
              .addMethod(getGetVoiceApplicationMethod())
              .addMethod(getListVoiceApplicationsMethod())
              .addMethod(getUpdateVoiceApplicationMethod())
              .addMethod(getDeleteVoiceApplicationMethod())
              .build();
        }
      }
    }
    return result;
  }
}
