//! Calls between two devices.

use parley_interop::{
    Client, Follow, Scope,
    calls::{CallSubscription, CallUpdate, IncomingCall},
    proto::{
        call::{CallState, LegState, RejectReason, Signal, call_event::Event, signal::Content},
        types::CommunicationIdentifier,
    },
};

use crate::{
    broker::{shared, variable_of},
    next, user,
};

/// Returns the next call that comes in.
async fn incoming(events: &mut Follow<CallSubscription>) -> IncomingCall {
    loop {
        if let CallUpdate::Incoming(incoming) = next(events).await.event {
            return incoming;
        }
    }
}

fn identifier(raw_id: &str) -> CommunicationIdentifier {
    CommunicationIdentifier { raw_id: raw_id.into(), ..Default::default() }
}

#[tokio::test]
async fn answered_with_signals() {
    let backend = shared();
    let (anna, anna_is) = user(&backend, "Anna").await;
    let (ben, ben_is) = user(&backend, "Ben").await;
    let mut at_anna = anna.calls().follow().device_id("laptop").await.unwrap();
    let mut at_ben = ben.calls().follow().device_id("desk").await.unwrap();

    let started = anna.calls().start_call([identifier(&ben_is)]).device_id("laptop").await.unwrap();
    let ringing = incoming(&mut at_ben).await;
    assert_eq!(ringing.call_id(), started.call().call_id);
    assert_eq!(ringing.caller().raw_id, anna_is);
    assert!(ringing.expire_time().is_some());
    let answered = ringing.answer().display_name("Ben").await.unwrap();
    assert_eq!(answered.call().state(), CallState::Connecting);
    let leg = answered.call().legs.iter().find(|leg| leg.leg_id == answered.leg_id).unwrap();
    assert_eq!((leg.device_id.as_str(), leg.state()), ("desk", LegState::Connecting));

    let offer = Signal::offer(&answered.leg_id, "v=0");
    anna.calls().send_signal(ringing.call_id(), offer).await.unwrap();
    let received = loop {
        let CallUpdate::Event(event) = next(&mut at_ben).await.event else { continue };
        if let Some(Event::SignalReceived(received)) = event.event {
            break received.signal().clone();
        }
    };
    assert!(matches!(&received.content, Some(Content::Offer(offer)) if offer.sdp == "v=0"));
    ringing.signal(Signal::answer(&started.leg_id, received.signal_sequence, "v=0 too")).await.unwrap();
    ringing.hang_up().await.unwrap();
    loop {
        // To the one who calls, nothing is an incoming call.
        let CallUpdate::Event(event) = next(&mut at_anna).await.event else { panic!("Anna is not called") };
        if let Some(Event::CallEnded(ended)) = event.event {
            assert_eq!(ended.call().state(), CallState::Ended);
            break;
        }
    }
}

#[tokio::test]
async fn rejected_by_a_user_with_a_token() {
    let backend = shared();
    let (anna, _) = user(&backend, "Anna").await;
    let (_, ben_is) = user(&backend, "Ben").await;
    let issued = backend.identity().issue_token(identifier(&ben_is), [Scope::Voip]).await.unwrap();
    let ben = Client::builder(variable_of("PARLEY_ADDRESS")).token(&issued.access_token().token).build().unwrap();

    let mut at_ben = ben.calls().follow().await.unwrap();
    anna.calls().start_call([identifier(&ben_is)]).await.unwrap();
    let rejected = incoming(&mut at_ben).await.reject().reject_reason(RejectReason::Busy).await.unwrap();
    assert_eq!(rejected.leg().reject_reason(), RejectReason::Busy);
}

#[tokio::test]
async fn redirected() {
    let backend = shared();
    let (anna, _) = user(&backend, "Anna").await;
    let (ben, ben_is) = user(&backend, "Ben").await;
    let (cora, cora_is) = user(&backend, "Cora").await;
    let mut at_ben = ben.calls().follow().await.unwrap();
    let mut at_cora = cora.calls().follow().await.unwrap();
    anna.calls().start_call([identifier(&ben_is)]).await.unwrap();
    incoming(&mut at_ben).await.redirect(identifier(&cora_is)).await.unwrap();
    assert_eq!(incoming(&mut at_cora).await.leg().identifier().raw_id, cora_is);
}
