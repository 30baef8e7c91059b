using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace DynamoGen.Transport;

/// <summary>
/// The pipeline's handler that reads the responses of a <see cref="WireCall"/>. It stands between the SDK's HTTP handler
/// and its unmarshaller, which reads synchronously; whatever fails here is retried as the SDK's own faults are.
/// </summary>
internal sealed class ResponseReader : PipelineHandler
{
    /// <summary>What <see cref="HttpClient"/> waits for headers when the client's configuration sets no timeout.</summary>
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(100);

    private readonly ConcurrentBag<CancellationTokenSource> _idle = [];

    public override Task<T> InvokeAsync<T>(IExecutionContext executionContext) =>
        executionContext.RequestContext.Unmarshaller is WireCall call
            ? InvokeAsync<T>(call, executionContext)
            : base.InvokeAsync<T>(executionContext);

    private async Task<T> InvokeAsync<T>(WireCall call, IExecutionContext executionContext)
        where T : AmazonWebServiceResponse, new()
    {
        var requestContext = executionContext.RequestContext;
        Observe(call, requestContext);
        try
        {
            T result;
            try
            {
                result = await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
            }
            catch (HttpErrorResponseException error)
            {
                using var body = error.Response.ResponseBody;
                using var read = await ReadAsync(error.Response, call.ResponseLimit, requestContext).ConfigureAwait(false);
                throw new HttpErrorResponseException(error.Message, new ErrorResponse(error.Response, read.Body.ToArray()));
            }

            var response = executionContext.ResponseContext.HttpResponse;
            ThrowIfRedirect(response);
            call.Receive(await ReadAsync(response, call.ResponseLimit, requestContext).ConfigureAwait(false));
            call.Observer?.Answered(response.GetHeaderValue("x-amzn-RequestId"));
            return result;
        }
        catch (Exception failure) when (failure is not HttpErrorResponseException)
        {
            // An error response is judged by what it says, once it is read.
            call.Observer?.AttemptFailed(failure);
            call.Failed(failure);
            throw;
        }
    }

    private static void Observe(WireCall call, IRequestContext requestContext)
    {
        if (call.Observer is { } observer)
        {
            observer.AttemptBegins("sdk");
            var region = requestContext.Request.DeterminedSigningRegion ?? requestContext.ClientConfig.RegionEndpoint?.SystemName;
            observer.SentTo(requestContext.Request.Endpoint, region);
        }
    }

    /// <summary>Client and server errors are exceptions already; what is left is a redirect, which DynamoDB never sends.</summary>
    private static void ThrowIfRedirect(IWebResponseData response)
    {
        if (!response.IsSuccessStatusCode)
        {
            throw new AmazonDynamoDBException(
                $"The endpoint answered with the status {(int)response.StatusCode}, which DynamoDB never gives.",
                ErrorType.Unknown,
                errorCode: null,
                response.GetHeaderValue("x-amzn-RequestId"),
                response.StatusCode);
        }
    }

    /// <summary>Reads a body within the client's timeout, for that of <see cref="HttpClient"/> ends with the headers.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<TransportResponse> ReadAsync(IWebResponseData response, int limit, IRequestContext requestContext)
    {
        var timeout = requestContext.ClientConfig.Timeout ?? DefaultTimeout;
        var bounded = _idle.TryTake(out var idle) ? idle : new CancellationTokenSource();
        bounded.CancelAfter(timeout);
        try
        {
            using var registration = requestContext.CancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), bounded);
            var declared = ResponseBody.DeclaredLength(response.GetHeaderValue("Content-Length"), response.GetHeaderValue("Content-Encoding"));
            ResponseBody.RefuseLarger(declared, limit);
            var stream = await response.ResponseBody.OpenResponseAsync().ConfigureAwait(false);
            return await ResponseBody.ReadAsync(stream, declared, response.GetHeaderValue("x-amz-crc32"), limit, bounded.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException cancelled) when (!requestContext.CancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"DynamoDB's response did not arrive whole within {timeout.TotalSeconds} s.", cancelled);
        }
        finally
        {
            GiveBack(bounded);
        }
    }

    /// <summary>A source that nothing has cancelled bounds another response later.</summary>
    private void GiveBack(CancellationTokenSource source)
    {
        if (source.TryReset())
        {
            _idle.Add(source);
        }
        else
        {
            source.Dispose();
        }
    }
}
