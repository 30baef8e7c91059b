using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Robustness;

/// <summary>An analyzer that throws is reported as AD0001 and then stays silent for the rest of the build.</summary>
public sealed class NoExceptionTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Amazon.DynamoDBv2;
        using Amazon.DynamoDBv2.DataModel;
        using Amazon.DynamoDBv2.Model;
        using DynamoGen;

        """;

    [Fact]
    public async Task Survives_every_source_file_of_this_repository()
    {
        var files = Directory.GetFiles(Repository.Folder("src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj"))
            .ToList();
        Assert.True(files.Count > 20, $"Only {files.Count} files were found.");

        var diagnostics = await Diagnosis.Of(files.Select(File.ReadAllText), References.All);
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "AD0001");
    }

    [Theory]
    [InlineData("[Entity<Missing>, Key(\"{Paid}\", \"x\")] public partial record Order(bool Paid);")]
    [InlineData("[Entity<>, Key(\"{Paid}\", \"{Id}\")] public partial record Order(bool Paid, string Id);")]
    [InlineData("[Entity, Key] public partial record Order(bool Paid);")]
    [InlineData("[Entity<Table>, Key()] public partial record Order(bool Paid);")]
    [InlineData("[Entity<Table>, Key(null)] public partial record Order(bool Paid);")]
    [InlineData("[Entity<Table>, Key(null, null, null)] public partial record Order(bool Paid);")]
    [InlineData("[Entity<Table>, Key(1, true)] public partial record Order(bool Paid);")]
    [InlineData("[Entity<Table>, Key(\"a\", \"b\", \"c\", \"d\")] public partial record Order(bool Paid);")]
    [InlineData("[Entity<Table>, Key(Undefined.Template)] public partial record Order(bool Paid);")]
    [InlineData("[Entity<Table>, Key(partitionKey: , sortKey)] public partial record Order(bool Paid);")]
    [InlineData("[Entity<Table>, Key(wrong: \"{Paid}\")] public partial record Order(bool Paid);")]
    [InlineData("[Entity<Table>, Key(\"{Paid}\", Shards = \"ten\", LowCardinalityJustification = 3)] public partial record Order(bool Paid);")]
    [InlineData("[Entity<Table>, Key(\"{Paid}\", Shards = null, LowCardinalityJustification = null, Other = 1)] public partial record Order(bool Paid);")]
    [InlineData("[Entity<Table>, Key(new[] { \"{Paid}\" })] public partial record Order(bool Paid);")]
    [InlineData("[Entity<Table>, Key(\"{Paid}#{}#{:x}#{{#}\")] public partial record Order(Missing Paid);")]
    [InlineData("[Entity<Table>, Key(\"{Paid}\")] public partial record Order(Nullable<> Paid);")]
    [InlineData("[Entity<Table>, Key(\"{Paid}\")] public partial record Order(Missing? Paid);")]
    [InlineData("[Entity<Table>, Key(\"{Kind}\")] public partial record Order(Kind Kind); public enum Kind { A = B, B = A, C = Missing, D = 1 / 0 }")]
    [InlineData("[Entity<Table>, Key(\"{Kind}\")] public partial record Order(Kind Kind); [Flags(1)] public enum Kind : Missing { A }")]
    [InlineData(
        "[Entity<Table>, Key(\"{Kind}\")] public partial record Order(Kind Kind); [Flags] public enum Kind : ulong { A = ulong.MaxValue, B = 1UL << 63 }")]
    [InlineData("[Entity<Table>, Key(\"{P}\")] public partial record A : B; public partial record B : C; public partial record C : A;")]
    [InlineData("[Entity<Self>, Key(\"{P}\")] public partial class Self : Self { public Self P { get; } }")]
    [InlineData("[Entity<Table>, Key(\"{P}\")] public partial class Order { public bool P { get; } public int P() => 1; public bool P; }")]
    [InlineData("[Entity<Table>, Key(\"{P}\")] [Entity<Table>, Key(\"{P}\")] enum Order { P }")]
    [InlineData("[Table(\"t\"), LocalIndex, LocalIndex(null), LocalIndex(] public partial class T; [Entity<T>, Key(\"a\", \"{Paid}\", \"x\")] public partial record Order([property: Cardinality()] bool Paid);")]
    [InlineData("[Table(\"t\"), Traffic(WritesPerSecond = , ReadsPerSecond = null)] public partial class T; [Entity<T>, Traffic(Missing), Key(\"{Paid}\", \"x\")] public partial record Order([property: Cardinality(-1L)] bool Paid);")]
    [InlineData("[Table(\"t\")] public partial class T; [Entity<T>, Key(\"{Loop}\", \"x\")] public partial record Order(Loop Loop); public readonly record struct Loop(Loop Value);")]
    [InlineData("[Table(\"t\")] public partial class T; [Entity<T>, Key(\"{Loop}\", \"x\")] public partial record Order(Loop Loop); public readonly record struct Loop(Pool Value); public readonly record struct Pool(Loop Value);")]
    [InlineData("[Table(\"t\")] public partial class T; [Entity<T>, Key(\"{Loop}\", \"x\")] public partial record Order(Loop? Loop); public readonly record struct Loop(Loop? Value);")]
    [InlineData("[Table(\"t\")] public partial class T; [Entity<T>, Key(\"A#{Id}\", \"x\")] public partial record Order(int Id, Loop Loop); public readonly record struct Loop(List<Loop> Value);")]
    [InlineData("[Table(\"t\")] public partial class T; [Entity<T>, Key(\"A#{Id}\", \"x\")] public partial record Order(int Id, Node<int> Node); public record Node<X>(Node<(X, X)>? Left, Node<Node<X>>? Right, List<Node<X[]>> Rest);")]
    [InlineData("[Table(\"t\")] public partial class T; [Entity<T>, Key(\"A#{Id}\", \"x\")] public partial record Order(int Id, W<int> W); public readonly record struct W<X>(W<W<X>> Value);")]
    public async Task Survives_broken_entities(string source) =>
        Assert.DoesNotContain(await Diagnosis.Of(Usings + source), diagnostic => diagnostic.Id == "AD0001");

    [Theory]
    [InlineData("class Order { [DynamoDBHashKey(1, 2, 3)] public bool Paid { get; set; } }")]
    [InlineData("class Order { [DynamoDBGlobalSecondaryIndexHashKey] public bool Paid { get; set; } }")]
    [InlineData("class Order { [DynamoDBGlobalSecondaryIndexHashKey((string[])null)] public bool Paid { get; set; } }")]
    [InlineData("class Order { [DynamoDBGlobalSecondaryIndexHashKey((string)null)] public bool Paid { get; set; } }")]
    [InlineData("class Order { [DynamoDBGlobalSecondaryIndexHashKey(null, \"gsi1\", Missing)] public bool Paid { get; set; } }")]
    [InlineData("class Order { [DynamoDBHashKey] public Missing Paid { get; set; } [DynamoDBHashKey] bool this[int i] => true; }")]
    [InlineData("class Order : IOrder { [DynamoDBHashKey] bool IOrder.Paid => true; [DynamoDBHashKey] public bool }")]
    public async Task Survives_broken_classes_of_the_SDK(string source) =>
        Assert.DoesNotContain(await Diagnosis.Of(Usings + source), diagnostic => diagnostic.Id == "AD0001");

    [Theory]
    [InlineData("[AllowScan] void M() => client.ScanAsync(new ScanRequest());")]
    [InlineData("[AllowScan(null)] void M() => client.ScanAsync(new ScanRequest());")]
    [InlineData("[AllowScan(1, 2)] void M() => client.ScanAsync();")]
    [InlineData("[AllowScan(new string[0])] void M() => client.ScanAsync(,);")]
    [InlineData("void M() => client.ScanAsync(new ScanRequest { FilterExpression = , TableName = 1 });")]
    [InlineData("void M() { var r = r; var s = new ScanRequest(s); client.ScanAsync(r); client.ScanAsync(s); }")]
    [InlineData("void M() { client.ScanAsync(missing, new Missing { A = 1 }); client.ScanAsync< }")]
    [InlineData("void Scan(Missing request => client.ScanAsync(request")]
    [InlineData("void M() => context.ScanAsync<>(); void N() => context.ScanAsync<Missing>([new(), null, ..missing]);")]
    [InlineData("void Scan<T>() { context.ScanAsync<T>(default); Action a = client.ScanAsync; }")]
    [InlineData("object o = client.ScanAsync(new ScanRequest(new ScanRequest()));")]
    [InlineData("class Client : IAmazonDynamoDB { public Task<ScanResponse> ScanAsync(ScanRequest r) => ScanAsync(r); }")]
    [InlineData("class A : B, IAmazonDynamoDB { void M() => ScanAsync(null); } class B : A { public override void ScanAsync(int i) => base.ScanAsync(i); }")]
    public async Task Survives_broken_calls(string members) =>
        Assert.DoesNotContain(
            await Diagnosis.Of($"{Usings} partial class C {{ IAmazonDynamoDB client; IDynamoDBContext context; {members} }}"),
            diagnostic => diagnostic.Id == "AD0001");

    [Fact]
    public async Task Survives_top_level_code_that_is_cut_off_anywhere()
    {
        const string Source = "[assembly: AllowScan(\"x\")]\nawait new AmazonDynamoDBClient().ScanAsync(new ScanRequest { FilterExpression = \"a\" });\n"
            + "[Entity<Table>, Key(\"gsi1\", \"{Paid}\", null, Shards = 1)] public partial record Order([property: DynamoDBHashKey] bool Paid);";
        var sources = Enumerable.Range(0, Source.Length / 8).Select(length => Usings + Source[..(length * 8)]);
        foreach (var source in sources)
        {
            Assert.DoesNotContain(await Diagnosis.Of(source), diagnostic => diagnostic.Id == "AD0001");
        }
    }
}
