using System.Text.Json.Nodes;
using DynamoGen.CommandLine.Infrastructure.Alarms;
using DynamoGen.CommandLine.Infrastructure.CloudFormation;
using DynamoGen.CommandLine.Infrastructure.Resources;
using DynamoGen.CommandLine.Infrastructure.Tables;

namespace DynamoGen.CommandLine.Tests.Infrastructure;

/// <summary>Templates hold against the specification of CloudFormation's resources, and say what is declared.</summary>
public sealed class CloudFormationTests
{
    [Fact]
    public async Task Every_design_with_its_alarms_and_dashboard_is_what_the_specification_allows()
    {
        var faults = await Judge.FaultsOfTemplateAsync(Template(withAlarms: true));

        Assert.Empty(faults);
    }

    [Fact]
    public async Task The_judge_finds_faults()
    {
        var broken = JsonNode.Parse(Template(withAlarms: false))!;
        var table = broken["Resources"]!["OrdersTable"]!["Properties"]!.AsObject();
        table.Remove("KeySchema");
        table["AttributeDefinitions"]![0]!["AttributeType"] = 1;

        var faults = await Judge.FaultsOfTemplateAsync(broken.ToJsonString());

        Assert.Equal(["OrdersTable.AttributeDefinitions[0].AttributeType is no text", "OrdersTable lacks KeySchema"], faults);
    }

    [Fact]
    public void In_several_regions_what_is_each_regions_own_stands_there()
    {
        var resources = JsonNode.Parse(Template(withAlarms: false))!["Resources"]!;
        var (worldwide, ledger) = (resources["WorldwideTable"]!["Properties"]!, resources["LedgerTable"]!["Properties"]!);

        Assert.Equal("AWS::DynamoDB::GlobalTable", (string?)resources["WorldwideTable"]!["Type"]);
        Assert.Null(worldwide["DeletionProtectionEnabled"]);
        Assert.Equal(3, worldwide["Replicas"]!.AsArray().Count);
        Assert.All(worldwide["Replicas"]!.AsArray(), replica =>
        {
            Assert.True((bool)replica!["DeletionProtectionEnabled"]!);
            Assert.Equal(7, (int)replica["PointInTimeRecoverySpecification"]!["RecoveryPeriodInDays"]!);
            Assert.Equal(1_000, (int)replica["ReadOnDemandThroughputSettings"]!["MaxReadRequestUnits"]!);
        });
        Assert.Equal("NEW_AND_OLD_IMAGES", (string?)worldwide["StreamSpecification"]!["StreamViewType"]);
        Assert.Equal("STRONG", (string?)ledger["MultiRegionConsistency"]);
        Assert.Equal("eu-west-3", (string?)ledger["GlobalTableWitnesses"]![0]!["Region"]);
        Assert.Equal(2, ledger["Replicas"]!.AsArray().Count);
        Assert.Null(ledger["StreamSpecification"]);
        var scaling = ledger["WriteProvisionedThroughputSettings"]!["WriteCapacityAutoScalingSettings"]!;
        Assert.Equal((6, 60), ((int)scaling["MinCapacity"]!, (int)scaling["MaxCapacity"]!));
    }

    [Fact]
    public void Data_stays_when_a_resource_goes_unless_it_is_a_cache()
    {
        var resources = JsonNode.Parse(Template(withAlarms: false))!["Resources"]!;

        Assert.Equal("Retain", (string?)resources["OrdersTable"]!["DeletionPolicy"]);
        Assert.Null(resources["VisitsTable"]!["DeletionPolicy"]);
    }

    [Fact]
    public void What_is_provisioned_with_an_upper_bound_is_scaled_between_them()
    {
        var resources = JsonNode.Parse(Template(withAlarms: false))!["Resources"]!.AsObject();
        var targets = resources.Where(resource => (string?)resource.Value!["Type"] == Scaling.TargetType).Select(resource => resource.Value!).ToList();

        Assert.Equal(
            ["dynamodb:table:ReadCapacityUnits 5-50 test-visits", "dynamodb:table:WriteCapacityUnits 6-60 test-visits"],
            targets.Select(target => target["Properties"]!).Select(target =>
                $"{target["ScalableDimension"]} {target["MinCapacity"]}-{target["MaxCapacity"]} {((string)target["ResourceId"]!)["table/".Length..]}"));
        Assert.All(targets, target => Assert.Equal("VisitsTable", (string?)target["DependsOn"]![0]));
    }

    internal static string Template(bool withAlarms)
    {
        var ids = new ResourceIds();
        List<Resource> resources = [.. Designs.All.SelectMany(table => TableResources.Of(table, ids))];
        if (withAlarms)
        {
            resources.AddRange(Designs.All.SelectMany(table => TableAlarms.Of(table, ["arn:aws:sns:eu-west-1:123456789012:ops"], ids)));
            resources.Add(Dashboard.Of(Designs.All, "shop", ids));
        }

        return CloudFormationForm.Of(resources);
    }
}
