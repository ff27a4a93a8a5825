package io.github.parleyinterop.call.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 * <pre>
 * CallService carries calls between communication users, Teams users and voice applications: the ringing, the signals and
 * the truth about how each call ended. The events of a call come from Subscribe.
 * What changes a call answers CALL_NOT_FOUND to who has never been in it, LEG_ENDED to who has left it, and CALL_ENDED when
 * it is over. Policy is evaluated at the start of a call and whenever somebody is brought in, and a change of policy ends
 * what it forbids within the same commit.
 * </pre>
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class CallServiceGrpc {

  private CallServiceGrpc() {}

  public static final java.lang.String SERVICE_NAME = "parley.call.v1.CallService";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.StartCallRequest,
      io.github.parleyinterop.call.v1.StartCallResponse> getStartCallMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "StartCall",
      requestType = io.github.parleyinterop.call.v1.StartCallRequest.class,
      responseType = io.github.parleyinterop.call.v1.StartCallResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.StartCallRequest,
      io.github.parleyinterop.call.v1.StartCallResponse> getStartCallMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.StartCallRequest, io.github.parleyinterop.call.v1.StartCallResponse> getStartCallMethod;
    if ((getStartCallMethod = CallServiceGrpc.getStartCallMethod) == null) {
      synchronized (CallServiceGrpc.class) {
        if ((getStartCallMethod = CallServiceGrpc.getStartCallMethod) == null) {
          CallServiceGrpc.getStartCallMethod = getStartCallMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.call.v1.StartCallRequest, io.github.parleyinterop.call.v1.StartCallResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "StartCall"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.StartCallRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.StartCallResponse.getDefaultInstance()))
              .setSchemaDescriptor(new CallServiceMethodDescriptorSupplier("StartCall"))
              .build();
        }
      }
    }
    return getStartCallMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.AnswerCallRequest,
      io.github.parleyinterop.call.v1.AnswerCallResponse> getAnswerCallMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "AnswerCall",
      requestType = io.github.parleyinterop.call.v1.AnswerCallRequest.class,
      responseType = io.github.parleyinterop.call.v1.AnswerCallResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.AnswerCallRequest,
      io.github.parleyinterop.call.v1.AnswerCallResponse> getAnswerCallMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.AnswerCallRequest, io.github.parleyinterop.call.v1.AnswerCallResponse> getAnswerCallMethod;
    if ((getAnswerCallMethod = CallServiceGrpc.getAnswerCallMethod) == null) {
      synchronized (CallServiceGrpc.class) {
        if ((getAnswerCallMethod = CallServiceGrpc.getAnswerCallMethod) == null) {
          CallServiceGrpc.getAnswerCallMethod = getAnswerCallMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.call.v1.AnswerCallRequest, io.github.parleyinterop.call.v1.AnswerCallResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "AnswerCall"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.AnswerCallRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.AnswerCallResponse.getDefaultInstance()))
              .setSchemaDescriptor(new CallServiceMethodDescriptorSupplier("AnswerCall"))
              .build();
        }
      }
    }
    return getAnswerCallMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.RejectCallRequest,
      io.github.parleyinterop.call.v1.RejectCallResponse> getRejectCallMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "RejectCall",
      requestType = io.github.parleyinterop.call.v1.RejectCallRequest.class,
      responseType = io.github.parleyinterop.call.v1.RejectCallResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.RejectCallRequest,
      io.github.parleyinterop.call.v1.RejectCallResponse> getRejectCallMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.RejectCallRequest, io.github.parleyinterop.call.v1.RejectCallResponse> getRejectCallMethod;
    if ((getRejectCallMethod = CallServiceGrpc.getRejectCallMethod) == null) {
      synchronized (CallServiceGrpc.class) {
        if ((getRejectCallMethod = CallServiceGrpc.getRejectCallMethod) == null) {
          CallServiceGrpc.getRejectCallMethod = getRejectCallMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.call.v1.RejectCallRequest, io.github.parleyinterop.call.v1.RejectCallResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "RejectCall"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.RejectCallRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.RejectCallResponse.getDefaultInstance()))
              .setSchemaDescriptor(new CallServiceMethodDescriptorSupplier("RejectCall"))
              .build();
        }
      }
    }
    return getRejectCallMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.RedirectCallRequest,
      io.github.parleyinterop.call.v1.RedirectCallResponse> getRedirectCallMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "RedirectCall",
      requestType = io.github.parleyinterop.call.v1.RedirectCallRequest.class,
      responseType = io.github.parleyinterop.call.v1.RedirectCallResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.RedirectCallRequest,
      io.github.parleyinterop.call.v1.RedirectCallResponse> getRedirectCallMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.RedirectCallRequest, io.github.parleyinterop.call.v1.RedirectCallResponse> getRedirectCallMethod;
    if ((getRedirectCallMethod = CallServiceGrpc.getRedirectCallMethod) == null) {
      synchronized (CallServiceGrpc.class) {
        if ((getRedirectCallMethod = CallServiceGrpc.getRedirectCallMethod) == null) {
          CallServiceGrpc.getRedirectCallMethod = getRedirectCallMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.call.v1.RedirectCallRequest, io.github.parleyinterop.call.v1.RedirectCallResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "RedirectCall"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.RedirectCallRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.RedirectCallResponse.getDefaultInstance()))
              .setSchemaDescriptor(new CallServiceMethodDescriptorSupplier("RedirectCall"))
              .build();
        }
      }
    }
    return getRedirectCallMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.HangUpRequest,
      io.github.parleyinterop.call.v1.HangUpResponse> getHangUpMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "HangUp",
      requestType = io.github.parleyinterop.call.v1.HangUpRequest.class,
      responseType = io.github.parleyinterop.call.v1.HangUpResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.HangUpRequest,
      io.github.parleyinterop.call.v1.HangUpResponse> getHangUpMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.HangUpRequest, io.github.parleyinterop.call.v1.HangUpResponse> getHangUpMethod;
    if ((getHangUpMethod = CallServiceGrpc.getHangUpMethod) == null) {
      synchronized (CallServiceGrpc.class) {
        if ((getHangUpMethod = CallServiceGrpc.getHangUpMethod) == null) {
          CallServiceGrpc.getHangUpMethod = getHangUpMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.call.v1.HangUpRequest, io.github.parleyinterop.call.v1.HangUpResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "HangUp"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.HangUpRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.HangUpResponse.getDefaultInstance()))
              .setSchemaDescriptor(new CallServiceMethodDescriptorSupplier("HangUp"))
              .build();
        }
      }
    }
    return getHangUpMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.GetCallRequest,
      io.github.parleyinterop.call.v1.GetCallResponse> getGetCallMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetCall",
      requestType = io.github.parleyinterop.call.v1.GetCallRequest.class,
      responseType = io.github.parleyinterop.call.v1.GetCallResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.GetCallRequest,
      io.github.parleyinterop.call.v1.GetCallResponse> getGetCallMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.GetCallRequest, io.github.parleyinterop.call.v1.GetCallResponse> getGetCallMethod;
    if ((getGetCallMethod = CallServiceGrpc.getGetCallMethod) == null) {
      synchronized (CallServiceGrpc.class) {
        if ((getGetCallMethod = CallServiceGrpc.getGetCallMethod) == null) {
          CallServiceGrpc.getGetCallMethod = getGetCallMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.call.v1.GetCallRequest, io.github.parleyinterop.call.v1.GetCallResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetCall"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.GetCallRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.GetCallResponse.getDefaultInstance()))
              .setSchemaDescriptor(new CallServiceMethodDescriptorSupplier("GetCall"))
              .build();
        }
      }
    }
    return getGetCallMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.ListCallsRequest,
      io.github.parleyinterop.call.v1.ListCallsResponse> getListCallsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListCalls",
      requestType = io.github.parleyinterop.call.v1.ListCallsRequest.class,
      responseType = io.github.parleyinterop.call.v1.ListCallsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.ListCallsRequest,
      io.github.parleyinterop.call.v1.ListCallsResponse> getListCallsMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.ListCallsRequest, io.github.parleyinterop.call.v1.ListCallsResponse> getListCallsMethod;
    if ((getListCallsMethod = CallServiceGrpc.getListCallsMethod) == null) {
      synchronized (CallServiceGrpc.class) {
        if ((getListCallsMethod = CallServiceGrpc.getListCallsMethod) == null) {
          CallServiceGrpc.getListCallsMethod = getListCallsMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.call.v1.ListCallsRequest, io.github.parleyinterop.call.v1.ListCallsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListCalls"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.ListCallsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.ListCallsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new CallServiceMethodDescriptorSupplier("ListCalls"))
              .build();
        }
      }
    }
    return getListCallsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.AddParticipantsRequest,
      io.github.parleyinterop.call.v1.AddParticipantsResponse> getAddParticipantsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "AddParticipants",
      requestType = io.github.parleyinterop.call.v1.AddParticipantsRequest.class,
      responseType = io.github.parleyinterop.call.v1.AddParticipantsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.AddParticipantsRequest,
      io.github.parleyinterop.call.v1.AddParticipantsResponse> getAddParticipantsMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.AddParticipantsRequest, io.github.parleyinterop.call.v1.AddParticipantsResponse> getAddParticipantsMethod;
    if ((getAddParticipantsMethod = CallServiceGrpc.getAddParticipantsMethod) == null) {
      synchronized (CallServiceGrpc.class) {
        if ((getAddParticipantsMethod = CallServiceGrpc.getAddParticipantsMethod) == null) {
          CallServiceGrpc.getAddParticipantsMethod = getAddParticipantsMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.call.v1.AddParticipantsRequest, io.github.parleyinterop.call.v1.AddParticipantsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "AddParticipants"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.AddParticipantsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.AddParticipantsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new CallServiceMethodDescriptorSupplier("AddParticipants"))
              .build();
        }
      }
    }
    return getAddParticipantsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.RemoveParticipantRequest,
      io.github.parleyinterop.call.v1.RemoveParticipantResponse> getRemoveParticipantMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "RemoveParticipant",
      requestType = io.github.parleyinterop.call.v1.RemoveParticipantRequest.class,
      responseType = io.github.parleyinterop.call.v1.RemoveParticipantResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.RemoveParticipantRequest,
      io.github.parleyinterop.call.v1.RemoveParticipantResponse> getRemoveParticipantMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.RemoveParticipantRequest, io.github.parleyinterop.call.v1.RemoveParticipantResponse> getRemoveParticipantMethod;
    if ((getRemoveParticipantMethod = CallServiceGrpc.getRemoveParticipantMethod) == null) {
      synchronized (CallServiceGrpc.class) {
        if ((getRemoveParticipantMethod = CallServiceGrpc.getRemoveParticipantMethod) == null) {
          CallServiceGrpc.getRemoveParticipantMethod = getRemoveParticipantMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.call.v1.RemoveParticipantRequest, io.github.parleyinterop.call.v1.RemoveParticipantResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "RemoveParticipant"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.RemoveParticipantRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.RemoveParticipantResponse.getDefaultInstance()))
              .setSchemaDescriptor(new CallServiceMethodDescriptorSupplier("RemoveParticipant"))
              .build();
        }
      }
    }
    return getRemoveParticipantMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.TransferCallRequest,
      io.github.parleyinterop.call.v1.TransferCallResponse> getTransferCallMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "TransferCall",
      requestType = io.github.parleyinterop.call.v1.TransferCallRequest.class,
      responseType = io.github.parleyinterop.call.v1.TransferCallResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.TransferCallRequest,
      io.github.parleyinterop.call.v1.TransferCallResponse> getTransferCallMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.TransferCallRequest, io.github.parleyinterop.call.v1.TransferCallResponse> getTransferCallMethod;
    if ((getTransferCallMethod = CallServiceGrpc.getTransferCallMethod) == null) {
      synchronized (CallServiceGrpc.class) {
        if ((getTransferCallMethod = CallServiceGrpc.getTransferCallMethod) == null) {
          CallServiceGrpc.getTransferCallMethod = getTransferCallMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.call.v1.TransferCallRequest, io.github.parleyinterop.call.v1.TransferCallResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "TransferCall"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.TransferCallRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.TransferCallResponse.getDefaultInstance()))
              .setSchemaDescriptor(new CallServiceMethodDescriptorSupplier("TransferCall"))
              .build();
        }
      }
    }
    return getTransferCallMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.HoldCallRequest,
      io.github.parleyinterop.call.v1.HoldCallResponse> getHoldCallMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "HoldCall",
      requestType = io.github.parleyinterop.call.v1.HoldCallRequest.class,
      responseType = io.github.parleyinterop.call.v1.HoldCallResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.HoldCallRequest,
      io.github.parleyinterop.call.v1.HoldCallResponse> getHoldCallMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.HoldCallRequest, io.github.parleyinterop.call.v1.HoldCallResponse> getHoldCallMethod;
    if ((getHoldCallMethod = CallServiceGrpc.getHoldCallMethod) == null) {
      synchronized (CallServiceGrpc.class) {
        if ((getHoldCallMethod = CallServiceGrpc.getHoldCallMethod) == null) {
          CallServiceGrpc.getHoldCallMethod = getHoldCallMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.call.v1.HoldCallRequest, io.github.parleyinterop.call.v1.HoldCallResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "HoldCall"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.HoldCallRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.HoldCallResponse.getDefaultInstance()))
              .setSchemaDescriptor(new CallServiceMethodDescriptorSupplier("HoldCall"))
              .build();
        }
      }
    }
    return getHoldCallMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.ResumeCallRequest,
      io.github.parleyinterop.call.v1.ResumeCallResponse> getResumeCallMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ResumeCall",
      requestType = io.github.parleyinterop.call.v1.ResumeCallRequest.class,
      responseType = io.github.parleyinterop.call.v1.ResumeCallResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.ResumeCallRequest,
      io.github.parleyinterop.call.v1.ResumeCallResponse> getResumeCallMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.ResumeCallRequest, io.github.parleyinterop.call.v1.ResumeCallResponse> getResumeCallMethod;
    if ((getResumeCallMethod = CallServiceGrpc.getResumeCallMethod) == null) {
      synchronized (CallServiceGrpc.class) {
        if ((getResumeCallMethod = CallServiceGrpc.getResumeCallMethod) == null) {
          CallServiceGrpc.getResumeCallMethod = getResumeCallMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.call.v1.ResumeCallRequest, io.github.parleyinterop.call.v1.ResumeCallResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ResumeCall"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.ResumeCallRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.ResumeCallResponse.getDefaultInstance()))
              .setSchemaDescriptor(new CallServiceMethodDescriptorSupplier("ResumeCall"))
              .build();
        }
      }
    }
    return getResumeCallMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.MuteParticipantRequest,
      io.github.parleyinterop.call.v1.MuteParticipantResponse> getMuteParticipantMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "MuteParticipant",
      requestType = io.github.parleyinterop.call.v1.MuteParticipantRequest.class,
      responseType = io.github.parleyinterop.call.v1.MuteParticipantResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.MuteParticipantRequest,
      io.github.parleyinterop.call.v1.MuteParticipantResponse> getMuteParticipantMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.MuteParticipantRequest, io.github.parleyinterop.call.v1.MuteParticipantResponse> getMuteParticipantMethod;
    if ((getMuteParticipantMethod = CallServiceGrpc.getMuteParticipantMethod) == null) {
      synchronized (CallServiceGrpc.class) {
        if ((getMuteParticipantMethod = CallServiceGrpc.getMuteParticipantMethod) == null) {
          CallServiceGrpc.getMuteParticipantMethod = getMuteParticipantMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.call.v1.MuteParticipantRequest, io.github.parleyinterop.call.v1.MuteParticipantResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "MuteParticipant"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.MuteParticipantRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.MuteParticipantResponse.getDefaultInstance()))
              .setSchemaDescriptor(new CallServiceMethodDescriptorSupplier("MuteParticipant"))
              .build();
        }
      }
    }
    return getMuteParticipantMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.UnmuteParticipantRequest,
      io.github.parleyinterop.call.v1.UnmuteParticipantResponse> getUnmuteParticipantMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UnmuteParticipant",
      requestType = io.github.parleyinterop.call.v1.UnmuteParticipantRequest.class,
      responseType = io.github.parleyinterop.call.v1.UnmuteParticipantResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.UnmuteParticipantRequest,
      io.github.parleyinterop.call.v1.UnmuteParticipantResponse> getUnmuteParticipantMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.UnmuteParticipantRequest, io.github.parleyinterop.call.v1.UnmuteParticipantResponse> getUnmuteParticipantMethod;
    if ((getUnmuteParticipantMethod = CallServiceGrpc.getUnmuteParticipantMethod) == null) {
      synchronized (CallServiceGrpc.class) {
        if ((getUnmuteParticipantMethod = CallServiceGrpc.getUnmuteParticipantMethod) == null) {
          CallServiceGrpc.getUnmuteParticipantMethod = getUnmuteParticipantMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.call.v1.UnmuteParticipantRequest, io.github.parleyinterop.call.v1.UnmuteParticipantResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UnmuteParticipant"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.UnmuteParticipantRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.UnmuteParticipantResponse.getDefaultInstance()))
              .setSchemaDescriptor(new CallServiceMethodDescriptorSupplier("UnmuteParticipant"))
              .build();
        }
      }
    }
    return getUnmuteParticipantMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.SendDtmfRequest,
      io.github.parleyinterop.call.v1.SendDtmfResponse> getSendDtmfMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "SendDtmf",
      requestType = io.github.parleyinterop.call.v1.SendDtmfRequest.class,
      responseType = io.github.parleyinterop.call.v1.SendDtmfResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.SendDtmfRequest,
      io.github.parleyinterop.call.v1.SendDtmfResponse> getSendDtmfMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.SendDtmfRequest, io.github.parleyinterop.call.v1.SendDtmfResponse> getSendDtmfMethod;
    if ((getSendDtmfMethod = CallServiceGrpc.getSendDtmfMethod) == null) {
      synchronized (CallServiceGrpc.class) {
        if ((getSendDtmfMethod = CallServiceGrpc.getSendDtmfMethod) == null) {
          CallServiceGrpc.getSendDtmfMethod = getSendDtmfMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.call.v1.SendDtmfRequest, io.github.parleyinterop.call.v1.SendDtmfResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "SendDtmf"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.SendDtmfRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.SendDtmfResponse.getDefaultInstance()))
              .setSchemaDescriptor(new CallServiceMethodDescriptorSupplier("SendDtmf"))
              .build();
        }
      }
    }
    return getSendDtmfMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.SendSignalRequest,
      io.github.parleyinterop.call.v1.SendSignalResponse> getSendSignalMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "SendSignal",
      requestType = io.github.parleyinterop.call.v1.SendSignalRequest.class,
      responseType = io.github.parleyinterop.call.v1.SendSignalResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.SendSignalRequest,
      io.github.parleyinterop.call.v1.SendSignalResponse> getSendSignalMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.SendSignalRequest, io.github.parleyinterop.call.v1.SendSignalResponse> getSendSignalMethod;
    if ((getSendSignalMethod = CallServiceGrpc.getSendSignalMethod) == null) {
      synchronized (CallServiceGrpc.class) {
        if ((getSendSignalMethod = CallServiceGrpc.getSendSignalMethod) == null) {
          CallServiceGrpc.getSendSignalMethod = getSendSignalMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.call.v1.SendSignalRequest, io.github.parleyinterop.call.v1.SendSignalResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "SendSignal"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.SendSignalRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.SendSignalResponse.getDefaultInstance()))
              .setSchemaDescriptor(new CallServiceMethodDescriptorSupplier("SendSignal"))
              .build();
        }
      }
    }
    return getSendSignalMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.GetRelayConfigurationRequest,
      io.github.parleyinterop.call.v1.GetRelayConfigurationResponse> getGetRelayConfigurationMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetRelayConfiguration",
      requestType = io.github.parleyinterop.call.v1.GetRelayConfigurationRequest.class,
      responseType = io.github.parleyinterop.call.v1.GetRelayConfigurationResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.GetRelayConfigurationRequest,
      io.github.parleyinterop.call.v1.GetRelayConfigurationResponse> getGetRelayConfigurationMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.GetRelayConfigurationRequest, io.github.parleyinterop.call.v1.GetRelayConfigurationResponse> getGetRelayConfigurationMethod;
    if ((getGetRelayConfigurationMethod = CallServiceGrpc.getGetRelayConfigurationMethod) == null) {
      synchronized (CallServiceGrpc.class) {
        if ((getGetRelayConfigurationMethod = CallServiceGrpc.getGetRelayConfigurationMethod) == null) {
          CallServiceGrpc.getGetRelayConfigurationMethod = getGetRelayConfigurationMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.call.v1.GetRelayConfigurationRequest, io.github.parleyinterop.call.v1.GetRelayConfigurationResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetRelayConfiguration"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.GetRelayConfigurationRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.GetRelayConfigurationResponse.getDefaultInstance()))
              .setSchemaDescriptor(new CallServiceMethodDescriptorSupplier("GetRelayConfiguration"))
              .build();
        }
      }
    }
    return getGetRelayConfigurationMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.SetCaptureStateRequest,
      io.github.parleyinterop.call.v1.SetCaptureStateResponse> getSetCaptureStateMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "SetCaptureState",
      requestType = io.github.parleyinterop.call.v1.SetCaptureStateRequest.class,
      responseType = io.github.parleyinterop.call.v1.SetCaptureStateResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.SetCaptureStateRequest,
      io.github.parleyinterop.call.v1.SetCaptureStateResponse> getSetCaptureStateMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.SetCaptureStateRequest, io.github.parleyinterop.call.v1.SetCaptureStateResponse> getSetCaptureStateMethod;
    if ((getSetCaptureStateMethod = CallServiceGrpc.getSetCaptureStateMethod) == null) {
      synchronized (CallServiceGrpc.class) {
        if ((getSetCaptureStateMethod = CallServiceGrpc.getSetCaptureStateMethod) == null) {
          CallServiceGrpc.getSetCaptureStateMethod = getSetCaptureStateMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.call.v1.SetCaptureStateRequest, io.github.parleyinterop.call.v1.SetCaptureStateResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "SetCaptureState"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.SetCaptureStateRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.SetCaptureStateResponse.getDefaultInstance()))
              .setSchemaDescriptor(new CallServiceMethodDescriptorSupplier("SetCaptureState"))
              .build();
        }
      }
    }
    return getSetCaptureStateMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.AcknowledgeNoticeRequest,
      io.github.parleyinterop.call.v1.AcknowledgeNoticeResponse> getAcknowledgeNoticeMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "AcknowledgeNotice",
      requestType = io.github.parleyinterop.call.v1.AcknowledgeNoticeRequest.class,
      responseType = io.github.parleyinterop.call.v1.AcknowledgeNoticeResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.AcknowledgeNoticeRequest,
      io.github.parleyinterop.call.v1.AcknowledgeNoticeResponse> getAcknowledgeNoticeMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.AcknowledgeNoticeRequest, io.github.parleyinterop.call.v1.AcknowledgeNoticeResponse> getAcknowledgeNoticeMethod;
    if ((getAcknowledgeNoticeMethod = CallServiceGrpc.getAcknowledgeNoticeMethod) == null) {
      synchronized (CallServiceGrpc.class) {
        if ((getAcknowledgeNoticeMethod = CallServiceGrpc.getAcknowledgeNoticeMethod) == null) {
          CallServiceGrpc.getAcknowledgeNoticeMethod = getAcknowledgeNoticeMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.call.v1.AcknowledgeNoticeRequest, io.github.parleyinterop.call.v1.AcknowledgeNoticeResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "AcknowledgeNotice"))
              .setIdempotent(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.AcknowledgeNoticeRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.AcknowledgeNoticeResponse.getDefaultInstance()))
              .setSchemaDescriptor(new CallServiceMethodDescriptorSupplier("AcknowledgeNotice"))
              .build();
        }
      }
    }
    return getAcknowledgeNoticeMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.ListNoticesRequest,
      io.github.parleyinterop.call.v1.ListNoticesResponse> getListNoticesMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListNotices",
      requestType = io.github.parleyinterop.call.v1.ListNoticesRequest.class,
      responseType = io.github.parleyinterop.call.v1.ListNoticesResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.ListNoticesRequest,
      io.github.parleyinterop.call.v1.ListNoticesResponse> getListNoticesMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.ListNoticesRequest, io.github.parleyinterop.call.v1.ListNoticesResponse> getListNoticesMethod;
    if ((getListNoticesMethod = CallServiceGrpc.getListNoticesMethod) == null) {
      synchronized (CallServiceGrpc.class) {
        if ((getListNoticesMethod = CallServiceGrpc.getListNoticesMethod) == null) {
          CallServiceGrpc.getListNoticesMethod = getListNoticesMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.call.v1.ListNoticesRequest, io.github.parleyinterop.call.v1.ListNoticesResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListNotices"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.ListNoticesRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.ListNoticesResponse.getDefaultInstance()))
              .setSchemaDescriptor(new CallServiceMethodDescriptorSupplier("ListNotices"))
              .build();
        }
      }
    }
    return getListNoticesMethod;
  }

  private static volatile io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.SubscribeRequest,
      io.github.parleyinterop.call.v1.SubscribeResponse> getSubscribeMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "Subscribe",
      requestType = io.github.parleyinterop.call.v1.SubscribeRequest.class,
      responseType = io.github.parleyinterop.call.v1.SubscribeResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.SERVER_STREAMING)
  public static io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.SubscribeRequest,
      io.github.parleyinterop.call.v1.SubscribeResponse> getSubscribeMethod() {
    io.grpc.MethodDescriptor<io.github.parleyinterop.call.v1.SubscribeRequest, io.github.parleyinterop.call.v1.SubscribeResponse> getSubscribeMethod;
    if ((getSubscribeMethod = CallServiceGrpc.getSubscribeMethod) == null) {
      synchronized (CallServiceGrpc.class) {
        if ((getSubscribeMethod = CallServiceGrpc.getSubscribeMethod) == null) {
          CallServiceGrpc.getSubscribeMethod = getSubscribeMethod =
              io.grpc.MethodDescriptor.<io.github.parleyinterop.call.v1.SubscribeRequest, io.github.parleyinterop.call.v1.SubscribeResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.SERVER_STREAMING)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "Subscribe"))
              .setSafe(true)
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.SubscribeRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  io.github.parleyinterop.call.v1.SubscribeResponse.getDefaultInstance()))
              .setSchemaDescriptor(new CallServiceMethodDescriptorSupplier("Subscribe"))
              .build();
        }
      }
    }
    return getSubscribeMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static CallServiceStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<CallServiceStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<CallServiceStub>() {
        @java.lang.Override
        public CallServiceStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new CallServiceStub(channel, callOptions);
        }
      };
    return CallServiceStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static CallServiceBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<CallServiceBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<CallServiceBlockingV2Stub>() {
        @java.lang.Override
        public CallServiceBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new CallServiceBlockingV2Stub(channel, callOptions);
        }
      };
    return CallServiceBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static CallServiceBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<CallServiceBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<CallServiceBlockingStub>() {
        @java.lang.Override
        public CallServiceBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new CallServiceBlockingStub(channel, callOptions);
        }
      };
    return CallServiceBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static CallServiceFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<CallServiceFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<CallServiceFutureStub>() {
        @java.lang.Override
        public CallServiceFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new CallServiceFutureStub(channel, callOptions);
        }
      };
    return CallServiceFutureStub.newStub(factory, channel);
  }

  /**
   * <pre>
   * CallService carries calls between communication users, Teams users and voice applications: the ringing, the signals and
   * the truth about how each call ended. The events of a call come from Subscribe.
   * What changes a call answers CALL_NOT_FOUND to who has never been in it, LEG_ENDED to who has left it, and CALL_ENDED when
   * it is over. Policy is evaluated at the start of a call and whenever somebody is brought in, and a change of policy ends
   * what it forbids within the same commit.
   * </pre>
   */
  public interface AsyncService {

    /**
     * <pre>
     * StartCall calls one party or several; when it answers, they ring on all their devices.
     * Each target is decided on its own: those who are refused (unknown, or not reachable under the tenant's policy) come
     * back in `refused_targets`. Where all are refused there is no call, and the error is that of the first. Several targets
     * make a group call: whoever answers is in it.
     * Where two parties call only each other at the same time, the later StartCall makes no call of its own: it answers the
     * earlier one for the caller's device and says so in `answered_existing`.
     * Errors: CALL_TO_SELF, PARTICIPANT_REPEATED, PARTICIPANT_KIND_UNSUPPORTED where no communication user is in the call,
     * FOREIGN_OWNER where those of two resources would be, CALLEE_UNREACHABLE, PHONE_NUMBER_UNSUPPORTED, TOO_MANY_LEGS,
     * TOO_MANY_CALLS, CUSTOM_CONTEXT_TOO_LARGE, INTEROP_COEXISTENCE_MODE, INTEROP_GROUP_CALL, INTEROP_*,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED, QUOTA_EXCEEDED.
     * </pre>
     */
    default void startCall(io.github.parleyinterop.call.v1.StartCallRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.StartCallResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getStartCallMethod(), responseObserver);
    }

    /**
     * <pre>
     * AnswerCall takes an incoming call on one device; the first device wins and the others of the same user hear
     * ANSWERED_ELSEWHERE. Signals pass from here on. Where the call is captured, the answer brings the notices.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, CALL_ALREADY_ANSWERED here or on another device, CALL_STATE for the
     * party that started the call, INTEROP_*, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    default void answerCall(io.github.parleyinterop.call.v1.AnswerCallRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.AnswerCallResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getAnswerCallMethod(), responseObserver);
    }

    /**
     * <pre>
     * RejectCall refuses an incoming call on all devices of the party. Rejecting again succeeds and changes nothing.
     * Errors: CALL_NOT_FOUND; CALL_ENDED or LEG_ENDED where it ended in another way; CALL_ALREADY_ANSWERED; CALL_STATE for the
     * party that started the call; IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    default void rejectCall(io.github.parleyinterop.call.v1.RejectCallRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.RejectCallResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getRejectCallMethod(), responseObserver);
    }

    /**
     * <pre>
     * RedirectCall sends an incoming call on to somebody else, before it is answered. The caller's side stays as it is, and
     * the new target rings with a ring timeout of its own. A call is redirected at most 5 times. A voice application may
     * send a call on to users of its own tenant even where INTEROP_ROUTING forbids it to users.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, CALL_ALREADY_ANSWERED, CALL_STATE for the party that started the call,
     * CALL_TO_SELF, PARTICIPANT_EXISTS, PARTICIPANT_KIND_UNSUPPORTED, FOREIGN_OWNER, CALLEE_UNREACHABLE,
     * PHONE_NUMBER_UNSUPPORTED, TOO_MANY_REDIRECTIONS, TOO_MANY_LEGS, TOO_MANY_CALLS, CUSTOM_CONTEXT_TOO_LARGE,
     * INTEROP_ROUTING, INTEROP_COEXISTENCE_MODE, INTEROP_*, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    default void redirectCall(io.github.parleyinterop.call.v1.RedirectCallRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.RedirectCallResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getRedirectCallMethod(), responseObserver);
    }

    /**
     * <pre>
     * HangUp leaves a call, or ends it for everyone. A call that nobody or one live party is left in ends. The party that
     * started a call and leaves it before anybody has answered cancels it. Hanging up where the caller's leg or the call has
     * ended succeeds and changes nothing. An access key that acts as nobody may hang up for everyone only.
     * Errors: CALL_NOT_FOUND, CALL_STATE for a party that rings (reject the call instead), ACT_AS_REQUIRED,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    default void hangUp(io.github.parleyinterop.call.v1.HangUpRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.HangUpResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getHangUpMethod(), responseObserver);
    }

    /**
     * <pre>
     * GetCall returns a call that the caller is in, was in or is called to; for an access key that acts as nobody, any of its
     * resource.
     * Errors: CALL_NOT_FOUND.
     * </pre>
     */
    default void getCall(io.github.parleyinterop.call.v1.GetCallRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.GetCallResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetCallMethod(), responseObserver);
    }

    /**
     * <pre>
     * ListCalls lists the calls of the user that the caller is or acts as, or of the whole resource for an access key that
     * acts as nobody, newest first. Pages are stable: calls that are started in between are never repeated and never push
     * others out. A page looks through a bounded number of calls: where few fit, it may have fewer than asked for, even
     * none, and still name a next one.
     * Errors: PAGE_TOKEN_INVALID.
     * </pre>
     */
    default void listCalls(io.github.parleyinterop.call.v1.ListCallsRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.ListCallsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListCallsMethod(), responseObserver);
    }

    /**
     * <pre>
     * AddParticipants calls more parties into a call that has been answered. Each is decided on its own, and refused ones come
     * back with their reasons; one that is in the call or rings already is refused with PARTICIPANT_EXISTS, and one too many
     * with TOO_MANY_LEGS. A Teams user adds Teams users only, unless its tenant lifts that (INTEROP_ADD_PARTICIPANT).
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, CALL_STATE, PARTICIPANT_REPEATED, CUSTOM_CONTEXT_TOO_LARGE,
     * INTEROP_GROUP_CALL, INTEROP_ADD_PARTICIPANT, INTEROP_*, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED, QUOTA_EXCEEDED.
     * </pre>
     */
    default void addParticipants(io.github.parleyinterop.call.v1.AddParticipantsRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.AddParticipantsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getAddParticipantsMethod(), responseObserver);
    }

    /**
     * <pre>
     * RemoveParticipant takes a party out of a call, or withdraws its invitation while it rings. Anybody who has answered may;
     * for one's own leg it is HangUp. Removing a party whose leg has ended succeeds and changes nothing.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, CALL_STATE, LEG_NOT_FOUND, INTEROP_*, IDEMPOTENCY_KEY_REUSED,
     * RATE_LIMITED.
     * </pre>
     */
    default void removeParticipant(io.github.parleyinterop.call.v1.RemoveParticipantRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.RemoveParticipantResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getRemoveParticipantMethod(), responseObserver);
    }

    /**
     * <pre>
     * TransferCall lets somebody else take the caller's place in a call.
     * Blind, with `target`: the target rings, and the caller stays until it answers, or hangs up at once and trusts to it. If
     * the target does not answer, the transfer has failed and the caller is in the call as before; if the caller has left and
     * one party remains, the call ends. So a voice application offers a call to the users of its own tenant in turn, which
     * INTEROP_ROUTING never forbids. A target that rings does not make the call a group call.
     * Consultative, with `consultation_call_id`: the caller is in a second call with the target alone, and both have answered.
     * In one commit the target's device is in the first call without ringing, the caller has left both calls, and the second
     * call has ended.
     * Errors: CALL_NOT_FOUND (the metadata `call_id` says which), CALL_ENDED, LEG_ENDED, CALL_STATE where a call is not
     * answered or the caller has a transfer waiting, CALL_TO_SELF, PARTICIPANT_EXISTS, PARTICIPANT_KIND_UNSUPPORTED,
     * FOREIGN_OWNER, CALLEE_UNREACHABLE, PHONE_NUMBER_UNSUPPORTED, TOO_MANY_LEGS, TOO_MANY_CALLS, CUSTOM_CONTEXT_TOO_LARGE,
     * INTEROP_ROUTING, INTEROP_COEXISTENCE_MODE, INTEROP_*, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    default void transferCall(io.github.parleyinterop.call.v1.TransferCallRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.TransferCallResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getTransferCallMethod(), responseObserver);
    }

    /**
     * <pre>
     * HoldCall puts a call on hold for the caller: it sends and plays nothing until it resumes. Holding again changes nothing.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, CALL_STATE where the caller's leg is not connected,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    default void holdCall(io.github.parleyinterop.call.v1.HoldCallRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.HoldCallResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getHoldCallMethod(), responseObserver);
    }

    /**
     * <pre>
     * ResumeCall takes a call off hold for the caller. Resuming again changes nothing.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, CALL_STATE where the caller's leg is not connected,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    default void resumeCall(io.github.parleyinterop.call.v1.ResumeCallRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.ResumeCallResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getResumeCallMethod(), responseObserver);
    }

    /**
     * <pre>
     * MuteParticipant mutes the caller or another party. It is the party's device that mutes, when it sees the event. Muting
     * again changes nothing.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED of the caller or the party, LEG_NOT_FOUND, CALL_STATE where either has not
     * answered, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    default void muteParticipant(io.github.parleyinterop.call.v1.MuteParticipantRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.MuteParticipantResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getMuteParticipantMethod(), responseObserver);
    }

    /**
     * <pre>
     * UnmuteParticipant unmutes the caller; nobody is unmuted by another. Unmuting again changes nothing.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, LEG_NOT_FOUND, CALL_STATE, NOT_THE_PARTY, IDEMPOTENCY_KEY_REUSED,
     * RATE_LIMITED.
     * </pre>
     */
    default void unmuteParticipant(io.github.parleyinterop.call.v1.UnmuteParticipantRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.UnmuteParticipantResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUnmuteParticipantMethod(), responseObserver);
    }

    /**
     * <pre>
     * SendDtmf sends tones to the others in a call, or to one of them. They arrive as one event, in the order of the requests.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED of the caller or the party, LEG_NOT_FOUND, CALL_STATE where either is not
     * connected, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    default void sendDtmf(io.github.parleyinterop.call.v1.SendDtmfRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.SendDtmfResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getSendDtmfMethod(), responseObserver);
    }

    /**
     * <pre>
     * SendSignal sends an offer, an answer or a candidate to another leg that has answered; when it answers, the signal is
     * durable and has its place in the order. The end of the call erases it.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_NOT_FOUND, LEG_ENDED, CALL_STATE where either leg rings, CALL_TO_SELF for a
     * signal to the own leg, SIGNAL_TOO_LARGE, SIGNAL_OUT_OF_TURN, TOO_MANY_SIGNALS, NOTICE_UNACKNOWLEDGED for an offer or an answer
     * while media with either leg waits, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    default void sendSignal(io.github.parleyinterop.call.v1.SendSignalRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.SendSignalResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getSendSignalMethod(), responseObserver);
    }

    /**
     * <pre>
     * GetRelayConfiguration returns the relay and a credential for the caller's leg, which no other leg can use. It may be
     * asked for while the leg rings, and again before the credential expires. Relayed media ends with the leg.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, RELAY_DISABLED, RATE_LIMITED, QUOTA_EXCEEDED.
     * </pre>
     */
    default void getRelayConfiguration(io.github.parleyinterop.call.v1.GetRelayConfigurationRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.GetRelayConfigurationResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetRelayConfigurationMethod(), responseObserver);
    }

    /**
     * <pre>
     * SetCaptureState declares that a recording or a transcription is started, paused, resumed or stopped. In the same commit
     * every participant who has answered is told by a notice, and who comes later is told upon its answer. Anybody who has
     * answered may, and an access key that acts as nobody. Setting the state that it has changes nothing and tells nobody.
     * A recording that may not go on is stopped by the broker in the commit that makes it so: when the call becomes a 1:1
     * interop call, or a tenant withdraws the capability, and INTEROP_RECORDING forbids it.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, CALL_STATE where the caller rings or nothing runs that could be paused,
     * INTEROP_RECORDING for a 1:1 interop call, INTEROP_*, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    default void setCaptureState(io.github.parleyinterop.call.v1.SetCaptureStateRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.SetCaptureStateResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getSetCaptureStateMethod(), responseObserver);
    }

    /**
     * <pre>
     * AcknowledgeNotice keeps that the caller has seen a notice addressed to it. Once all that require it are acknowledged,
     * its media may go on. Acknowledging again returns the first acknowledgement.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, NOTICE_NOT_FOUND, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    default void acknowledgeNotice(io.github.parleyinterop.call.v1.AcknowledgeNoticeRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.AcknowledgeNoticeResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getAcknowledgeNoticeMethod(), responseObserver);
    }

    /**
     * <pre>
     * ListNotices exports who was told of the captures of a call and when, and who acknowledged and when, in the order of
     * the log. It goes on answering after the call has ended, to whom GetCall answers.
     * Errors: CALL_NOT_FOUND, PAGE_TOKEN_INVALID.
     * </pre>
     */
    default void listNotices(io.github.parleyinterop.call.v1.ListNoticesRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.ListNoticesResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListNoticesMethod(), responseObserver);
    }

    /**
     * <pre>
     * Subscribe streams the events of all calls of the user that the caller is or acts as, or the numbered events of the
     * whole resource for an access key that acts as nobody: in the order of their commits, without gaps, none twice. Every
     * response carries the cursor after it; resuming from it loses nothing and repeats nothing, and a call that rang
     * meanwhile is there with the time left to answer.
     * A user's stream also says that the device is connected. When the last stream of a device in a call breaks, its leg is
     * lost, and ends unless the device subscribes again within the grace period (30 s by default). A device that never
     * subscribed is not watched.
     * A stream ends in one of three ways: STREAM_RESUMABLE, CURSOR_EXPIRED or CURSOR_EPOCH, ACCESS_LOST.
     * Errors at the start: CURSOR_INVALID, CURSOR_FOREIGN, CURSOR_EXPIRED, CURSOR_EPOCH, CALL_NOT_FOUND for a call of the
     * filter, TOO_MANY_STREAMS.
     * </pre>
     */
    default void subscribe(io.github.parleyinterop.call.v1.SubscribeRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.SubscribeResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getSubscribeMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service CallService.
   * <pre>
   * CallService carries calls between communication users, Teams users and voice applications: the ringing, the signals and
   * the truth about how each call ended. The events of a call come from Subscribe.
   * What changes a call answers CALL_NOT_FOUND to who has never been in it, LEG_ENDED to who has left it, and CALL_ENDED when
   * it is over. Policy is evaluated at the start of a call and whenever somebody is brought in, and a change of policy ends
   * what it forbids within the same commit.
   * </pre>
   */
  public static abstract class CallServiceImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return CallServiceGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service CallService.
   * <pre>
   * CallService carries calls between communication users, Teams users and voice applications: the ringing, the signals and
   * the truth about how each call ended. The events of a call come from Subscribe.
   * What changes a call answers CALL_NOT_FOUND to who has never been in it, LEG_ENDED to who has left it, and CALL_ENDED when
   * it is over. Policy is evaluated at the start of a call and whenever somebody is brought in, and a change of policy ends
   * what it forbids within the same commit.
   * </pre>
   */
  public static final class CallServiceStub
      extends io.grpc.stub.AbstractAsyncStub<CallServiceStub> {
    private CallServiceStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected CallServiceStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new CallServiceStub(channel, callOptions);
    }

    /**
     * <pre>
     * StartCall calls one party or several; when it answers, they ring on all their devices.
     * Each target is decided on its own: those who are refused (unknown, or not reachable under the tenant's policy) come
     * back in `refused_targets`. Where all are refused there is no call, and the error is that of the first. Several targets
     * make a group call: whoever answers is in it.
     * Where two parties call only each other at the same time, the later StartCall makes no call of its own: it answers the
     * earlier one for the caller's device and says so in `answered_existing`.
     * Errors: CALL_TO_SELF, PARTICIPANT_REPEATED, PARTICIPANT_KIND_UNSUPPORTED where no communication user is in the call,
     * FOREIGN_OWNER where those of two resources would be, CALLEE_UNREACHABLE, PHONE_NUMBER_UNSUPPORTED, TOO_MANY_LEGS,
     * TOO_MANY_CALLS, CUSTOM_CONTEXT_TOO_LARGE, INTEROP_COEXISTENCE_MODE, INTEROP_GROUP_CALL, INTEROP_*,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED, QUOTA_EXCEEDED.
     * </pre>
     */
    public void startCall(io.github.parleyinterop.call.v1.StartCallRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.StartCallResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getStartCallMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * AnswerCall takes an incoming call on one device; the first device wins and the others of the same user hear
     * ANSWERED_ELSEWHERE. Signals pass from here on. Where the call is captured, the answer brings the notices.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, CALL_ALREADY_ANSWERED here or on another device, CALL_STATE for the
     * party that started the call, INTEROP_*, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public void answerCall(io.github.parleyinterop.call.v1.AnswerCallRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.AnswerCallResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getAnswerCallMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * RejectCall refuses an incoming call on all devices of the party. Rejecting again succeeds and changes nothing.
     * Errors: CALL_NOT_FOUND; CALL_ENDED or LEG_ENDED where it ended in another way; CALL_ALREADY_ANSWERED; CALL_STATE for the
     * party that started the call; IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public void rejectCall(io.github.parleyinterop.call.v1.RejectCallRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.RejectCallResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getRejectCallMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * RedirectCall sends an incoming call on to somebody else, before it is answered. The caller's side stays as it is, and
     * the new target rings with a ring timeout of its own. A call is redirected at most 5 times. A voice application may
     * send a call on to users of its own tenant even where INTEROP_ROUTING forbids it to users.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, CALL_ALREADY_ANSWERED, CALL_STATE for the party that started the call,
     * CALL_TO_SELF, PARTICIPANT_EXISTS, PARTICIPANT_KIND_UNSUPPORTED, FOREIGN_OWNER, CALLEE_UNREACHABLE,
     * PHONE_NUMBER_UNSUPPORTED, TOO_MANY_REDIRECTIONS, TOO_MANY_LEGS, TOO_MANY_CALLS, CUSTOM_CONTEXT_TOO_LARGE,
     * INTEROP_ROUTING, INTEROP_COEXISTENCE_MODE, INTEROP_*, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public void redirectCall(io.github.parleyinterop.call.v1.RedirectCallRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.RedirectCallResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getRedirectCallMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * HangUp leaves a call, or ends it for everyone. A call that nobody or one live party is left in ends. The party that
     * started a call and leaves it before anybody has answered cancels it. Hanging up where the caller's leg or the call has
     * ended succeeds and changes nothing. An access key that acts as nobody may hang up for everyone only.
     * Errors: CALL_NOT_FOUND, CALL_STATE for a party that rings (reject the call instead), ACT_AS_REQUIRED,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public void hangUp(io.github.parleyinterop.call.v1.HangUpRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.HangUpResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getHangUpMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * GetCall returns a call that the caller is in, was in or is called to; for an access key that acts as nobody, any of its
     * resource.
     * Errors: CALL_NOT_FOUND.
     * </pre>
     */
    public void getCall(io.github.parleyinterop.call.v1.GetCallRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.GetCallResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetCallMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * ListCalls lists the calls of the user that the caller is or acts as, or of the whole resource for an access key that
     * acts as nobody, newest first. Pages are stable: calls that are started in between are never repeated and never push
     * others out. A page looks through a bounded number of calls: where few fit, it may have fewer than asked for, even
     * none, and still name a next one.
     * Errors: PAGE_TOKEN_INVALID.
     * </pre>
     */
    public void listCalls(io.github.parleyinterop.call.v1.ListCallsRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.ListCallsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListCallsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * AddParticipants calls more parties into a call that has been answered. Each is decided on its own, and refused ones come
     * back with their reasons; one that is in the call or rings already is refused with PARTICIPANT_EXISTS, and one too many
     * with TOO_MANY_LEGS. A Teams user adds Teams users only, unless its tenant lifts that (INTEROP_ADD_PARTICIPANT).
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, CALL_STATE, PARTICIPANT_REPEATED, CUSTOM_CONTEXT_TOO_LARGE,
     * INTEROP_GROUP_CALL, INTEROP_ADD_PARTICIPANT, INTEROP_*, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED, QUOTA_EXCEEDED.
     * </pre>
     */
    public void addParticipants(io.github.parleyinterop.call.v1.AddParticipantsRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.AddParticipantsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getAddParticipantsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * RemoveParticipant takes a party out of a call, or withdraws its invitation while it rings. Anybody who has answered may;
     * for one's own leg it is HangUp. Removing a party whose leg has ended succeeds and changes nothing.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, CALL_STATE, LEG_NOT_FOUND, INTEROP_*, IDEMPOTENCY_KEY_REUSED,
     * RATE_LIMITED.
     * </pre>
     */
    public void removeParticipant(io.github.parleyinterop.call.v1.RemoveParticipantRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.RemoveParticipantResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getRemoveParticipantMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * TransferCall lets somebody else take the caller's place in a call.
     * Blind, with `target`: the target rings, and the caller stays until it answers, or hangs up at once and trusts to it. If
     * the target does not answer, the transfer has failed and the caller is in the call as before; if the caller has left and
     * one party remains, the call ends. So a voice application offers a call to the users of its own tenant in turn, which
     * INTEROP_ROUTING never forbids. A target that rings does not make the call a group call.
     * Consultative, with `consultation_call_id`: the caller is in a second call with the target alone, and both have answered.
     * In one commit the target's device is in the first call without ringing, the caller has left both calls, and the second
     * call has ended.
     * Errors: CALL_NOT_FOUND (the metadata `call_id` says which), CALL_ENDED, LEG_ENDED, CALL_STATE where a call is not
     * answered or the caller has a transfer waiting, CALL_TO_SELF, PARTICIPANT_EXISTS, PARTICIPANT_KIND_UNSUPPORTED,
     * FOREIGN_OWNER, CALLEE_UNREACHABLE, PHONE_NUMBER_UNSUPPORTED, TOO_MANY_LEGS, TOO_MANY_CALLS, CUSTOM_CONTEXT_TOO_LARGE,
     * INTEROP_ROUTING, INTEROP_COEXISTENCE_MODE, INTEROP_*, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public void transferCall(io.github.parleyinterop.call.v1.TransferCallRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.TransferCallResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getTransferCallMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * HoldCall puts a call on hold for the caller: it sends and plays nothing until it resumes. Holding again changes nothing.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, CALL_STATE where the caller's leg is not connected,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public void holdCall(io.github.parleyinterop.call.v1.HoldCallRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.HoldCallResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getHoldCallMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * ResumeCall takes a call off hold for the caller. Resuming again changes nothing.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, CALL_STATE where the caller's leg is not connected,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public void resumeCall(io.github.parleyinterop.call.v1.ResumeCallRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.ResumeCallResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getResumeCallMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * MuteParticipant mutes the caller or another party. It is the party's device that mutes, when it sees the event. Muting
     * again changes nothing.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED of the caller or the party, LEG_NOT_FOUND, CALL_STATE where either has not
     * answered, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public void muteParticipant(io.github.parleyinterop.call.v1.MuteParticipantRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.MuteParticipantResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getMuteParticipantMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * UnmuteParticipant unmutes the caller; nobody is unmuted by another. Unmuting again changes nothing.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, LEG_NOT_FOUND, CALL_STATE, NOT_THE_PARTY, IDEMPOTENCY_KEY_REUSED,
     * RATE_LIMITED.
     * </pre>
     */
    public void unmuteParticipant(io.github.parleyinterop.call.v1.UnmuteParticipantRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.UnmuteParticipantResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUnmuteParticipantMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * SendDtmf sends tones to the others in a call, or to one of them. They arrive as one event, in the order of the requests.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED of the caller or the party, LEG_NOT_FOUND, CALL_STATE where either is not
     * connected, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public void sendDtmf(io.github.parleyinterop.call.v1.SendDtmfRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.SendDtmfResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getSendDtmfMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * SendSignal sends an offer, an answer or a candidate to another leg that has answered; when it answers, the signal is
     * durable and has its place in the order. The end of the call erases it.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_NOT_FOUND, LEG_ENDED, CALL_STATE where either leg rings, CALL_TO_SELF for a
     * signal to the own leg, SIGNAL_TOO_LARGE, SIGNAL_OUT_OF_TURN, TOO_MANY_SIGNALS, NOTICE_UNACKNOWLEDGED for an offer or an answer
     * while media with either leg waits, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public void sendSignal(io.github.parleyinterop.call.v1.SendSignalRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.SendSignalResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getSendSignalMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * GetRelayConfiguration returns the relay and a credential for the caller's leg, which no other leg can use. It may be
     * asked for while the leg rings, and again before the credential expires. Relayed media ends with the leg.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, RELAY_DISABLED, RATE_LIMITED, QUOTA_EXCEEDED.
     * </pre>
     */
    public void getRelayConfiguration(io.github.parleyinterop.call.v1.GetRelayConfigurationRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.GetRelayConfigurationResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetRelayConfigurationMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * SetCaptureState declares that a recording or a transcription is started, paused, resumed or stopped. In the same commit
     * every participant who has answered is told by a notice, and who comes later is told upon its answer. Anybody who has
     * answered may, and an access key that acts as nobody. Setting the state that it has changes nothing and tells nobody.
     * A recording that may not go on is stopped by the broker in the commit that makes it so: when the call becomes a 1:1
     * interop call, or a tenant withdraws the capability, and INTEROP_RECORDING forbids it.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, CALL_STATE where the caller rings or nothing runs that could be paused,
     * INTEROP_RECORDING for a 1:1 interop call, INTEROP_*, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public void setCaptureState(io.github.parleyinterop.call.v1.SetCaptureStateRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.SetCaptureStateResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getSetCaptureStateMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * AcknowledgeNotice keeps that the caller has seen a notice addressed to it. Once all that require it are acknowledged,
     * its media may go on. Acknowledging again returns the first acknowledgement.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, NOTICE_NOT_FOUND, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public void acknowledgeNotice(io.github.parleyinterop.call.v1.AcknowledgeNoticeRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.AcknowledgeNoticeResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getAcknowledgeNoticeMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * ListNotices exports who was told of the captures of a call and when, and who acknowledged and when, in the order of
     * the log. It goes on answering after the call has ended, to whom GetCall answers.
     * Errors: CALL_NOT_FOUND, PAGE_TOKEN_INVALID.
     * </pre>
     */
    public void listNotices(io.github.parleyinterop.call.v1.ListNoticesRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.ListNoticesResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListNoticesMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Subscribe streams the events of all calls of the user that the caller is or acts as, or the numbered events of the
     * whole resource for an access key that acts as nobody: in the order of their commits, without gaps, none twice. Every
     * response carries the cursor after it; resuming from it loses nothing and repeats nothing, and a call that rang
     * meanwhile is there with the time left to answer.
     * A user's stream also says that the device is connected. When the last stream of a device in a call breaks, its leg is
     * lost, and ends unless the device subscribes again within the grace period (30 s by default). A device that never
     * subscribed is not watched.
     * A stream ends in one of three ways: STREAM_RESUMABLE, CURSOR_EXPIRED or CURSOR_EPOCH, ACCESS_LOST.
     * Errors at the start: CURSOR_INVALID, CURSOR_FOREIGN, CURSOR_EXPIRED, CURSOR_EPOCH, CALL_NOT_FOUND for a call of the
     * filter, TOO_MANY_STREAMS.
     * </pre>
     */
    public void subscribe(io.github.parleyinterop.call.v1.SubscribeRequest request,
        io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.SubscribeResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncServerStreamingCall(
          getChannel().newCall(getSubscribeMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service CallService.
   * <pre>
   * CallService carries calls between communication users, Teams users and voice applications: the ringing, the signals and
   * the truth about how each call ended. The events of a call come from Subscribe.
   * What changes a call answers CALL_NOT_FOUND to who has never been in it, LEG_ENDED to who has left it, and CALL_ENDED when
   * it is over. Policy is evaluated at the start of a call and whenever somebody is brought in, and a change of policy ends
   * what it forbids within the same commit.
   * </pre>
   */
  public static final class CallServiceBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<CallServiceBlockingV2Stub> {
    private CallServiceBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected CallServiceBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new CallServiceBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * StartCall calls one party or several; when it answers, they ring on all their devices.
     * Each target is decided on its own: those who are refused (unknown, or not reachable under the tenant's policy) come
     * back in `refused_targets`. Where all are refused there is no call, and the error is that of the first. Several targets
     * make a group call: whoever answers is in it.
     * Where two parties call only each other at the same time, the later StartCall makes no call of its own: it answers the
     * earlier one for the caller's device and says so in `answered_existing`.
     * Errors: CALL_TO_SELF, PARTICIPANT_REPEATED, PARTICIPANT_KIND_UNSUPPORTED where no communication user is in the call,
     * FOREIGN_OWNER where those of two resources would be, CALLEE_UNREACHABLE, PHONE_NUMBER_UNSUPPORTED, TOO_MANY_LEGS,
     * TOO_MANY_CALLS, CUSTOM_CONTEXT_TOO_LARGE, INTEROP_COEXISTENCE_MODE, INTEROP_GROUP_CALL, INTEROP_*,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED, QUOTA_EXCEEDED.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.StartCallResponse startCall(io.github.parleyinterop.call.v1.StartCallRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getStartCallMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * AnswerCall takes an incoming call on one device; the first device wins and the others of the same user hear
     * ANSWERED_ELSEWHERE. Signals pass from here on. Where the call is captured, the answer brings the notices.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, CALL_ALREADY_ANSWERED here or on another device, CALL_STATE for the
     * party that started the call, INTEROP_*, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.AnswerCallResponse answerCall(io.github.parleyinterop.call.v1.AnswerCallRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getAnswerCallMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * RejectCall refuses an incoming call on all devices of the party. Rejecting again succeeds and changes nothing.
     * Errors: CALL_NOT_FOUND; CALL_ENDED or LEG_ENDED where it ended in another way; CALL_ALREADY_ANSWERED; CALL_STATE for the
     * party that started the call; IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.RejectCallResponse rejectCall(io.github.parleyinterop.call.v1.RejectCallRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getRejectCallMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * RedirectCall sends an incoming call on to somebody else, before it is answered. The caller's side stays as it is, and
     * the new target rings with a ring timeout of its own. A call is redirected at most 5 times. A voice application may
     * send a call on to users of its own tenant even where INTEROP_ROUTING forbids it to users.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, CALL_ALREADY_ANSWERED, CALL_STATE for the party that started the call,
     * CALL_TO_SELF, PARTICIPANT_EXISTS, PARTICIPANT_KIND_UNSUPPORTED, FOREIGN_OWNER, CALLEE_UNREACHABLE,
     * PHONE_NUMBER_UNSUPPORTED, TOO_MANY_REDIRECTIONS, TOO_MANY_LEGS, TOO_MANY_CALLS, CUSTOM_CONTEXT_TOO_LARGE,
     * INTEROP_ROUTING, INTEROP_COEXISTENCE_MODE, INTEROP_*, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.RedirectCallResponse redirectCall(io.github.parleyinterop.call.v1.RedirectCallRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getRedirectCallMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * HangUp leaves a call, or ends it for everyone. A call that nobody or one live party is left in ends. The party that
     * started a call and leaves it before anybody has answered cancels it. Hanging up where the caller's leg or the call has
     * ended succeeds and changes nothing. An access key that acts as nobody may hang up for everyone only.
     * Errors: CALL_NOT_FOUND, CALL_STATE for a party that rings (reject the call instead), ACT_AS_REQUIRED,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.HangUpResponse hangUp(io.github.parleyinterop.call.v1.HangUpRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getHangUpMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * GetCall returns a call that the caller is in, was in or is called to; for an access key that acts as nobody, any of its
     * resource.
     * Errors: CALL_NOT_FOUND.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.GetCallResponse getCall(io.github.parleyinterop.call.v1.GetCallRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetCallMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ListCalls lists the calls of the user that the caller is or acts as, or of the whole resource for an access key that
     * acts as nobody, newest first. Pages are stable: calls that are started in between are never repeated and never push
     * others out. A page looks through a bounded number of calls: where few fit, it may have fewer than asked for, even
     * none, and still name a next one.
     * Errors: PAGE_TOKEN_INVALID.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.ListCallsResponse listCalls(io.github.parleyinterop.call.v1.ListCallsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListCallsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * AddParticipants calls more parties into a call that has been answered. Each is decided on its own, and refused ones come
     * back with their reasons; one that is in the call or rings already is refused with PARTICIPANT_EXISTS, and one too many
     * with TOO_MANY_LEGS. A Teams user adds Teams users only, unless its tenant lifts that (INTEROP_ADD_PARTICIPANT).
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, CALL_STATE, PARTICIPANT_REPEATED, CUSTOM_CONTEXT_TOO_LARGE,
     * INTEROP_GROUP_CALL, INTEROP_ADD_PARTICIPANT, INTEROP_*, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED, QUOTA_EXCEEDED.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.AddParticipantsResponse addParticipants(io.github.parleyinterop.call.v1.AddParticipantsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getAddParticipantsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * RemoveParticipant takes a party out of a call, or withdraws its invitation while it rings. Anybody who has answered may;
     * for one's own leg it is HangUp. Removing a party whose leg has ended succeeds and changes nothing.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, CALL_STATE, LEG_NOT_FOUND, INTEROP_*, IDEMPOTENCY_KEY_REUSED,
     * RATE_LIMITED.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.RemoveParticipantResponse removeParticipant(io.github.parleyinterop.call.v1.RemoveParticipantRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getRemoveParticipantMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * TransferCall lets somebody else take the caller's place in a call.
     * Blind, with `target`: the target rings, and the caller stays until it answers, or hangs up at once and trusts to it. If
     * the target does not answer, the transfer has failed and the caller is in the call as before; if the caller has left and
     * one party remains, the call ends. So a voice application offers a call to the users of its own tenant in turn, which
     * INTEROP_ROUTING never forbids. A target that rings does not make the call a group call.
     * Consultative, with `consultation_call_id`: the caller is in a second call with the target alone, and both have answered.
     * In one commit the target's device is in the first call without ringing, the caller has left both calls, and the second
     * call has ended.
     * Errors: CALL_NOT_FOUND (the metadata `call_id` says which), CALL_ENDED, LEG_ENDED, CALL_STATE where a call is not
     * answered or the caller has a transfer waiting, CALL_TO_SELF, PARTICIPANT_EXISTS, PARTICIPANT_KIND_UNSUPPORTED,
     * FOREIGN_OWNER, CALLEE_UNREACHABLE, PHONE_NUMBER_UNSUPPORTED, TOO_MANY_LEGS, TOO_MANY_CALLS, CUSTOM_CONTEXT_TOO_LARGE,
     * INTEROP_ROUTING, INTEROP_COEXISTENCE_MODE, INTEROP_*, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.TransferCallResponse transferCall(io.github.parleyinterop.call.v1.TransferCallRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getTransferCallMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * HoldCall puts a call on hold for the caller: it sends and plays nothing until it resumes. Holding again changes nothing.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, CALL_STATE where the caller's leg is not connected,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.HoldCallResponse holdCall(io.github.parleyinterop.call.v1.HoldCallRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getHoldCallMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ResumeCall takes a call off hold for the caller. Resuming again changes nothing.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, CALL_STATE where the caller's leg is not connected,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.ResumeCallResponse resumeCall(io.github.parleyinterop.call.v1.ResumeCallRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getResumeCallMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * MuteParticipant mutes the caller or another party. It is the party's device that mutes, when it sees the event. Muting
     * again changes nothing.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED of the caller or the party, LEG_NOT_FOUND, CALL_STATE where either has not
     * answered, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.MuteParticipantResponse muteParticipant(io.github.parleyinterop.call.v1.MuteParticipantRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getMuteParticipantMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * UnmuteParticipant unmutes the caller; nobody is unmuted by another. Unmuting again changes nothing.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, LEG_NOT_FOUND, CALL_STATE, NOT_THE_PARTY, IDEMPOTENCY_KEY_REUSED,
     * RATE_LIMITED.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.UnmuteParticipantResponse unmuteParticipant(io.github.parleyinterop.call.v1.UnmuteParticipantRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUnmuteParticipantMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * SendDtmf sends tones to the others in a call, or to one of them. They arrive as one event, in the order of the requests.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED of the caller or the party, LEG_NOT_FOUND, CALL_STATE where either is not
     * connected, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.SendDtmfResponse sendDtmf(io.github.parleyinterop.call.v1.SendDtmfRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getSendDtmfMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * SendSignal sends an offer, an answer or a candidate to another leg that has answered; when it answers, the signal is
     * durable and has its place in the order. The end of the call erases it.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_NOT_FOUND, LEG_ENDED, CALL_STATE where either leg rings, CALL_TO_SELF for a
     * signal to the own leg, SIGNAL_TOO_LARGE, SIGNAL_OUT_OF_TURN, TOO_MANY_SIGNALS, NOTICE_UNACKNOWLEDGED for an offer or an answer
     * while media with either leg waits, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.SendSignalResponse sendSignal(io.github.parleyinterop.call.v1.SendSignalRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getSendSignalMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * GetRelayConfiguration returns the relay and a credential for the caller's leg, which no other leg can use. It may be
     * asked for while the leg rings, and again before the credential expires. Relayed media ends with the leg.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, RELAY_DISABLED, RATE_LIMITED, QUOTA_EXCEEDED.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.GetRelayConfigurationResponse getRelayConfiguration(io.github.parleyinterop.call.v1.GetRelayConfigurationRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetRelayConfigurationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * SetCaptureState declares that a recording or a transcription is started, paused, resumed or stopped. In the same commit
     * every participant who has answered is told by a notice, and who comes later is told upon its answer. Anybody who has
     * answered may, and an access key that acts as nobody. Setting the state that it has changes nothing and tells nobody.
     * A recording that may not go on is stopped by the broker in the commit that makes it so: when the call becomes a 1:1
     * interop call, or a tenant withdraws the capability, and INTEROP_RECORDING forbids it.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, CALL_STATE where the caller rings or nothing runs that could be paused,
     * INTEROP_RECORDING for a 1:1 interop call, INTEROP_*, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.SetCaptureStateResponse setCaptureState(io.github.parleyinterop.call.v1.SetCaptureStateRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getSetCaptureStateMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * AcknowledgeNotice keeps that the caller has seen a notice addressed to it. Once all that require it are acknowledged,
     * its media may go on. Acknowledging again returns the first acknowledgement.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, NOTICE_NOT_FOUND, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.AcknowledgeNoticeResponse acknowledgeNotice(io.github.parleyinterop.call.v1.AcknowledgeNoticeRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getAcknowledgeNoticeMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ListNotices exports who was told of the captures of a call and when, and who acknowledged and when, in the order of
     * the log. It goes on answering after the call has ended, to whom GetCall answers.
     * Errors: CALL_NOT_FOUND, PAGE_TOKEN_INVALID.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.ListNoticesResponse listNotices(io.github.parleyinterop.call.v1.ListNoticesRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListNoticesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Subscribe streams the events of all calls of the user that the caller is or acts as, or the numbered events of the
     * whole resource for an access key that acts as nobody: in the order of their commits, without gaps, none twice. Every
     * response carries the cursor after it; resuming from it loses nothing and repeats nothing, and a call that rang
     * meanwhile is there with the time left to answer.
     * A user's stream also says that the device is connected. When the last stream of a device in a call breaks, its leg is
     * lost, and ends unless the device subscribes again within the grace period (30 s by default). A device that never
     * subscribed is not watched.
     * A stream ends in one of three ways: STREAM_RESUMABLE, CURSOR_EXPIRED or CURSOR_EPOCH, ACCESS_LOST.
     * Errors at the start: CURSOR_INVALID, CURSOR_FOREIGN, CURSOR_EXPIRED, CURSOR_EPOCH, CALL_NOT_FOUND for a call of the
     * filter, TOO_MANY_STREAMS.
     * </pre>
     */
    @io.grpc.ExperimentalApi("https://github.com/grpc/grpc-java/issues/10918")
    public io.grpc.stub.BlockingClientCall<?, io.github.parleyinterop.call.v1.SubscribeResponse>
        subscribe(io.github.parleyinterop.call.v1.SubscribeRequest request) {
      return io.grpc.stub.ClientCalls.blockingV2ServerStreamingCall(
          getChannel(), getSubscribeMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service CallService.
   * <pre>
   * CallService carries calls between communication users, Teams users and voice applications: the ringing, the signals and
   * the truth about how each call ended. The events of a call come from Subscribe.
   * What changes a call answers CALL_NOT_FOUND to who has never been in it, LEG_ENDED to who has left it, and CALL_ENDED when
   * it is over. Policy is evaluated at the start of a call and whenever somebody is brought in, and a change of policy ends
   * what it forbids within the same commit.
   * </pre>
   */
  public static final class CallServiceBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<CallServiceBlockingStub> {
    private CallServiceBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected CallServiceBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new CallServiceBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * StartCall calls one party or several; when it answers, they ring on all their devices.
     * Each target is decided on its own: those who are refused (unknown, or not reachable under the tenant's policy) come
     * back in `refused_targets`. Where all are refused there is no call, and the error is that of the first. Several targets
     * make a group call: whoever answers is in it.
     * Where two parties call only each other at the same time, the later StartCall makes no call of its own: it answers the
     * earlier one for the caller's device and says so in `answered_existing`.
     * Errors: CALL_TO_SELF, PARTICIPANT_REPEATED, PARTICIPANT_KIND_UNSUPPORTED where no communication user is in the call,
     * FOREIGN_OWNER where those of two resources would be, CALLEE_UNREACHABLE, PHONE_NUMBER_UNSUPPORTED, TOO_MANY_LEGS,
     * TOO_MANY_CALLS, CUSTOM_CONTEXT_TOO_LARGE, INTEROP_COEXISTENCE_MODE, INTEROP_GROUP_CALL, INTEROP_*,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED, QUOTA_EXCEEDED.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.StartCallResponse startCall(io.github.parleyinterop.call.v1.StartCallRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getStartCallMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * AnswerCall takes an incoming call on one device; the first device wins and the others of the same user hear
     * ANSWERED_ELSEWHERE. Signals pass from here on. Where the call is captured, the answer brings the notices.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, CALL_ALREADY_ANSWERED here or on another device, CALL_STATE for the
     * party that started the call, INTEROP_*, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.AnswerCallResponse answerCall(io.github.parleyinterop.call.v1.AnswerCallRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getAnswerCallMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * RejectCall refuses an incoming call on all devices of the party. Rejecting again succeeds and changes nothing.
     * Errors: CALL_NOT_FOUND; CALL_ENDED or LEG_ENDED where it ended in another way; CALL_ALREADY_ANSWERED; CALL_STATE for the
     * party that started the call; IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.RejectCallResponse rejectCall(io.github.parleyinterop.call.v1.RejectCallRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getRejectCallMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * RedirectCall sends an incoming call on to somebody else, before it is answered. The caller's side stays as it is, and
     * the new target rings with a ring timeout of its own. A call is redirected at most 5 times. A voice application may
     * send a call on to users of its own tenant even where INTEROP_ROUTING forbids it to users.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, CALL_ALREADY_ANSWERED, CALL_STATE for the party that started the call,
     * CALL_TO_SELF, PARTICIPANT_EXISTS, PARTICIPANT_KIND_UNSUPPORTED, FOREIGN_OWNER, CALLEE_UNREACHABLE,
     * PHONE_NUMBER_UNSUPPORTED, TOO_MANY_REDIRECTIONS, TOO_MANY_LEGS, TOO_MANY_CALLS, CUSTOM_CONTEXT_TOO_LARGE,
     * INTEROP_ROUTING, INTEROP_COEXISTENCE_MODE, INTEROP_*, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.RedirectCallResponse redirectCall(io.github.parleyinterop.call.v1.RedirectCallRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getRedirectCallMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * HangUp leaves a call, or ends it for everyone. A call that nobody or one live party is left in ends. The party that
     * started a call and leaves it before anybody has answered cancels it. Hanging up where the caller's leg or the call has
     * ended succeeds and changes nothing. An access key that acts as nobody may hang up for everyone only.
     * Errors: CALL_NOT_FOUND, CALL_STATE for a party that rings (reject the call instead), ACT_AS_REQUIRED,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.HangUpResponse hangUp(io.github.parleyinterop.call.v1.HangUpRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getHangUpMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * GetCall returns a call that the caller is in, was in or is called to; for an access key that acts as nobody, any of its
     * resource.
     * Errors: CALL_NOT_FOUND.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.GetCallResponse getCall(io.github.parleyinterop.call.v1.GetCallRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetCallMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ListCalls lists the calls of the user that the caller is or acts as, or of the whole resource for an access key that
     * acts as nobody, newest first. Pages are stable: calls that are started in between are never repeated and never push
     * others out. A page looks through a bounded number of calls: where few fit, it may have fewer than asked for, even
     * none, and still name a next one.
     * Errors: PAGE_TOKEN_INVALID.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.ListCallsResponse listCalls(io.github.parleyinterop.call.v1.ListCallsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListCallsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * AddParticipants calls more parties into a call that has been answered. Each is decided on its own, and refused ones come
     * back with their reasons; one that is in the call or rings already is refused with PARTICIPANT_EXISTS, and one too many
     * with TOO_MANY_LEGS. A Teams user adds Teams users only, unless its tenant lifts that (INTEROP_ADD_PARTICIPANT).
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, CALL_STATE, PARTICIPANT_REPEATED, CUSTOM_CONTEXT_TOO_LARGE,
     * INTEROP_GROUP_CALL, INTEROP_ADD_PARTICIPANT, INTEROP_*, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED, QUOTA_EXCEEDED.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.AddParticipantsResponse addParticipants(io.github.parleyinterop.call.v1.AddParticipantsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getAddParticipantsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * RemoveParticipant takes a party out of a call, or withdraws its invitation while it rings. Anybody who has answered may;
     * for one's own leg it is HangUp. Removing a party whose leg has ended succeeds and changes nothing.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, CALL_STATE, LEG_NOT_FOUND, INTEROP_*, IDEMPOTENCY_KEY_REUSED,
     * RATE_LIMITED.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.RemoveParticipantResponse removeParticipant(io.github.parleyinterop.call.v1.RemoveParticipantRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getRemoveParticipantMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * TransferCall lets somebody else take the caller's place in a call.
     * Blind, with `target`: the target rings, and the caller stays until it answers, or hangs up at once and trusts to it. If
     * the target does not answer, the transfer has failed and the caller is in the call as before; if the caller has left and
     * one party remains, the call ends. So a voice application offers a call to the users of its own tenant in turn, which
     * INTEROP_ROUTING never forbids. A target that rings does not make the call a group call.
     * Consultative, with `consultation_call_id`: the caller is in a second call with the target alone, and both have answered.
     * In one commit the target's device is in the first call without ringing, the caller has left both calls, and the second
     * call has ended.
     * Errors: CALL_NOT_FOUND (the metadata `call_id` says which), CALL_ENDED, LEG_ENDED, CALL_STATE where a call is not
     * answered or the caller has a transfer waiting, CALL_TO_SELF, PARTICIPANT_EXISTS, PARTICIPANT_KIND_UNSUPPORTED,
     * FOREIGN_OWNER, CALLEE_UNREACHABLE, PHONE_NUMBER_UNSUPPORTED, TOO_MANY_LEGS, TOO_MANY_CALLS, CUSTOM_CONTEXT_TOO_LARGE,
     * INTEROP_ROUTING, INTEROP_COEXISTENCE_MODE, INTEROP_*, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.TransferCallResponse transferCall(io.github.parleyinterop.call.v1.TransferCallRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getTransferCallMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * HoldCall puts a call on hold for the caller: it sends and plays nothing until it resumes. Holding again changes nothing.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, CALL_STATE where the caller's leg is not connected,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.HoldCallResponse holdCall(io.github.parleyinterop.call.v1.HoldCallRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getHoldCallMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ResumeCall takes a call off hold for the caller. Resuming again changes nothing.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, CALL_STATE where the caller's leg is not connected,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.ResumeCallResponse resumeCall(io.github.parleyinterop.call.v1.ResumeCallRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getResumeCallMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * MuteParticipant mutes the caller or another party. It is the party's device that mutes, when it sees the event. Muting
     * again changes nothing.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED of the caller or the party, LEG_NOT_FOUND, CALL_STATE where either has not
     * answered, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.MuteParticipantResponse muteParticipant(io.github.parleyinterop.call.v1.MuteParticipantRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getMuteParticipantMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * UnmuteParticipant unmutes the caller; nobody is unmuted by another. Unmuting again changes nothing.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, LEG_NOT_FOUND, CALL_STATE, NOT_THE_PARTY, IDEMPOTENCY_KEY_REUSED,
     * RATE_LIMITED.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.UnmuteParticipantResponse unmuteParticipant(io.github.parleyinterop.call.v1.UnmuteParticipantRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUnmuteParticipantMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * SendDtmf sends tones to the others in a call, or to one of them. They arrive as one event, in the order of the requests.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED of the caller or the party, LEG_NOT_FOUND, CALL_STATE where either is not
     * connected, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.SendDtmfResponse sendDtmf(io.github.parleyinterop.call.v1.SendDtmfRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getSendDtmfMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * SendSignal sends an offer, an answer or a candidate to another leg that has answered; when it answers, the signal is
     * durable and has its place in the order. The end of the call erases it.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_NOT_FOUND, LEG_ENDED, CALL_STATE where either leg rings, CALL_TO_SELF for a
     * signal to the own leg, SIGNAL_TOO_LARGE, SIGNAL_OUT_OF_TURN, TOO_MANY_SIGNALS, NOTICE_UNACKNOWLEDGED for an offer or an answer
     * while media with either leg waits, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.SendSignalResponse sendSignal(io.github.parleyinterop.call.v1.SendSignalRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getSendSignalMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * GetRelayConfiguration returns the relay and a credential for the caller's leg, which no other leg can use. It may be
     * asked for while the leg rings, and again before the credential expires. Relayed media ends with the leg.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, RELAY_DISABLED, RATE_LIMITED, QUOTA_EXCEEDED.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.GetRelayConfigurationResponse getRelayConfiguration(io.github.parleyinterop.call.v1.GetRelayConfigurationRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetRelayConfigurationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * SetCaptureState declares that a recording or a transcription is started, paused, resumed or stopped. In the same commit
     * every participant who has answered is told by a notice, and who comes later is told upon its answer. Anybody who has
     * answered may, and an access key that acts as nobody. Setting the state that it has changes nothing and tells nobody.
     * A recording that may not go on is stopped by the broker in the commit that makes it so: when the call becomes a 1:1
     * interop call, or a tenant withdraws the capability, and INTEROP_RECORDING forbids it.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, CALL_STATE where the caller rings or nothing runs that could be paused,
     * INTEROP_RECORDING for a 1:1 interop call, INTEROP_*, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.SetCaptureStateResponse setCaptureState(io.github.parleyinterop.call.v1.SetCaptureStateRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getSetCaptureStateMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * AcknowledgeNotice keeps that the caller has seen a notice addressed to it. Once all that require it are acknowledged,
     * its media may go on. Acknowledging again returns the first acknowledgement.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, NOTICE_NOT_FOUND, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.AcknowledgeNoticeResponse acknowledgeNotice(io.github.parleyinterop.call.v1.AcknowledgeNoticeRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getAcknowledgeNoticeMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * ListNotices exports who was told of the captures of a call and when, and who acknowledged and when, in the order of
     * the log. It goes on answering after the call has ended, to whom GetCall answers.
     * Errors: CALL_NOT_FOUND, PAGE_TOKEN_INVALID.
     * </pre>
     */
    public io.github.parleyinterop.call.v1.ListNoticesResponse listNotices(io.github.parleyinterop.call.v1.ListNoticesRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListNoticesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Subscribe streams the events of all calls of the user that the caller is or acts as, or the numbered events of the
     * whole resource for an access key that acts as nobody: in the order of their commits, without gaps, none twice. Every
     * response carries the cursor after it; resuming from it loses nothing and repeats nothing, and a call that rang
     * meanwhile is there with the time left to answer.
     * A user's stream also says that the device is connected. When the last stream of a device in a call breaks, its leg is
     * lost, and ends unless the device subscribes again within the grace period (30 s by default). A device that never
     * subscribed is not watched.
     * A stream ends in one of three ways: STREAM_RESUMABLE, CURSOR_EXPIRED or CURSOR_EPOCH, ACCESS_LOST.
     * Errors at the start: CURSOR_INVALID, CURSOR_FOREIGN, CURSOR_EXPIRED, CURSOR_EPOCH, CALL_NOT_FOUND for a call of the
     * filter, TOO_MANY_STREAMS.
     * </pre>
     */
    public java.util.Iterator<io.github.parleyinterop.call.v1.SubscribeResponse> subscribe(
        io.github.parleyinterop.call.v1.SubscribeRequest request) {
      return io.grpc.stub.ClientCalls.blockingServerStreamingCall(
          getChannel(), getSubscribeMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service CallService.
   * <pre>
   * CallService carries calls between communication users, Teams users and voice applications: the ringing, the signals and
   * the truth about how each call ended. The events of a call come from Subscribe.
   * What changes a call answers CALL_NOT_FOUND to who has never been in it, LEG_ENDED to who has left it, and CALL_ENDED when
   * it is over. Policy is evaluated at the start of a call and whenever somebody is brought in, and a change of policy ends
   * what it forbids within the same commit.
   * </pre>
   */
  public static final class CallServiceFutureStub
      extends io.grpc.stub.AbstractFutureStub<CallServiceFutureStub> {
    private CallServiceFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected CallServiceFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new CallServiceFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * StartCall calls one party or several; when it answers, they ring on all their devices.
     * Each target is decided on its own: those who are refused (unknown, or not reachable under the tenant's policy) come
     * back in `refused_targets`. Where all are refused there is no call, and the error is that of the first. Several targets
     * make a group call: whoever answers is in it.
     * Where two parties call only each other at the same time, the later StartCall makes no call of its own: it answers the
     * earlier one for the caller's device and says so in `answered_existing`.
     * Errors: CALL_TO_SELF, PARTICIPANT_REPEATED, PARTICIPANT_KIND_UNSUPPORTED where no communication user is in the call,
     * FOREIGN_OWNER where those of two resources would be, CALLEE_UNREACHABLE, PHONE_NUMBER_UNSUPPORTED, TOO_MANY_LEGS,
     * TOO_MANY_CALLS, CUSTOM_CONTEXT_TOO_LARGE, INTEROP_COEXISTENCE_MODE, INTEROP_GROUP_CALL, INTEROP_*,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED, QUOTA_EXCEEDED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.call.v1.StartCallResponse> startCall(
        io.github.parleyinterop.call.v1.StartCallRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getStartCallMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * AnswerCall takes an incoming call on one device; the first device wins and the others of the same user hear
     * ANSWERED_ELSEWHERE. Signals pass from here on. Where the call is captured, the answer brings the notices.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, CALL_ALREADY_ANSWERED here or on another device, CALL_STATE for the
     * party that started the call, INTEROP_*, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.call.v1.AnswerCallResponse> answerCall(
        io.github.parleyinterop.call.v1.AnswerCallRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getAnswerCallMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * RejectCall refuses an incoming call on all devices of the party. Rejecting again succeeds and changes nothing.
     * Errors: CALL_NOT_FOUND; CALL_ENDED or LEG_ENDED where it ended in another way; CALL_ALREADY_ANSWERED; CALL_STATE for the
     * party that started the call; IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.call.v1.RejectCallResponse> rejectCall(
        io.github.parleyinterop.call.v1.RejectCallRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getRejectCallMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * RedirectCall sends an incoming call on to somebody else, before it is answered. The caller's side stays as it is, and
     * the new target rings with a ring timeout of its own. A call is redirected at most 5 times. A voice application may
     * send a call on to users of its own tenant even where INTEROP_ROUTING forbids it to users.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, CALL_ALREADY_ANSWERED, CALL_STATE for the party that started the call,
     * CALL_TO_SELF, PARTICIPANT_EXISTS, PARTICIPANT_KIND_UNSUPPORTED, FOREIGN_OWNER, CALLEE_UNREACHABLE,
     * PHONE_NUMBER_UNSUPPORTED, TOO_MANY_REDIRECTIONS, TOO_MANY_LEGS, TOO_MANY_CALLS, CUSTOM_CONTEXT_TOO_LARGE,
     * INTEROP_ROUTING, INTEROP_COEXISTENCE_MODE, INTEROP_*, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.call.v1.RedirectCallResponse> redirectCall(
        io.github.parleyinterop.call.v1.RedirectCallRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getRedirectCallMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * HangUp leaves a call, or ends it for everyone. A call that nobody or one live party is left in ends. The party that
     * started a call and leaves it before anybody has answered cancels it. Hanging up where the caller's leg or the call has
     * ended succeeds and changes nothing. An access key that acts as nobody may hang up for everyone only.
     * Errors: CALL_NOT_FOUND, CALL_STATE for a party that rings (reject the call instead), ACT_AS_REQUIRED,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.call.v1.HangUpResponse> hangUp(
        io.github.parleyinterop.call.v1.HangUpRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getHangUpMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * GetCall returns a call that the caller is in, was in or is called to; for an access key that acts as nobody, any of its
     * resource.
     * Errors: CALL_NOT_FOUND.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.call.v1.GetCallResponse> getCall(
        io.github.parleyinterop.call.v1.GetCallRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetCallMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * ListCalls lists the calls of the user that the caller is or acts as, or of the whole resource for an access key that
     * acts as nobody, newest first. Pages are stable: calls that are started in between are never repeated and never push
     * others out. A page looks through a bounded number of calls: where few fit, it may have fewer than asked for, even
     * none, and still name a next one.
     * Errors: PAGE_TOKEN_INVALID.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.call.v1.ListCallsResponse> listCalls(
        io.github.parleyinterop.call.v1.ListCallsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListCallsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * AddParticipants calls more parties into a call that has been answered. Each is decided on its own, and refused ones come
     * back with their reasons; one that is in the call or rings already is refused with PARTICIPANT_EXISTS, and one too many
     * with TOO_MANY_LEGS. A Teams user adds Teams users only, unless its tenant lifts that (INTEROP_ADD_PARTICIPANT).
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, CALL_STATE, PARTICIPANT_REPEATED, CUSTOM_CONTEXT_TOO_LARGE,
     * INTEROP_GROUP_CALL, INTEROP_ADD_PARTICIPANT, INTEROP_*, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED, QUOTA_EXCEEDED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.call.v1.AddParticipantsResponse> addParticipants(
        io.github.parleyinterop.call.v1.AddParticipantsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getAddParticipantsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * RemoveParticipant takes a party out of a call, or withdraws its invitation while it rings. Anybody who has answered may;
     * for one's own leg it is HangUp. Removing a party whose leg has ended succeeds and changes nothing.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, CALL_STATE, LEG_NOT_FOUND, INTEROP_*, IDEMPOTENCY_KEY_REUSED,
     * RATE_LIMITED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.call.v1.RemoveParticipantResponse> removeParticipant(
        io.github.parleyinterop.call.v1.RemoveParticipantRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getRemoveParticipantMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * TransferCall lets somebody else take the caller's place in a call.
     * Blind, with `target`: the target rings, and the caller stays until it answers, or hangs up at once and trusts to it. If
     * the target does not answer, the transfer has failed and the caller is in the call as before; if the caller has left and
     * one party remains, the call ends. So a voice application offers a call to the users of its own tenant in turn, which
     * INTEROP_ROUTING never forbids. A target that rings does not make the call a group call.
     * Consultative, with `consultation_call_id`: the caller is in a second call with the target alone, and both have answered.
     * In one commit the target's device is in the first call without ringing, the caller has left both calls, and the second
     * call has ended.
     * Errors: CALL_NOT_FOUND (the metadata `call_id` says which), CALL_ENDED, LEG_ENDED, CALL_STATE where a call is not
     * answered or the caller has a transfer waiting, CALL_TO_SELF, PARTICIPANT_EXISTS, PARTICIPANT_KIND_UNSUPPORTED,
     * FOREIGN_OWNER, CALLEE_UNREACHABLE, PHONE_NUMBER_UNSUPPORTED, TOO_MANY_LEGS, TOO_MANY_CALLS, CUSTOM_CONTEXT_TOO_LARGE,
     * INTEROP_ROUTING, INTEROP_COEXISTENCE_MODE, INTEROP_*, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.call.v1.TransferCallResponse> transferCall(
        io.github.parleyinterop.call.v1.TransferCallRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getTransferCallMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * HoldCall puts a call on hold for the caller: it sends and plays nothing until it resumes. Holding again changes nothing.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, CALL_STATE where the caller's leg is not connected,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.call.v1.HoldCallResponse> holdCall(
        io.github.parleyinterop.call.v1.HoldCallRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getHoldCallMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * ResumeCall takes a call off hold for the caller. Resuming again changes nothing.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, CALL_STATE where the caller's leg is not connected,
     * IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.call.v1.ResumeCallResponse> resumeCall(
        io.github.parleyinterop.call.v1.ResumeCallRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getResumeCallMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * MuteParticipant mutes the caller or another party. It is the party's device that mutes, when it sees the event. Muting
     * again changes nothing.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED of the caller or the party, LEG_NOT_FOUND, CALL_STATE where either has not
     * answered, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.call.v1.MuteParticipantResponse> muteParticipant(
        io.github.parleyinterop.call.v1.MuteParticipantRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getMuteParticipantMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * UnmuteParticipant unmutes the caller; nobody is unmuted by another. Unmuting again changes nothing.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, LEG_NOT_FOUND, CALL_STATE, NOT_THE_PARTY, IDEMPOTENCY_KEY_REUSED,
     * RATE_LIMITED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.call.v1.UnmuteParticipantResponse> unmuteParticipant(
        io.github.parleyinterop.call.v1.UnmuteParticipantRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUnmuteParticipantMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * SendDtmf sends tones to the others in a call, or to one of them. They arrive as one event, in the order of the requests.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED of the caller or the party, LEG_NOT_FOUND, CALL_STATE where either is not
     * connected, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.call.v1.SendDtmfResponse> sendDtmf(
        io.github.parleyinterop.call.v1.SendDtmfRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getSendDtmfMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * SendSignal sends an offer, an answer or a candidate to another leg that has answered; when it answers, the signal is
     * durable and has its place in the order. The end of the call erases it.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_NOT_FOUND, LEG_ENDED, CALL_STATE where either leg rings, CALL_TO_SELF for a
     * signal to the own leg, SIGNAL_TOO_LARGE, SIGNAL_OUT_OF_TURN, TOO_MANY_SIGNALS, NOTICE_UNACKNOWLEDGED for an offer or an answer
     * while media with either leg waits, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.call.v1.SendSignalResponse> sendSignal(
        io.github.parleyinterop.call.v1.SendSignalRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getSendSignalMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * GetRelayConfiguration returns the relay and a credential for the caller's leg, which no other leg can use. It may be
     * asked for while the leg rings, and again before the credential expires. Relayed media ends with the leg.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, RELAY_DISABLED, RATE_LIMITED, QUOTA_EXCEEDED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.call.v1.GetRelayConfigurationResponse> getRelayConfiguration(
        io.github.parleyinterop.call.v1.GetRelayConfigurationRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetRelayConfigurationMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * SetCaptureState declares that a recording or a transcription is started, paused, resumed or stopped. In the same commit
     * every participant who has answered is told by a notice, and who comes later is told upon its answer. Anybody who has
     * answered may, and an access key that acts as nobody. Setting the state that it has changes nothing and tells nobody.
     * A recording that may not go on is stopped by the broker in the commit that makes it so: when the call becomes a 1:1
     * interop call, or a tenant withdraws the capability, and INTEROP_RECORDING forbids it.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, CALL_STATE where the caller rings or nothing runs that could be paused,
     * INTEROP_RECORDING for a 1:1 interop call, INTEROP_*, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.call.v1.SetCaptureStateResponse> setCaptureState(
        io.github.parleyinterop.call.v1.SetCaptureStateRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getSetCaptureStateMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * AcknowledgeNotice keeps that the caller has seen a notice addressed to it. Once all that require it are acknowledged,
     * its media may go on. Acknowledging again returns the first acknowledgement.
     * Errors: CALL_NOT_FOUND, CALL_ENDED, LEG_ENDED, NOTICE_NOT_FOUND, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.call.v1.AcknowledgeNoticeResponse> acknowledgeNotice(
        io.github.parleyinterop.call.v1.AcknowledgeNoticeRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getAcknowledgeNoticeMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * ListNotices exports who was told of the captures of a call and when, and who acknowledged and when, in the order of
     * the log. It goes on answering after the call has ended, to whom GetCall answers.
     * Errors: CALL_NOT_FOUND, PAGE_TOKEN_INVALID.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<io.github.parleyinterop.call.v1.ListNoticesResponse> listNotices(
        io.github.parleyinterop.call.v1.ListNoticesRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListNoticesMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_START_CALL = 0;
  private static final int METHODID_ANSWER_CALL = 1;
  private static final int METHODID_REJECT_CALL = 2;
  private static final int METHODID_REDIRECT_CALL = 3;
  private static final int METHODID_HANG_UP = 4;
  private static final int METHODID_GET_CALL = 5;
  private static final int METHODID_LIST_CALLS = 6;
  private static final int METHODID_ADD_PARTICIPANTS = 7;
  private static final int METHODID_REMOVE_PARTICIPANT = 8;
  private static final int METHODID_TRANSFER_CALL = 9;
  private static final int METHODID_HOLD_CALL = 10;
  private static final int METHODID_RESUME_CALL = 11;
  private static final int METHODID_MUTE_PARTICIPANT = 12;
  private static final int METHODID_UNMUTE_PARTICIPANT = 13;
  private static final int METHODID_SEND_DTMF = 14;
  private static final int METHODID_SEND_SIGNAL = 15;
  private static final int METHODID_GET_RELAY_CONFIGURATION = 16;
  private static final int METHODID_SET_CAPTURE_STATE = 17;
  private static final int METHODID_ACKNOWLEDGE_NOTICE = 18;
  private static final int METHODID_LIST_NOTICES = 19;
  private static final int METHODID_SUBSCRIBE = 20;

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
        case METHODID_START_CALL:
          serviceImpl.startCall((io.github.parleyinterop.call.v1.StartCallRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.StartCallResponse>) responseObserver);
          break;
        case METHODID_ANSWER_CALL:
          serviceImpl.answerCall((io.github.parleyinterop.call.v1.AnswerCallRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.AnswerCallResponse>) responseObserver);
          break;
        case METHODID_REJECT_CALL:
          serviceImpl.rejectCall((io.github.parleyinterop.call.v1.RejectCallRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.RejectCallResponse>) responseObserver);
          break;
        case METHODID_REDIRECT_CALL:
          serviceImpl.redirectCall((io.github.parleyinterop.call.v1.RedirectCallRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.RedirectCallResponse>) responseObserver);
          break;
        case METHODID_HANG_UP:
          serviceImpl.hangUp((io.github.parleyinterop.call.v1.HangUpRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.HangUpResponse>) responseObserver);
          break;
        case METHODID_GET_CALL:
          serviceImpl.getCall((io.github.parleyinterop.call.v1.GetCallRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.GetCallResponse>) responseObserver);
          break;
        case METHODID_LIST_CALLS:
          serviceImpl.listCalls((io.github.parleyinterop.call.v1.ListCallsRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.ListCallsResponse>) responseObserver);
          break;
        case METHODID_ADD_PARTICIPANTS:
          serviceImpl.addParticipants((io.github.parleyinterop.call.v1.AddParticipantsRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.AddParticipantsResponse>) responseObserver);
          break;
        case METHODID_REMOVE_PARTICIPANT:
          serviceImpl.removeParticipant((io.github.parleyinterop.call.v1.RemoveParticipantRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.RemoveParticipantResponse>) responseObserver);
          break;
        case METHODID_TRANSFER_CALL:
          serviceImpl.transferCall((io.github.parleyinterop.call.v1.TransferCallRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.TransferCallResponse>) responseObserver);
          break;
        case METHODID_HOLD_CALL:
          serviceImpl.holdCall((io.github.parleyinterop.call.v1.HoldCallRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.HoldCallResponse>) responseObserver);
          break;
        case METHODID_RESUME_CALL:
          serviceImpl.resumeCall((io.github.parleyinterop.call.v1.ResumeCallRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.ResumeCallResponse>) responseObserver);
          break;
        case METHODID_MUTE_PARTICIPANT:
          serviceImpl.muteParticipant((io.github.parleyinterop.call.v1.MuteParticipantRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.MuteParticipantResponse>) responseObserver);
          break;
        case METHODID_UNMUTE_PARTICIPANT:
          serviceImpl.unmuteParticipant((io.github.parleyinterop.call.v1.UnmuteParticipantRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.UnmuteParticipantResponse>) responseObserver);
          break;
        case METHODID_SEND_DTMF:
          serviceImpl.sendDtmf((io.github.parleyinterop.call.v1.SendDtmfRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.SendDtmfResponse>) responseObserver);
          break;
        case METHODID_SEND_SIGNAL:
          serviceImpl.sendSignal((io.github.parleyinterop.call.v1.SendSignalRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.SendSignalResponse>) responseObserver);
          break;
        case METHODID_GET_RELAY_CONFIGURATION:
          serviceImpl.getRelayConfiguration((io.github.parleyinterop.call.v1.GetRelayConfigurationRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.GetRelayConfigurationResponse>) responseObserver);
          break;
        case METHODID_SET_CAPTURE_STATE:
          serviceImpl.setCaptureState((io.github.parleyinterop.call.v1.SetCaptureStateRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.SetCaptureStateResponse>) responseObserver);
          break;
        case METHODID_ACKNOWLEDGE_NOTICE:
          serviceImpl.acknowledgeNotice((io.github.parleyinterop.call.v1.AcknowledgeNoticeRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.AcknowledgeNoticeResponse>) responseObserver);
          break;
        case METHODID_LIST_NOTICES:
          serviceImpl.listNotices((io.github.parleyinterop.call.v1.ListNoticesRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.ListNoticesResponse>) responseObserver);
          break;
        case METHODID_SUBSCRIBE:
          serviceImpl.subscribe((io.github.parleyinterop.call.v1.SubscribeRequest) request,
              (io.grpc.stub.StreamObserver<io.github.parleyinterop.call.v1.SubscribeResponse>) responseObserver);
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
          getStartCallMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.call.v1.StartCallRequest,
              io.github.parleyinterop.call.v1.StartCallResponse>(
                service, METHODID_START_CALL)))
        .addMethod(
          getAnswerCallMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.call.v1.AnswerCallRequest,
              io.github.parleyinterop.call.v1.AnswerCallResponse>(
                service, METHODID_ANSWER_CALL)))
        .addMethod(
          getRejectCallMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.call.v1.RejectCallRequest,
              io.github.parleyinterop.call.v1.RejectCallResponse>(
                service, METHODID_REJECT_CALL)))
        .addMethod(
          getRedirectCallMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.call.v1.RedirectCallRequest,
              io.github.parleyinterop.call.v1.RedirectCallResponse>(
                service, METHODID_REDIRECT_CALL)))
        .addMethod(
          getHangUpMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.call.v1.HangUpRequest,
              io.github.parleyinterop.call.v1.HangUpResponse>(
                service, METHODID_HANG_UP)))
        .addMethod(
          getGetCallMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.call.v1.GetCallRequest,
              io.github.parleyinterop.call.v1.GetCallResponse>(
                service, METHODID_GET_CALL)))
        .addMethod(
          getListCallsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.call.v1.ListCallsRequest,
              io.github.parleyinterop.call.v1.ListCallsResponse>(
                service, METHODID_LIST_CALLS)))
        .addMethod(
          getAddParticipantsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.call.v1.AddParticipantsRequest,
              io.github.parleyinterop.call.v1.AddParticipantsResponse>(
                service, METHODID_ADD_PARTICIPANTS)))
        .addMethod(
          getRemoveParticipantMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.call.v1.RemoveParticipantRequest,
              io.github.parleyinterop.call.v1.RemoveParticipantResponse>(
                service, METHODID_REMOVE_PARTICIPANT)))
        .addMethod(
          getTransferCallMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.call.v1.TransferCallRequest,
              io.github.parleyinterop.call.v1.TransferCallResponse>(
                service, METHODID_TRANSFER_CALL)))
        .addMethod(
          getHoldCallMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.call.v1.HoldCallRequest,
              io.github.parleyinterop.call.v1.HoldCallResponse>(
                service, METHODID_HOLD_CALL)))
        .addMethod(
          getResumeCallMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.call.v1.ResumeCallRequest,
              io.github.parleyinterop.call.v1.ResumeCallResponse>(
                service, METHODID_RESUME_CALL)))
        .addMethod(
          getMuteParticipantMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.call.v1.MuteParticipantRequest,
              io.github.parleyinterop.call.v1.MuteParticipantResponse>(
                service, METHODID_MUTE_PARTICIPANT)))
        .addMethod(
          getUnmuteParticipantMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.call.v1.UnmuteParticipantRequest,
              io.github.parleyinterop.call.v1.UnmuteParticipantResponse>(
                service, METHODID_UNMUTE_PARTICIPANT)))
        .addMethod(
          getSendDtmfMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.call.v1.SendDtmfRequest,
              io.github.parleyinterop.call.v1.SendDtmfResponse>(
                service, METHODID_SEND_DTMF)))
        .addMethod(
          getSendSignalMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.call.v1.SendSignalRequest,
              io.github.parleyinterop.call.v1.SendSignalResponse>(
                service, METHODID_SEND_SIGNAL)))
        .addMethod(
          getGetRelayConfigurationMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.call.v1.GetRelayConfigurationRequest,
              io.github.parleyinterop.call.v1.GetRelayConfigurationResponse>(
                service, METHODID_GET_RELAY_CONFIGURATION)))
        .addMethod(
          getSetCaptureStateMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.call.v1.SetCaptureStateRequest,
              io.github.parleyinterop.call.v1.SetCaptureStateResponse>(
                service, METHODID_SET_CAPTURE_STATE)))
        .addMethod(
          getAcknowledgeNoticeMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.call.v1.AcknowledgeNoticeRequest,
              io.github.parleyinterop.call.v1.AcknowledgeNoticeResponse>(
                service, METHODID_ACKNOWLEDGE_NOTICE)))
        .addMethod(
          getListNoticesMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              io.github.parleyinterop.call.v1.ListNoticesRequest,
              io.github.parleyinterop.call.v1.ListNoticesResponse>(
                service, METHODID_LIST_NOTICES)))
        .addMethod(
          getSubscribeMethod(),
          io.grpc.stub.ServerCalls.asyncServerStreamingCall(
            new MethodHandlers<
              io.github.parleyinterop.call.v1.SubscribeRequest,
              io.github.parleyinterop.call.v1.SubscribeResponse>(
                service, METHODID_SUBSCRIBE)))
        .build();
  }

  private static abstract class CallServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    CallServiceBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return io.github.parleyinterop.call.v1.CallServiceProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("CallService");
    }
  }

  private static final class CallServiceFileDescriptorSupplier
      extends CallServiceBaseDescriptorSupplier {
    CallServiceFileDescriptorSupplier() {}
  }

  private static final class CallServiceMethodDescriptorSupplier
      extends CallServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    CallServiceMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (CallServiceGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new CallServiceFileDescriptorSupplier())
              .addMethod(getStartCallMethod())
              .addMethod(getAnswerCallMethod())
              .addMethod(getRejectCallMethod())
              .addMethod(getRedirectCallMethod())
              .addMethod(getHangUpMethod())
              .addMethod(getGetCallMethod())
              .addMethod(getListCallsMethod())
              .addMethod(getAddParticipantsMethod())
              .addMethod(getRemoveParticipantMethod())
              .addMethod(getTransferCallMethod())
              .addMethod(getHoldCallMethod())
              .addMethod(getResumeCallMethod())
              .addMethod(getMuteParticipantMethod())
              .addMethod(getUnmuteParticipantMethod())
              .addMethod(getSendDtmfMethod())
              .addMethod(getSendSignalMethod())
              .addMethod(getGetRelayConfigurationMethod())
              .addMethod(getSetCaptureStateMethod())
              .addMethod(getAcknowledgeNoticeMethod())
              .addMethod(getListNoticesMethod())
              .addMethod(getSubscribeMethod())
              .build();
        }
      }
    }
    return result;
  }
}
