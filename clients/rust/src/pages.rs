//! Lists, page by page.

use std::{
    collections::VecDeque,
    future::poll_fn,
    pin::Pin,
    task::{Context, Poll, ready},
};

use futures_core::Stream;

use crate::{
    error::Result,
    request::{Paged, Request},
};

/// Items is a stream of the items of a list. It fetches a page when its items are asked for, and never the next one before.
/// After an error it ends.
pub struct Items<R: Paged> {
    request: Request<R>,
    fetched: VecDeque<R::Item>,
    page: Page<R>,
}

enum Page<R: Paged> {
    Next,
    Coming(<Request<R> as IntoFuture>::IntoFuture),
    None,
}

impl<R: Paged> Items<R> {
    pub(crate) fn new(request: Request<R>) -> Self {
        Self { request, fetched: VecDeque::new(), page: Page::Next }
    }

    /// Returns the next item; none when there are no more.
    pub async fn next(&mut self) -> Option<Result<R::Item>>
    where
        R: Unpin,
    {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    fn take_page(&mut self, response: Result<R::Response>) -> Result<()> {
        self.page = Page::None;
        let (items, token) = R::into_page(response?);
        self.fetched = items.into();
        if !token.is_empty() {
            self.request.message.set_page_token(token);
            self.page = Page::Next;
        }
        Ok(())
    }
}

impl<R: Paged + Unpin> Stream for Items<R> {
    type Item = Result<R::Item>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(item) = self.fetched.pop_front() {
                return Poll::Ready(Some(Ok(item)));
            }
            match &mut self.page {
                Page::None => return Poll::Ready(None),
                Page::Next => self.page = Page::Coming(self.request.clone().into_future()),
                Page::Coming(page) => {
                    let response = ready!(page.as_mut().poll(context));
                    if let Err(error) = self.take_page(response) {
                        return Poll::Ready(Some(Err(error)));
                    }
                }
            }
        }
    }
}
