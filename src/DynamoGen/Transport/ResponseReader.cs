using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace DynamoGen.Transport;

/// <summary>
/// The pipeline's handler that reads the success response of a <see cref="WireCall"/>. It stands between the SDK's HTTP
/// handler and its unmarshaller, which reads synchronously; whatever fails here is retried as the SDK's own faults are.
/// </summary>
internal sealed class ResponseReader : PipelineHandler
{
    /// <summary>What <see cref="HttpClient"/> waits for headers when the client's configuration sets no timeout.</summary>
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(100);

    public override Task<T> InvokeAsync<T>(IExecutionContext executionContext) =>
        executionContext.RequestContext.Unmarshaller is WireCall call
            ? ReceiveAsync<T>(call, executionContext)
            : base.InvokeAsync<T>(executionContext);

    private async Task<T> ReceiveAsync<T>(WireCall call, IExecutionContext executionContext)
        where T : AmazonWebServiceResponse, new()
    {
        var result = await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
        var response = executionContext.ResponseContext.HttpResponse;
        if (!response.IsSuccessStatusCode)
        {
            // Client and server errors have been thrown already: this is a redirect, which DynamoDB never sends.
            throw new AmazonDynamoDBException(
                $"The endpoint answered with the status {(int)response.StatusCode}, which DynamoDB never gives.",
                ErrorType.Unknown,
                errorCode: null,
                response.GetHeaderValue("x-amzn-RequestId"),
                response.StatusCode);
        }

        // The timeout of HttpClient ends with the headers; a body that stalls must end the attempt as well.
        var requestContext = executionContext.RequestContext;
        var timeout = requestContext.ClientConfig.Timeout ?? DefaultTimeout;
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(requestContext.CancellationToken);
        bounded.CancelAfter(timeout);
        try
        {
            await call.ReceiveAsync(response, bounded.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException cancelled) when (!requestContext.CancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"DynamoDB's response did not arrive whole within {timeout.TotalSeconds} s.", cancelled);
        }

        return result;
    }
}
