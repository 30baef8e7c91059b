using Microsoft.Extensions.Logging;

namespace DynamoGen.Interception;

/// <summary>The interceptors of one client, of which there is at least one.</summary>
/// <param name="interceptors">The interceptors in their order.</param>
/// <param name="logger">Takes what must not hide the outcome of a request.</param>
internal sealed class RequestInterceptors(IReadOnlyList<IRequestInterceptor> interceptors, ILogger logger)
{
    /// <summary>Asks each whether a request may be sent.</summary>
    /// <param name="request">The request.</param>
    /// <param name="refused">Gives the request as it is where an exception refuses it.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async ValueTask BeforeAsync(
        InterceptedRequest request, Func<InterceptedRequest, Exception, InterceptedRequest> refused, CancellationToken cancellationToken)
    {
        for (var place = 0; place < interceptors.Count; place++)
        {
            try
            {
                await interceptors[place].BeforeAsync(request, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception refusal)
            {
                await OnErrorAsync(refused(request, refusal), place, cancellationToken).ConfigureAwait(false);
                throw;
            }
        }
    }

    /// <summary>Tells each of an answer.</summary>
    public async ValueTask AfterAsync(InterceptedRequest request, CancellationToken cancellationToken)
    {
        for (var place = interceptors.Count - 1; place >= 0; place--)
        {
            try
            {
                await interceptors[place].AfterAsync(request, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                // The write has been made, or the items were read: the caller must learn that.
                Tell(interceptors[place], request, exception);
            }
        }
    }

    /// <summary>Tells each of a failure.</summary>
    public ValueTask OnErrorAsync(InterceptedRequest request, CancellationToken cancellationToken) =>
        OnErrorAsync(request, interceptors.Count, cancellationToken);

    private async ValueTask OnErrorAsync(InterceptedRequest request, int count, CancellationToken cancellationToken)
    {
        for (var place = count - 1; place >= 0; place--)
        {
            try
            {
                await interceptors[place].OnErrorAsync(request, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                Tell(interceptors[place], request, exception);
            }
        }
    }

    private void Tell(IRequestInterceptor interceptor, InterceptedRequest request, Exception exception) =>
        logger.InterceptorFailed(interceptor.GetType().Name, request.AccessPattern, request.TableName, exception.GetType().Name);
}
