using DynamoGen.Declarations.Problems;

namespace DynamoGen.Generator.Tests;

/// <summary>The table's own partition key is spread over shards, of which each item's sort key names one.</summary>
public sealed class TableShardTests
{
    private const string Tables = """
        namespace Shop;
        [Table("events")]
        [GlobalIndex("by-kind", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
        [GlobalIndex("turned", PartitionKey = "sk", SortKey = "pk")]
        [LocalIndex("by-size", SortKey = "lsi1sk")]
        public sealed partial class T;
        [Table("numbered", SortKeyType = KeyAttributeType.Number)] public sealed partial class Numbered;
        [Table("bytes", SortKeyType = KeyAttributeType.Binary)] public sealed partial class Bytes;
        [Table("counted", PartitionKeyType = KeyAttributeType.Number)] public sealed partial class Counted;
        [Table("flat", SortKey = null)] public sealed partial class Flat;

        """;

    private const string Events = """
        [Entity<T>]
        [Key("by-size", "DAY#{Day}", "{Size}")]
        [Key("DAY#{Day}", "{At}#{Id}", Shards = 12)]
        [Key("by-kind", "KIND#{Kind}", "{At}", Shards = 3)]
        [Key("turned", "{At}#{Id}", "DAY#{Day}")]
        public sealed partial record Event(DateOnly Day, DateTimeOffset At, int Id, string Kind, int Size) : IEntry, ITagged;
        [Entity<T>] [Key("DAY#{Day}", "NOTE#{Title}", Shards = 12)] public sealed partial record Note(DateOnly Day, string Title) : IEntry;
        [Entity<T>] [Key("DAY#{Day}", "TAG#{Text}", Shards = 13)] public sealed partial record Tag(DateOnly Day, string Text) : ITagged;
        [ItemCollection(typeof(Event), typeof(Note))] public interface IEntry;
        [ItemCollection(typeof(Event), typeof(Tag))] public interface ITagged;
        [ItemCollection] public sealed partial record Notes(IReadOnlyList<Note> All) { public Notes() : this([]) { } }
        [ItemCollection] public sealed partial record Tags(IReadOnlyList<Tag> All) { public Tags() : this([]) { } }

        """;

    [Theory]
    [InlineData("[Entity<T>] [Key(\"ALL\", \"{Id}\", Shards = 2)] public sealed partial record Thing(string Id);")]
    [InlineData("[Entity<T>] [Key(\"ALL\", \"THING#{Id}\", Shards = 100)] public sealed partial record Thing(Guid Id);")]
    [InlineData("[Entity<T>] [Key(\"{Day}\", \"{Day}#{Shard}#{ShardNumber}\", Shards = 2)] public sealed partial record Thing(DateOnly Day, int Shard, int ShardNumber);")]
    [InlineData("[Entity<T>] [Key(\"DAY#{At:yyyy-MM-dd}\", \"{At}#{SortKey}\", Shards = 2)] public sealed partial record Thing(DateTimeOffset At, string SortKey);")]
    [InlineData("[Entity<Numbered>] [Key(\"ROOM#{Room}\", \"{Number}\", Shards = 7)] public sealed partial record Thing(string Room, long Number);")]
    [InlineData("[Entity<Bytes>] [Key(\"ROOM#{Room}\", \"{Hash}\", Shards = 7)] public sealed partial record Thing(string Room, byte[] Hash);")]
    [InlineData("[Entity<T>] [Key(\"BY#{Owner}\", \"{Id}\", Shards = 4)] [Unique(\"NAME#{Name}\")] public sealed partial record Thing(string Owner, string Id, string Name);")]
    [InlineData("[Entity<T>] [Key(\"{Owner}\", \"{Id}\", Shards = 4)] [Key(\"by-size\", \"{Owner}\", \"{Size}\")] public sealed partial record Thing(string Owner, string Id, int? Size);")]
    public void A_spread_table_key_compiles(string entity) => Design.Compiles(GeneratorRun.Of(Tables + entity));

    [Theory]
    [InlineData("ValueTask<Event?> Get(DateOnly day, DateTimeOffset at, int id); ValueTask<bool> Exists(DateOnly day, DateTimeOffset at, int id);")]
    [InlineData("ValueTask Put(Event item); ValueTask Create(Event item); ValueTask Replace(Event item); ValueTask Delete(Event item); ValueTask PutMany(IEnumerable<Event> items);")]
    [InlineData("ValueTask<bool> Delete(DateOnly day, DateTimeOffset at, int id); DynamoGen.Transactions.WriteAction PutAction(Event item); DynamoGen.Transactions.ReadAction<Event> Read(DateOnly day, DateTimeOffset at, int id);")]
    [InlineData("[Update(\"SET Kind = {kind}\")] ValueTask UpdateKind(DateOnly day, DateTimeOffset at, int id, string kind);")]
    [InlineData("[Update(\"SET Kind = {kind}\")] ValueTask UpsertKind(DateOnly day, DateTimeOffset at, int id, string kind, int size);")]
    [InlineData("[ConsistentRead, Descending] ValueTask<Page<Event>> Of(DateOnly day, int limit, string? cursor);")]
    [InlineData("ValueTask<long> CountOf(DateOnly[] days); ValueTask<List<Event>> Of(DateOnly day, DateTimeOffset from); [Query] ValueTask<Event?> FirstOf(DateOnly day);")]
    [InlineData("[Index(\"by-size\"), ConsistentRead] IAsyncEnumerable<Event> Of(DateOnly day, int from); [Index(\"by-kind\")] IAsyncEnumerable<Event> With(string kind);")]
    [InlineData("[Index(\"turned\")] IAsyncEnumerable<Event> At(DateTimeOffset at, int id); [Index(\"turned\"), Query] ValueTask<Event?> On(DateTimeOffset at, int id, DateOnly day);")]
    [InlineData("IAsyncEnumerable<IEntry> Entries(DateOnly day); ValueTask<Notes?> Notes(DateOnly day); IAsyncEnumerable<Event.PrimaryKey> Keys(DateOnly day);")]
    public void Everything_is_read_and_written_by_it(string methods) => Design.Compiles(Run(methods));

    [Fact]
    public void One_item_names_its_shard_and_a_query_asks_all()
    {
        var run = Design.Compiles(Run("ValueTask<Event?> Get(DateOnly day, DateTimeOffset at, int id); ValueTask<Notes?> Of(DateOnly day);"));
        var (entity, repository) = (run.Generated["Shop.Event.g.cs"], run.Generated["Shop.IEvents.g.cs"]);

        Assert.Contains("WritePartitionKey(ref partitionKey, this.Day, Keys.Primary.ShardOf(this.At, this.Id));", entity, StringComparison.Ordinal);
        Assert.Contains("WritePartitionKey(ref key1, entity.Day, Keys.Primary.ShardOf(entity.At, entity.Id));", entity, StringComparison.Ordinal);
        Assert.Contains("Primary.WritePartitionKey(ref partitionKey, day, Primary.ShardOf(at, id));", entity, StringComparison.Ordinal);
        Assert.Contains("return global::DynamoGen.Keys.ShardNumber.ShardOf(default, sortKey.Written, 12);", entity, StringComparison.Ordinal);
        Assert.Contains("return global::DynamoGen.Keys.ShardNumber.ShardOf(partitionKey.Written, sortKey.Written, 3);", entity, StringComparison.Ordinal);
        Assert.Contains("new global::Shop.Event.PrimaryKey(day, at, id)", repository, StringComparison.Ordinal);
        Assert.Contains("public int Shards => 12;", repository, StringComparison.Ordinal);
        Assert.Contains("Keys.Primary.WritePartitionKey(ref key, day, shard);", repository, StringComparison.Ordinal);
        Assert.Contains(".QueryShardsCollectionAsync<", repository, StringComparison.Ordinal);
        Assert.Contains("from 12 shards", repository, StringComparison.Ordinal);
        Assert.Contains("PatternReach(\"DAY#\", false)", repository, StringComparison.Ordinal);
    }

    [Fact]
    public void A_constant_partition_reaches_all_its_shards()
    {
        var run = Design.Compiles(GeneratorRun.Of(Tables + """
            [Entity<T>] [Key("ALL", "{Id}", Shards = 2)] public sealed partial record Thing(string Id);
            [Repository<Thing>] public partial interface IThings { ValueTask<Thing?> Get(string id); }
            """));

        Assert.Contains("PatternReach(\"ALL#\", false)", run.Generated["Shop.IThings.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Key(\"DAY#{Id}\", \"ALL\", Shards = 4)", "T", "without one all items of a partition are in one shard")]
    [InlineData("Key(\"DAY#{Id}\", Shards = 4)", "Flat", "without one all items of a partition are in one shard")]
    [InlineData("Key(\"{Number}\", \"{Id}\", Shards = 4)", "Counted", "must be a String")]
    [InlineData("Key(\"DAY#{Id}\", \"{Number}\", Shards = 1)", "T", "must be 2 to 100")]
    [InlineData("Key(\"DAY#{Id}\", \"{Number}\", Shards = 101)", "T", "must be 2 to 100")]
    public void Shards_that_cannot_be_computed_are_refused(string key, string table, string reason)
    {
        var run = GeneratorRun.Of(Tables + $"[Entity<{table}>] [{key}] public sealed partial record Thing(string Id, int Number);");
        var problem = Assert.Single(Design.Problems(run), problem => problem.Arguments[1] == "Shards");

        Assert.Equal(DeclarationRule.KeyTemplate, problem.Rule);
        Assert.Contains(reason, problem.Arguments[2], StringComparison.Ordinal);
        Assert.Empty(Design.Unexpected(run));
    }

    [Fact]
    public void A_local_index_cannot_be_spread_by_itself()
    {
        var run = GeneratorRun.Of(Tables + """
            [Entity<T>] [Key("DAY#{Id}", "{Number}")] [Key("by-size", "DAY#{Id}", "{Number}", Shards = 4)] public sealed partial record Thing(string Id, int Number);
            """);
        var problem = Assert.Single(Design.Problems(run), problem => problem.Rule == DeclarationRule.KeyTemplate);

        Assert.Contains("a local one has the table's partition key, and its shards", problem.Arguments[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Shards = 4", "DAY#{Id}#{shard of 8}' and 'DAY#{Id}#{shard of 4}")]
    [InlineData("LowCardinalityJustification = \"few\"", "DAY#{Id}#{shard of 8}' and 'DAY#{Id}")]
    public void A_global_index_of_the_same_attribute_has_the_same_shards(string setting, string templates)
    {
        var run = GeneratorRun.Of($$"""
            namespace Shop;
            [Table("t")] [GlobalIndex("again", PartitionKey = "pk", SortKey = "other")] public sealed partial class T;
            [Entity<T>] [Key("DAY#{Id}", "{Number}", Shards = 8)] [Key("again", "DAY#{Id}", "{Other}", {{setting}})]
            public sealed partial record Thing(string Id, int Number, int Other);
            """);
        var problem = Assert.Single(Design.Problems(run));

        Assert.Equal(DeclarationRule.AttributeConflict, problem.Rule);
        Assert.Equal(templates, problem.Arguments[1]);
    }

    [Theory]
    [InlineData("ValueTask<Tags?> Of(DateOnly day);", "must have the partition key \"DAY#{Day}\" over 12 shards, and has \"DAY#{Day}\" over 13 shards")]
    [InlineData("IAsyncEnumerable<ITagged> Of(DateOnly day);", "must have the partition key \"DAY#{Day}\" over 12 shards, and has")]
    public void Entities_of_one_partition_have_the_same_number_of_shards(string method, string reason)
    {
        var run = Run(method);
        var problem = Assert.Single(Design.Problems(run));

        Assert.Equal(DeclarationRule.UnservedPattern, problem.Rule);
        Assert.Contains(reason, problem.Arguments[1], StringComparison.Ordinal);
        Assert.Empty(Design.Unexpected(run));
    }

    private static GeneratorRun Run(string methods) => GeneratorRun.Of(Tables + Events + $"[Repository<Event>] public partial interface IEvents {{ {methods} }}");
}
