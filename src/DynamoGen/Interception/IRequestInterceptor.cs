namespace DynamoGen.Interception;

/// <summary>
/// Is told of each request to DynamoDB, before it and after it: to audit, to limit a rate, to refuse, to charge capacity to whom it belongs. Register it on a
/// client by <c>AddInterceptor</c>.
/// </summary>
/// <remarks>
/// <para>
/// A request is one page of a query or scan, one part of a batch, one transaction, or one read or write of an item. Its retries are not requests of their
/// own: <see cref="InterceptedRequest.Attempts"/> counts them. What a cache answers is no request. Several requests can be under way at the same time.
/// </para>
/// <para>
/// Several interceptors are told in the order in which they were added, and after the request in the opposite order. Each has its turn before the caller
/// goes on, so that its time is part of the call's.
/// </para>
/// </remarks>
public interface IRequestInterceptor
{
    /// <summary>
    /// A request is about to be sent. An exception refuses it: nothing is sent, the interceptors that were told before learn of it by
    /// <see cref="OnErrorAsync"/>, and the caller gets it as it is (as the cause of a <see cref="BatchIncompleteException"/>, where the request is a
    /// part of a batch).
    /// </summary>
    /// <param name="request">The request; nothing is known of its end yet.</param>
    /// <param name="cancellationToken">The caller's.</param>
    ValueTask BeforeAsync(InterceptedRequest request, CancellationToken cancellationToken) => default;

    /// <summary>
    /// DynamoDB has answered. The answer stands: an exception is logged as a warning and goes no further.
    /// </summary>
    /// <param name="request">The request, with what is known at its end.</param>
    /// <param name="cancellationToken">The caller's.</param>
    ValueTask AfterAsync(InterceptedRequest request, CancellationToken cancellationToken) => default;

    /// <summary>
    /// The request has failed for good, was refused by an interceptor after this one, or was cancelled. A condition that does not hold is such an end too,
    /// also where the method then returns false. An exception is logged as a warning; the caller gets the request's own.
    /// </summary>
    /// <param name="request">The request, with its <see cref="InterceptedRequest.Exception"/>.</param>
    /// <param name="cancellationToken">The caller's, which may have been cancelled.</param>
    ValueTask OnErrorAsync(InterceptedRequest request, CancellationToken cancellationToken) => default;
}
