package io.github.parleyinterop.chat.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 * <pre>
 * ChatService carries threads of communication users and Teams users: in order, durably, and only to those who may see them.
 * </pre>
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class ChatServiceGrpc {

  private ChatServiceGrpc() {}

  public static final java.lang.String SERVICE_NAME = "parley.chat.v1.ChatService";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.CreateThreadRequest,
      io.github.parleyinterop.chat.v1.CreateThreadResponse> getCreateThreadMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "CreateThread",
      requestType = io.github.parleyinterop.chat.v1.CreateThreadRequest.class,
      responseType = io.github.parleyinterop.chat.v1.CreateThreadResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.CreateThreadRequest,
      io.github.parleyinterop.chat.v1.CreateThreadResponse> getCreateThreadMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.CreateThreadRequest, io.github.parleyinterop.chat.v1.CreateThreadResponse> getCreateThreadMethod;
    if ((getCreateThreadMethod = ChatServiceGrpc.getCreateThreadMethod) == null) {
      synchronized (ChatServiceGrpc.class) {
        if ((getCreateThreadMethod = ChatServiceGrpc.getCreateThreadMethod) == null) {
          ChatServiceGrpc.getCreateThreadMethod = getCreateThreadMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.chat.v1.CreateThreadRequest, io.github.parleyinterop.chat.v1.CreateThreadResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "CreateThread"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.chat.v1.CreateThreadRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.chat.v1.CreateThreadResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ChatServiceMethodDescriptorSupplier("CreateThread"))
              .build();
        }
      }
    }
    return getCreateThreadMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.GetThreadRequest,
      io.github.parleyinterop.chat.v1.GetThreadResponse> getGetThreadMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetThread",
      requestType = io.github.parleyinterop.chat.v1.GetThreadRequest.class,
      responseType = io.github.parleyinterop.chat.v1.GetThreadResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.GetThreadRequest,
      io.github.parleyinterop.chat.v1.GetThreadResponse> getGetThreadMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.GetThreadRequest, io.github.parleyinterop.chat.v1.GetThreadResponse> getGetThreadMethod;
    if ((getGetThreadMethod = ChatServiceGrpc.getGetThreadMethod) == null) {
      synchronized (ChatServiceGrpc.class) {
        if ((getGetThreadMethod = ChatServiceGrpc.getGetThreadMethod) == null) {
          ChatServiceGrpc.getGetThreadMethod = getGetThreadMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.chat.v1.GetThreadRequest, io.github.parleyinterop.chat.v1.GetThreadResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetThread"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.chat.v1.GetThreadRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.chat.v1.GetThreadResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ChatServiceMethodDescriptorSupplier("GetThread"))
              .build();
        }
      }
    }
    return getGetThreadMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.ListThreadsRequest,
      io.github.parleyinterop.chat.v1.ListThreadsResponse> getListThreadsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListThreads",
      requestType = io.github.parleyinterop.chat.v1.ListThreadsRequest.class,
      responseType = io.github.parleyinterop.chat.v1.ListThreadsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.ListThreadsRequest,
      io.github.parleyinterop.chat.v1.ListThreadsResponse> getListThreadsMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.ListThreadsRequest, io.github.parleyinterop.chat.v1.ListThreadsResponse> getListThreadsMethod;
    if ((getListThreadsMethod = ChatServiceGrpc.getListThreadsMethod) == null) {
      synchronized (ChatServiceGrpc.class) {
        if ((getListThreadsMethod = ChatServiceGrpc.getListThreadsMethod) == null) {
          ChatServiceGrpc.getListThreadsMethod = getListThreadsMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.chat.v1.ListThreadsRequest, io.github.parleyinterop.chat.v1.ListThreadsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListThreads"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.chat.v1.ListThreadsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.chat.v1.ListThreadsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ChatServiceMethodDescriptorSupplier("ListThreads"))
              .build();
        }
      }
    }
    return getListThreadsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.UpdateThreadRequest,
      io.github.parleyinterop.chat.v1.UpdateThreadResponse> getUpdateThreadMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UpdateThread",
      requestType = io.github.parleyinterop.chat.v1.UpdateThreadRequest.class,
      responseType = io.github.parleyinterop.chat.v1.UpdateThreadResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.UpdateThreadRequest,
      io.github.parleyinterop.chat.v1.UpdateThreadResponse> getUpdateThreadMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.UpdateThreadRequest, io.github.parleyinterop.chat.v1.UpdateThreadResponse> getUpdateThreadMethod;
    if ((getUpdateThreadMethod = ChatServiceGrpc.getUpdateThreadMethod) == null) {
      synchronized (ChatServiceGrpc.class) {
        if ((getUpdateThreadMethod = ChatServiceGrpc.getUpdateThreadMethod) == null) {
          ChatServiceGrpc.getUpdateThreadMethod = getUpdateThreadMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.chat.v1.UpdateThreadRequest, io.github.parleyinterop.chat.v1.UpdateThreadResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UpdateThread"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.chat.v1.UpdateThreadRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.chat.v1.UpdateThreadResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ChatServiceMethodDescriptorSupplier("UpdateThread"))
              .build();
        }
      }
    }
    return getUpdateThreadMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.DeleteThreadRequest,
      io.github.parleyinterop.chat.v1.DeleteThreadResponse> getDeleteThreadMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "DeleteThread",
      requestType = io.github.parleyinterop.chat.v1.DeleteThreadRequest.class,
      responseType = io.github.parleyinterop.chat.v1.DeleteThreadResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.DeleteThreadRequest,
      io.github.parleyinterop.chat.v1.DeleteThreadResponse> getDeleteThreadMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.DeleteThreadRequest, io.github.parleyinterop.chat.v1.DeleteThreadResponse> getDeleteThreadMethod;
    if ((getDeleteThreadMethod = ChatServiceGrpc.getDeleteThreadMethod) == null) {
      synchronized (ChatServiceGrpc.class) {
        if ((getDeleteThreadMethod = ChatServiceGrpc.getDeleteThreadMethod) == null) {
          ChatServiceGrpc.getDeleteThreadMethod = getDeleteThreadMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.chat.v1.DeleteThreadRequest, io.github.parleyinterop.chat.v1.DeleteThreadResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "DeleteThread"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.chat.v1.DeleteThreadRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.chat.v1.DeleteThreadResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ChatServiceMethodDescriptorSupplier("DeleteThread"))
              .build();
        }
      }
    }
    return getDeleteThreadMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.AddParticipantsRequest,
      io.github.parleyinterop.chat.v1.AddParticipantsResponse> getAddParticipantsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "AddParticipants",
      requestType = io.github.parleyinterop.chat.v1.AddParticipantsRequest.class,
      responseType = io.github.parleyinterop.chat.v1.AddParticipantsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.AddParticipantsRequest,
      io.github.parleyinterop.chat.v1.AddParticipantsResponse> getAddParticipantsMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.AddParticipantsRequest, io.github.parleyinterop.chat.v1.AddParticipantsResponse> getAddParticipantsMethod;
    if ((getAddParticipantsMethod = ChatServiceGrpc.getAddParticipantsMethod) == null) {
      synchronized (ChatServiceGrpc.class) {
        if ((getAddParticipantsMethod = ChatServiceGrpc.getAddParticipantsMethod) == null) {
          ChatServiceGrpc.getAddParticipantsMethod = getAddParticipantsMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.chat.v1.AddParticipantsRequest, io.github.parleyinterop.chat.v1.AddParticipantsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "AddParticipants"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.chat.v1.AddParticipantsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.chat.v1.AddParticipantsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ChatServiceMethodDescriptorSupplier("AddParticipants"))
              .build();
        }
      }
    }
    return getAddParticipantsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.RemoveParticipantRequest,
      io.github.parleyinterop.chat.v1.RemoveParticipantResponse> getRemoveParticipantMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "RemoveParticipant",
      requestType = io.github.parleyinterop.chat.v1.RemoveParticipantRequest.class,
      responseType = io.github.parleyinterop.chat.v1.RemoveParticipantResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.RemoveParticipantRequest,
      io.github.parleyinterop.chat.v1.RemoveParticipantResponse> getRemoveParticipantMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.RemoveParticipantRequest, io.github.parleyinterop.chat.v1.RemoveParticipantResponse> getRemoveParticipantMethod;
    if ((getRemoveParticipantMethod = ChatServiceGrpc.getRemoveParticipantMethod) == null) {
      synchronized (ChatServiceGrpc.class) {
        if ((getRemoveParticipantMethod = ChatServiceGrpc.getRemoveParticipantMethod) == null) {
          ChatServiceGrpc.getRemoveParticipantMethod = getRemoveParticipantMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.chat.v1.RemoveParticipantRequest, io.github.parleyinterop.chat.v1.RemoveParticipantResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "RemoveParticipant"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.chat.v1.RemoveParticipantRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.chat.v1.RemoveParticipantResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ChatServiceMethodDescriptorSupplier("RemoveParticipant"))
              .build();
        }
      }
    }
    return getRemoveParticipantMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.ListParticipantsRequest,
      io.github.parleyinterop.chat.v1.ListParticipantsResponse> getListParticipantsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListParticipants",
      requestType = io.github.parleyinterop.chat.v1.ListParticipantsRequest.class,
      responseType = io.github.parleyinterop.chat.v1.ListParticipantsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.ListParticipantsRequest,
      io.github.parleyinterop.chat.v1.ListParticipantsResponse> getListParticipantsMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.ListParticipantsRequest, io.github.parleyinterop.chat.v1.ListParticipantsResponse> getListParticipantsMethod;
    if ((getListParticipantsMethod = ChatServiceGrpc.getListParticipantsMethod) == null) {
      synchronized (ChatServiceGrpc.class) {
        if ((getListParticipantsMethod = ChatServiceGrpc.getListParticipantsMethod) == null) {
          ChatServiceGrpc.getListParticipantsMethod = getListParticipantsMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.chat.v1.ListParticipantsRequest, io.github.parleyinterop.chat.v1.ListParticipantsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListParticipants"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.chat.v1.ListParticipantsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.chat.v1.ListParticipantsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ChatServiceMethodDescriptorSupplier("ListParticipants"))
              .build();
        }
      }
    }
    return getListParticipantsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.SendMessageRequest,
      io.github.parleyinterop.chat.v1.SendMessageResponse> getSendMessageMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "SendMessage",
      requestType = io.github.parleyinterop.chat.v1.SendMessageRequest.class,
      responseType = io.github.parleyinterop.chat.v1.SendMessageResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.SendMessageRequest,
      io.github.parleyinterop.chat.v1.SendMessageResponse> getSendMessageMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.SendMessageRequest, io.github.parleyinterop.chat.v1.SendMessageResponse> getSendMessageMethod;
    if ((getSendMessageMethod = ChatServiceGrpc.getSendMessageMethod) == null) {
      synchronized (ChatServiceGrpc.class) {
        if ((getSendMessageMethod = ChatServiceGrpc.getSendMessageMethod) == null) {
          ChatServiceGrpc.getSendMessageMethod = getSendMessageMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.chat.v1.SendMessageRequest, io.github.parleyinterop.chat.v1.SendMessageResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "SendMessage"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.chat.v1.SendMessageRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.chat.v1.SendMessageResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ChatServiceMethodDescriptorSupplier("SendMessage"))
              .build();
        }
      }
    }
    return getSendMessageMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.SendMessagesRequest,
      io.github.parleyinterop.chat.v1.SendMessagesResponse> getSendMessagesMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "SendMessages",
      requestType = io.github.parleyinterop.chat.v1.SendMessagesRequest.class,
      responseType = io.github.parleyinterop.chat.v1.SendMessagesResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.BIDI_STREAMING)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.SendMessagesRequest,
      io.github.parleyinterop.chat.v1.SendMessagesResponse> getSendMessagesMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.SendMessagesRequest, io.github.parleyinterop.chat.v1.SendMessagesResponse> getSendMessagesMethod;
    if ((getSendMessagesMethod = ChatServiceGrpc.getSendMessagesMethod) == null) {
      synchronized (ChatServiceGrpc.class) {
        if ((getSendMessagesMethod = ChatServiceGrpc.getSendMessagesMethod) == null) {
          ChatServiceGrpc.getSendMessagesMethod = getSendMessagesMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.chat.v1.SendMessagesRequest, io.github.parleyinterop.chat.v1.SendMessagesResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.BIDI_STREAMING)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "SendMessages"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.chat.v1.SendMessagesRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.chat.v1.SendMessagesResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ChatServiceMethodDescriptorSupplier("SendMessages"))
              .build();
        }
      }
    }
    return getSendMessagesMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.GetMessageRequest,
      io.github.parleyinterop.chat.v1.GetMessageResponse> getGetMessageMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetMessage",
      requestType = io.github.parleyinterop.chat.v1.GetMessageRequest.class,
      responseType = io.github.parleyinterop.chat.v1.GetMessageResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.GetMessageRequest,
      io.github.parleyinterop.chat.v1.GetMessageResponse> getGetMessageMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.GetMessageRequest, io.github.parleyinterop.chat.v1.GetMessageResponse> getGetMessageMethod;
    if ((getGetMessageMethod = ChatServiceGrpc.getGetMessageMethod) == null) {
      synchronized (ChatServiceGrpc.class) {
        if ((getGetMessageMethod = ChatServiceGrpc.getGetMessageMethod) == null) {
          ChatServiceGrpc.getGetMessageMethod = getGetMessageMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.chat.v1.GetMessageRequest, io.github.parleyinterop.chat.v1.GetMessageResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetMessage"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.chat.v1.GetMessageRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.chat.v1.GetMessageResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ChatServiceMethodDescriptorSupplier("GetMessage"))
              .build();
        }
      }
    }
    return getGetMessageMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.ListMessagesRequest,
      io.github.parleyinterop.chat.v1.ListMessagesResponse> getListMessagesMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListMessages",
      requestType = io.github.parleyinterop.chat.v1.ListMessagesRequest.class,
      responseType = io.github.parleyinterop.chat.v1.ListMessagesResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.ListMessagesRequest,
      io.github.parleyinterop.chat.v1.ListMessagesResponse> getListMessagesMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.ListMessagesRequest, io.github.parleyinterop.chat.v1.ListMessagesResponse> getListMessagesMethod;
    if ((getListMessagesMethod = ChatServiceGrpc.getListMessagesMethod) == null) {
      synchronized (ChatServiceGrpc.class) {
        if ((getListMessagesMethod = ChatServiceGrpc.getListMessagesMethod) == null) {
          ChatServiceGrpc.getListMessagesMethod = getListMessagesMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.chat.v1.ListMessagesRequest, io.github.parleyinterop.chat.v1.ListMessagesResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListMessages"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.chat.v1.ListMessagesRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.chat.v1.ListMessagesResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ChatServiceMethodDescriptorSupplier("ListMessages"))
              .build();
        }
      }
    }
    return getListMessagesMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.UpdateMessageRequest,
      io.github.parleyinterop.chat.v1.UpdateMessageResponse> getUpdateMessageMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UpdateMessage",
      requestType = io.github.parleyinterop.chat.v1.UpdateMessageRequest.class,
      responseType = io.github.parleyinterop.chat.v1.UpdateMessageResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.UpdateMessageRequest,
      io.github.parleyinterop.chat.v1.UpdateMessageResponse> getUpdateMessageMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.UpdateMessageRequest, io.github.parleyinterop.chat.v1.UpdateMessageResponse> getUpdateMessageMethod;
    if ((getUpdateMessageMethod = ChatServiceGrpc.getUpdateMessageMethod) == null) {
      synchronized (ChatServiceGrpc.class) {
        if ((getUpdateMessageMethod = ChatServiceGrpc.getUpdateMessageMethod) == null) {
          ChatServiceGrpc.getUpdateMessageMethod = getUpdateMessageMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.chat.v1.UpdateMessageRequest, io.github.parleyinterop.chat.v1.UpdateMessageResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UpdateMessage"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.chat.v1.UpdateMessageRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.chat.v1.UpdateMessageResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ChatServiceMethodDescriptorSupplier("UpdateMessage"))
              .build();
        }
      }
    }
    return getUpdateMessageMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.DeleteMessageRequest,
      io.github.parleyinterop.chat.v1.DeleteMessageResponse> getDeleteMessageMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "DeleteMessage",
      requestType = io.github.parleyinterop.chat.v1.DeleteMessageRequest.class,
      responseType = io.github.parleyinterop.chat.v1.DeleteMessageResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.DeleteMessageRequest,
      io.github.parleyinterop.chat.v1.DeleteMessageResponse> getDeleteMessageMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.DeleteMessageRequest, io.github.parleyinterop.chat.v1.DeleteMessageResponse> getDeleteMessageMethod;
    if ((getDeleteMessageMethod = ChatServiceGrpc.getDeleteMessageMethod) == null) {
      synchronized (ChatServiceGrpc.class) {
        if ((getDeleteMessageMethod = ChatServiceGrpc.getDeleteMessageMethod) == null) {
          ChatServiceGrpc.getDeleteMessageMethod = getDeleteMessageMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.chat.v1.DeleteMessageRequest, io.github.parleyinterop.chat.v1.DeleteMessageResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "DeleteMessage"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.chat.v1.DeleteMessageRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.chat.v1.DeleteMessageResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ChatServiceMethodDescriptorSupplier("DeleteMessage"))
              .build();
        }
      }
    }
    return getDeleteMessageMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.SendTypingNotificationRequest,
      io.github.parleyinterop.chat.v1.SendTypingNotificationResponse> getSendTypingNotificationMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "SendTypingNotification",
      requestType = io.github.parleyinterop.chat.v1.SendTypingNotificationRequest.class,
      responseType = io.github.parleyinterop.chat.v1.SendTypingNotificationResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.SendTypingNotificationRequest,
      io.github.parleyinterop.chat.v1.SendTypingNotificationResponse> getSendTypingNotificationMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.SendTypingNotificationRequest, io.github.parleyinterop.chat.v1.SendTypingNotificationResponse> getSendTypingNotificationMethod;
    if ((getSendTypingNotificationMethod = ChatServiceGrpc.getSendTypingNotificationMethod) == null) {
      synchronized (ChatServiceGrpc.class) {
        if ((getSendTypingNotificationMethod = ChatServiceGrpc.getSendTypingNotificationMethod) == null) {
          ChatServiceGrpc.getSendTypingNotificationMethod = getSendTypingNotificationMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.chat.v1.SendTypingNotificationRequest, io.github.parleyinterop.chat.v1.SendTypingNotificationResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "SendTypingNotification"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.chat.v1.SendTypingNotificationRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.chat.v1.SendTypingNotificationResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ChatServiceMethodDescriptorSupplier("SendTypingNotification"))
              .build();
        }
      }
    }
    return getSendTypingNotificationMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.SendReadReceiptRequest,
      io.github.parleyinterop.chat.v1.SendReadReceiptResponse> getSendReadReceiptMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "SendReadReceipt",
      requestType = io.github.parleyinterop.chat.v1.SendReadReceiptRequest.class,
      responseType = io.github.parleyinterop.chat.v1.SendReadReceiptResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.SendReadReceiptRequest,
      io.github.parleyinterop.chat.v1.SendReadReceiptResponse> getSendReadReceiptMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.SendReadReceiptRequest, io.github.parleyinterop.chat.v1.SendReadReceiptResponse> getSendReadReceiptMethod;
    if ((getSendReadReceiptMethod = ChatServiceGrpc.getSendReadReceiptMethod) == null) {
      synchronized (ChatServiceGrpc.class) {
        if ((getSendReadReceiptMethod = ChatServiceGrpc.getSendReadReceiptMethod) == null) {
          ChatServiceGrpc.getSendReadReceiptMethod = getSendReadReceiptMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.chat.v1.SendReadReceiptRequest, io.github.parleyinterop.chat.v1.SendReadReceiptResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "SendReadReceipt"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.chat.v1.SendReadReceiptRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.chat.v1.SendReadReceiptResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ChatServiceMethodDescriptorSupplier("SendReadReceipt"))
              .build();
        }
      }
    }
    return getSendReadReceiptMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.ListReadReceiptsRequest,
      io.github.parleyinterop.chat.v1.ListReadReceiptsResponse> getListReadReceiptsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListReadReceipts",
      requestType = io.github.parleyinterop.chat.v1.ListReadReceiptsRequest.class,
      responseType = io.github.parleyinterop.chat.v1.ListReadReceiptsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.ListReadReceiptsRequest,
      io.github.parleyinterop.chat.v1.ListReadReceiptsResponse> getListReadReceiptsMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.ListReadReceiptsRequest, io.github.parleyinterop.chat.v1.ListReadReceiptsResponse> getListReadReceiptsMethod;
    if ((getListReadReceiptsMethod = ChatServiceGrpc.getListReadReceiptsMethod) == null) {
      synchronized (ChatServiceGrpc.class) {
        if ((getListReadReceiptsMethod = ChatServiceGrpc.getListReadReceiptsMethod) == null) {
          ChatServiceGrpc.getListReadReceiptsMethod = getListReadReceiptsMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.chat.v1.ListReadReceiptsRequest, io.github.parleyinterop.chat.v1.ListReadReceiptsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListReadReceipts"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.chat.v1.ListReadReceiptsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.chat.v1.ListReadReceiptsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ChatServiceMethodDescriptorSupplier("ListReadReceipts"))
              .build();
        }
      }
    }
    return getListReadReceiptsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.SubscribeRequest,
      io.github.parleyinterop.chat.v1.SubscribeResponse> getSubscribeMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "Subscribe",
      requestType = io.github.parleyinterop.chat.v1.SubscribeRequest.class,
      responseType = io.github.parleyinterop.chat.v1.SubscribeResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.SERVER_STREAMING)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.SubscribeRequest,
      io.github.parleyinterop.chat.v1.SubscribeResponse> getSubscribeMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.chat.v1.SubscribeRequest, io.github.parleyinterop.chat.v1.SubscribeResponse> getSubscribeMethod;
    if ((getSubscribeMethod = ChatServiceGrpc.getSubscribeMethod) == null) {
      synchronized (ChatServiceGrpc.class) {
        if ((getSubscribeMethod = ChatServiceGrpc.getSubscribeMethod) == null) {
          ChatServiceGrpc.getSubscribeMethod = getSubscribeMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.chat.v1.SubscribeRequest, io.github.parleyinterop.chat.v1.SubscribeResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.SERVER_STREAMING)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "Subscribe"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.chat.v1.SubscribeRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.chat.v1.SubscribeResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ChatServiceMethodDescriptorSupplier("Subscribe"))
              .build();
        }
      }
    }
    return getSubscribeMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static ChatServiceStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<ChatServiceStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<ChatServiceStub>() {
        @java.lang.Override
        public ChatServiceStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new ChatServiceStub(channel, callOptions);
        }
      };
    return ChatServiceStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static ChatServiceBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<ChatServiceBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<ChatServiceBlockingV2Stub>() {
        @java.lang.Override
        public ChatServiceBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new ChatServiceBlockingV2Stub(channel, callOptions);
        }
      };
    return ChatServiceBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static ChatServiceBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<ChatServiceBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<ChatServiceBlockingStub>() {
        @java.lang.Override
        public ChatServiceBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new ChatServiceBlockingStub(channel, callOptions);
        }
      };
    return ChatServiceBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static ChatServiceFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<ChatServiceFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<ChatServiceFutureStub>() {
        @java.lang.Override
        public ChatServiceFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new ChatServiceFutureStub(channel, callOptions);
        }
      };
    return ChatServiceFutureStub.newStub(factory, channel);
  }

  /**
   * <pre>
   * ChatService carries threads of communication users and Teams users: in order, durably, and only to those who may see them.
   * </pre>
   */
  public interface AsyncService {

    /**
     * <pre>
     * CreateThread starts a thread and adds its participants, the caller included.
     * Each participant is decided on its own: those who are refused (unknown, or not reachable under the tenant's policy) come
     * back in `refused_participants`, and the thread exists all the same. A Teams user is refused as a creator with
     * INTEROP_CHAT_INITIATION unless its tenant lifts that.
     * Errors: METADATA_TOO_LARGE, PARTICIPANT_REPEATED, TOO_MANY_PARTICIPANTS, INTEROP_CHAT_INITIATION, INTEROP_* of the
     * creator, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED, QUOTA_EXCEEDED.
     * </pre>
     */
    default void createThread(io.github.parleyinterop.chat.v1.CreateThreadRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.CreateThreadResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCreateThreadMethod(), responseObserver);
    }

    /**
     * <pre>
     * GetThread returns a thread that the caller takes part in, or, as it was when the caller left, one that it took part in.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, and INTEROP_* where policy has closed it to the caller.
     * </pre>
     */
    default void getThread(io.github.parleyinterop.chat.v1.GetThreadRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.GetThreadResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetThreadMethod(), responseObserver);
    }

    /**
     * <pre>
     * ListThreads lists the threads of the user that the caller is or acts as, or of the whole resource for an access key
     * that acts as nobody. The order is that of the thread ids. Threads that policy has closed to the caller are left out.
     * Errors: PAGE_TOKEN_INVALID.
     * </pre>
     */
    default void listThreads(io.github.parleyinterop.chat.v1.ListThreadsRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.ListThreadsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListThreadsMethod(), responseObserver);
    }

    /**
     * <pre>
     * UpdateThread changes the topic, the metadata or the retention. A new topic leaves a system message.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, NOT_A_PARTICIPANT, UPDATE_MASK_INVALID, METADATA_TOO_LARGE, INTEROP_*,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    default void updateThread(io.github.parleyinterop.chat.v1.UpdateThreadRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.UpdateThreadResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUpdateThreadMethod(), responseObserver);
    }

    /**
     * <pre>
     * DeleteThread ends a thread: its participants are removed, its history is hidden from them, and the resource keeps
     * the audit record. The content of its messages is erased soon after. A Teams user leaves a thread and does not delete
     * it (CALLER_NOT_ALLOWED). Deleting a deleted thread succeeds.
     * Errors: THREAD_NOT_FOUND, NOT_A_PARTICIPANT, CALLER_NOT_ALLOWED, INTEROP_*, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    default void deleteThread(io.github.parleyinterop.chat.v1.DeleteThreadRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.DeleteThreadResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDeleteThreadMethod(), responseObserver);
    }

    /**
     * <pre>
     * AddParticipants adds up to 200 participants. Each is decided on its own, and refused ones come back with their reasons;
     * one that is in the thread already is refused with PARTICIPANT_EXISTS. A Teams user adds Teams users only, unless its
     * tenant lifts that (INTEROP_ADD_PARTICIPANT).
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, NOT_A_PARTICIPANT, PARTICIPANT_REPEATED, METADATA_TOO_LARGE, INTEROP_*,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    default void addParticipants(io.github.parleyinterop.chat.v1.AddParticipantsRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.AddParticipantsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getAddParticipantsMethod(), responseObserver);
    }

    /**
     * <pre>
     * RemoveParticipant removes a participant, or lets the caller leave. Who was removed keeps reading what was there before,
     * as it was then; what is deleted later is gone for it too.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, NOT_A_PARTICIPANT, PARTICIPANT_NOT_FOUND, INTEROP_*,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    default void removeParticipant(io.github.parleyinterop.chat.v1.RemoveParticipantRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.RemoveParticipantResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getRemoveParticipantMethod(), responseObserver);
    }

    /**
     * <pre>
     * ListParticipants lists who is in a thread now, in the order of their raw ids. A Teams user sees a communication user
     * without a display name as `External`.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, NOT_A_PARTICIPANT, PAGE_TOKEN_INVALID, INTEROP_*.
     * </pre>
     */
    default void listParticipants(io.github.parleyinterop.chat.v1.ListParticipantsRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.ListParticipantsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListParticipantsMethod(), responseObserver);
    }

    /**
     * <pre>
     * SendMessage sends one message; when it answers, the message is durable and has its place in the thread.
     * A message of a communication user to a thread with Teams users is refused while policy closes the thread to all of
     * those; one of them who is cut off does not silence the others, and reads what was sent when policy lets it.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, NOT_A_PARTICIPANT, MESSAGE_EMPTY, MESSAGE_TOO_LARGE, METADATA_TOO_LARGE,
     * INTEROP_ATTACHMENT, INTEROP_*, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED, QUOTA_EXCEEDED.
     * </pre>
     */
    default void sendMessage(io.github.parleyinterop.chat.v1.SendMessageRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.SendMessageResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getSendMessageMethod(), responseObserver);
    }

    /**
     * <pre>
     * SendMessages sends many messages over one stream, each acknowledged by its own answer with its result or its own
     * status. Messages to one thread take effect in the order of the requests. The broker stops reading while too many are
     * unanswered, so a sender feels back-pressure. Browsers reach the same with SendMessage and Subscribe.
     * Errors of one message are those of SendMessage and come in its answer; the stream itself ends with STREAM_RESUMABLE or
     * ACCESS_LOST only.
     * </pre>
     */
    default io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.SendMessagesRequest> sendMessages(
        io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.SendMessagesResponse> responseObserver) {
      return io.grpc.stub.ServerCalls.asyncUnimplementedStreamingCall(getSendMessagesMethod(), responseObserver);
    }

    /**
     * <pre>
     * GetMessage returns one message.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, MESSAGE_NOT_FOUND, INTEROP_*.
     * </pre>
     */
    default void getMessage(io.github.parleyinterop.chat.v1.GetMessageRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.GetMessageResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetMessageMethod(), responseObserver);
    }

    /**
     * <pre>
     * ListMessages lists the messages of a thread that the caller may see, newest first unless asked otherwise. Pages are
     * stable: messages that come in between are never repeated and never push others out.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, PAGE_TOKEN_INVALID, INTEROP_*.
     * </pre>
     */
    default void listMessages(io.github.parleyinterop.chat.v1.ListMessagesRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.ListMessagesResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListMessagesMethod(), responseObserver);
    }

    /**
     * <pre>
     * UpdateMessage edits a message; only its sender may, and 1000 times at most (QUOTA_EXCEEDED).
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, MESSAGE_NOT_FOUND, MESSAGE_DELETED, NOT_THE_SENDER, SYSTEM_MESSAGE,
     * NOT_A_PARTICIPANT, MESSAGE_EMPTY, MESSAGE_TOO_LARGE, METADATA_TOO_LARGE, INTEROP_EDIT, INTEROP_*, UPDATE_MASK_INVALID,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED, QUOTA_EXCEEDED.
     * </pre>
     */
    default void updateMessage(io.github.parleyinterop.chat.v1.UpdateMessageRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.UpdateMessageResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUpdateMessageMethod(), responseObserver);
    }

    /**
     * <pre>
     * DeleteMessage takes the content out of a message and leaves a tombstone in its place; only its sender may, or an access
     * key that acts as nobody. Deleting a deleted message succeeds.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, MESSAGE_NOT_FOUND, NOT_THE_SENDER, SYSTEM_MESSAGE, NOT_A_PARTICIPANT,
     * INTEROP_*, RATE_LIMITED, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    default void deleteMessage(io.github.parleyinterop.chat.v1.DeleteMessageRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.DeleteMessageResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDeleteMessageMethod(), responseObserver);
    }

    /**
     * <pre>
     * SendTypingNotification tells those who follow the thread right now that the caller types. It is never stored, and
     * passed on at most once a second for each user and thread; what comes sooner is dropped without an error.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, NOT_A_PARTICIPANT, INTEROP_*.
     * </pre>
     */
    default void sendTypingNotification(io.github.parleyinterop.chat.v1.SendTypingNotificationRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.SendTypingNotificationResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getSendTypingNotificationMethod(), responseObserver);
    }

    /**
     * <pre>
     * SendReadReceipt says that the caller has read up to a message. Going back has no effect.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, MESSAGE_NOT_FOUND, NOT_A_PARTICIPANT, INTEROP_*, RATE_LIMITED.
     * </pre>
     */
    default void sendReadReceipt(io.github.parleyinterop.chat.v1.SendReadReceiptRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.SendReadReceiptResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getSendReadReceiptMethod(), responseObserver);
    }

    /**
     * <pre>
     * ListReadReceipts lists how far each participant has read, in the order of their raw ids.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, NOT_A_PARTICIPANT, PAGE_TOKEN_INVALID, INTEROP_*.
     * </pre>
     */
    default void listReadReceipts(io.github.parleyinterop.chat.v1.ListReadReceiptsRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.ListReadReceiptsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListReadReceiptsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Subscribe streams the events of all threads of the user that the caller is or acts as, or of the whole resource for an
     * access key that acts as nobody: in the order of their commits, without gaps, none twice. Every response carries the
     * cursor after it; resuming from it loses nothing and repeats nothing.
     * What policy closes to a Teams user is withheld, and follows in its order when policy opens it again; when everything
     * is closed, or more than 64 resources are that something is withheld of, the stream ends with ACCESS_LOST, and resuming
     * from its last cursor later loses nothing either.
     * A stream ends in one of three ways: STREAM_RESUMABLE, CURSOR_EXPIRED or CURSOR_EPOCH, ACCESS_LOST.
     * Errors at the start: CURSOR_INVALID, CURSOR_FOREIGN, CURSOR_EXPIRED, CURSOR_EPOCH, THREAD_NOT_FOUND for a thread of the
     * filter, TOO_MANY_STREAMS.
     * </pre>
     */
    default void subscribe(io.github.parleyinterop.chat.v1.SubscribeRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.SubscribeResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getSubscribeMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service ChatService.
   * <pre>
   * ChatService carries threads of communication users and Teams users: in order, durably, and only to those who may see them.
   * </pre>
   */
  public static abstract class ChatServiceImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return ChatServiceGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service ChatService.
   * <pre>
   * ChatService carries threads of communication users and Teams users: in order, durably, and only to those who may see them.
   * </pre>
   */
  public static final class ChatServiceStub
      extends io.grpc.stub.AbstractAsyncStub<ChatServiceStub> {
    private ChatServiceStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected ChatServiceStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new ChatServiceStub(channel, callOptions);
    }

    /**
     * <pre>
     * CreateThread starts a thread and adds its participants, the caller included.
     * Each participant is decided on its own: those who are refused (unknown, or not reachable under the tenant's policy) come
     * back in `refused_participants`, and the thread exists all the same. A Teams user is refused as a creator with
     * INTEROP_CHAT_INITIATION unless its tenant lifts that.
     * Errors: METADATA_TOO_LARGE, PARTICIPANT_REPEATED, TOO_MANY_PARTICIPANTS, INTEROP_CHAT_INITIATION, INTEROP_* of the
     * creator, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED, QUOTA_EXCEEDED.
     * </pre>
     */
    public void createThread(io.github.parleyinterop.chat.v1.CreateThreadRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.CreateThreadResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getCreateThreadMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * GetThread returns a thread that the caller takes part in, or, as it was when the caller left, one that it took part in.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, and INTEROP_* where policy has closed it to the caller.
     * </pre>
     */
    public void getThread(io.github.parleyinterop.chat.v1.GetThreadRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.GetThreadResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetThreadMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * ListThreads lists the threads of the user that the caller is or acts as, or of the whole resource for an access key
     * that acts as nobody. The order is that of the thread ids. Threads that policy has closed to the caller are left out.
     * Errors: PAGE_TOKEN_INVALID.
     * </pre>
     */
    public void listThreads(io.github.parleyinterop.chat.v1.ListThreadsRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.ListThreadsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListThreadsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * UpdateThread changes the topic, the metadata or the retention. A new topic leaves a system message.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, NOT_A_PARTICIPANT, UPDATE_MASK_INVALID, METADATA_TOO_LARGE, INTEROP_*,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public void updateThread(io.github.parleyinterop.chat.v1.UpdateThreadRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.UpdateThreadResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUpdateThreadMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * DeleteThread ends a thread: its participants are removed, its history is hidden from them, and the resource keeps
     * the audit record. The content of its messages is erased soon after. A Teams user leaves a thread and does not delete
     * it (CALLER_NOT_ALLOWED). Deleting a deleted thread succeeds.
     * Errors: THREAD_NOT_FOUND, NOT_A_PARTICIPANT, CALLER_NOT_ALLOWED, INTEROP_*, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public void deleteThread(io.github.parleyinterop.chat.v1.DeleteThreadRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.DeleteThreadResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getDeleteThreadMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * AddParticipants adds up to 200 participants. Each is decided on its own, and refused ones come back with their reasons;
     * one that is in the thread already is refused with PARTICIPANT_EXISTS. A Teams user adds Teams users only, unless its
     * tenant lifts that (INTEROP_ADD_PARTICIPANT).
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, NOT_A_PARTICIPANT, PARTICIPANT_REPEATED, METADATA_TOO_LARGE, INTEROP_*,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public void addParticipants(io.github.parleyinterop.chat.v1.AddParticipantsRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.AddParticipantsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getAddParticipantsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * RemoveParticipant removes a participant, or lets the caller leave. Who was removed keeps reading what was there before,
     * as it was then; what is deleted later is gone for it too.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, NOT_A_PARTICIPANT, PARTICIPANT_NOT_FOUND, INTEROP_*,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public void removeParticipant(io.github.parleyinterop.chat.v1.RemoveParticipantRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.RemoveParticipantResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getRemoveParticipantMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * ListParticipants lists who is in a thread now, in the order of their raw ids. A Teams user sees a communication user
     * without a display name as `External`.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, NOT_A_PARTICIPANT, PAGE_TOKEN_INVALID, INTEROP_*.
     * </pre>
     */
    public void listParticipants(io.github.parleyinterop.chat.v1.ListParticipantsRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.ListParticipantsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListParticipantsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * SendMessage sends one message; when it answers, the message is durable and has its place in the thread.
     * A message of a communication user to a thread with Teams users is refused while policy closes the thread to all of
     * those; one of them who is cut off does not silence the others, and reads what was sent when policy lets it.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, NOT_A_PARTICIPANT, MESSAGE_EMPTY, MESSAGE_TOO_LARGE, METADATA_TOO_LARGE,
     * INTEROP_ATTACHMENT, INTEROP_*, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED, QUOTA_EXCEEDED.
     * </pre>
     */
    public void sendMessage(io.github.parleyinterop.chat.v1.SendMessageRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.SendMessageResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getSendMessageMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * SendMessages sends many messages over one stream, each acknowledged by its own answer with its result or its own
     * status. Messages to one thread take effect in the order of the requests. The broker stops reading while too many are
     * unanswered, so a sender feels back-pressure. Browsers reach the same with SendMessage and Subscribe.
     * Errors of one message are those of SendMessage and come in its answer; the stream itself ends with STREAM_RESUMABLE or
     * ACCESS_LOST only.
     * </pre>
     */
    public io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.SendMessagesRequest> sendMessages(
        io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.SendMessagesResponse> responseObserver) {
      return io.grpc.stub.ClientCalls.asyncBidiStreamingCall(
          getChannel().newCall(getSendMessagesMethod(), getCallOptions()), responseObserver);
    }

    /**
     * <pre>
     * GetMessage returns one message.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, MESSAGE_NOT_FOUND, INTEROP_*.
     * </pre>
     */
    public void getMessage(io.github.parleyinterop.chat.v1.GetMessageRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.GetMessageResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetMessageMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * ListMessages lists the messages of a thread that the caller may see, newest first unless asked otherwise. Pages are
     * stable: messages that come in between are never repeated and never push others out.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, PAGE_TOKEN_INVALID, INTEROP_*.
     * </pre>
     */
    public void listMessages(io.github.parleyinterop.chat.v1.ListMessagesRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.ListMessagesResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListMessagesMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * UpdateMessage edits a message; only its sender may, and 1000 times at most (QUOTA_EXCEEDED).
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, MESSAGE_NOT_FOUND, MESSAGE_DELETED, NOT_THE_SENDER, SYSTEM_MESSAGE,
     * NOT_A_PARTICIPANT, MESSAGE_EMPTY, MESSAGE_TOO_LARGE, METADATA_TOO_LARGE, INTEROP_EDIT, INTEROP_*, UPDATE_MASK_INVALID,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED, QUOTA_EXCEEDED.
     * </pre>
     */
    public void updateMessage(io.github.parleyinterop.chat.v1.UpdateMessageRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.UpdateMessageResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUpdateMessageMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * DeleteMessage takes the content out of a message and leaves a tombstone in its place; only its sender may, or an access
     * key that acts as nobody. Deleting a deleted message succeeds.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, MESSAGE_NOT_FOUND, NOT_THE_SENDER, SYSTEM_MESSAGE, NOT_A_PARTICIPANT,
     * INTEROP_*, RATE_LIMITED, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public void deleteMessage(io.github.parleyinterop.chat.v1.DeleteMessageRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.DeleteMessageResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getDeleteMessageMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * SendTypingNotification tells those who follow the thread right now that the caller types. It is never stored, and
     * passed on at most once a second for each user and thread; what comes sooner is dropped without an error.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, NOT_A_PARTICIPANT, INTEROP_*.
     * </pre>
     */
    public void sendTypingNotification(io.github.parleyinterop.chat.v1.SendTypingNotificationRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.SendTypingNotificationResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getSendTypingNotificationMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * SendReadReceipt says that the caller has read up to a message. Going back has no effect.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, MESSAGE_NOT_FOUND, NOT_A_PARTICIPANT, INTEROP_*, RATE_LIMITED.
     * </pre>
     */
    public void sendReadReceipt(io.github.parleyinterop.chat.v1.SendReadReceiptRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.SendReadReceiptResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getSendReadReceiptMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * ListReadReceipts lists how far each participant has read, in the order of their raw ids.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, NOT_A_PARTICIPANT, PAGE_TOKEN_INVALID, INTEROP_*.
     * </pre>
     */
    public void listReadReceipts(io.github.parleyinterop.chat.v1.ListReadReceiptsRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.ListReadReceiptsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListReadReceiptsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Subscribe streams the events of all threads of the user that the caller is or acts as, or of the whole resource for an
     * access key that acts as nobody: in the order of their commits, without gaps, none twice. Every response carries the
     * cursor after it; resuming from it loses nothing and repeats nothing.
     * What policy closes to a Teams user is withheld, and follows in its order when policy opens it again; when everything
     * is closed, or more than 64 resources are that something is withheld of, the stream ends with ACCESS_LOST, and resuming
     * from its last cursor later loses nothing either.
     * A stream ends in one of three ways: STREAM_RESUMABLE, CURSOR_EXPIRED or CURSOR_EPOCH, ACCESS_LOST.
     * Errors at the start: CURSOR_INVALID, CURSOR_FOREIGN, CURSOR_EXPIRED, CURSOR_EPOCH, THREAD_NOT_FOUND for a thread of the
     * filter, TOO_MANY_STREAMS.
     * </pre>
     */
    public void subscribe(io.github.parleyinterop.chat.v1.SubscribeRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.SubscribeResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncServerStreamingCall(
          getChannel().newCall(getSubscribeMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service ChatService.
   * <pre>
   * ChatService carries threads of communication users and Teams users: in order, durably, and only to those who may see them.
   * </pre>
   */
  public static final class ChatServiceBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<ChatServiceBlockingV2Stub> {
    private ChatServiceBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected ChatServiceBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new ChatServiceBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * CreateThread starts a thread and adds its participants, the caller included.
     * Each participant is decided on its own: those who are refused (unknown, or not reachable under the tenant's policy) come
     * back in `refused_participants`, and the thread exists all the same. A Teams user is refused as a creator with
     * INTEROP_CHAT_INITIATION unless its tenant lifts that.
     * Errors: METADATA_TOO_LARGE, PARTICIPANT_REPEATED, TOO_MANY_PARTICIPANTS, INTEROP_CHAT_INITIATION, INTEROP_* of the
     * creator, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED, QUOTA_EXCEEDED.
     * </pre>
     */
    public io.github.parleyinterop.chat.v1.CreateThreadResponse createThread(io.github.parleyinterop.chat.v1.CreateThreadRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getCreateThreadMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * GetThread returns a thread that the caller takes part in, or, as it was when the caller left, one that it took part in.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, and INTEROP_* where policy has closed it to the caller.
     * </pre>
     */
    public io.github.parleyinterop.chat.v1.GetThreadResponse getThread(io.github.parleyinterop.chat.v1.GetThreadRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetThreadMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ListThreads lists the threads of the user that the caller is or acts as, or of the whole resource for an access key
     * that acts as nobody. The order is that of the thread ids. Threads that policy has closed to the caller are left out.
     * Errors: PAGE_TOKEN_INVALID.
     * </pre>
     */
    public io.github.parleyinterop.chat.v1.ListThreadsResponse listThreads(io.github.parleyinterop.chat.v1.ListThreadsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListThreadsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * UpdateThread changes the topic, the metadata or the retention. A new topic leaves a system message.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, NOT_A_PARTICIPANT, UPDATE_MASK_INVALID, METADATA_TOO_LARGE, INTEROP_*,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public io.github.parleyinterop.chat.v1.UpdateThreadResponse updateThread(io.github.parleyinterop.chat.v1.UpdateThreadRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUpdateThreadMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * DeleteThread ends a thread: its participants are removed, its history is hidden from them, and the resource keeps
     * the audit record. The content of its messages is erased soon after. A Teams user leaves a thread and does not delete
     * it (CALLER_NOT_ALLOWED). Deleting a deleted thread succeeds.
     * Errors: THREAD_NOT_FOUND, NOT_A_PARTICIPANT, CALLER_NOT_ALLOWED, INTEROP_*, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public io.github.parleyinterop.chat.v1.DeleteThreadResponse deleteThread(io.github.parleyinterop.chat.v1.DeleteThreadRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getDeleteThreadMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * AddParticipants adds up to 200 participants. Each is decided on its own, and refused ones come back with their reasons;
     * one that is in the thread already is refused with PARTICIPANT_EXISTS. A Teams user adds Teams users only, unless its
     * tenant lifts that (INTEROP_ADD_PARTICIPANT).
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, NOT_A_PARTICIPANT, PARTICIPANT_REPEATED, METADATA_TOO_LARGE, INTEROP_*,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public io.github.parleyinterop.chat.v1.AddParticipantsResponse addParticipants(io.github.parleyinterop.chat.v1.AddParticipantsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getAddParticipantsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * RemoveParticipant removes a participant, or lets the caller leave. Who was removed keeps reading what was there before,
     * as it was then; what is deleted later is gone for it too.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, NOT_A_PARTICIPANT, PARTICIPANT_NOT_FOUND, INTEROP_*,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public io.github.parleyinterop.chat.v1.RemoveParticipantResponse removeParticipant(io.github.parleyinterop.chat.v1.RemoveParticipantRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getRemoveParticipantMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ListParticipants lists who is in a thread now, in the order of their raw ids. A Teams user sees a communication user
     * without a display name as `External`.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, NOT_A_PARTICIPANT, PAGE_TOKEN_INVALID, INTEROP_*.
     * </pre>
     */
    public io.github.parleyinterop.chat.v1.ListParticipantsResponse listParticipants(io.github.parleyinterop.chat.v1.ListParticipantsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListParticipantsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * SendMessage sends one message; when it answers, the message is durable and has its place in the thread.
     * A message of a communication user to a thread with Teams users is refused while policy closes the thread to all of
     * those; one of them who is cut off does not silence the others, and reads what was sent when policy lets it.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, NOT_A_PARTICIPANT, MESSAGE_EMPTY, MESSAGE_TOO_LARGE, METADATA_TOO_LARGE,
     * INTEROP_ATTACHMENT, INTEROP_*, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED, QUOTA_EXCEEDED.
     * </pre>
     */
    public io.github.parleyinterop.chat.v1.SendMessageResponse sendMessage(io.github.parleyinterop.chat.v1.SendMessageRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getSendMessageMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * SendMessages sends many messages over one stream, each acknowledged by its own answer with its result or its own
     * status. Messages to one thread take effect in the order of the requests. The broker stops reading while too many are
     * unanswered, so a sender feels back-pressure. Browsers reach the same with SendMessage and Subscribe.
     * Errors of one message are those of SendMessage and come in its answer; the stream itself ends with STREAM_RESUMABLE or
     * ACCESS_LOST only.
     * </pre>
     */
    @io.grpc.ExperimentalApi("https://github.com/grpc/grpc-java/issues/10918")
    public io.grpc.stub.BlockingClientCall<io.github.parleyinterop.chat.v1.SendMessagesRequest, io.github.parleyinterop.chat.v1.SendMessagesResponse>
        sendMessages() {
      return io.grpc.stub.ClientCalls.blockingBidiStreamingCall(
          getChannel(), getSendMessagesMethod(), getCallOptions());
    }

    /**
     * <pre>
     * GetMessage returns one message.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, MESSAGE_NOT_FOUND, INTEROP_*.
     * </pre>
     */
    public io.github.parleyinterop.chat.v1.GetMessageResponse getMessage(io.github.parleyinterop.chat.v1.GetMessageRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetMessageMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ListMessages lists the messages of a thread that the caller may see, newest first unless asked otherwise. Pages are
     * stable: messages that come in between are never repeated and never push others out.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, PAGE_TOKEN_INVALID, INTEROP_*.
     * </pre>
     */
    public io.github.parleyinterop.chat.v1.ListMessagesResponse listMessages(io.github.parleyinterop.chat.v1.ListMessagesRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListMessagesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * UpdateMessage edits a message; only its sender may, and 1000 times at most (QUOTA_EXCEEDED).
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, MESSAGE_NOT_FOUND, MESSAGE_DELETED, NOT_THE_SENDER, SYSTEM_MESSAGE,
     * NOT_A_PARTICIPANT, MESSAGE_EMPTY, MESSAGE_TOO_LARGE, METADATA_TOO_LARGE, INTEROP_EDIT, INTEROP_*, UPDATE_MASK_INVALID,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED, QUOTA_EXCEEDED.
     * </pre>
     */
    public io.github.parleyinterop.chat.v1.UpdateMessageResponse updateMessage(io.github.parleyinterop.chat.v1.UpdateMessageRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUpdateMessageMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * DeleteMessage takes the content out of a message and leaves a tombstone in its place; only its sender may, or an access
     * key that acts as nobody. Deleting a deleted message succeeds.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, MESSAGE_NOT_FOUND, NOT_THE_SENDER, SYSTEM_MESSAGE, NOT_A_PARTICIPANT,
     * INTEROP_*, RATE_LIMITED, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.chat.v1.DeleteMessageResponse deleteMessage(io.github.parleyinterop.chat.v1.DeleteMessageRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getDeleteMessageMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * SendTypingNotification tells those who follow the thread right now that the caller types. It is never stored, and
     * passed on at most once a second for each user and thread; what comes sooner is dropped without an error.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, NOT_A_PARTICIPANT, INTEROP_*.
     * </pre>
     */
    public io.github.parleyinterop.chat.v1.SendTypingNotificationResponse sendTypingNotification(io.github.parleyinterop.chat.v1.SendTypingNotificationRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getSendTypingNotificationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * SendReadReceipt says that the caller has read up to a message. Going back has no effect.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, MESSAGE_NOT_FOUND, NOT_A_PARTICIPANT, INTEROP_*, RATE_LIMITED.
     * </pre>
     */
    public io.github.parleyinterop.chat.v1.SendReadReceiptResponse sendReadReceipt(io.github.parleyinterop.chat.v1.SendReadReceiptRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getSendReadReceiptMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ListReadReceipts lists how far each participant has read, in the order of their raw ids.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, NOT_A_PARTICIPANT, PAGE_TOKEN_INVALID, INTEROP_*.
     * </pre>
     */
    public io.github.parleyinterop.chat.v1.ListReadReceiptsResponse listReadReceipts(io.github.parleyinterop.chat.v1.ListReadReceiptsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListReadReceiptsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Subscribe streams the events of all threads of the user that the caller is or acts as, or of the whole resource for an
     * access key that acts as nobody: in the order of their commits, without gaps, none twice. Every response carries the
     * cursor after it; resuming from it loses nothing and repeats nothing.
     * What policy closes to a Teams user is withheld, and follows in its order when policy opens it again; when everything
     * is closed, or more than 64 resources are that something is withheld of, the stream ends with ACCESS_LOST, and resuming
     * from its last cursor later loses nothing either.
     * A stream ends in one of three ways: STREAM_RESUMABLE, CURSOR_EXPIRED or CURSOR_EPOCH, ACCESS_LOST.
     * Errors at the start: CURSOR_INVALID, CURSOR_FOREIGN, CURSOR_EXPIRED, CURSOR_EPOCH, THREAD_NOT_FOUND for a thread of the
     * filter, TOO_MANY_STREAMS.
     * </pre>
     */
    @io.grpc.ExperimentalApi("https://github.com/grpc/grpc-java/issues/10918")
    public io.grpc.stub.BlockingClientCall<?, io.github.parleyinterop.chat.v1.SubscribeResponse>
        subscribe(io.github.parleyinterop.chat.v1.SubscribeRequest request) {
      return io.grpc.stub.ClientCalls.blockingV2ServerStreamingCall(
          getChannel(), getSubscribeMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service ChatService.
   * <pre>
   * ChatService carries threads of communication users and Teams users: in order, durably, and only to those who may see them.
   * </pre>
   */
  public static final class ChatServiceBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<ChatServiceBlockingStub> {
    private ChatServiceBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected ChatServiceBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new ChatServiceBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * CreateThread starts a thread and adds its participants, the caller included.
     * Each participant is decided on its own: those who are refused (unknown, or not reachable under the tenant's policy) come
     * back in `refused_participants`, and the thread exists all the same. A Teams user is refused as a creator with
     * INTEROP_CHAT_INITIATION unless its tenant lifts that.
     * Errors: METADATA_TOO_LARGE, PARTICIPANT_REPEATED, TOO_MANY_PARTICIPANTS, INTEROP_CHAT_INITIATION, INTEROP_* of the
     * creator, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED, QUOTA_EXCEEDED.
     * </pre>
     */
    public io.github.parleyinterop.chat.v1.CreateThreadResponse createThread(io.github.parleyinterop.chat.v1.CreateThreadRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getCreateThreadMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * GetThread returns a thread that the caller takes part in, or, as it was when the caller left, one that it took part in.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, and INTEROP_* where policy has closed it to the caller.
     * </pre>
     */
    public io.github.parleyinterop.chat.v1.GetThreadResponse getThread(io.github.parleyinterop.chat.v1.GetThreadRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetThreadMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ListThreads lists the threads of the user that the caller is or acts as, or of the whole resource for an access key
     * that acts as nobody. The order is that of the thread ids. Threads that policy has closed to the caller are left out.
     * Errors: PAGE_TOKEN_INVALID.
     * </pre>
     */
    public io.github.parleyinterop.chat.v1.ListThreadsResponse listThreads(io.github.parleyinterop.chat.v1.ListThreadsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListThreadsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * UpdateThread changes the topic, the metadata or the retention. A new topic leaves a system message.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, NOT_A_PARTICIPANT, UPDATE_MASK_INVALID, METADATA_TOO_LARGE, INTEROP_*,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public io.github.parleyinterop.chat.v1.UpdateThreadResponse updateThread(io.github.parleyinterop.chat.v1.UpdateThreadRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUpdateThreadMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * DeleteThread ends a thread: its participants are removed, its history is hidden from them, and the resource keeps
     * the audit record. The content of its messages is erased soon after. A Teams user leaves a thread and does not delete
     * it (CALLER_NOT_ALLOWED). Deleting a deleted thread succeeds.
     * Errors: THREAD_NOT_FOUND, NOT_A_PARTICIPANT, CALLER_NOT_ALLOWED, INTEROP_*, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public io.github.parleyinterop.chat.v1.DeleteThreadResponse deleteThread(io.github.parleyinterop.chat.v1.DeleteThreadRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getDeleteThreadMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * AddParticipants adds up to 200 participants. Each is decided on its own, and refused ones come back with their reasons;
     * one that is in the thread already is refused with PARTICIPANT_EXISTS. A Teams user adds Teams users only, unless its
     * tenant lifts that (INTEROP_ADD_PARTICIPANT).
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, NOT_A_PARTICIPANT, PARTICIPANT_REPEATED, METADATA_TOO_LARGE, INTEROP_*,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public io.github.parleyinterop.chat.v1.AddParticipantsResponse addParticipants(io.github.parleyinterop.chat.v1.AddParticipantsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getAddParticipantsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * RemoveParticipant removes a participant, or lets the caller leave. Who was removed keeps reading what was there before,
     * as it was then; what is deleted later is gone for it too.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, NOT_A_PARTICIPANT, PARTICIPANT_NOT_FOUND, INTEROP_*,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public io.github.parleyinterop.chat.v1.RemoveParticipantResponse removeParticipant(io.github.parleyinterop.chat.v1.RemoveParticipantRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getRemoveParticipantMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ListParticipants lists who is in a thread now, in the order of their raw ids. A Teams user sees a communication user
     * without a display name as `External`.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, NOT_A_PARTICIPANT, PAGE_TOKEN_INVALID, INTEROP_*.
     * </pre>
     */
    public io.github.parleyinterop.chat.v1.ListParticipantsResponse listParticipants(io.github.parleyinterop.chat.v1.ListParticipantsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListParticipantsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * SendMessage sends one message; when it answers, the message is durable and has its place in the thread.
     * A message of a communication user to a thread with Teams users is refused while policy closes the thread to all of
     * those; one of them who is cut off does not silence the others, and reads what was sent when policy lets it.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, NOT_A_PARTICIPANT, MESSAGE_EMPTY, MESSAGE_TOO_LARGE, METADATA_TOO_LARGE,
     * INTEROP_ATTACHMENT, INTEROP_*, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED, QUOTA_EXCEEDED.
     * </pre>
     */
    public io.github.parleyinterop.chat.v1.SendMessageResponse sendMessage(io.github.parleyinterop.chat.v1.SendMessageRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getSendMessageMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * GetMessage returns one message.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, MESSAGE_NOT_FOUND, INTEROP_*.
     * </pre>
     */
    public io.github.parleyinterop.chat.v1.GetMessageResponse getMessage(io.github.parleyinterop.chat.v1.GetMessageRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetMessageMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ListMessages lists the messages of a thread that the caller may see, newest first unless asked otherwise. Pages are
     * stable: messages that come in between are never repeated and never push others out.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, PAGE_TOKEN_INVALID, INTEROP_*.
     * </pre>
     */
    public io.github.parleyinterop.chat.v1.ListMessagesResponse listMessages(io.github.parleyinterop.chat.v1.ListMessagesRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListMessagesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * UpdateMessage edits a message; only its sender may, and 1000 times at most (QUOTA_EXCEEDED).
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, MESSAGE_NOT_FOUND, MESSAGE_DELETED, NOT_THE_SENDER, SYSTEM_MESSAGE,
     * NOT_A_PARTICIPANT, MESSAGE_EMPTY, MESSAGE_TOO_LARGE, METADATA_TOO_LARGE, INTEROP_EDIT, INTEROP_*, UPDATE_MASK_INVALID,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED, QUOTA_EXCEEDED.
     * </pre>
     */
    public io.github.parleyinterop.chat.v1.UpdateMessageResponse updateMessage(io.github.parleyinterop.chat.v1.UpdateMessageRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUpdateMessageMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * DeleteMessage takes the content out of a message and leaves a tombstone in its place; only its sender may, or an access
     * key that acts as nobody. Deleting a deleted message succeeds.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, MESSAGE_NOT_FOUND, NOT_THE_SENDER, SYSTEM_MESSAGE, NOT_A_PARTICIPANT,
     * INTEROP_*, RATE_LIMITED, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public io.github.parleyinterop.chat.v1.DeleteMessageResponse deleteMessage(io.github.parleyinterop.chat.v1.DeleteMessageRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getDeleteMessageMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * SendTypingNotification tells those who follow the thread right now that the caller types. It is never stored, and
     * passed on at most once a second for each user and thread; what comes sooner is dropped without an error.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, NOT_A_PARTICIPANT, INTEROP_*.
     * </pre>
     */
    public io.github.parleyinterop.chat.v1.SendTypingNotificationResponse sendTypingNotification(io.github.parleyinterop.chat.v1.SendTypingNotificationRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getSendTypingNotificationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * SendReadReceipt says that the caller has read up to a message. Going back has no effect.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, MESSAGE_NOT_FOUND, NOT_A_PARTICIPANT, INTEROP_*, RATE_LIMITED.
     * </pre>
     */
    public io.github.parleyinterop.chat.v1.SendReadReceiptResponse sendReadReceipt(io.github.parleyinterop.chat.v1.SendReadReceiptRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getSendReadReceiptMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ListReadReceipts lists how far each participant has read, in the order of their raw ids.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, NOT_A_PARTICIPANT, PAGE_TOKEN_INVALID, INTEROP_*.
     * </pre>
     */
    public io.github.parleyinterop.chat.v1.ListReadReceiptsResponse listReadReceipts(io.github.parleyinterop.chat.v1.ListReadReceiptsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListReadReceiptsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Subscribe streams the events of all threads of the user that the caller is or acts as, or of the whole resource for an
     * access key that acts as nobody: in the order of their commits, without gaps, none twice. Every response carries the
     * cursor after it; resuming from it loses nothing and repeats nothing.
     * What policy closes to a Teams user is withheld, and follows in its order when policy opens it again; when everything
     * is closed, or more than 64 resources are that something is withheld of, the stream ends with ACCESS_LOST, and resuming
     * from its last cursor later loses nothing either.
     * A stream ends in one of three ways: STREAM_RESUMABLE, CURSOR_EXPIRED or CURSOR_EPOCH, ACCESS_LOST.
     * Errors at the start: CURSOR_INVALID, CURSOR_FOREIGN, CURSOR_EXPIRED, CURSOR_EPOCH, THREAD_NOT_FOUND for a thread of the
     * filter, TOO_MANY_STREAMS.
     * </pre>
     */
    public java.util.Iterator<io.github.parleyinterop.chat.v1.SubscribeResponse> subscribe(
        io.github.parleyinterop.chat.v1.SubscribeRequest request) {
      return io.grpc.stub.ClientCalls.blockingServerStreamingCall(
          getChannel(), getSubscribeMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service ChatService.
   * <pre>
   * ChatService carries threads of communication users and Teams users: in order, durably, and only to those who may see them.
   * </pre>
   */
  public static final class ChatServiceFutureStub
      extends io.grpc.stub.AbstractFutureStub<ChatServiceFutureStub> {
    private ChatServiceFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected ChatServiceFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new ChatServiceFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * CreateThread starts a thread and adds its participants, the caller included.
     * Each participant is decided on its own: those who are refused (unknown, or not reachable under the tenant's policy) come
     * back in `refused_participants`, and the thread exists all the same. A Teams user is refused as a creator with
     * INTEROP_CHAT_INITIATION unless its tenant lifts that.
     * Errors: METADATA_TOO_LARGE, PARTICIPANT_REPEATED, TOO_MANY_PARTICIPANTS, INTEROP_CHAT_INITIATION, INTEROP_* of the
     * creator, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED, QUOTA_EXCEEDED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.chat.v1.CreateThreadResponse> createThread(
        io.github.parleyinterop.chat.v1.CreateThreadRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getCreateThreadMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * GetThread returns a thread that the caller takes part in, or, as it was when the caller left, one that it took part in.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, and INTEROP_* where policy has closed it to the caller.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.chat.v1.GetThreadResponse> getThread(
        io.github.parleyinterop.chat.v1.GetThreadRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetThreadMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * ListThreads lists the threads of the user that the caller is or acts as, or of the whole resource for an access key
     * that acts as nobody. The order is that of the thread ids. Threads that policy has closed to the caller are left out.
     * Errors: PAGE_TOKEN_INVALID.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.chat.v1.ListThreadsResponse> listThreads(
        io.github.parleyinterop.chat.v1.ListThreadsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListThreadsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * UpdateThread changes the topic, the metadata or the retention. A new topic leaves a system message.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, NOT_A_PARTICIPANT, UPDATE_MASK_INVALID, METADATA_TOO_LARGE, INTEROP_*,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.chat.v1.UpdateThreadResponse> updateThread(
        io.github.parleyinterop.chat.v1.UpdateThreadRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUpdateThreadMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * DeleteThread ends a thread: its participants are removed, its history is hidden from them, and the resource keeps
     * the audit record. The content of its messages is erased soon after. A Teams user leaves a thread and does not delete
     * it (CALLER_NOT_ALLOWED). Deleting a deleted thread succeeds.
     * Errors: THREAD_NOT_FOUND, NOT_A_PARTICIPANT, CALLER_NOT_ALLOWED, INTEROP_*, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.chat.v1.DeleteThreadResponse> deleteThread(
        io.github.parleyinterop.chat.v1.DeleteThreadRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getDeleteThreadMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * AddParticipants adds up to 200 participants. Each is decided on its own, and refused ones come back with their reasons;
     * one that is in the thread already is refused with PARTICIPANT_EXISTS. A Teams user adds Teams users only, unless its
     * tenant lifts that (INTEROP_ADD_PARTICIPANT).
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, NOT_A_PARTICIPANT, PARTICIPANT_REPEATED, METADATA_TOO_LARGE, INTEROP_*,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.chat.v1.AddParticipantsResponse> addParticipants(
        io.github.parleyinterop.chat.v1.AddParticipantsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getAddParticipantsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * RemoveParticipant removes a participant, or lets the caller leave. Who was removed keeps reading what was there before,
     * as it was then; what is deleted later is gone for it too.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, NOT_A_PARTICIPANT, PARTICIPANT_NOT_FOUND, INTEROP_*,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.chat.v1.RemoveParticipantResponse> removeParticipant(
        io.github.parleyinterop.chat.v1.RemoveParticipantRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getRemoveParticipantMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * ListParticipants lists who is in a thread now, in the order of their raw ids. A Teams user sees a communication user
     * without a display name as `External`.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, NOT_A_PARTICIPANT, PAGE_TOKEN_INVALID, INTEROP_*.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.chat.v1.ListParticipantsResponse> listParticipants(
        io.github.parleyinterop.chat.v1.ListParticipantsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListParticipantsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * SendMessage sends one message; when it answers, the message is durable and has its place in the thread.
     * A message of a communication user to a thread with Teams users is refused while policy closes the thread to all of
     * those; one of them who is cut off does not silence the others, and reads what was sent when policy lets it.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, NOT_A_PARTICIPANT, MESSAGE_EMPTY, MESSAGE_TOO_LARGE, METADATA_TOO_LARGE,
     * INTEROP_ATTACHMENT, INTEROP_*, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED, QUOTA_EXCEEDED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.chat.v1.SendMessageResponse> sendMessage(
        io.github.parleyinterop.chat.v1.SendMessageRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getSendMessageMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * GetMessage returns one message.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, MESSAGE_NOT_FOUND, INTEROP_*.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.chat.v1.GetMessageResponse> getMessage(
        io.github.parleyinterop.chat.v1.GetMessageRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetMessageMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * ListMessages lists the messages of a thread that the caller may see, newest first unless asked otherwise. Pages are
     * stable: messages that come in between are never repeated and never push others out.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, PAGE_TOKEN_INVALID, INTEROP_*.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.chat.v1.ListMessagesResponse> listMessages(
        io.github.parleyinterop.chat.v1.ListMessagesRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListMessagesMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * UpdateMessage edits a message; only its sender may, and 1000 times at most (QUOTA_EXCEEDED).
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, MESSAGE_NOT_FOUND, MESSAGE_DELETED, NOT_THE_SENDER, SYSTEM_MESSAGE,
     * NOT_A_PARTICIPANT, MESSAGE_EMPTY, MESSAGE_TOO_LARGE, METADATA_TOO_LARGE, INTEROP_EDIT, INTEROP_*, UPDATE_MASK_INVALID,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED, QUOTA_EXCEEDED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.chat.v1.UpdateMessageResponse> updateMessage(
        io.github.parleyinterop.chat.v1.UpdateMessageRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUpdateMessageMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * DeleteMessage takes the content out of a message and leaves a tombstone in its place; only its sender may, or an access
     * key that acts as nobody. Deleting a deleted message succeeds.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, MESSAGE_NOT_FOUND, NOT_THE_SENDER, SYSTEM_MESSAGE, NOT_A_PARTICIPANT,
     * INTEROP_*, RATE_LIMITED, IDEMPOTENCY_KEY_REUSED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.chat.v1.DeleteMessageResponse> deleteMessage(
        io.github.parleyinterop.chat.v1.DeleteMessageRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getDeleteMessageMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * SendTypingNotification tells those who follow the thread right now that the caller types. It is never stored, and
     * passed on at most once a second for each user and thread; what comes sooner is dropped without an error.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, NOT_A_PARTICIPANT, INTEROP_*.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.chat.v1.SendTypingNotificationResponse> sendTypingNotification(
        io.github.parleyinterop.chat.v1.SendTypingNotificationRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getSendTypingNotificationMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * SendReadReceipt says that the caller has read up to a message. Going back has no effect.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, MESSAGE_NOT_FOUND, NOT_A_PARTICIPANT, INTEROP_*, RATE_LIMITED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.chat.v1.SendReadReceiptResponse> sendReadReceipt(
        io.github.parleyinterop.chat.v1.SendReadReceiptRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getSendReadReceiptMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * ListReadReceipts lists how far each participant has read, in the order of their raw ids.
     * Errors: THREAD_NOT_FOUND, THREAD_DELETED, NOT_A_PARTICIPANT, PAGE_TOKEN_INVALID, INTEROP_*.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.chat.v1.ListReadReceiptsResponse> listReadReceipts(
        io.github.parleyinterop.chat.v1.ListReadReceiptsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListReadReceiptsMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_CREATE_THREAD = 0;
  private static final int METHODID_GET_THREAD = 1;
  private static final int METHODID_LIST_THREADS = 2;
  private static final int METHODID_UPDATE_THREAD = 3;
  private static final int METHODID_DELETE_THREAD = 4;
  private static final int METHODID_ADD_PARTICIPANTS = 5;
  private static final int METHODID_REMOVE_PARTICIPANT = 6;
  private static final int METHODID_LIST_PARTICIPANTS = 7;
  private static final int METHODID_SEND_MESSAGE = 8;
  private static final int METHODID_GET_MESSAGE = 9;
  private static final int METHODID_LIST_MESSAGES = 10;
  private static final int METHODID_UPDATE_MESSAGE = 11;
  private static final int METHODID_DELETE_MESSAGE = 12;
  private static final int METHODID_SEND_TYPING_NOTIFICATION = 13;
  private static final int METHODID_SEND_READ_RECEIPT = 14;
  private static final int METHODID_LIST_READ_RECEIPTS = 15;
  private static final int METHODID_SUBSCRIBE = 16;
  private static final int METHODID_SEND_MESSAGES = 17;

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
        case METHODID_CREATE_THREAD:
          serviceImpl.createThread((io.github.parleyinterop.chat.v1.CreateThreadRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.CreateThreadResponse>) responseObserver);
          break;
        case METHODID_GET_THREAD:
          serviceImpl.getThread((io.github.parleyinterop.chat.v1.GetThreadRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.GetThreadResponse>) responseObserver);
          break;
        case METHODID_LIST_THREADS:
          serviceImpl.listThreads((io.github.parleyinterop.chat.v1.ListThreadsRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.ListThreadsResponse>) responseObserver);
          break;
        case METHODID_UPDATE_THREAD:
          serviceImpl.updateThread((io.github.parleyinterop.chat.v1.UpdateThreadRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.UpdateThreadResponse>) responseObserver);
          break;
        case METHODID_DELETE_THREAD:
          serviceImpl.deleteThread((io.github.parleyinterop.chat.v1.DeleteThreadRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.DeleteThreadResponse>) responseObserver);
          break;
        case METHODID_ADD_PARTICIPANTS:
          serviceImpl.addParticipants((io.github.parleyinterop.chat.v1.AddParticipantsRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.AddParticipantsResponse>) responseObserver);
          break;
        case METHODID_REMOVE_PARTICIPANT:
          serviceImpl.removeParticipant((io.github.parleyinterop.chat.v1.RemoveParticipantRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.RemoveParticipantResponse>) responseObserver);
          break;
        case METHODID_LIST_PARTICIPANTS:
          serviceImpl.listParticipants((io.github.parleyinterop.chat.v1.ListParticipantsRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.ListParticipantsResponse>) responseObserver);
          break;
        case METHODID_SEND_MESSAGE:
          serviceImpl.sendMessage((io.github.parleyinterop.chat.v1.SendMessageRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.SendMessageResponse>) responseObserver);
          break;
        case METHODID_GET_MESSAGE:
          serviceImpl.getMessage((io.github.parleyinterop.chat.v1.GetMessageRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.GetMessageResponse>) responseObserver);
          break;
        case METHODID_LIST_MESSAGES:
          serviceImpl.listMessages((io.github.parleyinterop.chat.v1.ListMessagesRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.ListMessagesResponse>) responseObserver);
          break;
        case METHODID_UPDATE_MESSAGE:
          serviceImpl.updateMessage((io.github.parleyinterop.chat.v1.UpdateMessageRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.UpdateMessageResponse>) responseObserver);
          break;
        case METHODID_DELETE_MESSAGE:
          serviceImpl.deleteMessage((io.github.parleyinterop.chat.v1.DeleteMessageRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.DeleteMessageResponse>) responseObserver);
          break;
        case METHODID_SEND_TYPING_NOTIFICATION:
          serviceImpl.sendTypingNotification((io.github.parleyinterop.chat.v1.SendTypingNotificationRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.SendTypingNotificationResponse>) responseObserver);
          break;
        case METHODID_SEND_READ_RECEIPT:
          serviceImpl.sendReadReceipt((io.github.parleyinterop.chat.v1.SendReadReceiptRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.SendReadReceiptResponse>) responseObserver);
          break;
        case METHODID_LIST_READ_RECEIPTS:
          serviceImpl.listReadReceipts((io.github.parleyinterop.chat.v1.ListReadReceiptsRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.ListReadReceiptsResponse>) responseObserver);
          break;
        case METHODID_SUBSCRIBE:
          serviceImpl.subscribe((io.github.parleyinterop.chat.v1.SubscribeRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.SubscribeResponse>) responseObserver);
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
        case METHODID_SEND_MESSAGES:
          return (io.grpc.stub.StreamObserver<Req>) serviceImpl.sendMessages(
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.chat.v1.SendMessagesResponse>) responseObserver);
        default:
          throw new AssertionError();
      }
    }
  }

  public static final io.grpc.ServerServiceDefinition bindService(AsyncService service) {
    return io.grpc.ServerServiceDefinition.builder(getServiceDescriptor())
        .addMethod(
          getCreateThreadMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.chat.v1.CreateThreadRequest,
              io.github.parleyinterop.chat.v1.CreateThreadResponse>(
                service, METHODID_CREATE_THREAD)))
        .addMethod(
          getGetThreadMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.chat.v1.GetThreadRequest,
              io.github.parleyinterop.chat.v1.GetThreadResponse>(
                service, METHODID_GET_THREAD)))
        .addMethod(
          getListThreadsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.chat.v1.ListThreadsRequest,
              io.github.parleyinterop.chat.v1.ListThreadsResponse>(
                service, METHODID_LIST_THREADS)))
        .addMethod(
          getUpdateThreadMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.chat.v1.UpdateThreadRequest,
              io.github.parleyinterop.chat.v1.UpdateThreadResponse>(
                service, METHODID_UPDATE_THREAD)))
        .addMethod(
          getDeleteThreadMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.chat.v1.DeleteThreadRequest,
              io.github.parleyinterop.chat.v1.DeleteThreadResponse>(
                service, METHODID_DELETE_THREAD)))
        .addMethod(
          getAddParticipantsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.chat.v1.AddParticipantsRequest,
              io.github.parleyinterop.chat.v1.AddParticipantsResponse>(
                service, METHODID_ADD_PARTICIPANTS)))
        .addMethod(
          getRemoveParticipantMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.chat.v1.RemoveParticipantRequest,
              io.github.parleyinterop.chat.v1.RemoveParticipantResponse>(
                service, METHODID_REMOVE_PARTICIPANT)))
        .addMethod(
          getListParticipantsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.chat.v1.ListParticipantsRequest,
              io.github.parleyinterop.chat.v1.ListParticipantsResponse>(
                service, METHODID_LIST_PARTICIPANTS)))
        .addMethod(
          getSendMessageMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.chat.v1.SendMessageRequest,
              io.github.parleyinterop.chat.v1.SendMessageResponse>(
                service, METHODID_SEND_MESSAGE)))
        .addMethod(
          getSendMessagesMethod(),
          io.grpc.stub.ServerCalls.asyncBidiStreamingCall(
            new MethodHandlers<
              io.github.parleyinterop.chat.v1.SendMessagesRequest,
              io.github.parleyinterop.chat.v1.SendMessagesResponse>(
                service, METHODID_SEND_MESSAGES)))
        .addMethod(
          getGetMessageMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.chat.v1.GetMessageRequest,
              io.github.parleyinterop.chat.v1.GetMessageResponse>(
                service, METHODID_GET_MESSAGE)))
        .addMethod(
          getListMessagesMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.chat.v1.ListMessagesRequest,
              io.github.parleyinterop.chat.v1.ListMessagesResponse>(
                service, METHODID_LIST_MESSAGES)))
        .addMethod(
          getUpdateMessageMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.chat.v1.UpdateMessageRequest,
              io.github.parleyinterop.chat.v1.UpdateMessageResponse>(
                service, METHODID_UPDATE_MESSAGE)))
        .addMethod(
          getDeleteMessageMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.chat.v1.DeleteMessageRequest,
              io.github.parleyinterop.chat.v1.DeleteMessageResponse>(
                service, METHODID_DELETE_MESSAGE)))
        .addMethod(
          getSendTypingNotificationMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.chat.v1.SendTypingNotificationRequest,
              io.github.parleyinterop.chat.v1.SendTypingNotificationResponse>(
                service, METHODID_SEND_TYPING_NOTIFICATION)))
        .addMethod(
          getSendReadReceiptMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.chat.v1.SendReadReceiptRequest,
              io.github.parleyinterop.chat.v1.SendReadReceiptResponse>(
                service, METHODID_SEND_READ_RECEIPT)))
        .addMethod(
          getListReadReceiptsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.chat.v1.ListReadReceiptsRequest,
              io.github.parleyinterop.chat.v1.ListReadReceiptsResponse>(
                service, METHODID_LIST_READ_RECEIPTS)))
        .addMethod(
          getSubscribeMethod(),
          io.grpc.stub.ServerCalls.asyncServerStreamingCall(
            new MethodHandlers<
              io.github.parleyinterop.chat.v1.SubscribeRequest,
              io.github.parleyinterop.chat.v1.SubscribeResponse>(
                service, METHODID_SUBSCRIBE)))
        .build();
  }

  private static abstract class ChatServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    ChatServiceBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return io.github.parleyinterop.chat.v1.ChatServiceProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("ChatService");
    }
  }

  private static final class ChatServiceFileDescriptorSupplier
      extends ChatServiceBaseDescriptorSupplier {
    ChatServiceFileDescriptorSupplier() {}
  }

  private static final class ChatServiceMethodDescriptorSupplier
      extends ChatServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    ChatServiceMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (ChatServiceGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new ChatServiceFileDescriptorSupplier())
              .addMethod(getCreateThreadMethod())
              .addMethod(getGetThreadMethod())
              .addMethod(getListThreadsMethod())
              .addMethod(getUpdateThreadMethod())
              .addMethod(getDeleteThreadMethod())
              .addMethod(getAddParticipantsMethod())
              .addMethod(getRemoveParticipantMethod())
              .addMethod(getListParticipantsMethod())
              .addMethod(getSendMessageMethod())
              .addMethod(getSendMessagesMethod())
              .addMethod(getGetMessageMethod())
              .addMethod(getListMessagesMethod())
              .addMethod(getUpdateMessageMethod())
              .addMethod(getDeleteMessageMethod())
              .addMethod(getSendTypingNotificationMethod())
              .addMethod(getSendReadReceiptMethod())
              .addMethod(getListReadReceiptsMethod())
              .addMethod(getSubscribeMethod())
              .build();
        }
      }
    }
    return result;
  }
}
