using System.Text.Json.Nodes;
using DynamoGen.CommandLine.Infrastructure.Access;
using DynamoGen.CommandLine.Infrastructure.CloudFormation;
using DynamoGen.Hosting;
using DynamoGen.Schema;
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
        var requests = await RecordedRequests.OfAsync(services => services.AddNorthwind(new Uri(server.Endpoint), $"{Guid.NewGuid():N}-"), async services =>
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
            requests.Foreign());
    }

    [Fact]
    public async Task Every_request_of_the_IssueTracker_is_allowed_to_its_repository_and_to_none_whose_keys_begin_otherwise()
    {
        var requests = await RecordedRequests.OfAsync(services => services.AddIssueTracker(new Uri(server.Endpoint), $"{Guid.NewGuid():N}-"), async services =>
        {
            await services.GetRequiredService<TableProvisioner>().EnsureCreatedAsync<IssueTrackerTable>();
            await services.GetRequiredService<SampleData>().FillAsync();
            foreach (var stop in services.GetRequiredService<AccessPatternTour>().Stops)
            {
                await stop.Visit();
            }
        });

        var apart = requests.Apart();
        Assert.Contains("ISessions by IComments", apart);
        Assert.Contains("IIssues by IAccounts", apart);
        Assert.Empty(requests.Foreign().Intersect(apart));
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
            schema => schema.Name,
            hasBatches: false)))!;

        Assert.Equal(
            [
                """["dynamodb:GetItem","dynamodb:Scan"] """,
                """["dynamodb:PutItem"] A#*""",
                """["dynamodb:DeleteItem","dynamodb:PutItem"] email#*""",
            ],
            policy["Statement"]!.AsArray().Select(statement =>
                $"{statement!["Action"]!.ToJsonString()} {statement["Condition"]?["ForAllValues:StringLike"]?["dynamodb:LeadingKeys"]?[0]}"));
    }
}
