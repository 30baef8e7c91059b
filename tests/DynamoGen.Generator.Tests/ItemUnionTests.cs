using DynamoGen.Declarations.Problems;

namespace DynamoGen.Generator.Tests;

/// <summary>An item of any of several entities is read as one entity is, where all of them are served alike.</summary>
public sealed class ItemUnionTests
{
    private const string Entities = """
        using DynamoGen.Transactions;
        namespace Shop;
        [Table("shop", TimeToLive = "Until")]
        [GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
        [GlobalIndex("keys", PartitionKey = "gsi2pk", SortKey = "gsi2sk", Projection = IndexProjection.KeysOnly)]
        [LocalIndex("near", SortKey = "nearsk", Projection = IndexProjection.KeysOnly)]
        [LocalIndex("local", SortKey = "localsk")]
        public sealed partial class T;
        [Table("elsewhere")] public sealed partial class Elsewhere;

        [Entity<T>] [Key("A#{Id}", "HEAD")] [Key("gsi1", "BY#{Who}", "{At}")] [Key("keys", "BY#{Who}", "{At}")] [Key("near", "A#{Id}", "{Who}")] [Key("local", "A#{Id}", "{Size}")]
        public sealed partial record Head(string Id, string Who, DateTimeOffset At, int Size) : IItem, IWide, IOther, IAlone, ITwice, INoEntity, ISame { public string? Note { get; init; } }
        [Entity<T>] [Key("A#{Id}", "PART#{Number}")] [Key("gsi1", "BY#{Owner}", "{At}")] [Key("keys", "BY#{Owner}", "{At}")] [Key("near", "A#{Id}", "{Owner}")] [Key("local", "A#{Id}", "{Size}")]
        public sealed partial record Part(string Id, int Number, string Owner, DateTimeOffset At, int Size, [property: TimeToLive] DateTimeOffset? Until) : Base, IItem, IWide, IElsewhere;
        [Entity<T>] [Key("B#{Id}", "FREE")] [Key("gsi1", "BY#{Id}", "{Size}")] public sealed partial record Free(string Id, long Size) : IWide;
        [Entity<T>] [Key("A#{Id}", "PART#{Number}#{Revision}")] public sealed partial record Draft(string Id, int Number, int Revision) : Base;
        [Entity<T>(Name = "Head")] [Key("A#{Id}", "HEAD")] public sealed partial record OldHead(string Id) : ISame;
        [Entity<Elsewhere>] [Key("A#{Id}", "E")] public sealed partial record Foreign(string Id) : IElsewhere;

        [ItemCollection(typeof(Head), typeof(Part))] public interface IItem;
        [ItemCollection(typeof(Head), typeof(Part), typeof(Free))] public interface IWide;
        [ItemCollection(typeof(Part), typeof(Draft))] public abstract record Base;
        [ItemCollection] public interface IOther;
        [ItemCollection(typeof(Head))] public interface IAlone;
        [ItemCollection(typeof(Part), typeof(Foreign))] public interface IElsewhere;
        [ItemCollection(typeof(Head), typeof(Draft))] public interface IUnimplemented;
        [ItemCollection(typeof(Head), typeof(Head))] public interface ITwice;
        [ItemCollection(typeof(Head), typeof(OldHead))] public interface ISame;
        [ItemCollection(typeof(Head), typeof(string))] public interface INoEntity;

        """;

    [Theory]
    [InlineData("IAsyncEnumerable<IItem> Of(string id);")]
    [InlineData("[Descending, ConsistentRead, IncludeExpired] IAsyncEnumerable<IItem> Of(string id, int limit);")]
    [InlineData("ValueTask<Page<IItem>> Of(string id, int limit, string? cursor);")]
    [InlineData("Task<IReadOnlyList<IItem>> Of(string id); ValueTask<List<IItem>> List(string id); ValueTask<IItem[]> Array(string id);")]
    [InlineData("[Query, Descending] ValueTask<IItem?> LastOf(string id);")]
    [InlineData("[Index(\"gsi1\")] IAsyncEnumerable<IItem> By(string who, DateTimeOffset? from = null, DateTimeOffset? to = null);")]
    [InlineData("[Index(\"gsi1\")] ValueTask<IItem?> FirstBy(string who);")]
    [InlineData("[Filter(\"Size > {size}\")] IAsyncEnumerable<IItem> Above(string id, int? size);")]
    [InlineData("[AllowScan(\"why\"), Filter(\"Size IN {sizes}\")] IAsyncEnumerable<IItem> All(int[] sizes, int segments);")]
    [InlineData("[AllowScan(\"why\"), Index(\"gsi1\")] ValueTask<Page<IWide>> All(int limit, string? cursor);")]
    [InlineData("[AllowScan(\"why\")] IAsyncEnumerable<IWide> All(int segment, int segments); IAsyncEnumerable<IAlone> Alone(string id);")]
    public void What_all_entities_serve_compiles(string methods) =>
        Design.Compiles(GeneratorRun.Of(Entities + $"[Repository<Head>] public partial interface IHeads {{ {methods} }}"));

    [Fact]
    public void An_abstract_record_compiles_whose_sort_keys_differ() => Design.Compiles(
        GeneratorRun.Of(Entities + "[Repository<Part>] public partial interface IParts { ValueTask<Page<Base>> Of(string id, int limit, string? cursor); }"));

    [Theory]
    [InlineData("ValueTask<IItem?> Of(string id);", "a GetItem is of one entity; return Head?, or mark the method with [Query] for the first item of 'IItem'")]
    [InlineData("ReadAction<IItem> Read(string id);", "a transaction reads whole entities")]
    [InlineData("[Query] ValueTask<IItem> Of(string id);", "[Query] is no method that takes and returns what it does")]
    [InlineData("IAsyncEnumerable<IItem> GetMany(IEnumerable<Head.PrimaryKey> keys);", "GetMany returns IAsyncEnumerable<Head>")]
    [InlineData("ValueTask<IItem?> Upsert(Head head);", "")]
    [InlineData("[Put] ValueTask Store(IEnumerable<IItem> items);", "")]
    [InlineData("[Index(\"keys\"), Hydrate] IAsyncEnumerable<IItem> Of(string who);", "hydrated items are of one entity; return Head")]
    [InlineData("IAsyncEnumerable<IOther> Of(string id);", "'IOther' names no entities of which an item is one; say [ItemCollection(typeof(Head), ...)]")]
    [InlineData("IAsyncEnumerable<IUnimplemented> Of(string id);", "'Head', which 'IUnimplemented' names, must implement 'IUnimplemented'")]
    [InlineData("IAsyncEnumerable<ITwice> Of(string id);", "'ITwice' names an entity twice")]
    [InlineData("IAsyncEnumerable<ISame> Of(string id);", "'ISame' names 'Head' and 'OldHead', whose items are both of 'Head'")]
    [InlineData("IAsyncEnumerable<INoEntity> Of(string id);", "'String', which 'INoEntity' names, is not marked with [Entity]")]
    [InlineData("IAsyncEnumerable<IElsewhere> Of(string id);", "'Foreign', which 'IElsewhere' names, is of another table than 'Head'")]
    [InlineData("IAsyncEnumerable<Base> Of(string id);", "'Base' does not name 'Head', whose repository it is")]
    [InlineData("[IncludeExpired] IAsyncEnumerable<IAlone> Of(string id);", "[IncludeExpired] means nothing to 'IAlone', of which no entity has a [TimeToLive]")]
    [InlineData("ValueTask<Page<IItem>> Of(string id);", "a page takes the number of its items")]
    [InlineData("[AllowScan(\"why\")] IAsyncEnumerable<IItem> Of(string id);", "'id' is for a Query")]
    public void What_is_of_one_entity_is_refused(string method, string reason) => Refused(DeclarationRule.PatternShape, method, reason);

    [Theory]
    [InlineData("IAsyncEnumerable<IWide> Of(string id);", "'Free' of 'IWide' must have the partition key \"A#{Id}\", and has the partition key \"B#{Id}\"")]
    [InlineData("[Index(\"local\")] IAsyncEnumerable<IWide> Of(string id);", "'Free' has no key in index 'local'; add [Key(\"local\", ...)] to it")]
    [InlineData("[Index(\"gsi1\")] IAsyncEnumerable<IWide> Of(string who, DateTimeOffset at);", "which is not the same for 'Free' of 'IWide': its sort key is \"{Size}\", that of 'Head' \"{At}\"")]
    public void An_entity_that_the_key_does_not_serve_is_named(string method, string reason) => Refused(DeclarationRule.UnservedPattern, method, reason);

    [Theory]
    [InlineData("ValueTask<Page<Base>> Of(string id, int number, int limit, string? cursor);", "'Draft' of 'Base'")]
    [InlineData("IAsyncEnumerable<Base> Of(string id, int from);", "'Draft' of 'Base'")]
    public void A_part_of_the_sort_key_means_the_same_for_all(string method, string reason) =>
        Refused(DeclarationRule.UnservedPattern, method, reason, repository: "Part");

    [Theory]
    [InlineData("[Filter(\"Note = 'x'\")] IAsyncEnumerable<IItem> Of(string id);", "names 'Note', which is no stored property of Part")]
    [InlineData("[AllowScan(\"why\"), Filter(\"Size = {size}\")] IAsyncEnumerable<IWide> All(int size);", "here of 'Free'")]
    public void A_filter_names_what_all_entities_have(string method, string reason) => Refused(DeclarationRule.Expression, method, reason);

    [Theory]
    [InlineData("[Index(\"keys\")] IAsyncEnumerable<IItem> By(string who);")]
    [InlineData("[AllowScan(\"why\"), Index(\"near\")] IAsyncEnumerable<IItem> All();")]
    public void An_index_that_does_not_hold_the_items_is_refused(string method) =>
        Refused(DeclarationRule.IndexProjection, method, "items of several entities are whole, those of 'Head' too", at: 4);

    [Fact]
    public void Equal_filters_are_one_and_others_are_told_apart_by_their_entities()
    {
        var text = Design.Compiles(GeneratorRun.Of(Entities + """
            [Repository<Head>] public partial interface IHeads
            {
                [IncludeExpired, Filter("Size > {size}")] IAsyncEnumerable<IItem> Same(string id, int size);
                [Filter("Size > {size}")] IAsyncEnumerable<IItem> Apart(string id, int size);
            }
            """)).Generated["Shop.IHeads.g.cs"];

        Assert.Contains("Items are filtered after they were read: _t IN ('Head', 'Part') AND Size > {size}.", text, StringComparison.Ordinal);
        Assert.Contains(
            "Items are filtered after they were read: _t = 'Head' AND Size > {size} OR _t = 'Part' AND (attribute_not_exists(Until) OR Until > {now}) AND Size > {size}.",
            text,
            StringComparison.Ordinal);
        Assert.Single(text.Split("private readonly struct IItemReader").Skip(1));
    }

    private static void Refused(DeclarationRule rule, string method, string reason, int at = 1, string repository = "Head")
    {
        var run = GeneratorRun.Of(Entities + $"[Repository<{repository}>] public partial interface IThings {{ {method} }}");
        var problem = Assert.Single(Design.Problems(run));

        Assert.Equal(rule, problem.Rule);
        Assert.Contains(reason, problem.Arguments[at], StringComparison.Ordinal);
        Assert.Empty(Design.Unexpected(run));
    }
}
