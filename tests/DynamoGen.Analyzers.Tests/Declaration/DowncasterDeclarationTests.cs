using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Declaration;

/// <summary>Downcasters, and the older version that an entity is written as.</summary>
public sealed class DowncasterDeclarationTests
{
    private const string Up = "[Upcast(1, nameof(Price))] private static decimal PriceOf(string stored) => 0;";
    private const string Down = "[Downcast(1, nameof(Price))] private static string TextOf(decimal price) => \"\";";
    private const string UpItem = "public sealed record V1(string Id, string Cost); [Upcast(1)] private static Thing FromV1(V1 stored) => new(stored.Id, 0);";
    private const string Rest = "[UnknownAttributes] public Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>? Rest { get; init; }";

    [Theory]
    [InlineData("Version = 2, WriteAs = 2")]
    [InlineData("Version = 2, WriteAs = 3")]
    [InlineData("Version = 2, WriteAs = 0")]
    public Task A_version_to_write_that_is_no_older_one_is_reported(string versions) => Reports($"{{|DG1012:Entity<Shop>({versions})|}}", Up + Down);

    [Fact]
    public Task A_version_to_write_before_the_first_one_is_reported() => Reports("{|DG1012:Entity<Shop>(WriteAs = 1)|}", "");

    [Theory]
    [InlineData(Up)]
    [InlineData(UpItem)]
    [InlineData("[Upcast(1, nameof(Price), StoredAs = \"Cost\")] private static decimal PriceOf(int cost) => cost;")]
    [InlineData("[Upcast(1, nameof(Price))] private static decimal Sum(int a, int b) => a + b; [Downcast(1, \"A\")] private static int AOf(decimal price) => 0;")]
    public Task An_attribute_or_an_item_that_no_downcaster_yields_is_reported(string members) =>
        Reports("{|DG1012:Entity<Shop>(Version = 2, WriteAs = 1)|}", members);

    [Theory]
    [InlineData("[Downcast(2, nameof(Price))] private static long CentsOf(decimal price) => 0;")]
    [InlineData("[Downcast(2, nameof(Price))] private static long CentsOf(decimal price) => 0;" + Down)]
    public Task A_downcaster_of_another_version_leads_nowhere_else(string downcasters)
    {
        const string Upcasters = "[Upcast(1, nameof(Price))] private static long CentsFromText(string stored) => 0; [Upcast(2, nameof(Price))] private static decimal FromCents(long stored) => 0;";
        var entity = "Entity<Shop>(Version = 3, WriteAs = 1)";
        return Reports(downcasters.Contains(Down, StringComparison.Ordinal) ? entity : $"{{|DG1012:{entity}|}}", Upcasters + downcasters);
    }

    [Theory]
    [InlineData("[Key(\"gsi1\", \"PRICE#{Price}\", \"{Id}\")]", Up + Down)]
    [InlineData("[Unique(\"PRICE#{Price}\")]", Up + Down)]
    [InlineData("", "[OptimisticLock] public long Count { get; init; } [Upcast(1, nameof(Count), StoredAs = \"Old\")] private static long CountOf(long old) => old;")]
    [InlineData("", Up + Down + "[Downcast(1, \"gsi1pk\")] private static string KeyOf(decimal price) => \"\";", "[Key(\"gsi1\", \"ID#{Id}\", \"{Id}\")]")]
    public Task A_key_or_what_each_write_keeps_in_another_form_is_reported(string attributes, string members, string more = "") =>
        Reports("{|DG1012:Entity<Shop>(Version = 2, WriteAs = 1)|}", members, attributes + more);

    [Theory]
    [InlineData("[Downcast(1, nameof(Price))] private string {|DG1027:TextOf|}(decimal price) => \"\";")]
    [InlineData("[Downcast(1, nameof(Price))] private static void {|DG1027:TextOf|}(decimal price) { }")]
    [InlineData("[Downcast(1, nameof(Price))] private static string {|DG1027:TextOf|}<T>(decimal price) => \"\";")]
    [InlineData("[Downcast(1, nameof(Price))] private static string {|DG1027:TextOf|}(ref decimal price) => \"\";")]
    [InlineData("[Downcast(1, nameof(Price))] private static string {|DG1027:TextOf|}() => \"\";")]
    [InlineData("[Downcast(1, \"\")] private static string {|DG1027:TextOf|}(decimal price) => \"\";")]
    [InlineData("[Downcast(0, nameof(Price))] private static string {|DG1027:TextOf|}(decimal price) => \"\";")]
    [InlineData("[Downcast(2, nameof(Price))] private static string {|DG1027:TextOf|}(decimal price) => \"\";")]
    [InlineData("[Downcast(1, nameof(Price))] private static string {|DG1027:TextOf|}(decimal cost) => \"\";")]
    [InlineData("[Downcast(1, nameof(Price))] private static string {|DG1027:TextOf|}(string price) => \"\";")]
    [InlineData("[Downcast(1, nameof(Price))] private static int {|DG1027:TextOf|}(decimal price) => 0;")]
    [InlineData("[Downcast(1, nameof(Id))] private static string {|DG1027:IdOf|}(string id) => id;")]
    [InlineData("[Upcast(1, nameof(Id))] [Downcast(1, nameof(Price))] private static string {|DG1027:Both|}(decimal price) => \"\";")]
    [InlineData("[Downcast(1)] private static string {|DG1027:ItemOf|}(Thing thing) => \"\";")]
    [InlineData(Down + "[Downcast(1, \"Price\")] private static string {|DG1027:Again|}(decimal price) => \"\";")]
    [InlineData("[Downcast(1, nameof(Price))] private static Stream {|DG1020:TextOf|}(decimal price) => null!;")]
    public Task A_downcaster_that_does_not_fit_is_reported_whether_it_is_written_by_or_not(string downcaster) =>
        Reports("Entity<Shop>(Version = 2)", Up + downcaster);

    [Theory]
    [InlineData("[Downcast(1)] private static V1 {|DG1027:ToV1|}(string id) => new(id, \"\");")]
    [InlineData("[Downcast(1)] private static V1 {|DG1027:ToV1|}(Thing thing, int more) => new(thing.Id, \"\");")]
    [InlineData("[Downcast(1)] private static V1? {|DG1027:ToV1|}(Thing thing) => null;")]
    [InlineData("[Downcast(1)] private static Thing {|DG1027:ToV1|}(Thing thing) => thing;")]
    [InlineData("[Downcast(1, \"Cost\")] private static string {|DG1027:CostOf|}(decimal price) => \"\";")]
    [InlineData("[Downcast(1)] private static V1 ToV1(Thing thing) => new(thing.Id, \"\"); [Downcast(1)] private static V1 {|DG1027:Again|}(Thing thing) => ToV1(thing);")]
    public Task A_downcaster_of_whole_items_that_does_not_fit_is_reported(string downcaster) => Reports("Entity<Shop>(Version = 2)", UpItem + downcaster);

    [Fact]
    public Task What_would_be_read_as_an_unknown_attribute_is_reported() => Reports(
        "Entity<Shop>(Version = 2, WriteAs = 1)", Up + Down + Rest + "[Downcast(1, \"Other\")] private static int {|DG1027:OtherOf|}(decimal price) => 0;");

    [Theory]
    [InlineData(Up + Down)]
    [InlineData(Up + Down + Rest)]
    [InlineData(Up + Down + "[Downcast(1, \"Other\")] private static int OtherOf(decimal price) => 0;")]
    [InlineData(Up + "[Downcast(1, \"Price\")] private static string? TextOf(string id, decimal price) => null;")]
    [InlineData(UpItem + "[Downcast(1)] private static V1 ToV1(Thing thing) => new(thing.Id, \"\");")]
    [InlineData(UpItem + Rest + "[Downcast(1)] private static V1 ToV1(Thing thing) => new(thing.Id, \"\");")]
    [InlineData("public string? Remark { get; init; } [Upcast(1, nameof(Remark), StoredAs = \"Note\")] private static string? RemarkOf(string? note) => note;")]
    public Task What_leads_back_is_left_alone(string members) => Reports("Entity<Shop>(Version = 2, WriteAs = 1)", members);

    [Fact]
    public Task Keys_of_what_keeps_its_form_are_left_alone() => Reports(
        "Entity<Shop>(Version = 2, WriteAs = 1)", Up + Down + "[OptimisticLock] public long Count { get; init; }", "[Key(\"gsi1\", \"ID#{Id}\", \"{Id}\")]");

    [Theory]
    [InlineData(Up)]
    [InlineData(Up + Down)]
    [InlineData(UpItem)]
    public Task Without_WriteAs_no_downcaster_is_missing(string members) => Reports("Entity<Shop>(Version = 2)", members);

    private static Task Reports(string entity, string members, string attributes = "") => RuleTest<DeclarationAnalyzer>.Reports(DeclarationSource.WithTable($$"""
        [{{entity}}]
        [Key("THING#{Id}", "THING")]
        {{attributes}}
        public sealed partial record Thing(string Id, decimal Price)
        {
            {{members}}
        }
        """));
}
