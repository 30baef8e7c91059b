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
using IssueTracker;
using IssueTracker.Tour;
using Microsoft.Extensions.DependencyInjection;
using Northwind;
using Northwind.Data;
using Northwind.Loading;
using NorthwindTour = Northwind.Tour.AccessPatternTour;

namespace DynamoGen.CommandLine.Tests.Infrastructure;

/// <summary>A repository's policy allows every request that it sends, and none that another one sends under other keys.</summary>
public sealed class PolicyTests(VerbServer server)
{
    [Fact]
    public async Task Every_request_of_Northwind_is_allowed_to_its_repository_alone()
    {
        var requests = await RecordAsync(services => services.AddNorthwind(new Uri(server.Endpoint), $"{Guid.NewGuid():N}-"), async services =>
        {
            await services.GetRequiredService<TableProvisioner>().EnsureCreatedAsync<NorthwindTable>();
            await services.GetRequiredService<NorthwindLoader>().LoadAsync(await NorthwindSource.LoadAsync(), () => { });
            foreach (var stop in services.GetRequiredService<NorthwindTour>().Stops)
            {
                await stop.Visit();
            }
        });

        // An order, its lines and its previous version share a partition.
        Assert.Equal(
            ["IOrderLines by IOrders", "IOrderLines by IOrdersVersion1", "IOrders by IOrderLines", "IOrders by IOrdersVersion1",
             "IOrdersVersion1 by IOrderLines", "IOrdersVersion1 by IOrders"],
            Foreign(requests));
    }

    [Fact]
    public async Task Every_request_of_the_IssueTracker_is_allowed_to_its_repository_and_to_none_whose_keys_begin_otherwise()
    {
        var requests = await RecordAsync(services => services.AddIssueTracker(new Uri(server.Endpoint), $"{Guid.NewGuid():N}-"), async services =>
        {
            await services.GetRequiredService<TableProvisioner>().EnsureCreatedAsync<IssueTrackerTable>();
            await services.GetRequiredService<SampleData>().FillAsync();
            foreach (var stop in services.GetRequiredService<AccessPatternTour>().Stops)
            {
                await stop.Visit();
            }
        });

        var asking = requests.Requests.Select(request => request.Pattern.Split('.')[0]).ToHashSet();
        var apart = requests.Application.Repositories.Where(own => asking.Contains(PolicyResources.ShortName(own)))
            .SelectMany(own => requests.Application.Repositories.Where(other => other != own && !MayMeet(own, other))
                .Select(other => $"{PolicyResources.ShortName(own)} by {PolicyResources.ShortName(other)}"))
            .ToList();
        Assert.Contains("ISessions by IComments", apart);
        Assert.Contains("IIssues by IAccounts", apart);
        Assert.Empty(Foreign(requests).Intersect(apart));
    }

    [Fact]
    public void Signs_that_a_policy_reads_are_escaped()
    {
        Assert.Equal("A${*}${?}${$}{b*", new GrantedKeys("A*?${b", IsWhole: false).Like);
        Assert.Equal("A*${$}{b", new GrantedKeys("A*${b", IsWhole: true).Equal);
    }

    [Fact]
    public void A_scan_and_keys_that_begin_with_a_value_have_no_condition()
    {
        var table = Designs.OnDemand.Schema;
        var policy = JsonNode.Parse(CloudFormationForm.Of(RepositoryPolicy.Of(
            [
                new AccessPattern("I.All", DynamoOperation.Scan, table),
                new AccessPattern("I.Get", DynamoOperation.GetItem, table),
                new AccessPattern("I.Put", DynamoOperation.PutItem, table) { Reach = new PatternReach("A#", false, "email#") },
            ],
            resource => resource,
            schema => schema.Name)))!;

        Assert.Equal(
            [
                """["dynamodb:GetItem","dynamodb:Scan"] """,
                """["dynamodb:PutItem"] A#*""",
                """["dynamodb:DeleteItem","dynamodb:PutItem"] email#*""",
            ],
            policy["Statement"]!.AsArray().Select(statement =>
                $"{statement!["Action"]!.ToJsonString()} {statement["Condition"]?["ForAllValues:StringLike"]?["dynamodb:LeadingKeys"]?[0]}"));
    }

    /// <summary>Whether keys of two repositories can be the same, as far as what they begin with tells; scans name no keys.</summary>
    private static bool MayMeet(RepositoryRegistration own, RepositoryRegistration other) => own.Patterns.Any(one => other.Patterns.Any(another =>
        (one.Operation == DynamoOperation.Scan) == (another.Operation == DynamoOperation.Scan)
        && Beginnings(one).Any(a => Beginnings(another).Any(b => a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal)))));

    private static IEnumerable<string> Beginnings(AccessPattern pattern) =>
        (pattern.Reach?.UniqueBeginnings ?? []).Prepend(pattern.Reach?.Beginning ?? string.Empty);

    /// <summary>Asserts that each request is allowed to its own repository, and tells which others are allowed all that one repository asks.</summary>
    private static string[] Foreign(Recorded recorded)
    {
        var policies = recorded.Application.Repositories.ToDictionary(
            PolicyResources.ShortName,
            repository => new EvaluatedPolicy(JsonNode.Parse(CloudFormationForm.Of(
                RepositoryPolicy.Of(repository.Patterns, resource => resource, recorded.Application.TableName)))!));
        Assert.NotEmpty(recorded.Requests);
        HashSet<string> foreign = [];
        foreach (var request in recorded.Requests)
        {
            var own = request.Pattern.Split('.')[0];
            if (!policies.TryGetValue(own, out var policy))
            {
                // A transaction that the application makes is of several repositories.
                Assert.All(request.Actions, action => Assert.Contains(policies.Values, one => one.Allows(action)));
                continue;
            }

            Assert.All(request.Actions, action => Assert.True(policy.Allows(action), $"{request.Pattern}: {action}"));
            foreign.UnionWith(policies.Where(other => other.Key != own && request.Actions.All(other.Value.Allows)).Select(other => $"{own} by {other.Key}"));
        }

        return [.. foreign.Order(StringComparer.Ordinal)];
    }

    private static async Task<Recorded> RecordAsync(Action<IServiceCollection> add, Func<IServiceProvider, Task> run)
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
        return new Recorded(new DeclaredApplication(provider), [.. requests]);
    }

    private sealed record Recorded(DeclaredApplication Application, IReadOnlyList<RequestedAccess> Requests);

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
