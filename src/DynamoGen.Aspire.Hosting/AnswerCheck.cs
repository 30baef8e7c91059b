using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DynamoGen.Aspire.Hosting;

/// <summary>A server is healthy while it answers HTTP; an error status is an answer too, since nothing is asked of it.</summary>
internal sealed class AnswerCheck(DynamoDBLocalResource resource) : IHealthCheck
{
    // A proxy that the environment names must not be asked for a loopback address.
    private static readonly HttpClient Client = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(10) };

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (resource.Endpoint.Known is not { } endpoint)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, "DynamoDB Local has not been started.");
        }

        try
        {
            using var response = await Client.GetAsync(endpoint, cancellationToken).ConfigureAwait(false);
            return HealthCheckResult.Healthy($"DynamoDB Local answers at {endpoint}.");
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, $"DynamoDB Local does not answer at {endpoint}.", exception);
        }
    }
}
