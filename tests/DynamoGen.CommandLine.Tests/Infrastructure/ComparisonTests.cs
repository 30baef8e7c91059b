using System.Text.Json.Nodes;
using DynamoGen.CommandLine.Infrastructure.CloudFormation;
using DynamoGen.CommandLine.Infrastructure.Comparison;
using DynamoGen.CommandLine.Infrastructure.Resources;
using DynamoGen.CommandLine.Infrastructure.Tables;
using DynamoGen.Schema;

namespace DynamoGen.CommandLine.Tests.Infrastructure;

/// <summary>What an update from one template to another does.</summary>
public sealed class ComparisonTests
{
    private static readonly TableSchema Orders = Designs.OnDemand.Schema;
    private static readonly TableSchema Worldwide = Designs.Eventual.Schema;

    [Fact]
    public void The_same_differs_in_nothing_whatever_the_order_of_indexes_and_regions()
    {
        Assert.Empty(Between(Orders, Orders));
        Assert.Empty(Between(Worldwide, Worldwide with
        {
            GlobalIndexes = [.. Worldwide.GlobalIndexes.Reverse()],
            Replicas = [.. Worldwide.Replicas.Reverse()],
        }));
    }

    [Fact]
    public void Another_key_name_or_local_index_replaces_a_table()
    {
        Assert.Equal(
            ["Replaces KeySchema", "Disappears AttributeDefinitions.pk", "Adds AttributeDefinitions.id"],
            Between(Designs.Vectors.Schema, Designs.Vectors.Schema with { PartitionKey = "id" }));
        Assert.Equal(["Replaces AttributeDefinitions.sk.AttributeType"], Between(Orders, Orders with { SortKeyType = KeyAttributeType.String }));
        Assert.Contains("Replaces LocalSecondaryIndexes.lsi", Between(Orders, Orders with { LocalIndexes = [] }));
        Assert.Contains("Replaces LocalSecondaryIndexes.lsi", Between(Worldwide with { LocalIndexes = Orders.LocalIndexes }, Worldwide));
        Assert.Equal("Replaces TableName", StackComparison.Between(
            Template(new DeclaredTable(Designs.Vectors.Schema, "old", [])), Template(Designs.Vectors)).Select(Line).Single());
        Assert.Contains("Replaces MultiRegionConsistency", Between(Worldwide, Worldwide with { Consistency = TableConsistency.Strong }));
    }

    [Fact]
    public void A_table_of_one_region_does_not_become_one_of_several()
    {
        var change = Assert.Single(StackComparison.Between(
            Template(Named(Orders)), Template(Named(Orders with { Replicas = [new("eu-west-1"), new("us-east-1")] }))));

        Assert.Equal((ChangeEffect.Replaces, "OrdersTable", null), (change.Effect, change.Resource, change.Property));
        Assert.Contains("import", change.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_is_gone_is_kept_or_lost_as_the_older_template_says()
    {
        Assert.Equal(["Disappears OrdersTable"], Wholes(StackComparison.Between(Template(Named(Orders)), Template())));
        Assert.Equal(["Deletes VisitsTable"], Wholes(StackComparison.Between(Template(Designs.Provisioned), Template()))[..1]);
        Assert.Equal(["Adds OrdersTable"], Wholes(StackComparison.Between(Template(), Template(Named(Orders)))));
    }

    [Fact]
    public void A_table_under_another_id_is_made_anew()
    {
        var other = new DeclaredTable(Orders with { Name = "sales" }, Named(Orders).Name, []);

        Assert.Equal(["Replaces OrdersTable", "Adds SalesTable"], Wholes(StackComparison.Between(Template(Named(Orders)), Template(other))));
    }

    [Fact]
    public void One_index_is_an_update_and_two_are_several()
    {
        var one = Orders with { GlobalIndexes = [Orders.GlobalIndexes[0]] };

        Assert.Contains("Adds GlobalSecondaryIndexes.gsi2", Between(one, Orders));
        Assert.Contains("Disappears GlobalSecondaryIndexes.gsi2", Between(Orders, one));
        Assert.Equal(
            ["SeveralUpdates GlobalSecondaryIndexes.gsi1", "SeveralUpdates GlobalSecondaryIndexes.gsi2"],
            Between(Orders, Orders with { GlobalIndexes = [] }).Where(line => line.Contains("Indexes", StringComparison.Ordinal)));
        Assert.Contains("SeveralUpdates GlobalSecondaryIndexes.gsi2.Projection.ProjectionType", Between(Orders, Orders with
        {
            GlobalIndexes = [Orders.GlobalIndexes[0], Orders.GlobalIndexes[1] with { Projection = IndexProjection.All }],
        }));
    }

    [Fact]
    public void A_region_is_an_update_of_its_own()
    {
        var two = Worldwide with { Replicas = [.. Worldwide.Replicas.Take(2)] };

        Assert.Equal(["Adds Replicas.ap-southeast-2"], Between(two, Worldwide));
        Assert.Equal(["Disappears Replicas.ap-southeast-2"], Between(Worldwide, two));
        Assert.Equal(
            ["SeveralUpdates Replicas.ap-southeast-2", "SeveralUpdates Replicas.us-east-1"],
            Between(Worldwide with { Replicas = [Worldwide.Replicas[0]] }, Worldwide));
        Assert.Equal(
            ["SeveralUpdates Replicas.ap-southeast-2", "Disappears TimeToLiveSpecification"], Between(two, Worldwide with { TimeToLive = null }));
        Assert.Equal(
            ["SeveralUpdates GlobalSecondaryIndexes.gsi1", "SeveralUpdates Replicas.ap-southeast-2"],
            Between(two with { GlobalIndexes = [two.GlobalIndexes[1]] }, Worldwide).Where(line => line.StartsWith('S')));
    }

    [Fact]
    public void Settings_are_changed_in_place_each_named_by_its_path()
    {
        Assert.Equal(
            ["InPlace DeletionProtectionEnabled", "InPlace GlobalSecondaryIndexes.gsi2.OnDemandThroughput.MaxReadRequestUnits",
             "InPlace OnDemandThroughput.MaxReadRequestUnits", "InPlace Tags.team.Value"],
            Between(Orders, Orders with
            {
                DeletionProtection = false,
                Throughput = Orders.Throughput with { MaxReadUnits = 7 },
                Tags = [new("team", "other"), Orders.Tags[1]],
            }));
        Assert.Equal(["Disappears StreamSpecification"], Between(Orders, Orders with { Stream = StreamView.None }));
    }

    [Fact]
    public void What_holds_no_items_is_renewed()
    {
        var changes = StackComparison.Between(Template(Designs.Provisioned), Template(new DeclaredTable(
            Designs.Provisioned.Schema with { Throughput = Designs.Provisioned.Schema.Throughput with { MaxReadUnits = 70 } }, "test-visits", [])));
        Assert.Equal(["VisitsReadScaling InPlace MaxCapacity"], changes.Select(change => $"{change.Resource} {Line(change)}"));

        var old = Template(Designs.Provisioned);
        old["Resources"]!["VisitsReadScaling"]!["Properties"]!["ScalableDimension"] = "dynamodb:table:WriteCapacityUnits";
        Assert.Equal(["Renews ScalableDimension"], StackComparison.Between(old, Template(Designs.Provisioned)).Select(Line));
    }

    [Fact]
    public async Task What_replaces_is_what_the_specification_says()
    {
        var specified = await Judge.ReplacementsAsync(Replacements.All.Keys);

        Assert.Equal(
            Replacements.All.OrderBy(type => type.Key, StringComparer.Ordinal).Select(type => $"{type.Key}: {string.Join(' ', type.Value)}"), specified);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"Resources":[]}""")]
    [InlineData("""{"Resources":{"T":1}}""")]
    public void What_is_no_template_is_refused(string text) =>
        Assert.Throws<FormatException>(() => StackComparison.Between(JsonNode.Parse(text), Template(Named(Orders))));

    private static string[] Between(TableSchema old, TableSchema now) => [.. StackComparison.Between(Template(Named(old)), Template(Named(now))).Select(Line)];

    private static string[] Wholes(IReadOnlyList<StackChange> changes) => [.. changes.Select(change => $"{change.Effect} {change.Resource}")];

    private static string Line(StackChange change) => $"{change.Effect} {change.Property}";

    private static DeclaredTable Named(TableSchema schema) => new(schema, "test-" + schema.Name, []);

    private static JsonNode Template(params DeclaredTable[] tables)
    {
        var ids = new ResourceIds();
        return JsonNode.Parse(CloudFormationForm.Of([.. tables.SelectMany(table => TableResources.Of(table, ids))]))!;
    }
}
