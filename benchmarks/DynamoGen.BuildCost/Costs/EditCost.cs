using System.Globalization;
using DynamoGen.BuildCost.Generated;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.BuildCost.Costs;

/// <summary>What an edit inside a method body makes the generator do again, beside and inside an entity, with 1,000 entities around.</summary>
internal static class EditCost
{
    public static Task<IReadOnlyList<CostBar>> MeasureAsync()
    {
        var trees = EntityCost.Files().Append(OrdinaryFile.Source("Beside", 0))
            .Select((file, number) => CSharpSyntaxTree.ParseText(file, Sources.ParseOptions, $"File{number}.cs")).ToList();
        var compilation = Sources.Compile("Edited", trees, [.. Sources.Framework, .. Sources.Package]);
        var driver = Product.CreateDriver().RunGenerators(compilation);
        return Task.FromResult<IReadOnlyList<CostBar>>(
        [
            Measure("a method body of an ordinary class", driver, compilation, trees[^1]),
            Measure("the body of an entity's upcaster", driver, compilation, trees[1]),
        ]);
    }

    private static CostBar Measure(string place, GeneratorDriver driver, CSharpCompilation compilation, SyntaxTree tree)
    {
        var result = driver.RunGenerators(compilation.ReplaceSyntaxTree(tree, WithEditedBody(tree))).GetRunResult().Results.Single();
        var reasons = result.TrackedOutputSteps.Values.SelectMany(steps => steps).SelectMany(step => step.Outputs).Select(output => output.Reason).ToList();
        return new CostBar(
            $"files written again after an edit of {place}",
            reasons.Count(reason => reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)),
            0,
            "files",
            string.Create(CultureInfo.InvariantCulture, $"{reasons.Count:N0} files, all the others Cached or Unchanged"));
    }

    private static SyntaxTree WithEditedBody(SyntaxTree tree)
    {
        var literal = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Select(method => (SyntaxNode?)method.Body ?? method.ExpressionBody)
            .OfType<SyntaxNode>()
            .First();
        var comment = SyntaxFactory.Comment("/* edited */");
        return tree.WithRootAndOptions(tree.GetRoot().ReplaceNode(literal, literal.WithTrailingTrivia(literal.GetTrailingTrivia().Add(comment))), tree.Options);
    }
}
