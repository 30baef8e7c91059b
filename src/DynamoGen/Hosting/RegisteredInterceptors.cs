using DynamoGen.Interception;
using DynamoGen.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Hosting;

/// <summary>The interceptors of all repositories, transactions and migrations of a client.</summary>
/// <param name="provider">Makes them.</param>
/// <param name="client">The client's name, or null.</param>
internal sealed class RegisteredInterceptors(IServiceProvider provider, string? client)
{
    /// <summary>The interceptors in the order in which they were added; null where there are none, so that requests do not look for them.</summary>
    public RequestInterceptors? Requests { get; } = Of(provider, client) is { Length: > 0 } interceptors
        ? new RequestInterceptors(interceptors, provider.GetRequiredService<DynamoGenTelemetry>().Logger)
        : null;

    private static IRequestInterceptor[] Of(IServiceProvider provider, string? client) =>
        [.. provider.GetServices<InterceptorRegistration>().Where(added => added.Client == client).Select(added => added.Create(provider))];
}

/// <summary>An interceptor that was added to a client.</summary>
/// <param name="Client">The client's name, or null.</param>
/// <param name="Create">Gives the interceptor.</param>
internal sealed record InterceptorRegistration(string? Client, Func<IServiceProvider, IRequestInterceptor> Create);
