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

        run.After(compilation => Replace(compilation, 1, "using System; using System.Collections.Generic; using DynamoGen;\n" + Shop.Order.Replace("=> new(amount, \"USD\")", "=> new(amount + 0, \"USD\")")));

        Assert.All(run.Outputs(), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void Adding_a_property_writes_its_entity_again_and_nothing_else()
    {
        var other = "namespace Shop; [Entity<ShopTable>] [Key(\"OTHER#{Id}\", \"OTHER\")] public sealed partial record Other(int Id);";
        var run = GeneratorRun.Of(Shop.Table, other, Shop.Order);

        run.After(compilation => Replace(compilation, 1, "using DynamoGen;\n" + other.Replace("(int Id)", "(int Id, string Name)")));

        Assert.Equal(
            [(StepNames.Entities, IncrementalStepRunReason.Modified), (StepNames.Entities, IncrementalStepRunReason.Cached), (StepNames.Tables, IncrementalStepRunReason.Cached)],
            run.Reasons().Order());
        Assert.Single(run.Outputs(), reason => reason == IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void Models_hold_nothing_of_the_compiler()
    {
        var run = GeneratorRun.Of(Shop.Table, Shop.Order, Shop.Orders, Everything.Source);

        Assert.Equal(4, run.Models().Count());
        Assert.All(run.Models(), model => AssertPlain(model, []));
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
