using Amazon.DynamoDBv2;
using Amazon.Runtime;

namespace DynamoGen.Hosting;

/// <summary>Refuses options that say something else than the client that the application has registered itself, which would make them mean nothing.</summary>
internal static class ClientContradictions
{
    /// <param name="options">The options.</param>
    /// <param name="isSameIdentity">Whether the options give no credentials but those of the client.</param>
    /// <param name="client">The client; it is only asked for its configuration if an option has to be compared with it, which mocks may not have.</param>
    /// <param name="name">The client's name, or null.</param>
    /// <exception cref="InvalidOperationException">An option says something else than the client.</exception>
    public static void Refuse(DynamoGenOptions options, bool isSameIdentity, IAmazonDynamoDB client, string? name)
    {
        var found = Found(options, isSameIdentity, client).ToList();
        if (found.Count > 0)
        {
            throw new InvalidOperationException(
                $"An IAmazonDynamoDB is registered for {ClientServices.Named(name)}, but the options of AddDynamoGen say otherwise: "
                + $"{string.Join("; ", found)}. "
                + "Leave these options out to use the registered client for everything, or do not register it.");
        }
    }

    /// <summary>The system name of the region that a configuration names, or null.</summary>
    public static string? RegionOf(IClientConfig? config) => config?.RegionEndpoint?.SystemName ?? config?.AuthenticationRegion;

    private static IEnumerable<string> Found(DynamoGenOptions options, bool isSameIdentity, IAmazonDynamoDB client)
    {
        if (options.ServiceUrl is { } url && client.Config?.ServiceURL is var theirUrl && !IsSame(url, theirUrl))
        {
            yield return $"{nameof(options.ServiceUrl)} is '{url}', and the client's is {Shown(theirUrl)}";
        }

        if (options.Region is { } region && RegionOf(client.Config) is var theirRegion && region != theirRegion)
        {
            yield return $"{nameof(options.Region)} is '{region}', and the client's is {Shown(theirRegion)}";
        }

        if (options.Profile is { } profile && client.Config?.Profile?.Name is var theirProfile && profile != theirProfile)
        {
            yield return $"{nameof(options.Profile)} is '{profile}', and the client's is {Shown(theirProfile)}";
        }

        if (!isSameIdentity)
        {
            yield return $"{nameof(options.Credentials)} are given, and the client has its own";
        }

        foreach (var difference in BehaviourOf(options, client))
        {
            yield return difference;
        }
    }

    private static IEnumerable<string> BehaviourOf(DynamoGenOptions options, IAmazonDynamoDB client)
    {
        if (options.MaxErrorRetry is { } retries && client.Config?.MaxErrorRetry is var theirRetries && retries != theirRetries)
        {
            yield return $"{nameof(options.MaxErrorRetry)} is {retries}, and the client's is {theirRetries}";
        }

        if (options.RetryMode is { } mode && client.Config?.RetryMode is var theirMode && mode != theirMode)
        {
            yield return $"{nameof(options.RetryMode)} is {mode}, and the client's is {theirMode}";
        }

        if (options.RequestTimeout is { } timeout && client.Config?.Timeout is var theirTimeout && timeout != theirTimeout)
        {
            yield return $"{nameof(options.RequestTimeout)} is {timeout}, and the client's is {theirTimeout?.ToString() ?? "not set"}";
        }

        if (options.ConfigureClient is not null)
        {
            yield return $"{nameof(options.ConfigureClient)} changes a configuration, and the client has its own";
        }
    }

    private static bool IsSame(string url, string? other) =>
        Uri.TryCreate(url, UriKind.Absolute, out var one) && Uri.TryCreate(other, UriKind.Absolute, out var two) && one == two;

    private static string Shown(string? value) => string.IsNullOrEmpty(value) ? "not set" : $"'{value}'";
}
