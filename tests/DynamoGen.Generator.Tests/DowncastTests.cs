using DynamoGen.Declarations.Problems;
using DynamoGen.Generator.Tests.Sources;

namespace DynamoGen.Generator.Tests;

public sealed class DowncastTests
{
    private const string UpPrice = "[Upcast(1, nameof(Price))] private static Money PriceOf(decimal dollars) => new(dollars);";
    private const string DownPrice = "[Downcast(1, nameof(Price))] private static decimal DollarsOf(Money price) => price.Amount;";
    private const string Price = $"public required Money Price {{ get; init; }} {UpPrice} {DownPrice}";

    [Theory]
    [InlineData("Shop.Booking")]
    [InlineData("Shop.IBookings")]
    public void Items_are_written_in_the_form_of_the_older_version(string name)
    {
        var run = Design.Compiles(GeneratorRun.Of(Bookings.Source));

        Snapshot.Matches(run.Generated[name + ".g.cs"], name);
    }

    [Fact]
    public void Without_WriteAs_downcasters_change_nothing_of_what_is_generated()
    {
        var source = Bookings.Source.Replace(", WriteAs = 1", "", StringComparison.Ordinal);
        var with = Design.Compiles(GeneratorRun.Of(source)).Generated["Shop.Booking.g.cs"];
        var lines = source.Split('\n').Where(line => !line.Contains("[Downcast(", StringComparison.Ordinal));
        var without = GeneratorRun.Of(string.Join('\n', lines)).Generated["Shop.Booking.g.cs"];

        Assert.Equal(without, with);
    }

    [Theory]
    [InlineData(Price)]
    [InlineData("public long Count { get; init; } [Upcast(1, nameof(Count))] static long CountOf(string text) => 0; [Downcast(1, \"Count\")] static string? TextOf(long Count) => null;")]
    [InlineData("public string? Remark { get; init; } [Upcast(1, nameof(Remark), StoredAs = \"Note\")] static string? RemarkOf(string? note) => note;")]
    [InlineData("public Code Number { get; init; } public readonly record struct Code(string Value); [Upcast(1, nameof(Number))] static Code NumberOf(string number) => new(number);")]
    [InlineData("public string? Name { get; init; } [Upcast(1, nameof(Name))] static string? NameOf(string first, string? last) => null; [Downcast(1, \"First\")] static string FirstOf(string? name) => \"\"; [Downcast(1, \"Last\")] static string? LastOf(string? name) => null;")]
    [InlineData("public DateTimeOffset At { get; init; } [Upcast(1, nameof(At))] static DateTimeOffset AtOf([EpochSeconds] DateTimeOffset at) => at; [Downcast(1, \"At\")] static DateTimeOffset SecondsOf(DateTimeOffset at) => at;")]
    [InlineData("public sealed record V1(string Id, string Memo); public required string Remark { get; init; } [Upcast(1)] static Thing FromV1(V1 stored) => new() { Id = stored.Id, Remark = stored.Memo }; [Downcast(1)] static V1 ToV1(Thing thing) => new(thing.Id, thing.Remark);")]
    [InlineData("[AttributeName(\"secret\")] private Kept Inside { get; init; } = new(1); private sealed record Kept(int Number); [Upcast(1, nameof(Inside))] static Kept InsideOf(int secret) => new(secret); [Downcast(1, nameof(Inside))] static int NumberOf(Kept Inside) => Inside.Number;")]
    [InlineData(Price + "[UnknownAttributes] public Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>? Rest { get; init; }")]
    public void What_leads_to_the_older_version_compiles(string members) => Design.Compiles(Thing("Version = 2, WriteAs = 1", members));

    [Theory]
    [InlineData("Version = 2, WriteAs = 2")]
    [InlineData("Version = 2, WriteAs = 3")]
    [InlineData("Version = 2, WriteAs = 0")]
    [InlineData("Version = 2, WriteAs = -1")]
    public void A_version_that_is_no_older_one_is_refused(string versions) =>
        Design.IsRefused(DeclarationRule.VersionGap, $"Entity<ShopTable>({versions})", Thing(versions, Price));

    [Theory]
    [InlineData($"public required Money Price {{ get; init; }} {UpPrice}")]
    [InlineData("public long Count { get; init; } [Upcast(1, nameof(Count), StoredAs = \"Number\")] static long CountOf(int number) => number;")]
    [InlineData("public string? Remark { get; init; } [Upcast(1, nameof(Remark), StoredAs = \"Note\")] static string RemarkOf(string note) => note;")]
    [InlineData("public string? Remark { get; init; } [Upcast(1, nameof(Remark), StoredAs = \"Note\")] static string? RemarkOf(string? note) => note + \"!\";")]
    [InlineData("public string? Name { get; init; } [Upcast(1, nameof(Name))] static string? NameOf(string first, string? last) => null; [Downcast(1, \"First\")] static string FirstOf(string? name) => \"\";")]
    [InlineData("public sealed record V1(string Id); [Upcast(1)] static Thing FromV1(V1 stored) => new() { Id = stored.Id };")]
    public void What_no_downcaster_leads_to_is_refused(string members) =>
        Design.IsRefused(DeclarationRule.VersionGap, "Entity<ShopTable>(Version = 2, WriteAs = 1)", Thing("Version = 2, WriteAs = 1", members));

    [Theory]
    [InlineData("[Downcast(1, \"Price\")] decimal Down(Money price) => 0;")]
    [InlineData("[Downcast(1, \"Price\")] static void Down(Money price) { }")]
    [InlineData("[Downcast(1, \"Price\")] static decimal Down<T>(Money price) => 0;")]
    [InlineData("[Downcast(1, \"Price\")] static decimal Down(ref Money price) => 0;")]
    [InlineData("[Downcast(1, \"Price\")] static decimal Down() => 0;")]
    [InlineData("[Downcast(1, \"\")] static decimal Down(Money price) => 0;")]
    [InlineData("[Downcast(0, \"Price\")] static decimal Down(Money price) => 0;")]
    [InlineData("[Downcast(2, \"Price\")] static decimal Down(Money price) => 0;")]
    [InlineData("[Downcast(1, \"Price\")] static decimal Down(Money money) => 0;")]
    [InlineData("[Downcast(1, \"Price\")] static decimal Down(Money PRICE) => 0;")]
    [InlineData("[Downcast(1, \"Price\")] static decimal Down(decimal price) => 0;")]
    [InlineData("[Downcast(1, \"Price\")] static string Down(Money price) => \"\";")]
    [InlineData("[Downcast(1, \"Plain\")] static int Down(int plain) => 0;")]
    [InlineData("[Downcast(1)] static string Down(Thing thing) => \"\";")]
    [InlineData("[Downcast(1, \"Price\")] static decimal First(Money price) => 0; [Downcast(1, nameof(Price))] static decimal Down(Money price) => 0;")]
    public void A_downcaster_that_does_not_fit_is_refused(string downcaster)
    {
        var source = Thing("Version = 2", $"public int Plain {{ get; init; }} public required Money Price {{ get; init; }} {UpPrice} {downcaster}");

        Design.IsRefused(DeclarationRule.Upcaster, "Down", source);
    }

    [Fact]
    public void A_result_that_cannot_be_stored_is_refused() => Design.IsRefused(
        DeclarationRule.UnmappableType, "Down", Thing("Version = 2, WriteAs = 1", Price + "[Downcast(1, \"Other\")] static System.IO.Stream Down(Money price) => null!;"));

    [Fact]
    public void What_no_upcaster_takes_is_refused_beside_unknown_attributes() => Design.IsRefused(
        DeclarationRule.Upcaster, "Other", Thing("Version = 2, WriteAs = 1", Price + """
            [UnknownAttributes] public Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>? Rest { get; init; }
            [Downcast(1, "Other")] private static int Other(Money price) => 0;
            """));

    [Theory]
    [InlineData("[Key(\"byGsi1\", \"PRICE#{Price.Amount}\", \"{Id}\")]", Price)]
    [InlineData("[Key(\"byGsi1\", \"C#{Count}\", \"{Id}\")]", "public long Count { get; init; } [Upcast(1, nameof(Count))] static long CountOf(string text) => 0; [Downcast(1, \"Count\")] static string TextOf(long count) => \"\";")]
    [InlineData("[Unique(\"C#{Count}\")]", "public long Count { get; init; } [Upcast(1, nameof(Count))] static long CountOf(string text) => 0; [Downcast(1, \"Count\")] static string TextOf(long count) => \"\";")]
    [InlineData("", "[OptimisticLock] public long Count { get; init; } [Upcast(1, nameof(Count), StoredAs = \"Old\")] static long CountOf(long old) => old;")]
    public void Keys_and_what_writes_keep_need_the_form_that_they_have(string key, string members) =>
        Design.IsRefused(DeclarationRule.VersionGap, "Entity<IndexedTable>(Version = 2, WriteAs = 1)",
            "[Table(\"indexed\")] [GlobalIndex(\"byGsi1\", PartitionKey = \"gsi1pk\", SortKey = \"gsi1sk\")] public sealed partial class IndexedTable; "
                + Thing("Version = 2, WriteAs = 1", members, key).Replace("ShopTable", "IndexedTable", StringComparison.Ordinal));

    [Theory]
    [InlineData("[Update(\"SET Price = {price}\")] ValueTask Update(string id, Money price);")]
    [InlineData("[Update(\"SET Plain = {plain}, Remark = {remark}\")] ValueTask Update(string id, int plain, string remark);")]
    [InlineData("[Update(\"REMOVE Remark\")] ValueTask Update(string id);")]
    [InlineData("[Update(\"ADD Plain 1\"), Condition(\"begins_with(Remark, 'a')\")] ValueTask<bool> Update(string id);")]
    [InlineData("[Filter(\"Remark = {remark}\")] IAsyncEnumerable<Thing> Of(string id, string remark);")]
    public void Updates_and_tests_of_what_keeps_its_form_or_is_set_as_a_whole_compile(string method) => Design.Compiles(Repository(method));

    [Theory]
    [InlineData("[Update(\"SET Price.Amount = {amount}\")] ValueTask {0}(string id, decimal amount);")]
    [InlineData("[Update(\"SET Price = if_not_exists(Price, {price})\")] ValueTask {0}(string id, Money price);")]
    [InlineData("[Update(\"REMOVE Title\")] ValueTask {0}(string id);")]
    [InlineData("[Update(\"SET Title = {title}\")] ValueTask {0}(string id, string title);")]
    [InlineData("[Update(\"SET Remark = Title\")] ValueTask {0}(string id);")]
    [InlineData("[Update(\"ADD Plain 1\"), Condition(\"Price.Amount > 1\")] ValueTask {0}(string id);")]
    [InlineData("[Filter(\"Price.Amount > 1\")] IAsyncEnumerable<Thing> {0}(string id);")]
    [InlineData("[Put, Condition(\"attribute_exists(Title)\")] ValueTask<bool> {0}(Thing thing);")]
    [InlineData("[Upsert, Update(\"SET Price = {price}\")] ValueTask {0}(string id, Money price);")]
    public void What_has_another_form_is_neither_changed_in_part_nor_tested(string method) =>
        Assert.Equal(DeclarationRule.Expression, Assert.Single(Design.Problems(GeneratorRun.Of(
            Shop.Table, "namespace Shop;\n" + Repository(method.Replace("{0}", "Touch", StringComparison.Ordinal))))).Rule);

    [Fact]
    public void A_property_that_is_a_part_of_what_another_one_becomes_is_not_updated() =>
        Assert.Equal(DeclarationRule.Expression, Assert.Single(Design.Problems(GeneratorRun.Of(Shop.Table, "namespace Shop;\n" + Thing(
            "Version = 2, WriteAs = 1",
            Price.Replace("Money price)", "Money price, int plain)", StringComparison.Ordinal) + " public int Plain { get; init; }") + """

            [Repository<Thing>]
            public partial interface IThings { [Update("SET Plain = {plain}")] ValueTask Touch(string id, int plain); }
            """))).Rule);

    [Fact]
    public void Projections_read_both_forms() => Design.Compiles(Repository("ValueTask<Part?> Get(string id);")
        + "[Projection<Thing>] public sealed partial record Part(string Id, Money Price, string? Remark);");

    private static string Repository(string method) => Thing("Version = 2, WriteAs = 1", Price + """
        public int Plain { get; init; }
        public string? Remark { get; init; }
        public string? Title { get; init; }
        public string? Degree { get; init; }
        [Upcast(1, nameof(Remark), StoredAs = "Note")] internal static string? RemarkOf(string? note) => note;
        [Upcast(1, nameof(Title))] internal static string? TitleOf(string? title) => title + "!";
        [Upcast(1, nameof(Degree), StoredAs = "Title")] internal static string? DegreeOf(string? title) => title;
        [Downcast(1, "Title")] internal static string? WholeOf(string? title, string? degree) => title + degree;
        """).Replace("private static Money", "internal static Money", StringComparison.Ordinal)
        + $"\n[Repository<Thing>] public partial interface IThings {{ {method} }}\n";

    private static string Thing(string versions, string members, string attributes = "") => $$"""
        public readonly record struct Money(decimal Amount);

        [Entity<ShopTable>({{versions}})] [Key("THING#{Id}", "THING")] {{attributes}}
        public sealed partial record Thing
        {
            public string Id { get; set; } = "";
            {{members}}
        }
        """;
}
