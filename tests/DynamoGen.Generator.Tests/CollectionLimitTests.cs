using DynamoGen.Declarations.Problems;

namespace DynamoGen.Generator.Tests;

/// <summary>A limit must not cut off what an item collection needs.</summary>
public sealed class CollectionLimitTests
{
    [Theory]
    [InlineData("ValueTask<Whole?> Of(string id, int limit);", "Limit: limit")]
    [InlineData("[Descending] ValueTask<Parts?> Of(string id, int? limit = null);", "Descending: true, Limit: limit")]
    [InlineData("ValueTask<Maybe?> Of(string id, int limit);", "Limit: limit")]
    [InlineData("[Descending] ValueTask<Late?> Of(string id, int limit);", "Descending: true, Limit: limit")]
    [InlineData("[Descending] ValueTask<Whole?> Of(string id);", "Descending: true")]
    public void A_limit_that_leaves_it_compiles(string method, string options) =>
        Assert.Contains(options, Design.Compiles(Source(method)).Generated["Shop.IHeads.g.cs"], StringComparison.Ordinal);

    [Theory]
    [InlineData("[Descending] ValueTask<Whole?> Of(string id, int limit);", "Head", "Whole")]
    [InlineData("ValueTask<Late?> Of(string id, int limit);", "Tail", "Late")]
    [InlineData("ValueTask<Both?> Of(string id, int? limit = null);", "Tail", "Both")]
    [InlineData("ValueTask<Unsorted?> Of(string id, int limit);", "Head", "Unsorted")]
    public void A_limit_that_can_cut_it_off_is_refused(string method, string member, string collection)
    {
        Design.IsRefused(DeclarationRule.PatternShape, "limit", Source(method));
        var problem = Assert.Single(Design.Problems(GeneratorRun.Of(Sources.Shop.Table, "namespace Shop;\n" + Source(method))));
        Assert.Contains($"'limit' can cut off '{member}' of '{collection}'", problem.Arguments[1], StringComparison.Ordinal);
    }

    private static string Source(string method) => $$"""
        [Entity<ShopTable>] [Key("A#{Id}", "HEAD")] public sealed partial record Head(string Id);
        [Entity<ShopTable>] [Key("A#{Id}", "PART#{Number}")] public sealed partial record Part(string Id, int Number);
        [Entity<ShopTable>] [Key("A#{Id}", "TAIL")] public sealed partial record Tail(string Id);
        [Entity<ShopTable>] [Key("A#{Id}", "{Text}")] public sealed partial record Free(string Id, string Text);
        [ItemCollection] public sealed class Whole { public required Head Head { get; init; } public List<Part> Parts { get; init; } = []; }
        [ItemCollection] public sealed class Parts { public List<Part> All { get; init; } = []; public Tail? Tail { get; init; } }
        [ItemCollection] public sealed class Maybe { public Head? Head { get; init; } public List<Part> Parts { get; init; } = []; }
        [ItemCollection] public sealed class Late { public List<Part> Parts { get; init; } = []; public required Tail Tail { get; init; } }
        [ItemCollection] public sealed class Both { public required Head Head { get; init; } public required Tail Tail { get; init; } }
        [ItemCollection] public sealed class Unsorted { public required Head Head { get; init; } public List<Free> All { get; init; } = []; }
        [Repository<Head>] public partial interface IHeads { {{method}} }
        """;
}
