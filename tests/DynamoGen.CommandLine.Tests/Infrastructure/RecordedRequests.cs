using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using DynamoGen.CommandLine.Infrastructure;
using DynamoGen.CommandLine.Infrastructure.Access;
using DynamoGen.CommandLine.Infrastructure.CloudFormation;
using DynamoGen.Hosting;
using DynamoGen.Schema;
using DynamoGen.Transport;
using DynamoGen.Transport.Clients;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.CommandLine.Tests.Infrastructure;

/// <summary>What an application asks of DynamoDB, with the policies that are written for its repositories.</summary>
/// <param name="Application">The application.</param>
/// <param name="Requests">Its requests.</param>
internal sealed record RecordedRequests(DeclaredApplication Application, IReadOnlyList<RequestedAccess> Requests)
{
    /// <summary>The policies by the names of their repositories.</summary>
    public Dictionary<string, EvaluatedPolicy> Policies { get; } = Application.Repositories.ToDictionary(
        PolicyResources.ShortName,
        repository => new EvaluatedPolicy(JsonNode.Parse(CloudFormationForm.Of(
            RepositoryPolicy.Of(repository.Patterns, resource => resource, Application.TableName, Application.HasBatches)))!));

    /// <summary>Runs an application on a transport that records.</summary>
    public static async Task<RecordedRequests> OfAsync(Action<IServiceCollection> add, Func<IServiceProvider, Task> run)
    {
        var requests = new ConcurrentQueue<RequestedAccess>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "DynamoGen",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(listener);
        var services = new ServiceCollection();
        services.AddSingleton<ITransport>(provider => new RecordingTransport(
            new ClientTransport(provider.GetRequiredService<Amazon.DynamoDBv2.IAmazonDynamoDB>()), requests));
        add(services);
        await using var provider = services.BuildServiceProvider();
        await run(provider);
        return new RecordedRequests(new DeclaredApplication(provider), [.. requests]);
    }

    /// <summary>Which repositories' requests another one must not be allowed, because none of their keys can be the same: <c>own by other</c>.</summary>
    public IReadOnlyList<string> Apart()
    {
        var asking = Requests.Select(request => request.Pattern.Split('.')[0]).ToHashSet();
        return
        [
            .. Application.Repositories.Where(own => asking.Contains(PolicyResources.ShortName(own)))
                .SelectMany(own => Application.Repositories.Where(other => other != own && !MayMeet(own, other))
                    .Select(other => $"{PolicyResources.ShortName(own)} by {PolicyResources.ShortName(other)}")),
        ];
    }

    /// <summary>Asserts that each request is allowed to its own repository, and tells which others are allowed all that one repository asks.</summary>
    public string[] Foreign()
    {
        Assert.NotEmpty(Requests);
        HashSet<string> foreign = [];
        foreach (var request in Requests)
        {
            var own = request.Pattern.Split('.')[0];
            if (!Policies.TryGetValue(own, out var policy))
            {
                // A transaction that the application makes is of several repositories.
                Assert.All(request.Actions, action => Assert.Contains(Policies.Values, one => one.Allows(action)));
                continue;
            }

            Assert.All(request.Actions, action => Assert.True(policy.Allows(action), $"{request.Pattern}: {action}"));
            foreign.UnionWith(Policies.Where(other => other.Key != own && request.Actions.All(other.Value.Allows)).Select(other => $"{own} by {other.Key}"));
        }

        return [.. foreign.Order(StringComparer.Ordinal)];
    }

    /// <summary>Whether keys of two repositories can be the same, as far as what they begin with tells; scans name no keys.</summary>
    private static bool MayMeet(RepositoryRegistration own, RepositoryRegistration other) => own.Patterns.Any(one => other.Patterns.Any(another =>
        (one.Operation == DynamoOperation.Scan) == (another.Operation == DynamoOperation.Scan)
        && Beginnings(one).Any(a => Beginnings(another).Any(b => a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal)))));

    private static IEnumerable<string> Beginnings(AccessPattern pattern) =>
        (pattern.Reach?.UniqueBeginnings ?? []).Prepend(pattern.Reach?.Beginning ?? string.Empty);

    private sealed class RecordingTransport(ITransport inner, ConcurrentQueue<RequestedAccess> requests) : ITransport
    {
        public ValueTask<TransportResponse> SendAsync(TransportRequest request, CancellationToken cancellationToken)
        {
            // The request has a span of its own, which is named for its operation and tells the pattern.
            var pattern = Activity.Current?.GetTagItem("dynamogen.access_pattern") as string;
            requests.Enqueue(RequestedAccess.Of(pattern ?? string.Empty, request));
            return inner.SendAsync(request, cancellationToken);
        }
    }
}
