using DynamoGen.Generator.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoGen.Generator.Tests;

/// <summary>Sources as they are while somebody types them: the generator must neither fail nor write what does not even parse.</summary>
public sealed class UnfinishedSourceTests
{
    private const int Step = 7;

    [Fact]
    public void A_table_that_is_being_typed_does_no_harm() => Cut(Shop.Table, source => [source]);

    [Fact]
    public void An_entity_that_is_being_typed_does_no_harm() => Cut(Shop.Order, source => [Shop.Table, source]);

    [Fact]
    public void A_repository_that_is_being_typed_does_no_harm() => Cut(Shop.Orders, source => [Shop.Table, Shop.Order, source]);

    [Theory]
    [InlineData("[Table]")]
    [InlineData("[Table(null!)]")]
    [InlineData("[Table(3)]")]
    [InlineData("[Table(\"t\", PartitionKey = null!)]")]
    [InlineData("[Table(SortKey = \"s\", name: \"t\", PartitionKey = \"p\")]")]
    [InlineData("[Table(\"t\", \"u\")]")]
    [InlineData("[Table(\"t\")] [GlobalIndex(PartitionKey = \"p\", name: \"i\")] [GlobalIndex(null!)] [GlobalIndex]")]
    [InlineData("[Entity<>] [Key(\"A#{Id}\", \"B\")]")]
    [InlineData("[Entity<Missing>] [Key(\"A#{Id}\", \"B\")]")]
    [InlineData("[Entity<ShopTable, ShopTable>] [Key(\"A#{Id}\", \"B\")]")]
    [InlineData("[Entity<int>] [Key(\"A#{Id}\", \"B\")]")]
    [InlineData("[Entity<ShopTable>(Version = \"2\")] [Key(\"A#{Id}\", \"B\")]")]
    [InlineData("[Entity<ShopTable>(Version = int.MaxValue)] [Key(\"A#{Id}\", \"B\")]")]
    [InlineData("[Entity<ShopTable>(Name = null, Version = 1)] [Key(sortKey: \"B\", partitionKey: \"A#{Id}\")]")]
    [InlineData("[Entity<ShopTable>] [Key]")]
    [InlineData("[Entity<ShopTable>] [Key(null!)]")]
    [InlineData("[Entity<ShopTable>] [Key(null!, null!)] [Key(null!, null!, null)]")]
    [InlineData("[Entity<ShopTable>] [Key(1, 2)]")]
    [InlineData("[Entity<ShopTable>] [Key(\"A#{Id}\", \"B\", Shards = null)]")]
    [InlineData("[Entity<ShopTable>] [Key(\"A#{Id}\", \"B\")] [Key(\"gsi1\", \"A\", \"B\", Shards = \"x\")]")]
    [InlineData("[Entity<ShopTable>] [Key(\"{\", \"}\")] [Key(\"{Id:}\", \"{:x}\")]")]
    [InlineData("[Entity<ShopTable>] [Key(\"A#{Id}\", \"B\")] [Table(\"t\")] [Repository<Thing>]")]
    public void An_attribute_with_wrong_arguments_does_no_harm(string attributes)
    {
        Judge([Shop.Table, $"namespace Shop; {attributes} public sealed partial class Thing {{ public string Id {{ get; set; }} = \"\"; }}"]);
        Judge([Shop.Table, $"namespace Shop; {attributes} public partial interface Thing;"]);
        Judge([Shop.Table, $"namespace Shop; {attributes} public sealed partial record struct Thing(string Id);"]);
        Judge([Shop.Table, $"namespace Shop; {attributes} enum Thing;"]);
    }

    [Theory]
    [InlineData("[Entity<ShopTable>] [Key(\"A#{Id}\", \"B\")] public partial record Thing(string Id); [Entity<ShopTable>] [Key(\"A#{Id}\", \"B\")] public partial record Thing;")]
    [InlineData("[Entity<ShopTable>] [Key(\"A#{Id}\", \"B\")] public partial record Thing(string Id); [Entity<ShopTable>] public partial class Thing;")]
    [InlineData("[Table(\"a\")] public partial class Thing; [Table(\"b\")] public partial class Thing;")]
    [InlineData("[Entity<ShopTable>] [Key(\"A#{Id}\", \"B\")] public partial record Thing(string Id, string Id, Missing Other, List<Missing> More);")]
    [InlineData("[Entity<ShopTable>] [Key(\"A#{Id}\", \"B\")] public partial record Thing(string Id) : Thing;")]
    [InlineData("[Entity<ShopTable>] [Key(\"A#{Id}\", \"B\")] public partial record Thing(string Id, Dictionary<string> D, List<> L, Thing<int> T, ,);")]
    [InlineData("[Entity<ShopTable>] [Key(\"A#{Id}\", \"B\")] public partial record Thing(string Id, E E); public enum E { A = B, B = A, , C = \"x\" }")]
    [InlineData("[Entity<ShopTable>(Version = 2)] [Key(\"A#{Id}\", \"B\")] public partial record Thing(string Id) { [Upcast] static int A(int x) => 0; [Upcast(1)] static string B() => 0; [Upcast(1, null!)] static Missing C(Missing m); [Upcast(\"\", 3)] void D(,) { } }")]
    [InlineData("[Repository<Missing>] public partial interface IThings { ValueTask<Missing?> Get(string id); }")]
    [InlineData("[Repository<>] public partial interface IThings { ValueTask<> Get(string id); }")]
    [InlineData("[Entity<ShopTable>] [Key(\"A#{Id}\", \"B\")] public partial record Thing(string Id); [Repository<Thing>] public partial interface IThings : IMissing, IThings { ValueTask<Missing> Get(Missing id); ValueTask<Thing?> Get(string, string); Task<> B(); [Index] ValueTask<Thing?> C(string id); [Index(null!)] ValueTask<Thing?> D(string id); ValueTask E(); void }")]
    public void Declarations_that_are_not_yet_right_do_no_harm(string declarations) => Judge([Shop.Table, "namespace Shop; " + declarations]);

    private static void Cut(string source, Func<string, string[]> beside)
    {
        for (var length = 0; length < source.Length; length += Step)
        {
            Judge(beside(source[..length]));
        }
    }

    /// <summary>A run fails by itself when the generator throws.</summary>
    private static void Judge(string[] sources)
    {
        var run = GeneratorRun.Of(sources);
        _ = Design.Problems(run);
        Assert.All(run.Generated.Values, text => Assert.DoesNotContain(
            CSharpSyntaxTree.ParseText(text, cancellationToken: TestContext.Current.CancellationToken).GetDiagnostics(TestContext.Current.CancellationToken),
            diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }
}
