using System.Collections;
using System.Reflection;
using DynamoGen.Generator.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoGen.Generator.Tests;

public sealed class IncrementalityTests
{
    [Fact]
    public void Editing_an_unrelated_file_writes_nothing_again()
    {
        var run = GeneratorRun.Of(Shop.Table, Shop.Order, Shop.Orders, "namespace Elsewhere; public class Unrelated { }");

        run.After(compilation => Replace(compilation, 3, "namespace Elsewhere; public class Unrelated { public int Added; }"));

        Assert.Equal(3, run.Outputs().Count);
        Assert.All(run.Outputs(), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void Editing_a_method_body_of_an_entity_writes_nothing_again()
    {
        var run = GeneratorRun.Of(Shop.Table, Shop.Order, Shop.Orders);

        run.After(compilation => Replace(compilation, 1, "using System; using System.Collections.Generic; using DynamoGen;\n"
            + Shop.Order.Replace("=> new(amount, \"USD\")", "=> new(amount + 0, \"USD\")")));

        Assert.All(run.Outputs(), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void Adding_a_property_writes_its_entity_again_and_nothing_else()
    {
        var other = "namespace Shop; [Entity<ShopTable>] [Key(\"OTHER#{Id}\", \"OTHER\")] public sealed partial record Other(int Id);";
        var run = GeneratorRun.Of(Shop.Table, other, Shop.Order);

        run.After(compilation => Replace(compilation, 1, "using DynamoGen;\n" + other.Replace("(int Id)", "(int Id, string Name)")));

        Assert.Equal(
            [(StepNames.Entities, IncrementalStepRunReason.Modified), (StepNames.Entities, IncrementalStepRunReason.Cached),
                (StepNames.Tables, IncrementalStepRunReason.Cached)],
            run.Reasons().Order());
        Assert.Single(run.Outputs(), reason => reason == IncrementalStepRunReason.Modified);
    }

    [Theory]
    [InlineData("CUSTOMER#{CustomerId}", "CLIENT#{CustomerId}", StepNames.Entities, StepNames.Repositories)]
    public void An_edit_of_an_entity_writes_again_what_says_something_about_it(string before, string after, params string[] written) =>
        Assert.Equal(written.Order(), WrittenAgain(1, Shop.Order, before, after));

    [Theory]
    [InlineData("[GlobalIndex(\"gsi1\", PartitionKey = \"gsi1pk\"",
        "[GlobalIndex(\"gsi1\", PartitionKey = \"first\"", StepNames.Entities, StepNames.Repositories, StepNames.Tables)]
    public void An_edit_of_a_table_writes_again_what_says_something_about_it(string before, string after, params string[] written) =>
        Assert.Equal(written.Order(), WrittenAgain(0, Shop.Table, before, after));

    [Fact]
    public void An_edit_of_a_projection_writes_again_it_alone() =>
        Assert.Equal([StepNames.Projections], WrittenAgain(3, Projected, "string CustomerId, ", ""));

    [Fact]
    public void Models_hold_nothing_of_the_compiler()
    {
        var run = GeneratorRun.Of(Shop.Table, Shop.Order, Shop.Orders, Everything.Source);

        Assert.Equal(4, run.Models().Count());
        Assert.All(run.Models(), model => AssertPlain(model, []));
    }

    private const string Projected = "namespace Shop; [Projection<Order>] public sealed partial record OrderLabels(string CustomerId, HashSet<string>? Tags);";

    /// <summary>
    /// Makes one edit in the shop, which also has a table, an entity and a repository that know nothing of it: the steps that write a file again.
    /// </summary>
    private static IEnumerable<string> WrittenAgain(int file, string source, string before, string after)
    {
        const string Other = """
            namespace Elsewhere;
            [Table("elsewhere")]
            public sealed partial class OtherTable;
            [Entity<OtherTable>]
            [Key("OTHER#{Id}", "OTHER")]
            public sealed partial record Other(int Id);
            [Repository<Other>]
            public partial interface IOthers { ValueTask<Other?> Get(int id); }
            """;
        var run = GeneratorRun.Of(Shop.Table, Shop.Order, Shop.Orders, Projected, Other);
        var edited = source.Replace(before, after, StringComparison.Ordinal);
        Assert.NotEqual(source, edited);

        run.After(compilation => Replace(compilation, file, compilation.SyntaxTrees[file].ToString().Replace(source, edited, StringComparison.Ordinal)));

        Assert.Equal(7, run.Reasons().Count);
        var written = run.Reasons().Where(step => step.Reason == IncrementalStepRunReason.Modified).Select(step => step.Step).Order().ToList();
        Assert.Equal(written.Count, run.Outputs().Count(reason => reason == IncrementalStepRunReason.Modified));
        return written;
    }

    private static CSharpCompilation Replace(CSharpCompilation compilation, int file, string source)
    {
        var tree = compilation.SyntaxTrees[file];
        return compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(source, (CSharpParseOptions)tree.Options, tree.FilePath));
    }

    private static void AssertPlain(object? value, HashSet<object> seen)
    {
        if (value is null || value.GetType().IsPrimitive || value is string or Enum || (!value.GetType().IsValueType && !seen.Add(value)))
        {
            return;
        }

        Assert.False(
            value is ISymbol or Compilation or SyntaxNode or SyntaxTree or SemanticModel or Location or AttributeData,
            $"A model holds a {value.GetType().Name}.");
        if (value is IEnumerable items)
        {
            foreach (var item in items)
            {
                AssertPlain(item, seen);
            }
        }

        foreach (var field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            if (field.FieldType != typeof(Type))
            {
                AssertPlain(field.GetValue(value), seen);
            }
        }
    }
}
