using DynamoGen.Declarations.Problems;
using DynamoGen.Generator.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoGen.Generator.Tests;

/// <summary>What is generated of a wrapper, what is left to its own half, and what is refused.</summary>
public sealed class WrapperTests
{
    [Theory]
    [InlineData(Wrappers.Plain, "Shop.CustomerId")]
    [InlineData(Wrappers.Plain, "Shop.Shipped")]
    [InlineData(Wrappers.Checked, "Shop.Numbers+Quantity")]
    [InlineData(Wrappers.Own, "Shop.Code")]
    public void A_wrapper_is_written(string source, string type)
    {
        var run = Design.Compiles(GeneratorRun.Of(source));

        Assert.Empty(run.Undocumented());
        Snapshot.Matches(run.Generated[type + ".g.cs"], type);
    }

    [Theory]
    [InlineData("string")]
    [InlineData("sbyte")]
    [InlineData("byte")]
    [InlineData("short")]
    [InlineData("ushort")]
    [InlineData("int")]
    [InlineData("uint")]
    [InlineData("long")]
    [InlineData("ulong")]
    [InlineData("Int128")]
    [InlineData("UInt128")]
    [InlineData("Half")]
    [InlineData("float")]
    [InlineData("double")]
    [InlineData("decimal")]
    [InlineData("Guid")]
    [InlineData("DateTimeOffset")]
    [InlineData("DateTime")]
    [InlineData("DateOnly")]
    [InlineData("TimeOnly")]
    [InlineData("TimeSpan")]
    public void Every_value_that_text_can_hold_compiles(string value) =>
        Design.Compiles(GeneratorRun.Of($"namespace Shop; [Wrapper] public readonly partial record struct Wrapped({value} Value);"));

    [Theory]
    [InlineData("public partial record struct Wrapped(string? Value);", "its value is 'string?'")]
    [InlineData("public partial record struct Wrapped(int? Value);", "its value is 'int?'")]
    [InlineData("public partial record struct Wrapped(byte[] Value);", "its value is 'byte[]'")]
    [InlineData("public partial record struct Wrapped(List<int> Value);", "its value is 'System.Collections.Generic.List<int>'")]
    [InlineData("public partial record struct Wrapped(bool Value);", "its value is 'bool'")]
    [InlineData("public partial record struct Wrapped(string Id);", "whose only property is 'Value'")]
    [InlineData("public partial record struct Wrapped(string Value, int Count);", "whose only property is 'Value'")]
    [InlineData("public partial struct Wrapped { public string Value { get; set; } }", "it must be a record struct")]
    public void What_text_cannot_hold_is_refused(string declaration, string reason)
    {
        var run = GeneratorRun.Of("namespace Shop; [Wrapper] " + declaration);

        Design.IsRefused(DeclarationRule.Wrapper, "Wrapper", run);
        Assert.Contains(reason, Design.Problems(run)[0].Arguments[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public readonly record struct Wrapped(string Value);")]
    [InlineData("public readonly partial record struct Wrapped<T>(string Value);")]
    public void What_cannot_be_extended_is_refused(string declaration) => Design.IsRefused(
        DeclarationRule.NotExtensible, "Wrapped", GeneratorRun.Of("namespace Shop; [Wrapper] " + declaration));

    [Fact]
    public void A_wrapper_is_stored_as_before() => Design.Compiles("""
        [Wrapper] public readonly partial record struct CustomerId(string Value);
        [Entity<ShopTable>] [Key("CUSTOMER#{Id}", "CUSTOMER")]
        public sealed partial record Customer(CustomerId Id, Dictionary<CustomerId, int> Friends, HashSet<CustomerId> Blocked);
        [Patch<Customer>] public sealed partial record CustomerPatch;
        [Repository<Customer>] public partial interface ICustomers
        {
            ValueTask<Customer?> Get(CustomerId id);
            [Update] ValueTask Update(CustomerId id, CustomerPatch patch);
        }
        """);

    [Fact]
    public void An_edit_elsewhere_writes_nothing_again_and_one_of_the_value_writes_its_wrapper_alone()
    {
        const string Two = "namespace Shop; [Wrapper] public partial record struct First(int Value) { public int Twice => Value * 2; } "
            + "[Wrapper] public partial record struct Second(int Value);";
        var run = GeneratorRun.Of(Two, "namespace Elsewhere; public class Unrelated { }");
        Assert.Equal(2, run.Outputs().Count);

        run.After(compilation => Edited(compilation, 1, "class Unrelated { }", "class Unrelated { public int Added; }"));
        Assert.All(run.Outputs(), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));

        run.After(compilation => Edited(compilation, 0, "Value * 2", "Value * 3"));
        Assert.All(run.Outputs(), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));

        run.After(compilation => Edited(compilation, 0, "Second(int", "Second(long"));
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], run.Outputs().Order());
        Assert.Equal(
            [(StepNames.Wrappers, IncrementalStepRunReason.Modified), (StepNames.Wrappers, IncrementalStepRunReason.Cached)],
            run.Reasons().OrderBy(reason => reason.Reason));
    }

    private static CSharpCompilation Edited(CSharpCompilation compilation, int file, string before, string after)
    {
        var tree = compilation.SyntaxTrees[file];
        var edited = tree.ToString().Replace(before, after, StringComparison.Ordinal);
        Assert.NotEqual(tree.ToString(), edited);
        return compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(edited, (CSharpParseOptions)tree.Options, tree.FilePath));
    }
}
