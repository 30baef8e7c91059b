using DynamoGen.Analyzers.Regions;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Regions;

/// <summary>Stream handlers of items that expire in several regions.</summary>
public sealed class RegionStreamTests
{
    private const string Setting = "Stream = StreamView.NewAndOldImages, TimeToLive = \"Expires\"";

    [Theory]
    [InlineData("ValueTask {|DG8008:Removed|}(Visit before, RemovalCause cause) => default;")]
    [InlineData("ValueTask {|DG8008:Removed|}(Visit before) => default;")]
    [InlineData("Task {|DG8008:RemovedAsync|}(Visit before, CancellationToken cancellationToken) => Task.CompletedTask;")]
    [InlineData("ValueTask Inserted(Visit after) => default;")]
    [InlineData("ValueTask Removed(User before) => default;")]
    public Task A_removal_that_every_region_shows_is_told(string method) => Reports("Replica(\"eu-west-1\"), Replica(\"us-east-1\")", method);

    [Fact]
    public Task A_table_in_one_region_is_left_alone() => Reports("TableTag(\"team\", \"a\")", "ValueTask Removed(Visit before, RemovalCause cause) => default;");

    [Theory]
    [InlineData("", "'Removed' is told of each expiry in every region of 'visits'; let the handler run in one region, or come to the same when it runs in all")]
    [InlineData(
        ", RemovalCause cause",
        "'Removed' is told of each expiry in every region of 'visits', and of RemovalCause.TimeToLive in one of them alone; "
            + "let the handler run in one region, or come to the same when it runs in all")]
    public async Task The_cause_is_mentioned_where_it_is_looked_at(string parameter, string message) => Assert.Equal(
        message,
        Assert.Single(await Diagnosis.Of<RegionStreamAnalyzer>(
            Source("Replica(\"eu-west-1\"), Replica(\"us-east-1\")", $"ValueTask Removed(Visit before{parameter}) => default;"))).GetMessage());

    private static Task Reports(string attributes, string method) => RuleTest<RegionStreamAnalyzer>.Reports(Source(attributes, method));

    private static string Source(string attributes, string method) => Design.ShopSource.Of($$"""
        using DynamoGen.Streams;
        [Table("visits", {{Setting}}), {{attributes}}] sealed partial class Visits;
        [Entity<Visits>, Key("VISIT#{Id}", "A")] sealed partial record Visit(string Id, [property: TimeToLive] DateTimeOffset Expires);
        [Entity<Visits>, Key("USER#{Id}", "A")] sealed partial record User(string Id);
        [StreamHandler<Visits>] sealed partial class VisitHandler { {{method}} }
        """);
}
