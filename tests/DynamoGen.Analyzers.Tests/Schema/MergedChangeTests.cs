namespace DynamoGen.Analyzers.Tests.Schema;

/// <summary>What the lock says of upcasters that take several attributes, or whole items.</summary>
public sealed class MergedChangeTests
{
    private const string Updated = "DG7003: 'Order' is not in dynamogen.lock.json as it is declared: version 2; update the lock";

    private static readonly string Before = LockedSource.Order("public required string First { get; init; } public string? Last { get; init; }");

    [Fact]
    public async Task Merge_answers_for_all_attributes_that_it_takes() => Assert.Equal([Updated], await LockedSource.Reports(
        Before, Version2("public required string Name { get; init; } [Upcast(1, nameof(Name))] private static string NameOf(string first, string? last) => first;")));

    [Fact]
    public async Task Attribute_that_no_parameter_takes_is_lost()
    {
        var reports = await LockedSource.Reports(
            Before, Version2("public required string Name { get; init; } [Upcast(1, nameof(Name))] private static string NameOf(string first, int? other) => first;"));

        var lost = Assert.Single(reports, report => report.StartsWith("DG7001", StringComparison.Ordinal));
        Assert.Contains("attribute 'Last' is locked as 'S string' and no longer there", lost, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameter_that_needs_what_items_may_lack_is_an_error() => Assert.Contains("items may lack it", Assert.Single(await LockedSource.Reports(
        Before, Version2("public required string Name { get; init; } [Upcast(1, nameof(Name))] private static string NameOf(string first, string last) => first;")),
        report => report.StartsWith("DG7001", StringComparison.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public async Task Split_takes_one_attribute_twice() => Assert.Equal([Updated], await LockedSource.Reports(
        LockedSource.Order("public required string Name { get; init; }"),
        Version2("public required string First { get; init; } public string? Last { get; init; } "
            + "[Upcast(1, nameof(First), StoredAs = \"Name\")] private static string FirstOf(string name) => name; "
            + "[Upcast(1, nameof(Last), StoredAs = \"Name\")] private static string? LastOf(string name) => name;")));

    [Fact]
    public async Task Whole_item_answers_for_what_its_shape_has() => Assert.Equal([Updated], await LockedSource.Reports(
        Before,
        Version2("public required int Length { get; init; } public sealed record V1(string Id, string First) { public string? Last { get; init; } } "
            + "[Upcast(1)] private static Order FromV1(V1 stored) => new() { Id = stored.Id, Length = stored.First.Length };")));

    [Theory]
    [InlineData("public sealed record V1(string Id, string First);", "attribute 'Last' is locked as 'S string' and no longer there")]
    [InlineData("public sealed record V1(string Id, int First) { public string? Last { get; init; } }", "attribute 'First' is locked as 'S string required' and found as 'N int required'")]
    [InlineData("public sealed record V1(string Id, string First, string Last);", "items may lack it")]
    public async Task Whole_item_whose_shape_is_not_what_was_stored_is_an_error(string shape, string reason) => Assert.Contains(reason, Assert.Single(
        await LockedSource.Reports(Before, Version2($"public required int Length {{ get; init; }} {shape} "
            + "[Upcast(1)] private static Order FromV1(V1 stored) => new() { Id = stored.Id, Length = 1 };")),
        report => report.StartsWith("DG7001", StringComparison.Ordinal)), StringComparison.Ordinal);

    /// <summary>The entity in its second version, with no upcaster but what is given.</summary>
    private static string Version2(string members) => LockedSource.WithTable($$"""
        [Entity<Shop>(Version = 2)]
        [Key("ORDER#{Id}", "ORDER")]
        public sealed partial record Order { public required string Id { get; init; } {{members}} }
        """);
}
